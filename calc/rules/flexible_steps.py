"""The reasoning behind one base, step by step, and what weakens the answer. The other bases go the same way."""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from calc.doubts import doubts
from calc.evidence import evidence
from calc.lines import Line
from calc.money import as_percent, grouped, plainly
from calc.result import Message, Step
from calc.rules.flexible_plan import Plan
from calc.selfpay import Level
from calc.values import Value

FORMULA = "nat-2005-38"
SHOWN_INDEX = Decimal("0.000001")
ARTICLES = {"pension": ("sil-10", "sil-12"), "medical": ("sil-23",), "unemployment": ("sil-44",)}


def steps(plan: Plan) -> tuple[Step, ...]:
    """Costs, months, index, account, the two parts of the pension and their sum, and when the money is back."""
    one = plan.marked
    if one is None:
        return ()
    return (*_costs(plan, one), *_months(plan), *_parts(plan, one), *_payback(plan, one))


def warnings(plan: Plan) -> tuple[Message, ...]:
    """What the answer takes for granted, then what the data says of single values."""
    used = [(one.scheme, found) for one in plan.schemes for found in one.values]
    used += [("pension", found) for found in _behind(plan)]
    return (*_taken_for_granted(plan), *doubts(used, plan.asked.today))


def _costs(plan: Plan, one: Level) -> Iterator[Step]:
    yield Step("base", Message("flexible.step.base", {"base": one.base}), "", one.base, "CNY", **_limits(plan))
    for line in one.lines:
        if line.employee is not None:
            yield _cost(line)


def _limits(plan: Plan) -> dict[str, Any]:
    pension = plan.schemes[0]
    limits = pension.from_us(pension.limits, "floor", "ceiling")
    return evidence([*([limits] if limits else []), *(_values(plan.choice))], "sil-10")


def _cost(line: Line) -> Step:
    scheme, rate, fixed = line.terms.scheme, line.terms.employee_rate, line.terms.employee_fixed
    assert line.employee is not None, "a cost that is not known has no step"
    formula = grouped(line.employee)
    if rate and line.base is not None:
        extra = f" + {grouped(fixed)}" if fixed else ""
        formula = f"{grouped(line.base)} × {as_percent(rate)}{extra} = {grouped(line.employee)}"
    own = bool({"employee_rate", "employee_fixed"} & line.terms.own)
    return Step(
        f"cost.{scheme}",
        Message("flexible.step.cost", {"scheme": scheme}),
        formula,
        line.employee,
        "CNY",
        own=own,
        **evidence(_values(line.terms.from_us(line.terms.rates, "employee_rate")), *ARTICLES.get(scheme, ())),
    )


def _months(plan: Plan) -> Iterator[Step]:
    months, total = plan.ahead.months, plan.total_months
    if months is None or total is None:
        return
    given = plan.asked.years_to_pay is not None
    kind = "own" if given else "until"
    values = {"months": months, "claim": plan.claim, "total": total}
    rests_on = evidence([plan.retirement.schedule] if plan.retirement and not given else [], "delay-1")
    formula = f"{plan.past.months} + {plainly(months)} = {plainly(total)}"
    yield Step("months", Message(f"flexible.step.months-{kind}", values), formula, total, "months", **rests_on)


def _parts(plan: Plan, one: Level) -> Iterator[Step]:
    if one.index is not None:
        yield _index(plan, one)
    if one.basic is not None:
        yield _basic(plan, one)
    if one.balance is not None:
        yield _balance(plan, one)
    if one.account is not None and one.balance is not None and plan.table is not None:
        yield Step(
            "account",
            Message("flexible.step.account", {"age": plan.age}),
            f"{grouped(one.balance)} ÷ {plainly(plan.table.months)} = {grouped(one.account)}",
            one.account,
            "CNY",
            **evidence([plan.table.value], "sil-15", FORMULA),
        )
    if one.pension and one.basic is not None and one.account is not None:
        formula = f"{grouped(one.basic)} + {grouped(one.account)} = {grouped(one.pension)}"
        yield Step("pension", Message("flexible.step.pension"), formula, one.pension, "CNY", ("sil-15",))


def _index(plan: Plan, one: Level) -> Step:
    wage, months, past = plan.ahead.average_wage, plan.ahead.months, plan.past
    assert wage is not None and months is not None and one.index is not None, "an index has both"
    here = f"{grouped(one.base)} ÷ {grouped(wage)}"
    formula = f"{here} = {_short(one.index)}"
    if past.months and past.index is not None:
        before = f"{plainly(past.index)} × {past.months}"
        formula = f"({before} + {here} × {plainly(months)}) ÷ {plainly(past.months + months)} = {_short(one.index)}"
    own = plan.asked.average_wage is not None
    kind = "mixed" if past.months else "plain"
    return Step(
        "index", Message(f"flexible.step.index-{kind}"), formula, None, "", own=own, **evidence(_values(plan.average))
    )


def _basic(plan: Plan, one: Level) -> Step:
    base, total = plan.ahead.calculation_base, plan.total_months
    assert base is not None and total is not None and one.index is not None and one.basic is not None
    months = f"{plainly(total)} ÷ 12"
    formula = f"{grouped(base)} × (1 + {_short(one.index)}) ÷ 2 × {months} × 1% = {grouped(one.basic)}"
    rests_on = evidence(_values(plan.base.value), "sil-15", FORMULA)
    said = Message("flexible.step.basic")
    return Step("basic", said, formula, one.basic, "CNY", own=plan.base.own, **rests_on)


def _balance(plan: Plan, one: Level) -> Step:
    monthly, months, before = one.lines[0].account, plan.ahead.months, plan.past.balance
    assert monthly is not None and months is not None and one.balance is not None
    formula = f"{grouped(monthly)} × {plainly(months)} = {grouped(one.balance)}"
    if before:
        formula = f"{grouped(before)} + {formula}"
    rates = one.lines[0].terms.from_us(one.lines[0].terms.rates, "employee_rate")
    said = Message("flexible.step.balance", {"monthly": monthly})
    return Step("balance", said, formula, one.balance, "CNY", **evidence(_values(rates), "sil-12", FORMULA))


def _payback(plan: Plan, one: Level) -> Iterator[Step]:
    cost, months = one.pension_cost, plan.ahead.months
    if one.payback is None or cost is None or months is None or one.pension is None:
        return
    rise = grouped(one.pension)
    if one.without:
        rise = f"({rise} − {grouped(one.without)})"
    kind = "rise" if one.without else "whole"
    formula = f"{grouped(cost)} × {plainly(months)} ÷ {rise} → {one.payback}"
    values = {"without": one.without}
    yield Step("payback", Message(f"flexible.step.payback-{kind}", values), formula, one.payback, "months")


def _taken_for_granted(plan: Plan) -> Iterator[Message]:
    yield Message("warning.no-employer")
    if plan.ahead.months:
        yield Message("warning.today-money")
    if plan.asked.category in ("female55", "female50"):
        yield Message("warning.category-local")
    if plan.retirement and plan.claim and plan.claim > plan.retirement.statutory >= plan.asked.month:
        yield Message("warning.beyond-age", {"statutory": plan.retirement.statutory})
    if any(one.scheme == "medical" for one in plan.schemes):
        yield Message("warning.medical-by-choice")


def _behind(plan: Plan) -> list[Value]:
    """The local values of the pension: not those that the reader replaced."""
    return [one for one in (plan.average, plan.base.value) if isinstance(one, Value)]


def _values(found: object) -> list[Value]:
    return [found] if isinstance(found, Value) else []


def _short(index: Decimal) -> str:
    """An index with as many decimals as it takes for the formula to lead to the same fen."""
    return plainly(index.quantize(SHOWN_INDEX, ROUND_HALF_UP))
