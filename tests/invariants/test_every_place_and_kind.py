"""Every place, every kind of value, every month: a value or a reason, never a traceback; and nothing is unexplained."""

from decimal import Decimal

import pytest

from calc import entries
from calc.citations import source
from calc.gaps import gaps
from calc.month import Month
from calc.places import NATION, everywhere, get
from calc.tables import table
from calc.values import Value, value

KEYS = sorted(
    {
        *(
            key
            for place in everywhere()
            for key in entries._by_key(f"data/places/{place.code}-{place.slug}", place.code)
        ),
        *(
            key
            for name in {*entries.KIND_FILES.values(), "data/national/rates"}
            for key in entries._by_key(name, NATION)
        ),
    }
)
MONTHS = [Month(2011, 7), *(Month(year, month) for year in range(2019, 2028) for month in (1, 6, 7, 12))]
REASONS = {"not-recorded", "ended", "depends"}
PLACES = [NATION, *(place.code for place in everywhere())]
PEOPLE = (
    {},
    {"age": 40, "local_hukou": True, "tier": 1, "wage_tier": 2, "benefit_month": 1, "paid_years": 9, "extended": False},
)


@pytest.mark.parametrize("place", PLACES)
def test_every_kind_has_a_value_or_a_reason(place):
    for key in KEYS:
        for month in MONTHS:
            for facts in PEOPLE:
                found = value(key, place, month, facts)
                if isinstance(found, Value):
                    assert found.entry.start <= month
                    assert found.grade in "ABC"
                else:
                    assert found.reason in REASONS


@pytest.mark.parametrize("place", PLACES)
def test_every_source_of_every_value_is_found_from_its_layer(place):
    layers = (NATION,) if place == NATION else get(place).layers
    for key in KEYS:
        for entry in entries.entries(key, place):
            assert all(source(one, layers)["link"] in ("opened", "named", "none") for one in entry.printed["sources"])


def test_every_key_that_a_file_holds_has_a_rule():
    rules = table("data/keys")
    for key in KEYS:
        assert any(key == prefix or key.startswith(prefix + ".") for prefix in rules), key


def test_every_kind_that_keys_name_is_held_by_some_place():
    for prefix in table("data/keys"):
        assert any(key == prefix or key.startswith(prefix + ".") for key in KEYS), prefix


def test_a_national_file_holds_only_what_is_looked_up_in_it():
    for key in KEYS:
        for entry in entries.entries(key, NATION):
            assert entry.key == key
    for name in {*entries.KIND_FILES.values(), "data/national/rates"}:
        for key in entries._by_key(name, NATION):
            assert entries._file(key, NATION) == name, f"{key} stands in {name}, but is looked up elsewhere"


@pytest.mark.parametrize("place", [place.code for place in everywhere() if place.code.endswith("0000")])
def test_every_province_has_its_calculation_base_and_minimum_wage_today(place):
    tiers = [value("minimum_wage", place, Month(2026, 11), {"wage_tier": tier}) for tier in (1, 2, 3, 4)]
    assert any(isinstance(found, Value) for found in tiers) or gaps(place, "minimum_wage", Month(2026, 11))
    assert isinstance(value("calculation_base", place, Month(2025, 11)), Value)


@pytest.mark.parametrize("place", [place.code for place in everywhere() if place.code.endswith("0000")])
def test_the_classes_of_a_minimum_wage_fall(place):
    for month in (Month(2022, 6), Month(2025, 7), Month(2026, 11)):
        tiers = [value("minimum_wage", place, month, {"wage_tier": tier}) for tier in (1, 2, 3, 4)]
        amounts = [found.number("amount") for found in tiers if isinstance(found, Value)]
        assert amounts == sorted(amounts, reverse=True)
        assert all(isinstance(amount, Decimal) for amount in amounts)
