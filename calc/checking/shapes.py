"""Whether the entries of a value file have the right shape: numbers are numbers, evidence and months are there."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from calc.checking.schema import LISTS, NUMBERS, listed
from calc.entries import FIRST_MONTH_OF_UNCERTAIN_START
from calc.month import Month

Row = dict[str, Any]
Faults = Iterator[tuple[str, str]]
"""The key at fault, and what is wrong with it."""


def shape_faults(row: Row) -> Faults:
    """Figures that are no numbers, and other readings that are no tables."""
    for key in NUMBERS & row.keys():
        yield from _number_faults(key, key, row[key])
    readings = row.get("other_readings", [])
    if not isinstance(readings, list) or not all(isinstance(reading, dict) for reading in readings):
        yield "other_readings", 'other_readings is a list of tables, such as [{ floor = 1, sources = ["x"] }]'
        return
    if not isinstance(row.get("when", {}), dict):
        yield "when", "when is a table, such as { tier = 1 }"
    for reading in readings:
        for key in reading.keys() - NUMBERS - {"sources"}:
            yield "other_readings", f"unknown key {key!r} in other_readings; it takes {listed(NUMBERS | {'sources'})}"
        if not reading.get("sources"):
            yield "other_readings", "another reading needs its own sources"
        for key in reading.keys() & NUMBERS:
            yield from _number_faults("other_readings", key, reading[key])


def _number_faults(at: str, key: str, figure: Any) -> Faults:
    many = isinstance(figure, list)
    if key in LISTS - {"range"} and not many:
        yield at, f"{key} must be a list of numbers, such as [1, 2]"
    elif (many and key not in LISTS | {"months"}) or not all(is_number(one) for one in (figure if many else [figure])):
        yield at, f"{key} must be a number without quotation marks"
    elif key == "range" and (not many or len(figure) != 2 or sorted(figure) != figure):
        yield at, "a range has two figures, the lower one first"


def is_number(figure: Any) -> bool:
    return isinstance(figure, (int, Decimal)) and not isinstance(figure, bool)


def evidence_faults(row: Row, known_sources: set[str]) -> Faults:
    """A grade that may not be shown, sources that are nowhere, notes in one language, dates that are none."""
    if "grade" in row and row["grade"] not in ("A", "B", "C"):
        yield "grade", f"grade {row['grade']!r} is not A, B or C; a grade D figure is not entered at all"
    if not row.get("sources"):
        yield "sources", "no source; name at least one"
    yield from source_faults(row, known_sources)
    if ("note_en" in row) != ("note_zh" in row):
        yield "", "a note needs both note_en and note_zh"
    for key in ("checked", "recorded"):
        if key in row and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", str(row[key])):
            yield key, f'{key} must be a date such as "2026-11-22"'


def source_faults(row: Row, known_sources: set[str]) -> Faults:
    cited = [*row.get("sources", ()), *(s for reading in row.get("other_readings", ()) for s in reading["sources"])]
    for source in sorted(set(cited) - known_sources):
        yield "sources", f"no source {source!r}; add [sources.{source}] to this file or to sources.toml"


def month_faults(row: Row) -> Faults:
    """Months that are none; where there is any such, nothing else can be said about the period."""
    for key in ("from", "to", "next_expected"):
        try:
            Month.parse(row.get(key, "2026-07"))
        except ValueError:
            yield key, f'{key} must be a month such as "2026-07"'


def period_faults(row: Row) -> Faults:
    """A period without a start, or one that ends before it starts."""
    wrong = list(month_faults(row))
    if wrong:
        yield from wrong
        return
    start, end = (Month.parse(row[key]) if key in row else None for key in ("from", "to"))
    if not start and row.get("start") != "uncertain":
        yield "", 'no `from`; add the first month, or start = "uncertain" when no source prints it'
    if row.get("start", "uncertain") != "uncertain":
        yield "start", 'start can only be "uncertain"'
    if start and end and end < start:
        yield "to", "`to` lies before `from`; mend the months"
    if not start and end and end < FIRST_MONTH_OF_UNCERTAIN_START:
        yield "to", f"an uncertain start serves from {FIRST_MONTH_OF_UNCERTAIN_START}, so this would never serve"
    if row.get("replaced") and not end:
        yield "replaced", "a figure that was replaced has a last month; add `to`"
    if "next_expected" in row and (not end or Month.parse(row["next_expected"]) != end + 1):
        yield "next_expected", "next_expected is the month after `to`; mend one of the two"
