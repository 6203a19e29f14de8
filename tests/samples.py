"""Results that no rule gives yet, with every kind of picture and part, so that all that an answer can hold is shown."""

from decimal import Decimal

from calc import rules
from calc.messages import Message
from calc.month import Month
from calc.pictures import Bar, Bars, Flow, Ladder, Point, Rung, TimeLine
from calc.result import Dated, Missing, Next, Reason, Result, Step, Table
from calc.view import with_answer
from calc.view.html import Markup
from calc.words import words

CALCULATOR = rules.get("contributions")
TYPED = {"place": "310000", "month": Month(2026, 11), "wage": Decimal(12000)}


def named(scheme: str) -> Message:
    return Message("term-of", {"scheme": scheme})


def yuan(amount: int | str) -> Message:
    return Message("contributions.cell-plain", {"amount": Decimal(amount)})


POINTS = (
    Point(Month(2026, 11), named("pension"), "now"),
    Point(Month(2027, 12), named("medical")),
    Point(Month(2028, 2), named("injury"), "main"),
    Point(Month(2031, 1), named("unemployment")),
)
LINE = TimeLine(POINTS, (Month(2027, 12), Month(2031, 1)), named("pension"), (named("medical"),))
STEPS = Ladder(
    (
        Rung(named("pension"), Decimal(1000), yuan(1000)),
        Rung(named("medical"), Decimal(2500), yuan(2500), marked=True),
        Rung(named("injury"), None, yuan(0)),
        Rung(named("unemployment"), Decimal(0), yuan(0)),
    )
)
PARTS = Bars(
    (
        Bar(
            named("pension"),
            ((("employee", Decimal(1)), ("employer", None)), (("account", Decimal(4)), ("pool", Decimal(6)))),
            (named("medical"),),
            ("sil-12",),
        ),
        Bar(named("injury"), ((("employee", None), ("employer", None)),)),
    )
)

PICTURES = {"time line": LINE, "ladder": STEPS, "bars": PARTS}


def result(outcome: str, *pictures: Bars | Flow | Ladder | TimeLine) -> Result:
    """A result of that outcome which holds something of everything."""
    return Result(
        outcome=outcome,
        results={},
        headline=named("pension"),
        facts=(named("medical"), named("injury")),
        pictures=pictures,
        tables=(Table("sample", (named("pension"), named("medical")), ((named("injury"), None),)),),
        reasons=(
            Reason("first", True, named("pension"), ("sil-12",)),
            Reason("second", False, named("medical"), ("sil-23", "sil-8")),
            Reason("third", None, named("injury")),
        ),
        steps=(
            Step("one", named("pension"), "1 + 1 = 2", Decimal(2), "CNY", ("sil-12",), ("310000",), "B"),
            Step("two", named("medical"), "", None, "", ("sil-44",), own=True),
        ),
        missing=(Missing("age", named("medical")),),
        dates=(
            Dated("month", Month(2027, 7), named("pension"), ("sil-14",)),
            Dated("day", "2027-03-05", named("medical")),
        ),
        next=(Next("guides/your-pay", named("pension")),),
        warnings=(named("injury"),),
        ask=("hrss",),
    )


def html(given: Result, lang: str, beside: bool = False) -> Markup:
    """The fragment of a result, in one language or in both."""
    said = words(lang, CALCULATOR.id)
    twin = words("en" if lang == "zh" else "zh", CALCULATOR.id) if beside else None
    raw = {"place": "310000", "month": "2026-11", "wage": "12000", "age": ""}
    return with_answer(CALCULATOR, raw, TYPED, given, said, twin)


def all_samples(lang: str, beside: bool = False) -> list[Markup]:
    """Every outcome with every picture."""
    outcomes = ("answered", "eligible", "not-eligible", "cannot-tell")
    return [html(result(outcome, *PICTURES.values()), lang, beside) for outcome in outcomes]
