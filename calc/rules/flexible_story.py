"""How paying for oneself is told: headline, facts, condition, ladder, tables and dates, all as messages."""

from collections.abc import Mapping
from typing import Any

from calc.pictures import Ladder, Picture, Rung
from calc.result import Dated, Message, Next, Reason, Table
from calc.retiring import figure
from calc.rules.flexible_plan import Plan
from calc.selfpay import Level

NEXT = (
    Next("calculators/pension", Message("flexible.next.pension")),
    Next("calculators/retirement", Message("flexible.next.retirement")),
    Next("calculators/resident-pension", Message("flexible.next.residents")),
)
COLUMNS = ("base", "pension_cost", "medical_cost", "monthly_cost", "pension", "payback")


def headline(plan: Plan) -> Message:
    """From the lowest base to the highest: cost and pension; or why there is none."""
    if not plan.levels:
        return Message("flexible.headline.open")
    values = _values(plan)
    if plan.ahead.enough is False:
        return Message("flexible.headline.short", values)
    told = plan.marked if plan.marked and plan.marked.own else None
    ends = (told,) if told else (plan.levels[0], plan.levels[-1])
    if None in [one.pension_cost for one in ends if one]:
        return Message("flexible.headline.open")
    pensions = "cost" if None in [one.pension for one in ends if one] else "pension"
    return Message(f"flexible.headline.{pensions}-{'own' if told else 'ends'}", values)


def facts(plan: Plan) -> tuple[Message, ...]:
    """Where and when, the claim, how soon the money is back, and what is taken for granted."""
    values = _values(plan)
    lines = [Message("flexible.fact.where", values)]
    if plan.claim is not None and plan.age is not None and plan.ahead.enough:
        lines.append(Message("flexible.fact.claim", values))
    if plan.ahead.enough is False and plan.minimum is not None:
        until = plan.asked.month + (figure(plan.minimum, "months") - plan.past.months)
        lines.append(Message("flexible.fact.pay-on", {"until": until}))
    paybacks = [one.payback for one in plan.levels if one.payback is not None]
    if paybacks:
        ends = {"soonest": min(paybacks), "latest": max(paybacks)}
        lines.append(Message("flexible.fact.payback" if len(set(paybacks)) > 1 else "flexible.fact.payback-one", ends))
    return tuple(lines)


def reasons(plan: Plan) -> tuple[Reason, ...]:
    """Whether the months will be enough for a monthly pension; nothing where birth and category are not known."""
    if plan.minimum is None or plan.total_months is None:
        return ()
    kind = "enough" if plan.ahead.enough else "short"
    message = Message(f"flexible.reason.years-{kind}", _values(plan))
    return (Reason("years", plan.ahead.enough, message, ("sil-16", "delay-2")),)


def pictures(plan: Plan) -> tuple[Picture, ...]:
    """The bases as a ladder: as high as the pension they lead to, or as their cost where that is not known."""
    if not plan.levels:
        return ()
    told = all(one.pension for one in plan.levels)
    kind = "pensions" if told else "costs"
    rungs = tuple(_rung(one, told, marked=one is plan.marked) for one in plan.levels)
    return (Ladder(rungs, Message(f"flexible.title.{kind}"), (Message(f"flexible.title.{kind}-lead"),)),)


def _rung(one: Level, told: bool, marked: bool) -> Rung:
    """As high as the pension, named by what it costs; or as high as the cost, named by the base."""
    cost = Message("flexible.rung.cost", {"amount": one.pension_cost})
    if not told:
        return Rung(_base(one), one.pension_cost, cost, marked)
    return Rung(cost, one.pension, Message("flexible.rung.pension", {"amount": one.pension}), marked)


def tables(plan: Plan) -> tuple[Table, ...]:
    """Every base with its costs and its pension; then what is assumed, with the answer that changes it."""
    if not plan.levels:
        return ()
    heads = tuple(Message(f"flexible.column.{name}") for name in COLUMNS)
    rows = tuple(
        (_base(one), one.pension_cost, one.medical_cost, one.monthly_cost, _pension(plan, one), _payback(plan, one))
        for one in plan.levels
    )
    return (Table("levels", heads, rows, title=Message("flexible.title.levels")), _assumptions(plan))


def dates(plan: Plan) -> tuple[Dated, ...]:
    """The month of the claim, where it is still to come."""
    if plan.claim is None or plan.claim <= plan.asked.month:
        return ()
    return (Dated("claim", plan.claim, Message("flexible.date.claim", _values(plan)), ("delay-1",)),)


def _assumptions(plan: Plan) -> Table:
    """What the years ahead rest on; a line for each figure that is known."""
    ahead = plan.ahead
    lines: dict[str, Message | None] = {
        "months": None if ahead.months is None else Message("flexible.assumed.span", {"months": ahead.months}),
        "average_wage": _yuan(ahead.average_wage),
        "calculation_base": _yuan(ahead.calculation_base),
        "divisor": None if ahead.divisor is None else Message("flexible.assumed.count", {"count": ahead.divisor}),
        "growth": Message("flexible.assumed.none"),
    }
    heads = (Message("flexible.column.assumed"), Message("flexible.column.figure"))
    rows = tuple((Message(f"flexible.assumed.{name}"), value) for name, value in lines.items())
    return Table("assumed", heads, rows, title=Message("flexible.title.assumed"))


def _yuan(amount: Any) -> Message | None:
    return None if amount is None else Message("flexible.yuan", {"amount": amount})


def _base(one: Level) -> Message:
    kind = "own" if one.own else "plain" if one.percent is None else "share"
    return Message(f"flexible.base-{kind}", {"base": one.base, "percent": one.percent})


def _pension(plan: Plan, one: Level) -> Any:
    return Message("flexible.no-pension") if plan.ahead.enough is False else one.pension


def _payback(plan: Plan, one: Level) -> Message | None:
    if one.payback is not None:
        return Message("flexible.assumed.span", {"months": one.payback})
    settled = plan.ahead.enough is False or (one.pension is not None and one.without is not None)
    return Message("flexible.no-payback") if settled else None


def _values(plan: Plan) -> Mapping[str, Any]:
    low, high = (plan.levels[0], plan.levels[-1]) if plan.levels else (None, None)
    own = plan.marked
    minimum = None if plan.minimum is None else figure(plan.minimum, "months")
    total = plan.total_months
    return {
        "place": plan.asked.place,
        "month": plan.asked.month,
        "claim": plan.claim,
        "age": plan.age,
        "months": plan.ahead.months,
        "paid": total,
        "minimum": minimum,
        "short": None if minimum is None or total is None else max(minimum - total, 0),
        "low_base": low.base if low else None,
        "low_cost": low.pension_cost if low else None,
        "low_pension": low.pension if low else None,
        "high_base": high.base if high else None,
        "high_cost": high.pension_cost if high else None,
        "high_pension": high.pension if high else None,
        "base": own.base if own else None,
        "cost": own.pension_cost if own else None,
        "pension": own.pension if own else None,
    }
