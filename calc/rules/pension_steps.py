"""The reasoning behind a pension, step by step: claim, base, years, basic part, payment months, account part, sum."""

from collections.abc import Iterator
from decimal import Decimal

from calc.evidence import evidence
from calc.messages import Figure
from calc.money import grouped, plainly
from calc.month import Age
from calc.payment_months import FIRST_BY_MONTH, payment_months
from calc.result import Message, Step, worst
from calc.retiring import figure
from calc.rules.pension_facts import Pension
from calc.values import Value

FORMULA = "nat-2005-38"


def steps(found: Pension) -> tuple[Step, ...]:
    """Every move that could be made; what is not known yet is left out."""
    return (
        *_claim(found),
        _minimum(found),
        *_base(found),
        *_basic(found),
        *_divisor(found),
        *_account(found),
        *_given(found),
        *_total(found),
    )


def _claim(found: Pension) -> Iterator[Step]:
    claim, retirement = found.claim, found.claim.retirement
    if claim.age is None:
        return
    values = {"month": claim.month, "age": claim.age}
    if retirement and claim.month == retirement.statutory:
        formula = f"{retirement.birth} + {retirement.statutory - retirement.birth} = {retirement.statutory}"
        rests_on = evidence([retirement.schedule], "delay-1")
        yield Step("claim", Message("pension.step.claim-statutory", values), formula, claim.month, **rests_on)
    else:
        yield Step("claim", Message("pension.step.claim", values), "", claim.month)


def _minimum(found: Pension) -> Step:
    minimum = figure(found.minimum, "months")
    rests_on = evidence([found.minimum], "sil-16", "delay-2")
    formula = f"{plainly(found.months)} {'≥' if found.months >= minimum else '<'} {minimum}"
    return Step(
        "minimum", Message("pension.step.minimum", {"minimum": minimum}), formula, minimum, "months", **rests_on
    )


def _base(found: Pension) -> Iterator[Step]:
    base = found.base
    if base.amount is None:
        return
    told = (Figure("calculation_base", base.amount, "CNY"),)
    if base.value is None:
        said = Message("pension.step.base-own")
        yield Step("calculation_base", said, "", base.amount, "CNY", own=True, figures=told)
        return
    values = {"year": base.value.entry.printed["year"], "place": base.value.layer}
    said = Message("pension.step.base", values)
    yield Step("calculation_base", said, "", base.amount, "CNY", figures=told, **evidence([base.value]))


def _basic(found: Pension) -> Iterator[Step]:
    base = found.base.amount
    if base is None or found.basic is None:
        return
    yield Step("index", Message("pension.step.index", {"index": found.index}), citations=("sil-19", "t66-7"))
    years = plainly(found.years) if found.years is not None else f"{plainly(found.months)} ÷ 12"
    formula = f"{grouped(base)} × (1 + {plainly(found.index)}) ÷ 2 × {years} × 1% = {grouped(found.basic)}"
    values = {"index": found.index, "months": found.months}
    rests_on = evidence(_values(found.base.value), "sil-15", FORMULA)
    yield Step(
        "basic", Message("pension.step.basic", values), formula, found.basic, "CNY", own=found.base.own, **rests_on
    )


def _divisor(found: Pension) -> Iterator[Step]:
    months, table, age = found.divisor.months, found.divisor.found, found.claim.age
    if months is None:
        return
    told = (Figure("divisor", months, "months"),)
    if table is None or age is None:
        yield Step("divisor", Message("pension.step.divisor-own"), "", months, "months", own=True, figures=told)
        return
    which, formula = "divisor", ""
    if age.months and found.claim.month >= FIRST_BY_MONTH:
        which, formula = "divisor-by-month", _between(found, age, months)
    elif age.months:
        which = "divisor-whole"
    said = Message(f"pension.step.{which}", {"age": age, "years": age.years})
    yield Step("divisor", said, formula, months, "months", figures=told, **evidence([table.value], FORMULA))


def _between(found: Pension, age: Age, months: Decimal) -> str:
    """The line between the two whole ages, with the numbers in."""
    ends = [payment_months(age.years + step, 0, found.claim.month) for step in (0, 1)]
    here, after = (plainly(end.months) for end in ends if end)
    return f"{here} − ({here} − {after}) × {age.months} ÷ 12 → {plainly(months)}"


def _account(found: Pension) -> Iterator[Step]:
    if found.divisor.months is None or found.account is None:
        return
    formula = f"{grouped(found.balance)} ÷ {plainly(found.divisor.months)} = {grouped(found.account)}"
    table = found.divisor.found
    rests_on = evidence(_values(table.value if table else None), "sil-15", FORMULA)
    said = Message("pension.step.account")
    yield Step("account", said, formula, found.account, "CNY", own=found.divisor.own, **rests_on)


def _given(found: Pension) -> Iterator[Step]:
    """Parts that the reader gave: the province sets them."""
    if found.transitional:
        said = Message("pension.step.transitional")
        yield Step("transitional", said, "", found.transitional, "CNY", (FORMULA,), own=True)
    if found.local_extras:
        yield Step("local_extras", Message("pension.step.local_extras"), "", found.local_extras, "CNY", own=True)


def _total(found: Pension) -> Iterator[Step]:
    if found.total is None:
        return
    shown = [grouped(part) for part in found.parts.values() if part]
    grade = worst(one.grade for one in (found.base.value, _table(found)) if one)
    formula = f"{' + '.join(shown) or 0} = {grouped(found.total)}"
    yield Step("total", Message("pension.step.total"), formula, found.total, "CNY", ("sil-15",), grade=grade)


def _table(found: Pension) -> Value | None:
    return found.divisor.found.value if found.divisor.found else None


def _values(one: Value | None) -> list[Value]:
    return [one] if one else []
