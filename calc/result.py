"""What a rule hands back: messages with values, steps, totals that are the sum of their steps.

Nothing here knows a sentence or a tag: words are in the text files, HTML is made by `calc.view`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from calc.messages import Figure, Message
from calc.money import ZERO
from calc.month import Month
from calc.pictures import Picture
from calc.values import Value

__all__ = [
    "Dated",
    "Figure",
    "Message",
    "Missing",
    "Next",
    "Reason",
    "Result",
    "Step",
    "Table",
    "known_total",
    "total",
    "worst",
]

GRADES = "ABC"


@dataclass(frozen=True, slots=True)
class Step:
    """One move of the reasoning.

    Attributes:
        id: stable and unique within the result, such as "employer.pension".
        message: what is done and why.
        formula: the arithmetic with the numbers in, or "" where nothing is computed.
        value, unit: what came out, and "CNY", "months", "rate" or "".
        citations: source ids of the figures and ids of the articles behind the step.
        layers: whose files hold those sources; the first layer is the one that answered.
        grade: the worst grade among the figures used; "A" where only the law was used.
        in_force: the months for which the figure was printed.
        own: whether the step rests on a figure that the reader gave.
        figures: the named numbers that went in, from which a comparison explains a difference.
    """

    id: str
    message: Message
    formula: str = ""
    value: Any = None
    unit: str = ""
    citations: tuple[str, ...] = ()
    layers: tuple[str, ...] = ()
    grade: str = "A"
    in_force: tuple[Month | None, Month | None] | None = None
    own: bool = False
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True)
class Reason:
    """A condition: met, not met, or (None) not known yet."""

    id: str
    met: bool | None
    message: Message
    citations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Missing:
    """An answer that would settle what is open: the field to fill, and why it is asked."""

    field: str
    why: Message


@dataclass(frozen=True, slots=True)
class Dated:
    """A month or a day to note, such as the first month of a pension or the end of a time limit; for the calendar.

    `when` is a Month, or a day as YYYY-MM-DD.
    """

    id: str
    when: Month | str
    message: Message
    citations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Next:
    """Where to go on: a page of this guide by its name, such as "guides/your-pay", and what the reader does there."""

    page: str
    message: Message


@dataclass(frozen=True, slots=True)
class Table:
    """The twin of a picture for those who read tables. A cell is a Message, a Decimal or None; `title` names it.

    A Message that holds an `amount` counts as that amount when tables are compared; one that heads a row may
    hold `row`, by which the row is found in the other table under another name.
    """

    id: str
    columns: tuple[Message, ...]
    rows: tuple[tuple[Any, ...], ...]
    total: tuple[Any, ...] | None = None
    title: Message | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """An answer with its reasoning, in no language.

    `outcome` is answered, eligible, not-eligible or cannot-tell; `results` are the named results of
    the contract, None where unsettled. `facts` are the short lines under the headline, `dates` what a
    calendar should hold, `next` where to go on, `ask` the kinds of body that can settle it (hrss, nhsa, tax),
    `used` the values it rests on, so that an older link can be told which of them were recorded since.
    """

    outcome: str
    results: Mapping[str, Any]
    headline: Message
    facts: tuple[Message, ...] = ()
    pictures: tuple[Picture, ...] = ()
    tables: tuple[Table, ...] = ()
    reasons: tuple[Reason, ...] = ()
    steps: tuple[Step, ...] = ()
    missing: tuple[Missing, ...] = ()
    warnings: tuple[Message, ...] = ()
    dates: tuple[Dated, ...] = ()
    next: tuple[Next, ...] = ()
    ask: tuple[str, ...] = ()
    used: tuple[Value, ...] = ()


def total(parts: Iterable[Decimal | None]) -> Decimal | None:
    """The sum of all parts, or None when one of them is not known.

    >>> total([Decimal("1.10"), Decimal("2.00")]), total([Decimal("1.10"), None])
    (Decimal('3.10'), None)
    """
    kept = list(parts)
    return None if any(part is None for part in kept) else known_total(kept)


def known_total(parts: Iterable[Decimal | None]) -> Decimal:
    """The sum of those parts that are known.

    >>> known_total([Decimal("1.10"), None])
    Decimal('1.10')
    """
    return sum((part for part in parts if part is not None), ZERO)


def worst(grades: Iterable[str]) -> str:
    """The weakest of some grades; A when there is none, since then only the law was used.

    >>> worst(["A", "C", "B"]), worst([])
    ('C', 'A')
    """
    return max(grades, key=GRADES.index, default="A")
