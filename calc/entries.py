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

RATES_OF_THE_NATION = "data/national/rates"
KIND_FILES = {
    "account_interest": "data/national/series",
    "income": "data/national/series",
    "maternity_extra": "data/national/series",
    "unemployment_months": "data/national/series",
    "flexible_base": "data/national/series",
    "resident_basic": "data/national/resident",
    "resident_tiers": "data/national/resident",
    "resident_terms": "data/national/resident",
    "payment_months": "data/national/payment_months",
}
"""National files that are read only when a key of their kind is asked: the first answer of a page needs none."""

SECTIONS = {
    "minimum_wages": "minimum_wage",
    "wage_tiers": "wage_tier",
    "calculation_bases": "calculation_base",
    "average_wages": "average_wage.{kind}",
    "incomes": "income.{kind}",
    "unemployment_benefits": "unemployment_benefit",
    "unemployment_benefit_rules": "unemployment_benefit_rule",
    "unemployment_months": "unemployment_months",
    "medical_accounts": "medical_account.{worker}",
    "medical_years": "medical_years",
    "resident_basics": "resident_basic",
    "resident_tiers": "resident_tiers",
    "resident_terms": "resident_terms",
    "maternity_extra": "maternity_extra",
    "account_interest": "account_interest",
    "flexible_bases": "flexible_base.{scheme}",
    "payment_months": "payment_months",
    "rounding": "rounding.{scheme}",
}
"""Tables of dated entries whose key follows from one entry alone; `bases` and `rates` have their own rule below."""


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
    """All entries of `key` in one layer, oldest first; none where the layer has no file.

    >>> [str(entry.start) for entry in entries("account_interest", NATION)][-1]
    '2025-01'
    """
    return _by_key(_file(key, layer), layer).get(key, ())


@cache
def applying(key: str, layer: str, place: str) -> tuple[Entry, ...]:
    """The entries of a layer that can hold for `place`: not what a province set for itself alone."""
    return tuple(entry for entry in entries(key, layer) if layer == place or not entry.printed.get("own_only"))


def keyed(content: dict[str, Any]) -> list[tuple[str, str, int, dict[str, Any]]]:
    """Every dated row of a value file: the key it answers, its table, its number in that table, and the row."""
    return [
        (key, section, index, row)
        for section, rows in content.items()
        for index, row in enumerate(rows if isinstance(rows, list) else ())
        for key in _keys(section, row)
    ]


def _keys(section: str, row: dict[str, Any]) -> list[str]:
    if section == "bases":
        return [f"base.{scheme}" for scheme in row["schemes"]]
    if section == "rates":
        account = ["medical_account.employee"] if (row["scheme"], row["worker"]) == ("medical", "employee") else []
        return [f"rate.{row['scheme']}.{row['worker']}", *account]
    return [SECTIONS[section].format_map(row)] if section in SECTIONS else []


@cache
def _by_key(name: str, layer: str) -> dict[str, tuple[Entry, ...]]:
    found: dict[str, list[Entry]] = {}
    try:
        content = table(name)
    except FileNotFoundError:
        return {}
    for key, _, _, printed in keyed(content):
        found.setdefault(key, []).append(_entry(key, layer, printed))
    return {key: tuple(sorted(rows, key=lambda entry: entry.start)) for key, rows in found.items()}


def _file(key: str, layer: str) -> str:
    if layer == NATION:
        return KIND_FILES.get(key.partition(".")[0], RATES_OF_THE_NATION)
    return f"data/places/{layer}-{get(layer).slug}"


def _entry(key: str, layer: str, printed: dict[str, Any]) -> Entry:
    start = Month.parse(printed["from"]) if "from" in printed else FIRST_MONTH_OF_UNCERTAIN_START
    end = Month.parse(printed["to"]) if "to" in printed else None
    return Entry(key, layer, start, end, printed)
