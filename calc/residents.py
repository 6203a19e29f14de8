"""The arithmetic of the residents' pension: what the account holds and pays a month, and whether it can be drawn."""

from dataclasses import dataclass
from decimal import Decimal

from calc.money import rounded
from calc.month import Age, Month
from calc.places import NATION
from calc.result import total
from calc.values import Unknown, Value, value

MONTHS = 12


@dataclass(frozen=True, slots=True)
class Asked:
    """What the reader said, and the month the rules are taken at. Amounts are yuan; `tier` and `own_subsidy` a year."""

    today: str
    month: Month
    place: str | None
    age: Age | None
    years: int | None
    tier: Decimal | None
    account_balance: Decimal | None
    own_basic: Decimal | None
    own_subsidy: Decimal | None
    other_pension: bool
    joined_late: bool | None


@dataclass(frozen=True, slots=True)
class Worked:
    """What follows from it. `basic` is yuan a month, None where not known; `account` likewise, always known.

    `least` is the national minimum of the basic part, for places whose own is not known.
    """

    asked: Asked
    terms: Value
    local: Value | Unknown | None
    least: Value | Unknown
    subsidy: Decimal | None
    balance: Decimal
    basic: Decimal | None
    account: Decimal
    of_age: bool | None
    years_met: bool | None

    @property
    def total(self) -> Decimal | None:
        return total((self.basic, self.account))

    @property
    def divisor(self) -> Decimal:
        return figure(self.terms, "payment_months")

    @property
    def years_needed(self) -> int:
        return int(figure(self.terms, "paid_years"))

    @property
    def claim_age(self) -> Age:
        return claim_age(self.terms)

    @property
    def claim(self) -> Month | None:
        """The month in which the reader reaches the age, as near as the age given tells."""
        return _claim(self.asked, self.terms)

    @property
    def short_but_perhaps_enough(self) -> bool:
        """Whether too few years are paid at the age, and yet they may do: it depends on when the scheme began there."""
        return self.of_age is True and self.asked.years is not None and self.years_met is None

    @property
    def outcome(self) -> str:
        """Not eligible where a condition is not met; settled otherwise where the amounts are known."""
        if False in (self.of_age, self.years_met) or self.asked.other_pension:
            return "not-eligible"
        if self.total is None or self.short_but_perhaps_enough:
            return "cannot-tell"
        return "eligible" if self.of_age and self.years_met else "answered"


def worked(asked: Asked) -> Worked:
    """Everything that follows from what the reader said."""
    terms = terms_of(asked.place or NATION, asked.month)
    local = value("resident_basic", asked.place, asked.month) if asked.place else None
    subsidy = _subsidy(asked, terms)
    balance = _balance(asked, subsidy)
    basic = asked.own_basic
    if basic is None and local is not None:
        basic = local.number("amount")
    return Worked(
        asked=asked,
        terms=terms,
        local=local,
        least=value("resident_basic", NATION, asked.month),
        subsidy=subsidy,
        balance=balance,
        basic=basic,
        account=rounded(balance / figure(terms, "payment_months")),
        of_age=None if asked.age is None else asked.age >= claim_age(terms),
        years_met=_years_met(asked, terms),
    )


def terms_of(place: str, month: Month) -> Value:
    """The terms of the scheme: the age and years it takes, subsidies, and the months an account is shared over.

    >>> str(terms_of(NATION, Month(2026, 11)).number("payment_months"))
    '139'

    Raises:
        LookupError: the data has no terms for that month.
    """
    found = value("resident_terms", place, month)
    if not isinstance(found, Value):
        raise LookupError(
            f"calc/data/national/resident.toml has no resident_terms for {month}; enter what was in force"
        )
    return found


def figure(found: Value, name: str) -> Decimal:
    """A figure that the entry is known to hold."""
    return Decimal(found.entry.printed[name])


def claim_age(terms: Value) -> Age:
    """The age from which the pension is paid, the same for women and men.

    >>> claim_age(terms_of(NATION, Month(2026, 11)))
    Age(years=60, months=0)
    """
    return Age(int(figure(terms, "claim_age")))


def least_subsidy(tier: Decimal, terms: Value) -> Decimal:
    """The least that the government adds to a year's payment of `tier` (国发〔2014〕8号 part 4), yuan.

    >>> terms = terms_of(NATION, Month(2026, 11))
    >>> str(least_subsidy(Decimal(400), terms)), str(least_subsidy(Decimal(500), terms))
    ('30', '60')
    """
    higher = tier >= figure(terms, "higher_subsidy_tier")
    return figure(terms, "subsidy_from_500" if higher else "subsidy_lowest")


def _subsidy(asked: Asked, terms: Value) -> Decimal | None:
    """What the government adds to a year's payment: the reader's own figure, or the least that is allowed."""
    if asked.tier is None or asked.own_subsidy is not None:
        return asked.own_subsidy
    return least_subsidy(asked.tier, terms)


def _balance(asked: Asked, subsidy: Decimal | None) -> Decimal:
    if asked.account_balance is not None:
        return asked.account_balance
    assert asked.tier is not None and asked.years is not None and subsidy is not None, "a tier comes with its years"
    return (asked.tier + subsidy) * asked.years


def _claim(asked: Asked, terms: Value) -> Month | None:
    if asked.age is None:
        return None
    return asked.month + (claim_age(terms).in_months - asked.age.in_months)


def _years_met(asked: Asked, terms: Value) -> bool | None:
    """Whether enough years are paid. Not settled without an age, nor for who was near it when the scheme began."""
    needed = int(figure(terms, "paid_years"))
    if asked.years is None:
        return None
    if asked.years >= needed:
        return True
    claim = _claim(asked, terms)
    if claim is None:
        return None
    if claim > asked.month:
        return False
    late = asked.joined_late
    return None if late or (late is None and _may_have_joined_late(claim, needed, terms)) else False


def _may_have_joined_late(claim: Month, needed: int, terms: Value) -> bool:
    """Whether fewer than `needed` years were left when today's rules began; when a place began is not recorded."""
    return claim - terms.entry.start < needed * MONTHS
