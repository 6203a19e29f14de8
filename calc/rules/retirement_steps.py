"""The reasoning behind a retirement month, step by step, each with the article or the figure it rests on."""

from collections.abc import Iterator

from calc.evidence import evidence
from calc.messages import Figure
from calc.month import Age
from calc.result import Message, Step
from calc.retiring import figure
from calc.rules.retirement_story import Plan


def steps(plan: Plan) -> tuple[Step, ...]:
    """The original month, the delay, the statutory month, the window, the years."""
    return (*_months(plan), *_window(plan), *_years(plan))


def _months(plan: Plan) -> Iterator[Step]:
    found = plan.found
    rests_on = evidence([found.schedule], "delay-1")
    before = Age.of(found.original - found.birth)
    formula = f"{found.birth} + {before.years} × 12 = {found.original}"
    yield Step("original", Message("retirement.step.original", {"before": before}), formula, found.original, **rests_on)
    yield _delay(plan)
    formula = f"{found.original} + {found.delay} = {found.statutory}"
    age = Age.of(found.statutory - found.birth)
    said = Message("retirement.step.statutory", {"age": age})
    yield Step("statutory", said, formula, found.statutory, **rests_on)


def _delay(plan: Plan) -> Step:
    found = plan.found
    start, rests_on = found.schedule.entry.start, evidence([found.schedule], "delay-1")
    told = (Figure("delay", found.delay, "months"),)
    if not found.is_delayed:
        return Step(
            "delay", Message("retirement.step.no-delay", {"start": start}), "", 0, "months", figures=told, **rests_on
        )
    step, most = (figure(found.schedule, name) for name in ("step_months", "most_months"))
    elapsed = found.original - start
    reached = elapsed // step + 1
    formula = (
        f"{found.original} − {start} = {elapsed}; {elapsed} ÷ {step} → {reached - 1}; {reached - 1} + 1 = {reached}"
    )
    if reached > most:
        formula += f" → {most}"
    which = "delay-most" if reached > most else "delay"
    values = {"start": start, "step": step, "most": most, "delay": found.delay}
    return Step(
        "delay", Message(f"retirement.step.{which}", values), formula, found.delay, "months", figures=told, **rests_on
    )


def _window(plan: Plan) -> Iterator[Step]:
    found = plan.found
    if not found.is_delayed:
        return
    rests_on = evidence([found.window], "delay-3")
    earlier, later = (figure(found.window, name) for name in ("earlier_months", "later_months"))
    values = {"earlier": earlier, "later": later, "notice": figure(found.window, "earlier_notice_months")}
    values["agreement"] = figure(found.window, "later_notice_months")
    formula = f"{found.statutory} − {earlier} = {found.statutory + -earlier}"
    if found.statutory + -earlier < found.original:
        formula += f" < {found.original} → {found.original}"
    yield Step("earliest", Message("retirement.step.earliest", values), formula, found.earliest, **rests_on)
    formula = f"{found.statutory} + {later} = {found.latest}"
    yield Step("latest", Message("retirement.step.latest", values), formula, found.latest, **rests_on)


def _years(plan: Plan) -> Iterator[Step]:
    values = {"minimum": plan.minimum_months, "month": plan.minimum_month}
    which = "early" if plan.minimum_month != plan.found.statutory else "statutory"
    rests_on = evidence([plan.minimum], "sil-16", "delay-2")
    said = Message(f"retirement.step.minimum-{which}", values)
    told = (Figure("minimum", plan.minimum_months, "months"),)
    yield Step("minimum", said, "", plan.minimum_months, "months", figures=told, **rests_on)
    if plan.paid is None or plan.shortfall is None:
        return
    sign = f" = {plan.shortfall}" if plan.shortfall else " ≤ 0"
    formula = f"{plan.minimum_months} − {plan.paid}{sign}"
    which = "shortfall" if plan.shortfall else "enough"
    said = Message(f"retirement.step.{which}")
    yield Step("shortfall", said, formula, plan.shortfall, "months", **rests_on)
