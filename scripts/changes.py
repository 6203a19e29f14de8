"""What changed and when, told from the `recorded` dates of the values and from docs/changes.toml, never from git."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any

from calc.month import is_date
from scripts.kinds import Kinds
from scripts.ledger import Dated, before, ledger
from scripts.pages import ROOT, TREES

NOTES = ROOT / "docs" / "changes.toml"
WORDS = ROOT / "docs" / "components" / "changes.toml"
# A day with more entries than this is told by numbers: nobody reads a list that long.
MANY = 60


class ChangesError(ValueError):
    """A note that cannot be shown; the text names the file, the reason and the remedy."""


@dataclass
class Day:
    """All that was recorded on one day."""

    date: str
    entries: list[Dated] = field(default_factory=list)
    notes: list[Mapping[str, str]] = field(default_factory=list)

    @property
    def is_told_by_numbers(self) -> bool:
        return len(self.entries) > MANY

    def by_place(self) -> dict[str, list[Dated]]:
        found: dict[str, list[Dated]] = {}
        for entry in self.entries:
            found.setdefault(entry.place, []).append(entry)
        return found

    def by_kind(self) -> dict[str, tuple[int, int]]:
        """By the first part of the key: in how many places, and how many figures."""
        counts = Counter(kind_of(entry) for entry in self.entries)
        return {
            kind: (len({entry.place for entry in self.entries if kind_of(entry) == kind}), count)
            for kind, count in counts.most_common()
        }


def kind_of(entry: Dated) -> str:
    return entry.keys[0].partition(".")[0]


def days(entries: tuple[Dated, ...] | None = None) -> list[Day]:
    """The days on which anything was recorded, newest first."""
    found: dict[str, Day] = {}
    for entry in ledger() if entries is None else entries:
        day = entry.row["recorded"]
        found.setdefault(day, Day(day)).entries.append(entry)
    for note in notes():
        found.setdefault(note["date"], Day(note["date"])).notes.append(note)
    return [found[day] for day in sorted(found, reverse=True)]


@cache
def notes() -> tuple[dict[str, str], ...]:
    """The notes of docs/changes.toml.

    Raises:
        ChangesError: a note lacks its date or a language.
    """
    rows = tomllib.loads(NOTES.read_text(encoding="utf-8")).get("notes", [])
    for number, note in enumerate(rows, 1):
        if not is_date(str(note.get("date", ""))):
            raise ChangesError(f'docs/changes.toml: note {number} needs a date such as "2026-11-22"')
        for lang in TREES:
            if not note.get(lang):
                raise ChangesError(f"docs/changes.toml: note {number} needs a text in {lang!r}; add it")
    return tuple(rows)


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads(WORDS.read_text(encoding="utf-8"))


class Teller:
    """Puts changes into words, in one language."""

    def __init__(self, lang: str):
        self.lang = lang
        self.kinds = Kinds(lang)
        self._said: dict[str, Any] = _words()[lang]

    def __call__(self, name: str, /, **values: object) -> str:
        return str(self._said[name]).format(**values)

    def count(self, name: str, number: int) -> str:
        """A number of figures or places, in the singular or the plural."""
        forms: list[str] = self._said[name]
        return forms[number != 1].format(n=f"{number:,}")

    def date(self, day: str) -> str:
        """A day as a reader says it.

        >>> Teller("en").date("2026-11-02"), Teller("zh").date("2026-11-02")
        ('2 November 2026', '2026年11月2日')
        """
        found = date.fromisoformat(day)
        return self("date", day=found.day, month=self.kinds.month_name(found.month), year=found.year)

    def numbers(self, day: Day) -> str:
        """A day that is told by numbers, in one sentence."""
        return self(
            "many", figures=self.count("figures", len(day.entries)), places=self.count("places", len(day.by_place()))
        )

    def name(self, entry: Dated) -> str:
        name = self.kinds.entry(entry)
        return name[:1].upper() + name[1:]

    def entry(self, entry: Dated) -> str:
        """When it is in force, and each figure: what it is, and what it was where there was one."""
        figures = [self._figure(entry, name) for name in entry.figures]
        told = self("entry", months=self.kinds.months(entry), figures=self("semicolon").join(figures))
        return told + self("semicolon") + self.kinds.grade(entry.row["grade"])

    def _figure(self, entry: Dated, name: str) -> str:
        now = entry.figures[name]
        older = before(entry, entry.keys[0])
        was = older.figures.get(name) if older else None
        if was is None or was == now:
            return self.kinds.figure(entry.section, name, now)
        amounts = {"before": was, "now": now}
        shown = {which: self.kinds.amount(entry.section, name, figure) for which, figure in amounts.items()}
        return self("changed", name=self.kinds.figure_name(name), **shown)
