"""What working on would add: the same claim one, two and three years later, in the money of today.

Assumed, and said beside it: the index stays what it is, the employee's part of each month goes into the account, the
calculation base and the balance do not grow. What they will grow by, nobody knows.
"""

from dataclasses import dataclass
from decimal import Decimal

from calc.money import percent, rounded
from calc.month import Age, Month
from calc.payment_months import payment_months
from calc.pension_parts import MONTHS_OF_A_YEAR, account_pension, basic_pension
from calc.places import NATION
from calc.rules.pension_facts import Pension
from calc.values import Value, value

YEARS = 3


@dataclass(frozen=True, slots=True)
class Later:
    """One claim, with what it comes to."""

    month: Month
    age: Age
    months: Decimal
    divisor: Decimal
    total: Decimal


def later_claims(found: Pension) -> list[Later]:
    """The claim as asked and the later ones; nothing where it lies behind, where it is not due, or figures are open."""
    if found.total is None or found.claim.age is None or found.divisor.own or found.claim.month < found.claim.now:
        return []
    into_account = _into_account(found)
    if into_account is None:
        return []
    claims = [claim for years in range(YEARS + 1) if (claim := _claim(found, years, into_account))]
    return claims if len(claims) > 1 else []


def _claim(found: Pension, years: int, into_account: Decimal) -> Later | None:
    base, age, added = found.base.amount, found.claim.age, years * MONTHS_OF_A_YEAR
    assert base is not None and age is not None, "a settled claim has both"
    month = found.claim.month + added
    shared = payment_months(age.years + years, age.months, month)
    if shared is None or _is_beyond(found, month):
        return None
    months = found.months + added
    balance = found.balance + into_account * added
    parts = basic_pension(base, found.index, months), account_pension(balance, shared.months)
    return Later(month, age + added, months, shared.months, sum(parts, found.transitional + found.local_extras))


def _is_beyond(found: Pension, month: Month) -> bool:
    retirement = found.claim.retirement
    return retirement is not None and month > max(retirement.latest, found.claim.month)


def _into_account(found: Pension) -> Decimal | None:
    """What a month adds to the account: the employee's part of a wage that keeps the index."""
    rate = value("rate.pension.employee", found.place or NATION, found.claim.now)
    points = rate.number("employee_to_account") if isinstance(rate, Value) else None
    if points is None or found.base.amount is None:
        return None
    return rounded(found.base.amount * found.index * percent(points))
