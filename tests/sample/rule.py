"""Have you paid into the pension long enough for a monthly pension?

What: the months of every place in the history add up; they are held against the least that the law asks.
Source: Measures on Raising the Statutory Retirement Age, art. 2; Social Insurance Law (社会保险法) art. 19.
Limits: a sample for the tests of the machinery. It takes the years that hold to the end of 2029 for everyone.
"""

from decimal import Decimal
from typing import Any

from calc.citations import article
from calc.month import Age, Month
from calc.questions import Calculator, Named, Question
from calc.result import Dated, Message, Missing, Next, Reason, Result, Step, Table

LAW = ("delay-2",)


def sample(
    today: str,  # noqa: ARG001 - every rule is handed the day
    place: str,
    month: Month,
    birth: Month,
    category: str,  # noqa: ARG001 - asked, to have a choice in the form; the months needed are the same
    history: list[dict[str, Any]],
    still_paying: bool | None = None,
    index: Decimal | None = None,
    hukou: str | None = None,
) -> Result:
    """Add up the months and say what follows.

    >>> rows = [{"place": "110000", "months": 100}, {"place": "310000", "months": 80}]
    >>> sample("2026-11-22", "110000", Month(2026, 11), Month(1970, 1), "male", rows).outcome
    'eligible'
    """
    needed = article("delay-2")["limits"]["until_2029"]["years"] * 12
    paid = sum(row["months"] for row in history)
    lacking = max(needed - paid, 0)
    outcome = "eligible" if not lacking else "cannot-tell" if still_paying is None else "not-eligible"
    enough_in = month + lacking if lacking and still_paying else None
    values = {"paid": paid, "needed": needed, "lacking": lacking, "age": Age.of(max(month - birth, 0))}
    return Result(
        outcome=outcome,
        results={"paid_months": paid, "needed_months": needed, "shortfall_months": lacking},
        headline=Message(f"sample.headline.{outcome}", values),
        facts=(
            Message("sample.fact.where", {"place": place, "month": month}),
            Message("sample.fact.who", values),
        ),
        tables=(_table(history, paid),),
        reasons=_reasons(lacking, still_paying, values),
        steps=_steps(history, index, hukou, values),
        missing=(Missing("still_paying", Message("sample.missing.still_paying")),) if outcome == "cannot-tell" else (),
        dates=(Dated("enough", enough_in, Message("sample.date.enough"), LAW),) if enough_in else (),
        next=(Next("guides/your-pay", Message("sample.next")),),
        ask=("hrss",),
    )


def _reasons(lacking: int, still_paying: bool | None, values: dict[str, Any]) -> tuple[Reason, ...]:
    long_enough = Reason("long-enough", not lacking, Message("sample.reason.long-enough", values), LAW)
    return (long_enough, Reason("still-paying", still_paying, Message("sample.reason.still-paying")))


def _steps(
    history: list[dict[str, Any]], index: Decimal | None, hukou: str | None, values: dict[str, Any]
) -> tuple[Step, ...]:
    added = " + ".join(str(row["months"]) for row in history)
    formula = f"{added} = {values['paid']}"
    steps = [Step("paid", Message("sample.step.paid"), formula, values["paid"], "months", ("sil-19",))]
    compared = f"{values['needed']} − {values['paid']} = {values['needed'] - values['paid']}"
    steps.append(Step("lacking", Message("sample.step.lacking"), compared, values["lacking"], "months", LAW))
    if index is not None:
        steps.append(Step("index", Message("sample.step.index", {"index": index})))
    if hukou == "none":
        steps.append(Step("hukou", Message("sample.step.no-hukou")))
    return tuple(steps)


def _table(history: list[dict[str, Any]], paid: int) -> Table:
    rows = tuple((Message("sample.cell.place", {"place": row["place"]}), str(row["months"])) for row in history)
    columns = (Message("sample.column.place"), Message("sample.column.months"))
    return Table("history", columns, rows, (Message("sample.column.total"), str(paid)))


CALCULATOR = Calculator(
    id="sample",
    rule=sample,
    example={
        "place": "310000",
        "birth": "1970-08",
        "category": "female55",
        "history.0.place": "310000",
        "history.0.months": "96",
        "history.1.place": "320500",
        "history.1.months": "90",
    },
    highlights=(Named("shortfall_months", "months"), Named("paid_months", "months")),
    questions=(
        Question("place", "place", required=True),
        Question("month", "month", required=True),
        Question("birth", "month", required=True, low="1930-01", high="2010-12"),
        Question("category", "choice", required=True, choices=("male", "female55", "female50")),
        Question(
            "history",
            "rows",
            required=True,
            low="1",
            high="12",
            columns=(
                Question("place", "place", required=True),
                Question("months", "whole", required=True, low="1", high="600"),
            ),
        ),
        Question("still_paying", "flag", shown="needed"),
        Question("index", "number", low="0.6", high="3", shown="more"),
        Question("hukou", "place", choices=("none",), shown="more"),
    ),
)
