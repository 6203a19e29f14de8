"""Which figures of a place go on: the entries of a value file that hold the newest figure of something."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from calc.entries import FIRST_MONTH_OF_UNCERTAIN_START, SECTIONS, keyed
from calc.month import Month
from calc.tables import table

Row = dict[str, Any]
# A figure that is further behind the others of its kind than this has come to an end.
MONTHS_BEHIND = 18


@dataclass(frozen=True, eq=False)
class Line:
    """The newest entry of something, and which of its keys it still holds the newest figure of."""

    section: str
    index: int
    keys: tuple[str, ...]
    row: Row

    @property
    def start(self) -> Month:
        return start_of(self.row)

    @property
    def end(self) -> Month | None:
        return Month.parse(self.row["to"]) if self.row.get("to") else None

    @property
    def name(self) -> str:
        """What it is, for a message: its keys, and for whom."""
        asked = [f"{condition} {str(wanted).lower()}" for condition, wanted in self.row.get("when", {}).items()]
        return ", ".join(self.keys) + (f" ({', '.join(asked)})" if asked else "")

    @property
    def is_blank(self) -> bool:
        return "" in self.row.values()


def start_of(row: Row) -> Month:
    return Month.parse(row["from"]) if row.get("from") else FIRST_MONTH_OF_UNCERTAIN_START


def content(path: Path) -> Row:
    """A value file as it is, also with blanks in it: the loader would refuse those."""
    return tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal) if path.exists() else {}


def is_of(key: str, kind: str) -> bool:
    """Whether a kind, as it is typed, means this key.

    >>> is_of("base.pension", "base"), is_of("base.pension", "base.medical"), is_of("base.pension", "bases")
    (True, False, True)
    """
    kind = {"bases": "base", "rates": "rate", **{name: key.partition(".")[0] for name, key in SECTIONS.items()}}.get(
        kind, kind
    )
    return key == kind or key.startswith(kind + ".")


def lines(found: Row, kind: str, today: Month) -> list[Line]:
    """Every figure of a kind by its newest entry; not those that came to an end while others of the kind went on."""
    newest: dict[tuple[str, str], tuple[str, int, Row]] = {}
    for key, section, index, row in keyed(found):
        if not is_of(key, kind) or (section == "rates" and not key.startswith("rate.")):
            continue
        about = (key, repr(sorted(row.get("when", {}).items())))
        if about not in newest or start_of(row) > start_of(newest[about][2]):
            newest[about] = (section, index, row)
    keys: dict[tuple[str, int], list[str]] = {}
    rows: dict[tuple[str, int], Row] = {}
    for (key, _), (section, index, row) in newest.items():
        keys.setdefault((section, index), []).append(key)
        rows[section, index] = row
    all_lines = [Line(*at, tuple(keys[at]), row) for at, row in rows.items()]
    last = max((line.end or today for line in all_lines), default=today)
    return [line for line in all_lines if line.end is None or last - line.end <= MONTHS_BEHIND]


def known_kinds() -> list[str]:
    """What a kind may begin with, for an error message."""
    return sorted({key.partition(".")[0] for key in table("data/keys")})
