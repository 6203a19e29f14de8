"""The limits of the base over time as a step chart. The table below it says the same in words and numbers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from calc.entries import Entry
from calc.month import Month
from calc.view.html import Markup, join, tag
from scripts.places.wording import Wording

if TYPE_CHECKING:
    from scripts.places.history import Row

# The picture in its own units; text is 12 of them high, so that it can be read on a phone too.
WIDTH, HEIGHT = 360, 200
LEFT, RIGHT, TOP, BOTTOM = 46, 8, 14, 24
LINES = {"ceiling": "chart-high", "floor": "chart-low"}
FEWEST = 2
STEPS = (1, 2, 5)
MOST_TICKS = 5
LETTERS_APART = 16


@dataclass(frozen=True)
class Span:
    """One horizontal piece of a line: from a month up to the month after its last."""

    start: Month
    after: Month
    amount: Decimal


def figure(place: str, rows: Sequence[Row], said: Wording) -> Markup:
    """The chart of the scheme with the longest history; nothing where there is only one set of limits."""
    schemes = {scheme: [row.entry for row in rows if scheme in row.schemes] for row in rows for scheme in row.schemes}
    scheme, entries = max(schemes.items(), key=lambda one: len(one[1]))
    lines = {name: spans(name, entries, said.month) for name in LINES}
    if any(len(pieces) < FEWEST for pieces in lines.values()):
        return Markup("")
    start = min(pieces[0].start for pieces in lines.values())
    after = max(pieces[-1].after for pieces in lines.values())
    title = said(
        "chart-title",
        scheme=said.term(scheme),
        place=said.name(place),
        start=said.when(start),
        end=said.when(after + -1),
    )
    caption = tag("figcaption", said.marked(title + said("stop")), said("gap"), said.marked(_told(lines, said)))
    return tag("figure", _drawing(lines, start, after, title, said), caption, class_="place-chart")


def spans(name: str, entries: Sequence[Entry], today: Month) -> list[Span]:
    """The pieces of one line, oldest first. An entry without an end goes on to this month."""
    found = []
    for entry in sorted(entries, key=lambda entry: entry.start):
        amount = entry.printed.get(name)
        if amount is not None:
            after = (entry.end or max(today, entry.start)) + 1
            found.append(Span(entry.start, after, Decimal(amount)))
    return found


def ticks(highest: Decimal) -> list[int]:
    """Round amounts for the scale at the side, from nothing up to at least the highest.

    >>> ticks(Decimal(36348)), ticks(Decimal(4200))
    ([0, 10000, 20000, 30000, 40000], [0, 1000, 2000, 3000, 4000, 5000])
    """
    size = 1
    while True:
        for step in STEPS:
            count = -(-int(highest) // (step * size))
            if count <= MOST_TICKS:
                return [number * step * size for number in range(count + 1)]
        size *= 10


def _told(lines: dict[str, list[Span]], said: Wording) -> str:
    low, high = lines["floor"], lines["ceiling"]
    ends = {"low_first": low[0], "low_last": low[-1], "high_first": high[0], "high_last": high[-1]}
    return said("chart-told", **{name: f"{span.amount:,}" for name, span in ends.items()})


def _drawing(lines: dict[str, list[Span]], start: Month, after: Month, title: str, said: Wording) -> Markup:
    scale = ticks(max(span.amount for pieces in lines.values() for span in pieces))
    months = after - start

    def across(month: Month) -> int:
        return LEFT + round((month - start) * (WIDTH - LEFT - RIGHT) / months)

    def up(amount: Decimal | int) -> int:
        return HEIGHT - BOTTOM - round(amount * (HEIGHT - TOP - BOTTOM) / scale[-1])

    grid = [_grid_line(up(tick), f"{tick:,}") for tick in scale]
    years = [Month(year, 1) for year in range(start.year, after.year + 1) if start <= Month(year, 1) <= after]
    every = max(1, -(-len(years) * 3 * LETTERS_APART // (WIDTH - LEFT - RIGHT)))
    marks = [_year(across(year), year, number % every == 0) for number, year in enumerate(years)]
    drawn = [
        tag("path", class_=f"place-line place-{name}", d=_path(pieces, across, up)) for name, pieces in lines.items()
    ]
    names = [
        tag(
            "text",
            said(LINES[name]),
            class_=f"place-name place-name-{name}",
            x=WIDTH - RIGHT,
            y=up(pieces[-1].amount) - 5,
            text_anchor="end",
        )
        for name, pieces in lines.items()
    ]
    return tag("svg", *grid, *marks, *drawn, *names, viewBox=f"0 0 {WIDTH} {HEIGHT}", role="img", aria_label=title)


def _grid_line(y: int, label: str) -> Markup:
    line = tag("path", class_="place-grid", d=f"M{LEFT} {y}H{WIDTH - RIGHT}")
    return join((line, tag("text", label, class_="place-tick", x=LEFT - 5, y=y + 4, text_anchor="end")))


def _year(x: int, year: Month, is_named: bool) -> Markup:
    line = tag("path", class_="place-grid", d=f"M{x} {HEIGHT - BOTTOM}v4")
    anchor = "end" if x > WIDTH - RIGHT - LETTERS_APART else "start" if x < LEFT + LETTERS_APART else "middle"
    label = tag("text", str(year.year), class_="place-tick", x=x, y=HEIGHT - 6, text_anchor=anchor) if is_named else ""
    return join((line, label))


def _path(pieces: list[Span], across: Callable[[Month], int], up: Callable[[Decimal], int]) -> str:
    """Steps from piece to piece; a gap where months are missing in between."""
    drawn = ""
    reached: Month | None = None
    for piece in pieces:
        height = up(piece.amount)
        drawn += f"V{height}" if reached == piece.start else f"M{across(piece.start)} {height}"
        drawn += f"H{across(piece.after)}"
        reached = piece.after
    return drawn
