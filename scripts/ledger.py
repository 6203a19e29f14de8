"""Every dated entry of the value files, with its place, its keys and the line of the file it stands at.

One list for all that is told from the data as a whole: open data, what changed, what is due.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from calc import places
from calc.checking.schema import NUMBERS
from calc.checks import line_of
from calc.entries import FIRST_MONTH_OF_UNCERTAIN_START, keyed
from calc.month import Month
from calc.tables import table
from scripts.pages import ROOT

DATA = ROOT / "calc" / "data"
NOT_FIGURES = {"year", "first_age"}
FIGURES = (NUMBERS - NOT_FIGURES) | {"rule"}
Row = dict[str, Any]


@dataclass(frozen=True, eq=False)
class Dated:
    """One entry: limits of several insurances that are printed together are one entry with several keys."""

    place: str
    file: str  # below the root of the project
    section: str
    index: int
    keys: tuple[str, ...]
    row: Row

    @property
    def start(self) -> Month:
        return Month.parse(self.row["from"]) if "from" in self.row else FIRST_MONTH_OF_UNCERTAIN_START

    @property
    def end(self) -> Month | None:
        return Month.parse(self.row["to"]) if "to" in self.row else None

    @property
    def figures(self) -> Row:
        """What the entry says in numbers, in the order of the file."""
        return {name: figure for name, figure in self.row.items() if name in FIGURES}

    @property
    def conditions(self) -> Row:
        found: Row = self.row.get("when", {})
        return found

    @property
    def line(self) -> int:
        """The line of the file at which the entry begins."""
        return line_of(_text(self.file), self.section, self.index, "")

    def identity(self, key: str) -> str:
        """What a figure is of, without the months: place, key, conditions on the person."""
        asked = ",".join(f"{name}={str(wanted).lower()}" for name, wanted in sorted(self.conditions.items()))
        return ":".join(part for part in (self.place, key, asked) if part)

    def id(self, key: str) -> str:
        """A name for one figure that stays the same as long as it is in the data.

        >>> entry = next(one for one in ledger() if one.place == "310000" and "base.pension" in one.keys)
        >>> entry.id("base.pension").startswith("310000:base.pension:20")
        True
        """
        place, key, *asked = self.identity(key).split(":")
        return ":".join((place, key, self.row.get("from", "uncertain"), *asked))


@cache
def ledger() -> tuple[Dated, ...]:
    """All dated entries: the nation's first, then place by place, each file in its own order."""
    return tuple(entry for place, name in value_files() for entry in _of_file(place, name))


@cache
def value_files() -> tuple[tuple[str, str], ...]:
    """The place and the table name of every value file, the nation's first."""
    national = [(places.NATION, f"data/national/{path.stem}") for path in sorted((DATA / "national").glob("*.toml"))]
    own = [(place.code, f"data/places/{place.code}-{place.slug}") for place in places.everywhere()]
    return (*national, *(pair for pair in own if (ROOT / "calc" / f"{pair[1]}.toml").exists()))


@cache
def before(entry: Dated, key: str) -> Dated | None:
    """The entry that held the same figure last."""
    line = _by_identity()[entry.identity(key)]
    return max((other for other in line if other.start < entry.start), key=lambda other: other.start, default=None)


@cache
def after(entry: Dated, key: str) -> Dated | None:
    """The entry that takes over the same figure next."""
    line = _by_identity()[entry.identity(key)]
    return min((other for other in line if other.start > entry.start), key=lambda other: other.start, default=None)


def grace_months(key: str) -> int:
    """How long a figure serves after its last month.

    >>> grace_months("base.pension"), grace_months("rate.medical.employee")
    (12, 6)
    """
    rules = table("data/keys")
    longest = max((prefix for prefix in rules if key == prefix or key.startswith(f"{prefix}.")), key=len)
    months: int = rules[longest]["grace_months"]
    return months


@cache
def _by_identity() -> dict[str, list[Dated]]:
    found: dict[str, list[Dated]] = {}
    for entry in ledger():
        for key in entry.keys:
            found.setdefault(entry.identity(key), []).append(entry)
    return found


def _of_file(place: str, name: str) -> list[Dated]:
    keys: dict[tuple[str, int], list[str]] = {}
    rows: dict[tuple[str, int], Row] = {}
    for key, section, index, row in keyed(table(name)):
        # The part of a medical rate that reaches the account answers a second key; it is still one figure.
        if section != "rates" or key.startswith("rate."):
            keys.setdefault((section, index), []).append(key)
            rows[section, index] = row
    return [Dated(place, f"calc/{name}.toml", *at, tuple(keys[at]), row) for at, row in rows.items()]


@cache
def _text(file: str) -> str:
    return (ROOT / file).read_text(encoding="utf-8")
