"""The plan of someone who pays by themselves: what was asked, what the years ahead rest on, and the bases to choose."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from typing import Any

from calc.month import Age, Month
from calc.payment_months import PaymentMonths, payment_months
from calc.person import Person
from calc.result import Message, Missing
from calc.retiring import Retirement, counted_minimum, figure, retirement_of
from calc.rules.contributions import schemes_of
from calc.rules.pension_facts import Base, base_of
from calc.schemes import Terms, terms
from calc.selfpay import Ahead, Level, Past, levels
from calc.values import Unknown, Value, value

MONTHS = 12


@dataclass(frozen=True, slots=True)
class Asked:
    """What the reader said. `facts` may decide rates (local_hukou, tier); `own` holds figures by scheme."""

    today: str
    place: str
    month: Month
    birth: Month | None
    category: str | None
    total_months: int
    average_index: Decimal | None
    account_balance: Decimal | None
    years_to_pay: Decimal | None
    base: Decimal | None
    average_wage: Decimal | None
    calculation_base: Decimal | None
    facts: Mapping[str, Any]
    own: Mapping[str, Mapping[str, Decimal]]


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything worked out. `claim` is the month of the claim, `minimum` the months that it takes."""

    asked: Asked
    schemes: list[Terms]
    choice: Value | Unknown
    average: Value | Unknown | None
    base: Base
    retirement: Retirement | None
    claim: Month | None
    minimum: Value | None
    table: PaymentMonths | None
    past: Past
    ahead: Ahead
    levels: list[Level]

    @property
    def total_months(self) -> Decimal | None:
        """Past and future months at the claim."""
        return None if self.ahead.months is None else self.past.months + self.ahead.months

    @property
    def age(self) -> Age | None:
        """The age at the claim."""
        return None if self.claim is None or self.asked.birth is None else Age.of(self.claim - self.asked.birth)

    @property
    def marked(self) -> Level | None:
        """The level that is worked out step by step: the reader's own base, else the lowest."""
        return next((one for one in self.levels if one.own), self.levels[0] if self.levels else None)

    @property
    def outcome(self) -> str:
        if self.ahead.enough is False:
            return "not-eligible"
        return "cannot-tell" if self.missing else "answered"

    @property
    def missing(self) -> tuple[Missing, ...]:
        """What is not known, in the order in which it helps; a field may come up twice."""
        return (*_about_the_person(self), *_about_the_pension(self), *_about_the_costs(self))


def plan_of(asked: Asked) -> Plan:
    """The plan that follows from what the reader said."""
    now = Month.parse(asked.today)
    age = None if asked.birth is None else (asked.month - asked.birth) // MONTHS
    person = Person(asked.place, asked.month, "flexible", {**asked.facts, "age": age}, asked.own)
    schemes = [terms(scheme, person) for scheme in schemes_of(person)]
    choice = value("flexible_base.pension", asked.place, asked.month)
    average = None if asked.average_wage else value("average_wage.full_coverage", asked.place, asked.month)
    retirement = retirement_of(asked.birth, asked.category, now) if asked.birth and asked.category else None
    months = _months_ahead(asked, retirement)
    claim = _claim(asked, retirement, months)
    base = base_of(asked.place, asked.calculation_base, claim or asked.month, now)
    table = _table(asked, claim)
    past = _past(asked)
    minimum = counted_minimum(retirement, claim) if retirement else None
    ahead = Ahead(
        months=months,
        average_wage=asked.average_wage or (average.number("monthly") if average else None),
        calculation_base=base.amount,
        divisor=table.months if table else None,
        enough=_enough(minimum, past.months, months),
        enough_now=_enough(minimum, past.months, Decimal(0)),
    )
    shown = levels(schemes, choice, asked.base, past, ahead)
    return Plan(asked, schemes, choice, average, base, retirement, claim, minimum, table, past, ahead, shown)


def _past(asked: Asked) -> Past:
    if not asked.total_months:
        return Past(0, None, Decimal(0))
    return Past(asked.total_months, asked.average_index, asked.account_balance)


def _months_ahead(asked: Asked, retirement: Retirement | None) -> Decimal | None:
    """Months still to pay: those the reader names, else all until the statutory month."""
    if asked.years_to_pay is not None:
        return asked.years_to_pay * MONTHS
    return None if retirement is None else Decimal(max(0, retirement.statutory - asked.month))


def _claim(asked: Asked, retirement: Retirement | None, months: Decimal | None) -> Month | None:
    """The statutory month, or the end of paying where that comes later."""
    if retirement is None or months is None:
        return None
    return max(retirement.statutory, asked.month + int(months.to_integral_value(ROUND_CEILING)))


def _table(asked: Asked, claim: Month | None) -> PaymentMonths | None:
    if claim is None or asked.birth is None:
        return None
    age = Age.of(claim - asked.birth)
    return payment_months(age.years, age.months, claim)


def _enough(minimum: Value | None, past: int, ahead: Decimal | None) -> bool | None:
    return None if minimum is None or ahead is None else past + ahead >= figure(minimum, "months")


def _about_the_person(plan: Plan) -> Iterator[Missing]:
    asked = plan.asked
    for name, open_ in (("birth", asked.birth is None), ("category", asked.category is None)):
        if open_:
            yield _ask(name)
    if asked.total_months and asked.average_index is None:
        yield _ask("average_index")
    if asked.total_months and asked.account_balance is None:
        yield _ask("account_balance")


def _about_the_pension(plan: Plan) -> Iterator[Missing]:
    values = {"place": plan.asked.place, "month": plan.asked.month}
    if plan.ahead.average_wage is None:
        yield _ask("average_wage", values)
    if plan.ahead.calculation_base is None:
        yield _ask("calculation_base", values)
    if plan.claim is not None and plan.ahead.divisor is None:
        yield _ask("years_to_pay", {"age": plan.age})


def _about_the_costs(plan: Plan) -> Iterator[Missing]:
    """Facts and figures of the schemes whose cost is open at some base."""
    for number, one in enumerate(plan.schemes):
        if any(level.lines[number].employee is None for level in plan.levels) or not plan.levels:
            for missing in sorted(one.missing, key=lambda missing: missing.field.startswith("own.")):
                yield Missing("birth", missing.why) if missing.field == "age" else missing


def _ask(name: str, values: Mapping[str, Any] | None = None) -> Missing:
    return Missing(name, Message(f"flexible.missing.{name}", values or {}))
