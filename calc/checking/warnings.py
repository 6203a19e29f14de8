"""What may be right all the same, but must be looked at: odd sums, sudden jumps, holes in a history, old checks.

A hard fault refuses a file; a warning is printed by the check of values and held against a list of those known.
"""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Any

from calc.checking.shapes import Row
from calc.entries import SECTIONS, keyed
from calc.month import Month

MONTHS_A_CHECK_HOLDS = 12
LARGEST_JUMP = Decimal("0.3")
SHARE_OF_WAGE = {"floor": Decimal("0.6"), "ceiling": Decimal(3)}
YUAN_OF_ROUNDING = Decimal(3)

SERIES = ("floor", "ceiling", "amount", "monthly", "annual")
"""Figures that move by some percent a year."""


@dataclass(frozen=True, slots=True)
class Warn:
    """A warning: `file` and `line`, the sort of warning, what it is about, and the sentence to print."""

    file: str
    line: int
    sort: str
    about: str
    message: str

    @property
    def known_as(self) -> tuple[str, str, str]:
        """What a list of known warnings names it by: lines move, this does not."""
        return self.file, self.sort, self.about

    def __str__(self) -> str:
        return f"{self.file}.toml:{self.line}: {self.message}"


def warnings_of(name: str, content: Row, text: str, today: str) -> Iterator[Warn]:
    """The warnings of one value file that the loader accepts; `today` is a date."""
    from calc.checks import line_of

    found = [*_shares(content), *_jumps(content), *_holes(content), *_order(content), *_stale(content, today)]
    for table, index, sort, about, message in dict.fromkeys(found):
        yield Warn(name, line_of(text, table, index, ""), sort, about, message)


Found = Iterator[tuple[str, int, str, str, str]]


def _shares(content: Row) -> Found:
    """Limits that are not 60 % and 300 % of the average wage they come from."""
    for index, row in enumerate(content.get("bases", ())):
        wage = row.get("reference_wage") or _wage_governing(content, row)
        for limit, share in SHARE_OF_WAGE.items():
            if wage is None or limit not in row or abs(row[limit] - wage * share) <= YUAN_OF_ROUNDING:
                continue
            about = f"{limit} of {', '.join(row['schemes'])} from {row.get('from', 'an uncertain start')}"
            part = f"{100 * Decimal(row[limit]) / wage:.1f}% of the average wage {wage}, not {100 * share:.0f}%"
            yield "bases", index, "share", about, f"{about} is {part}; check both against the notice"


def _wage_governing(content: Row, limits: Row) -> Any:
    """The average wage of the same file that governs social insurance limits in the month they start."""
    rows = () if limits["schemes"] == ["housing_fund"] else content.get("average_wages", ())
    held = [row for row in rows if row["kind"] == "full_coverage" and "monthly" in row]
    return next((row["monthly"] for row in held if _start(row) <= _start(limits) <= Month.parse(row["to"])), None)


def _jumps(content: Row) -> Found:
    """Figures that differ by more than 30 % from the one before."""
    for key, rows in _histories(content).items():
        for (_, _, before), (table, index, row) in itertools.pairwise(rows):
            for figure in SERIES:
                if figure in row and figure in before and _jumps_by(before[figure], row[figure]) > LARGEST_JUMP:
                    about = f"{figure} of {key} from {row.get('from', 'an uncertain start')}"
                    told = f"{about} goes from {before[figure]} to {row[figure]}; check both against their notices"
                    yield table, index, "jump", about, told


def _jumps_by(before: Any, now: Any) -> Decimal:
    return abs(Decimal(now) - before) / Decimal(before)


def _holes(content: Row) -> Found:
    """Months between two entries of one key in which none holds."""
    for key, rows in _histories(content).items():
        for (_, _, before), (table, index, row) in itertools.pairwise(rows):
            end = Month.parse(before["to"]) if "to" in before else None
            start = _start(row)
            if end and end + 1 < start:
                about = f"{key} before {start}"
                yield (
                    table,
                    index,
                    "hole",
                    about,
                    f"nothing for {key} from {end + 1} to {start + -1}; look for the notice",
                )


def _order(content: Row) -> Found:
    """Entries of one key that do not stand newest first."""
    for key, rows in _histories(content).items():
        for (_, above, _), (table, index, row) in pairwise(rows):
            if above < index:
                about = f"{key} from {_start(row)}"
                yield table, index, "order", about, f"{about} stands below an older entry; put the newest first"


def _stale(content: Row, today: str) -> Found:
    """Entries that nobody has checked for more than a year."""
    for table in ("bases", "rates", *SECTIONS):
        for index, row in enumerate(content.get(table, ())):
            if Month.parse(today) - Month.parse(row["checked"]) > MONTHS_A_CHECK_HOLDS:
                about = f"{table} from {row.get('from', 'an uncertain start')}"
                told = f"an entry of [[{table}]] was last checked on {row['checked']}; check it again and put the day"
                yield table, index, "stale", about, told


def _histories(content: Row) -> dict[str, list[tuple[str, int, Row]]]:
    """The entries of each key that are for the same people, oldest first."""
    found: dict[str, list[tuple[str, int, Row]]] = {}
    for key, table, index, row in keyed(content):
        if not key.startswith(("medical_account.employee", "rounding")):
            people = ", ".join(f"{name} {wanted}" for name, wanted in sorted(row.get("when", {}).items()))
            found.setdefault(f"{key} ({people})" if people else key, []).append((table, index, row))
    return {key: sorted(rows, key=lambda found: _start(found[2])) for key, rows in found.items()}


def _start(row: Row) -> Month:
    return Month.parse(row.get("from", "2024-01"))
