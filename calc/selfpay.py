"""Paying for one's own pension: what each base costs a month, the pension it leads to, and when the money is back.

Nothing is worked out a second time: costs are lines of contributions, pensions the two parts of an employee's pension.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal

from calc.lines import Line, clamp, line
from calc.money import ZERO, percent, rounded
from calc.pension_parts import account_pension, basic_pension
from calc.result import total
from calc.schemes import Terms
from calc.values import Unknown, Value

BETWEEN = (Decimal(80), Decimal(100), Decimal(150), Decimal(200), Decimal(250))
"""Which bases are shown where a place allows any between two ends, percent of the average wage: our choice."""

HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Past:
    """What was paid before: months, the average index and the balance of the account; None where not known."""

    months: int
    index: Decimal | None
    balance: Decimal | None


@dataclass(frozen=True, slots=True)
class Ahead:
    """What the years to come rest on, in today's money: months still to pay, average wage, base and payment months.

    `enough` says whether past and future months make a monthly pension, `enough_now` whether the past alone does.
    """

    months: Decimal | None
    average_wage: Decimal | None
    calculation_base: Decimal | None
    divisor: Decimal | None
    enough: bool | None
    enough_now: bool | None


@dataclass(frozen=True, slots=True)
class Level:
    """One base and what it leads to, yuan a month; None is not known. `percent` is its share of the average wage.

    `index` is the average index at the claim, `balance` what the account then holds, `without` the pension that
    the past alone would give. `payback` is a number of months of drawing.
    """

    base: Decimal
    percent: Decimal | None
    own: bool
    lines: Sequence[Line]
    index: Decimal | None
    balance: Decimal | None
    basic: Decimal | None
    account: Decimal | None
    pension: Decimal | None
    without: Decimal | None
    payback: int | None

    @property
    def pension_cost(self) -> Decimal | None:
        return _cost(self.lines, "pension")

    @property
    def medical_cost(self) -> Decimal | None:
        return _cost(self.lines, "medical")

    @property
    def monthly_cost(self) -> Decimal | None:
        return total(one.employee for one in self.lines)


def levels(
    schemes: Sequence[Terms], choice: Value | Unknown, own_base: Decimal | None, past: Past, ahead: Ahead
) -> list[Level]:
    """Every base that is shown, from the lowest to the highest.

    Args:
        schemes: the terms of all that a flexible worker pays into, pension first.
        choice: which bases may be chosen, in percent of the average wage.
        own_base: a base of the reader's own, shown among the others.
    """
    shares = _bases(schemes[0], choice, ahead.average_wage)
    own = None if own_base is None else clamp(own_base, schemes[0].floor, schemes[0].ceiling)[0]
    bases = sorted({*shares, own} - {None}, key=lambda base: base or ZERO)
    return [_level(base, shares.get(base), base == own, schemes, past, ahead) for base in bases if base is not None]


def _bases(pension: Terms, choice: Value | Unknown, average: Decimal | None) -> dict[Decimal, Decimal | None]:
    """Base by base its percentage. Printed limits win over percentages; without an average wage only they are known."""
    ends = {limit: None for limit in (pension.floor, pension.ceiling) if limit is not None and limit.is_finite()}
    shares = _percents(choice)
    if average is None or not shares:
        return dict(ends)
    found: dict[Decimal, Decimal | None] = {}
    for share in shares:
        base = rounded(average * percent(share))
        if share == shares[0] and pension.floor is not None:
            base = pension.floor
        elif share == shares[-1] and pension.ceiling is not None and pension.ceiling.is_finite():
            base = pension.ceiling
        base = clamp(base, pension.floor, pension.ceiling)[0] or base
        found.setdefault(base, share)
    return found


def _percents(choice: Value | Unknown) -> list[Decimal]:
    if not isinstance(choice, Value):
        return []
    printed = choice.entry.printed
    if "percents" in printed:
        return sorted(Decimal(one) for one in printed["percents"])
    low, high = (Decimal(end) for end in printed["range"])
    return [low, *(one for one in BETWEEN if low < one < high), high]


def _level(
    base: Decimal, share: Decimal | None, own: bool, schemes: Sequence[Terms], past: Past, ahead: Ahead
) -> Level:
    lines = [line(one, base) for one in schemes]
    index = _index(base, past, ahead)
    balance = _balance(lines[0], past, ahead)
    basic = _basic(index, _all_months(past, ahead), ahead)
    account = None if balance is None or ahead.divisor is None else account_pension(balance, ahead.divisor)
    pension = ZERO if ahead.enough is False else None if ahead.enough is None else total((basic, account))
    without = _without(past, ahead)
    return Level(
        base=base,
        percent=share,
        own=own,
        lines=lines,
        index=index,
        balance=balance,
        basic=basic,
        account=account,
        pension=pension,
        without=without,
        payback=_payback(lines[0].employee, ahead.months, pension, without),
    )


def _cost(lines: Sequence[Line], scheme: str) -> Decimal | None:
    return next((one.employee for one in lines if one.terms.scheme == scheme), None)


def _all_months(past: Past, ahead: Ahead) -> Decimal | None:
    return None if ahead.months is None else past.months + ahead.months


def _index(base: Decimal, past: Past, ahead: Ahead) -> Decimal | None:
    """The mean over all months: the past at its own index, the months to come at this base against the average wage."""
    months = _all_months(past, ahead)
    if not months or ahead.months is None or ahead.average_wage is None or (past.months and past.index is None):
        return None
    before = past.months * (past.index or ZERO)
    return (before + base * ahead.months / ahead.average_wage) / months


def _balance(pension: Line, past: Past, ahead: Ahead) -> Decimal | None:
    if past.balance is None or pension.account is None or ahead.months is None:
        return None
    return past.balance + rounded(pension.account * ahead.months)


def _basic(index: Decimal | None, months: Decimal | None, ahead: Ahead) -> Decimal | None:
    if index is None or months is None or ahead.calculation_base is None:
        return None
    return basic_pension(ahead.calculation_base, index, months)


def _without(past: Past, ahead: Ahead) -> Decimal | None:
    """The pension at the same age if nothing more were paid; nothing where the past months alone are too few."""
    if ahead.enough_now is None:
        return None
    if not ahead.enough_now:
        return ZERO
    if past.balance is None or ahead.divisor is None:
        return None
    return total((_basic(past.index, Decimal(past.months), ahead), account_pension(past.balance, ahead.divisor)))


def _payback(
    cost: Decimal | None, months: Decimal | None, pension: Decimal | None, without: Decimal | None
) -> int | None:
    """Months of drawing until the rise of the pension has brought back what is paid from now on."""
    if None in (cost, months, pension, without):
        return None
    assert cost is not None and months is not None and pension is not None and without is not None
    rise = pension - without
    if rise <= 0 or not cost * months:
        return None
    return int((cost * months / rise).to_integral_value(ROUND_CEILING))
