"""The next entry of a figure: its shape is that of the last one, its months follow, its figures are blank."""

from __future__ import annotations

from typing import Any

from calc.checking.schema import KINDS
from calc.entries import SECTIONS
from calc.month import Month
from scripts.ledger import FIGURES
from scripts.scaffold.lines import Line
from scripts.scaffold.text import BLANK

Row = dict[str, Any]
A_YEAR = 12
# What belongs to one entry alone and is never taken over into the next.
OF_ONE_ENTRY = {"to", "start", "next_expected", "provisional", "replaced", "other_readings", "note_en", "note_zh"}
SOURCE_TEXTS = ("number", "title_zh", "title_en", "issuer_zh", "issuer_en", "url", "link")


def is_yearly(line: Line) -> bool:
    """Whether the figure is set anew each year, so that the next entry has a last month too."""
    return line.end is not None and (line.end - line.start == A_YEAR - 1 or "next_expected" in line.row)


def next_row(line: Line, start: Month, source: str, today: str) -> Row:
    """The entry that follows."""
    row: Row = {}
    for name, figure in line.row.items():
        if name == "from" or name == "start":
            row["from"] = str(start)
            if is_yearly(line):
                row["to"] = str(start + (A_YEAR - 1))
        elif name in FIGURES:
            row[name] = BLANK
        elif name == "year":
            row[name] = figure + start.year - line.start.year
        elif name not in OF_ONE_ENTRY:
            row[name] = figure
    row |= _schemes(line) | {"sources": [source], "grade": BLANK, "checked": today, "recorded": today}
    return row | ({"next_expected": str(start + A_YEAR)} if is_yearly(line) else {})


def _schemes(line: Line) -> Row:
    """Of limits printed for several insurances together, those that nothing newer has taken over."""
    return {"schemes": [key.split(".")[1] for key in line.keys]} if line.section == "bases" else {}


def first_row(keys: tuple[str, ...], source: str, today: str, like: Line | None = None) -> tuple[str, Row]:
    """The table and the entry of a figure that the place has none of yet; several keys are limits printed together.

    `like` is an entry of another place that shows which figures are printed.
    """
    months = {"from": BLANK, "to": BLANK}
    evidence = {"sources": [source], "grade": BLANK, "checked": today, "recorded": today}
    section, named, figures = _shape_of(like, keys) if like else _shape(keys)
    return section, {**named, **months, **figures, **evidence}


def _shape_of(like: Line, keys: tuple[str, ...]) -> tuple[str, Row, Row]:
    """What names an entry and what it says, as another place has it."""
    left_out = OF_ONE_ENTRY | {"from", "own_only", "sources", "grade", "checked", "recorded"}
    kept = {name: figure for name, figure in like.row.items() if name not in left_out | FIGURES}
    named = {"schemes": [key.split(".")[1] for key in keys]} if like.section == "bases" else {}
    return like.section, {**kept, **named}, {name: BLANK for name in like.row if name in FIGURES}


def _shape(keys: tuple[str, ...]) -> tuple[str, Row, Row]:
    """The same from what the checker lets an entry hold."""
    kind, *parts = keys[0].split(".")
    if kind == "base":
        return "bases", {"schemes": parts}, {"floor": BLANK, "ceiling": BLANK}
    if kind == "rate":
        return "rates", dict(zip(("scheme", "worker"), parts, strict=False)), {"employer": BLANK, "employee": BLANK}
    section, form = next((name, form) for name, form in SECTIONS.items() if form.partition(".")[0] == kind)
    named = dict(zip((part.strip("{}") for part in form.split(".")[1:]), parts, strict=False))
    if section not in KINDS:
        return section, named, {"rule": BLANK}
    year = {"year": BLANK} if "year" in KINDS[section].needed else {}
    return section, {**named, **year}, dict.fromkeys(sorted(KINDS[section].figures), BLANK)


def new_source(last: Row) -> Row:
    """The source to fill in: the body that issued the last one most often issues the next."""
    return {name: last.get(name, BLANK) if name.startswith("issuer") else BLANK for name in SOURCE_TEXTS}
