"""When may I retire, and have I paid for long enough by then?

What: the statutory month by category and month of birth; the earliest and latest month that may be chosen; the
    months of contributions that a monthly pension takes, and how many are missing.
Source: decision of 2024-09-13 with the State Council's measures, arts 1-3; 人社部发〔2024〕94号; Social Insurance
    Law (社会保险法) art 16; order 13 (2011) arts 2-4.
Limits: which women have 55 and which 50 is settled by post and file, and asked, not guessed. Early retirement for
    listed hard work and after loss of all capacity to work is for the agency to decide.
"""

from typing import Any

from calc.month import Age, Month
from calc.questions import Calculator, Named, Problem, Question, RefusedError
from calc.result import Message, Missing, Reason, Result
from calc.retiring import CATEGORIES, counted_minimum, figure, retirement_of
from calc.rules import retirement_steps, retirement_story
from calc.rules.retirement_story import Plan
from calc.rules.short_of_years import ways, ways_table


def retirement(
    today: str,
    birth: Month,
    category: str,
    chosen_month: Month | None = None,
    contribution_months: int | None = None,
) -> Result:
    """When somebody may retire, and whether the years are enough.

    Args:
        today: a date; the law of that day is used.
        birth: month of birth. The day does not matter.
        category: male, female55 or female50.
        chosen_month: the month in which the reader would like to retire.
        contribution_months: months that will have been paid by then, deemed ones included.

    Raises:
        RefusedError: the birth lies in the future.

    >>> found = retirement("2026-11-22", Month(1965, 1), "male", contribution_months=170)
    >>> found.outcome, found.results["statutory_month"], found.results["shortfall_months"]
    ('not-eligible', '2025-02', 10)
    """
    now = Month.parse(today)
    if birth > now:
        raise RefusedError(Problem("birth", "too-large", {"high": now, "kind": "month"}))
    found = retirement_of(birth, category, now)
    minimum = counted_minimum(found, chosen_month)
    plan = Plan(now, category, found, chosen_month, contribution_months, minimum, figure(minimum, "months"))
    return Result(
        outcome=_outcome(plan),
        results=_results(plan),
        headline=retirement_story.headline(plan),
        facts=retirement_story.facts(plan),
        pictures=(retirement_story.time_line(plan),),
        tables=(retirement_story.months_table(plan), *((ways_table(),) if plan.shortfall else ())),
        reasons=_reasons(plan),
        steps=(*retirement_steps.steps(plan), *(ways() if plan.shortfall else ())),
        missing=_missing(plan),
        warnings=retirement_story.warnings(plan),
        dates=retirement_story.dates(plan),
        next=retirement_story.NEXT,
        ask=("hrss",),
    )


def _results(plan: Plan) -> dict[str, Any]:
    found = plan.found
    age = Age.of(found.statutory - found.birth)
    return {
        "statutory_month": str(found.statutory),
        "statutory_age": {"years": age.years, "months": age.months},
        "delay_months": found.delay,
        "earliest_month": str(found.earliest),
        "latest_month": str(found.latest),
        "minimum_months": plan.minimum_months,
        "shortfall_months": plan.shortfall,
    }


def _outcome(plan: Plan) -> str:
    """Answered when only the months were asked; yes or no once something can be refused; else what is missing."""
    met = [reason.met for reason in _reasons(plan)]
    if not met:
        return "answered"
    if False in met:
        return "not-eligible"
    return "cannot-tell" if None in met else "eligible"


def _reasons(plan: Plan) -> tuple[Reason, ...]:
    """The conditions of what was asked: none where neither a month nor contributions were given."""
    reasons = []
    if plan.chosen is not None:
        reasons.append(_window(plan))
    if plan.chosen is not None or plan.paid is not None:
        reasons.append(_years(plan))
    return tuple(reasons)


def _window(plan: Plan) -> Reason:
    months = {"chosen": plan.chosen, "earliest": plan.found.earliest, "latest": plan.found.latest}
    return Reason("window", plan.in_window, Message(f"retirement.reason.window-{plan.kind}", months), ("delay-3",))


def _years(plan: Plan) -> Reason:
    enough = None if plan.shortfall is None else plan.shortfall == 0
    which = {None: "open", True: "enough", False: "short"}[enough]
    counts = {"paid": plan.paid, "minimum": plan.minimum_months, "short": plan.shortfall, "month": plan.minimum_month}
    return Reason("years", enough, Message(f"retirement.reason.years-{which}", counts), ("sil-16", "delay-2"))


def _missing(plan: Plan) -> tuple[Missing, ...]:
    if _outcome(plan) != "cannot-tell":
        return ()
    why = Message("retirement.missing.contribution_months", {"minimum": plan.minimum_months})
    return (Missing("contribution_months", why),)


CALCULATOR = Calculator(
    id="retirement",
    rule=retirement,
    example={"birth": "1972-05", "category": "female55"},
    highlights=(
        Named("statutory_month", "month"),
        Named("earliest_month", "month"),
        Named("latest_month", "month"),
        Named("minimum_months", "months"),
        Named("shortfall_months", "months"),
    ),
    questions=(
        Question("birth", "month", required=True, low="1930-01", high="2100-12"),
        Question("category", "choice", required=True, choices=CATEGORIES),
        Question("contribution_months", "whole", high="840"),
        Question("chosen_month", "month", low="1960-01", high="2100-12"),
    ),
)
