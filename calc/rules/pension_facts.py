"""What a pension is worked out from: the claim, the calculation base, the payment months, and the parts."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from calc.month import Age, Month
from calc.payment_months import PaymentMonths, payment_months
from calc.pension_parts import MONTHS_OF_A_YEAR, basic_pension
from calc.result import total
from calc.retiring import Retirement, counted_minimum, figure, least_minimum, minimum_months
from calc.values import Unknown, Value, value


@dataclass(frozen=True, slots=True)
class Claim:
    """When the pension is claimed, and at what age; `retirement` where birth and category are known."""

    now: Month
    month: Month
    birth: Month | None
    age: Age | None
    retirement: Retirement | None

    @property
    def is_future(self) -> bool:
        return self.month > self.now


@dataclass(frozen=True, slots=True)
class Base:
    """The calculation base: the reader's own, or what was found for the place."""

    amount: Decimal | None
    own: bool
    found: Value | Unknown | None

    @property
    def value(self) -> Value | None:
        """The dated figure behind the amount, if it is ours."""
        return self.found if isinstance(self.found, Value) and not self.own else None


@dataclass(frozen=True, slots=True)
class Divisor:
    """The payment months: the reader's own, or those of the national table for the age."""

    months: Decimal | None
    own: bool
    found: PaymentMonths | None


@dataclass(frozen=True, slots=True)
class Pension:
    """Everything worked out for one claim. `years` is set where the reader gave years instead of months."""

    today: str
    place: str | None
    claim: Claim
    months: Decimal
    years: Decimal | None
    index: Decimal
    balance: Decimal
    base: Base
    divisor: Divisor
    basic: Decimal | None
    account: Decimal | None
    transitional: Decimal
    local_extras: Decimal

    @property
    def parts(self) -> Mapping[str, Decimal | None]:
        """The parts of the pension, which add up to it."""
        return {
            "basic": self.basic,
            "account": self.account,
            "transitional": self.transitional,
            "local_extras": self.local_extras,
        }

    @property
    def total(self) -> Decimal | None:
        return total(self.parts.values())

    @property
    def minimum(self) -> Value:
        """The months that the claim takes; without birth and category, those of the year of the claim."""
        retirement = self.claim.retirement
        return counted_minimum(retirement, self.claim.month) if retirement else minimum_months(self.claim.month)

    @property
    def has_enough(self) -> bool | None:
        """Whether the months are enough; None where only category and birth could tell.

        Who retires late needs the months of the statutory year, which may be fewer than those of the claim.
        """
        if self.months >= figure(self.minimum, "months"):
            return True
        if self.claim.retirement or self.months < figure(least_minimum(self.claim.month), "months"):
            return False
        return None

    @property
    def a_further_year(self) -> Decimal | None:
        """What one more year of contributions adds to the basic part, all else being equal."""
        return (
            None if self.base.amount is None else basic_pension(self.base.amount, self.index, Decimal(MONTHS_OF_A_YEAR))
        )

    @property
    def is_short(self) -> bool:
        return self.has_enough is False


def base_of(place: str | None, own: Decimal | None, claim: Month, now: Month) -> Base:
    """The reader's own base, else that of the year of the claim, else, for a claim to come, the latest one."""
    if own is not None:
        return Base(own, True, None)
    if place is None:
        return Base(None, False, None)
    found = value("calculation_base", place, claim)
    in_force = isinstance(found, Value) and found.entry.covers(claim)
    if claim > now and not in_force:
        found = value("calculation_base", place, now)
    return Base(found.number("amount"), False, found)


def divisor_of(claim: Claim, own: Decimal | None) -> Divisor:
    """The reader's own payment months, else those of the table for the age at the claim."""
    if own is not None:
        return Divisor(own, True, None)
    found = payment_months(claim.age.years, claim.age.months, claim.month) if claim.age else None
    return Divisor(found.months if found else None, False, found)
