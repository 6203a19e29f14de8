"""The pictures an answer can carry, in no language and without a single tag: drawn by `calc.view.pictures`.

Flow: amounts from who pays, through schemes, to where they end. Bars: the same parts without the flow.
TimeLine: months in order, with what happens in each. Ladder: levels to compare with each other.
Each may have a title of its own and sentences that lead to it (`lead`).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from calc.messages import Message
from calc.month import Month

Part = tuple[str, Decimal | None]
"""A part of an amount: its name (`part.NAME` in the text files, and its colour) and its yuan, None where not known."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One amount divided in one or two ways (tracks), each of whose parts add up to it.

    `story` says in sentences what happens to the amount: who collects it, who keeps it, who pays it out;
    `citations` are the articles behind it.
    """

    label: Message
    tracks: tuple[tuple[Part, ...], ...]
    story: tuple[Message, ...] = ()
    citations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Bars:
    """Amounts one below the other, each with its parts."""

    rows: tuple[Bar, ...]
    title: Message | None = None
    lead: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class Flow:
    """Amounts that come from the parts of the first track and go to those of the second, row by row.

    `notes` says by the name of a part what stands beside it in the drawing, such as the pay it is taken from.
    """

    rows: tuple[Bar, ...]
    title: Message | None = None
    lead: tuple[Message, ...] = ()
    notes: Mapping[str, Message] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Point:
    """What happens in a month. `kind` is its weight: main (what was asked), other, or now."""

    month: Month
    label: Message
    kind: str = "other"


@dataclass(frozen=True, slots=True)
class TimeLine:
    """Points in time order, and the span between two of them that is open to choice, if there is one."""

    points: tuple[Point, ...]
    span: tuple[Month, Month] | None = None
    title: Message | None = None
    lead: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class Rung:
    """One level of a ladder: what it stands for, how high it is, and whether it is the one that was asked."""

    label: Message
    amount: Decimal | None
    shown: Message
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Ladder:
    """Levels that can be compared, from the lowest to the highest."""

    rungs: tuple[Rung, ...]
    title: Message | None = None
    lead: tuple[Message, ...] = ()


Picture = Flow | Bars | TimeLine | Ladder
