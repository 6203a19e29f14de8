"""Dated entries of one layer (a city, a province, the nation), as its data file holds them."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from calc.month import Month
from calc.places import NATION, get
from calc.tables import table

FIRST_MONTH_OF_UNCERTAIN_START = Month(2024, 1)
"""An entry whose start was not printed serves from here; earlier months are unknown."""

NATIONAL_FILES = ("data/national/rates",)


@dataclass(frozen=True, slots=True)
class Entry:
    """One value with the months it is in force, as printed, with its sources and grade."""

    key: str
    layer: str
    start: Month
    end: Month | None
    printed: dict[str, Any]

    @property
    def when(self) -> dict[str, Any]:
        """Conditions on the person (local_hukou, tier, age_min, age_max); empty when for everyone."""
        return self.printed.get("when", {})

    def covers(self, month: Month) -> bool:
        return self.start <= month and (self.end is None or month <= self.end)

    def number(self, field: str) -> Decimal | None:
        """The printed number, or None where the entry does not hold that field; a ceiling can be none at all."""
        if field == "ceiling" and self.printed.get("no_ceiling"):
            return Decimal("Infinity")
        found = self.printed.get(field)
        return None if found is None else Decimal(found)


@cache
def entries(key: str, layer: str) -> tuple[Entry, ...]:
    """All entries of `key` in one layer, oldest first; none where the layer has no file."""
    return _by_key(layer).get(key, ())


@cache
def applying(key: str, layer: str, place: str) -> tuple[Entry, ...]:
    """The entries of a layer that can hold for `place`: not what a province set for itself alone."""
    return tuple(entry for entry in entries(key, layer) if layer == place or not entry.printed.get("own_only"))


@cache
def _by_key(layer: str) -> dict[str, tuple[Entry, ...]]:
    found: dict[str, list[Entry]] = {}
    for name in _files(layer):
        try:
            content = table(name)
        except FileNotFoundError:
            continue
        for key, printed in _keyed(content):
            found.setdefault(key, []).append(_entry(key, layer, printed))
    return {key: tuple(sorted(rows, key=lambda entry: entry.start)) for key, rows in found.items()}


def _files(layer: str) -> tuple[str, ...]:
    return NATIONAL_FILES if layer == NATION else (f"data/places/{layer}-{get(layer).slug}",)


def _keyed(content: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    return [
        *((f"base.{scheme}", row) for row in content.get("bases", ()) for scheme in row["schemes"]),
        *((f"rate.{row['scheme']}.{row['worker']}", row) for row in content.get("rates", ())),
        *((f"rounding.{row['scheme']}", row) for row in content.get("rounding", ())),
    ]


def _entry(key: str, layer: str, printed: dict[str, Any]) -> Entry:
    start = Month.parse(printed["from"]) if "from" in printed else FIRST_MONTH_OF_UNCERTAIN_START
    end = Month.parse(printed["to"]) if "to" in printed else None
    return Entry(key, layer, start, end, printed)
