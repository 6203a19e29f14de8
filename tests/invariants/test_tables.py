"""The data files: they pass the loader, keep the import rules, and are the same in TOML and in packed JSON."""

import tomllib
from decimal import Decimal
from pathlib import Path

import pytest

import calc
from calc import entries, tables, values
from calc.checking.schema import DATED as DATED_KEYS
from calc.checking.schema import KNOWN
from calc.money import percent
from calc.month import Month
from calc.tables import table
from scripts.pack_inside.tables_json import as_json

ROOT = Path(calc.__file__).parent
TOML = sorted(path.relative_to(ROOT).with_suffix("").as_posix() for path in ROOT.rglob("*.toml"))
DATED = ("bases", "rates", *entries.SECTIONS)
VALUE_FILES = [name for name in TOML if name.startswith(("data/places/", "data/national/"))]


def entries_of(name: str, *kinds: str) -> list[dict]:
    return [row for kind in kinds for row in table(name).get(kind, ())]


@pytest.mark.parametrize("name", TOML)
def test_a_table_is_the_same_packed_as_json_to_the_last_digit(name, use_tables):
    content = (ROOT / f"{name}.toml").read_bytes()
    packed = as_json(content, name)
    read_before = tables._read
    use_tables({})
    tables.use(lambda asked: packed if asked == f"{name}.json" else read_before(asked))
    assert repr(tables.table(name)) == repr(tomllib.loads(content.decode(), parse_float=Decimal))


@pytest.mark.parametrize("name", TOML)
def test_a_table_passes_the_loader(name):
    assert table(name)


@pytest.mark.parametrize("name", [name for name in VALUE_FILES if "places" in name])
def test_a_value_file_is_named_after_a_place_of_the_register(name):
    code, _, slug = Path(name).name.partition("-")
    assert table("data/places")[code]["slug"] == slug


@pytest.mark.parametrize("name", VALUE_FILES)
def test_printed_limits_stand_in_order(name):
    for row in entries_of(name, "bases"):
        floor, ceiling = row.get("floor", 0), row.get("ceiling", 10**9)
        assert 0 <= floor <= ceiling
        assert "reference_wage" not in row or row.get("floor", 0) <= row["reference_wage"] <= ceiling


@pytest.mark.parametrize("name", VALUE_FILES)
def test_a_yearly_series_never_runs_longer_than_its_years_without_being_provisional(name):
    for row in entries_of(name, "bases"):
        if "to" not in row:
            assert row.get("provisional"), f"{name}: {row['schemes']} from {row.get('from')}"
        elif "from" in row:
            assert Month.parse(row["to"]) - Month.parse(row["from"]) < 24


@pytest.mark.parametrize("name", VALUE_FILES)
def test_the_next_value_is_expected_in_the_month_after_the_last_one_ends(name):
    for row in entries_of(name, *DATED):
        if "next_expected" in row:
            assert Month.parse(row["to"]) + 1 == Month.parse(row["next_expected"])


@pytest.mark.parametrize("name", VALUE_FILES)
def test_no_more_reaches_the_account_than_is_paid(name):
    for row in entries_of(name, "rates"):
        for side in ("employer", "employee"):
            assert percent(row.get(f"{side}_to_account", 0)) <= percent(row.get(side, 0))


@pytest.mark.parametrize("name", VALUE_FILES)
def test_a_reading_that_differs_says_something_else_about_a_figure_of_its_entry(name):
    for row in entries_of(name, *DATED):
        for other in row.get("other_readings", ()):
            figures = other.keys() - {"sources"}
            assert figures
            assert all(other[figure] != row.get(figure) for figure in figures)


@pytest.mark.parametrize("name", VALUE_FILES)
def test_checked_and_recorded_are_days_not_after_the_rules_version(name):
    for row in entries_of(name, *DATED):
        assert row["checked"] <= calc.RULES_VERSION
        assert row["recorded"] <= calc.RULES_VERSION


def test_the_rules_version_is_the_day_of_the_newest_record():
    recorded = [row["recorded"] for name in VALUE_FILES for row in entries_of(name, *DATED)]
    assert max(recorded) <= calc.RULES_VERSION


YEARLY, RATE, AS_IT_STANDS = 12, 6, 0
GRACE = {
    "rate": RATE,
    "medical_account": RATE,
    "rounding": AS_IT_STANDS,
    "income": AS_IT_STANDS,
    "wage_tier": AS_IT_STANDS,
    "account_interest": AS_IT_STANDS,
    "payment_months": AS_IT_STANDS,
    "unemployment_months": AS_IT_STANDS,
}
NEVER_FROM_THE_NATION = [
    "base",
    "rate.medical",
    "rate.unemployment",
    "unemployment_benefit",
    "unemployment_benefit_rule",
    "medical_account",
    "medical_years",
    "maternity_extra",
    "resident_basic",
    "income",
    "average_wage",
    "calculation_base",
    "minimum_wage",
]


def test_every_kind_of_value_says_what_it_inherits_and_how_long_it_serves():
    for prefix, rule in table("data/keys").items():
        assert rule["inherits"] in ("own", "province", "nation"), prefix
        assert rule["grace_months"] == GRACE.get(prefix.split(".")[0], YEARLY), prefix


@pytest.mark.parametrize("key", NEVER_FROM_THE_NATION)
def test_what_places_set_for_themselves_never_comes_from_the_nation(key):
    assert values._inheritance(key)["inherits"] in ("own", "province")


def test_every_table_of_dated_entries_has_a_rule_for_its_key():
    for key in entries.SECTIONS.values():
        assert values._inheritance(key.replace("{", "").replace("}", ""))


def test_the_readme_of_the_data_names_every_table():
    told = (ROOT / "data" / "README.md").read_text(encoding="utf-8")
    for name in KNOWN:
        assert f"\n| `{name}` |" in told, name
    for key in DATED_KEYS - {"to"}:
        assert f"`{key}" in told, key
