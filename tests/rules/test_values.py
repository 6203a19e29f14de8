"""Layers, time, grace and inheritance, on a few small values of the tests' own."""

import pytest

from calc.entries import Entry
from calc.month import Month
from calc.values import Unknown, Value, value
from tests.rules.conftest import CITY, PROVINCE
from tests.small_tables import base, injury, rate


def floor(month: str, place: str = CITY, key: str = "base.pension"):
    """The floor that holds then and there, or the reason why none is known."""
    found = value(key, place, Month.parse(month))
    return found.reason if isinstance(found, Unknown) else int(found.number("floor"))


def employer(month: str, key: str = "rate.pension.employee"):
    """The employer's rate in the city, or the reason why none is known."""
    found = value(key, CITY, Month.parse(month))
    return found.reason if isinstance(found, Unknown) else int(found.number("employer"))


# Layers


def test_the_nearest_layer_that_has_the_month_answers(given):
    given(city=[base(3, from_="2026-01")], province=[base(2, from_="2025-01")])
    assert [floor(month) for month in ("2025-12", "2026-01")] == [2, 3]
    assert value("base.pension", CITY, Month(2025, 12)).layer == PROVINCE
    assert value("base.pension", CITY, Month(2026, 1)).layer == CITY


def test_a_neighbour_never_answers(given):
    given(other_city=[base(7, from_="2025-01")])
    assert floor("2026-01") == "not-recorded"


def test_a_province_does_not_inherit_from_its_cities(given):
    given(city=[base(7, from_="2025-01")])
    assert floor("2026-01", place=PROVINCE) == "not-recorded"


def test_the_nation_answers_only_for_keys_that_inherit_from_it(given):
    given(nation=[rate(16, from_="2019-05"), rate(9, scheme="medical", from_="2019-05")])
    assert employer("2026-01") == 16
    assert employer("2026-01", "rate.medical.employee") == "not-recorded"


def test_the_nation_is_silent_where_a_nearer_layer_has_any_entry_even_of_other_months(given):
    given(province=[rate(14, from_="2026-06")], nation=[rate(16, from_="2019-05")])
    assert [employer(month) for month in ("2026-05", "2026-06")] == ["not-recorded", 14]


def test_the_nation_fills_the_gaps_of_a_flexible_workers_pension_rate(given):
    given(
        province=[rate(0, worker="flexible", from_="2026-06")],
        nation=[rate(1, worker="flexible", from_="2019-05")],
    )
    key = "rate.pension.flexible"
    assert [employer(month, key) for month in ("2026-05", "2026-06")] == [1, 0]


def test_housing_fund_limits_are_not_inherited_from_the_province(given):
    given(province=[base(2, scheme="housing_fund", from_="2025-01")])
    assert floor("2026-01", key="base.housing_fund") == "not-recorded"


def test_a_key_that_no_rule_covers_is_a_fault_of_ours(given):
    given()
    with pytest.raises(KeyError, match=r"keys\.toml"):
        value("wage.average", CITY, Month(2026, 1))


# Time and grace


def test_an_entry_serves_from_its_first_to_its_last_month(given):
    given(city=[base(1, from_="2025-07", to="2026-06"), base(2, from_="2026-07")])
    assert [floor(month) for month in ("2025-06", "2025-07", "2026-06", "2026-07")] == ["not-recorded", 1, 1, 2]


def test_a_yearly_base_serves_twelve_months_past_its_end_marked_provisional(given):
    given(city=[base(1, from_="2025-07", to="2026-06")])
    assert [floor(month) for month in ("2026-07", "2027-06", "2027-07")] == [1, 1, "ended"]
    assert "provisional" not in value("base.pension", CITY, Month(2026, 6)).flags
    assert "provisional" in value("base.pension", CITY, Month(2026, 7)).flags


def test_a_rate_serves_six_months_past_its_end_marked_provisional(given):
    given(city=[rate(5, from_="2025-01", to="2025-12")])
    assert [employer(month) for month in ("2026-01", "2026-06", "2026-07")] == [5, 5, "ended"]
    assert "provisional" in value("rate.pension.employee", CITY, Month(2026, 6)).flags


def test_a_gap_in_a_history_is_not_a_late_notice_so_nothing_is_carried_into_it(given):
    given(city=[base(1, from_="2024-01", to="2024-12"), base(3, from_="2026-01")])
    assert [floor(month) for month in ("2024-12", "2025-01", "2025-12", "2026-01")] == [1, "ended", "ended", 3]


def test_the_citys_own_late_value_comes_before_a_provincial_one_that_ended_too(given):
    given(city=[base(2, from_="2025-01", to="2025-12")], province=[base(1, from_="2025-01", to="2025-12")])
    assert floor("2026-03") == 2


def test_a_provincial_value_in_force_comes_before_a_late_one_of_the_city(given):
    given(city=[base(2, from_="2025-01", to="2025-12")], province=[base(1, from_="2025-01")])
    assert floor("2026-03") == 1


def test_a_value_a_body_keeps_on_is_provisional_in_force(given):
    given(city=[base(1, from_="2026-01", provisional=True)])
    assert "provisional" in value("base.pension", CITY, Month(2026, 1)).flags


def test_an_entry_without_a_first_month_serves_from_january_2024_and_says_so(given):
    given(city=[base(1, start="uncertain")])
    assert [floor(month) for month in ("2023-12", "2024-01")] == ["not-recorded", 1]
    assert "start-not-known" in value("base.pension", CITY, Month(2024, 1)).flags


def test_a_doubted_first_month_serves_as_printed_and_says_so(given):
    given(city=[base(1, from_="2020-01", start="uncertain")])
    assert floor("2020-01") == 1
    assert "start-not-known" in value("base.pension", CITY, Month(2020, 1)).flags


# Flags


def test_the_national_injury_classes_are_a_benchmark_where_no_local_rate_exists(given):
    given(nation=[injury(classes=[1] * 8)])
    assert "benchmark" in value("rate.injury.employee", CITY, Month(2026, 1)).flags
    given(city=[injury(classes=[1] * 8)])
    assert "benchmark" not in value("rate.injury.employee", CITY, Month(2026, 1)).flags


def test_a_local_range_keeps_the_national_classes_out(given):
    given(province=[injury(range=[1, 2]) | {"from": "2025-01"}], nation=[injury(classes=[1] * 8)])
    found = value("rate.injury.employee", CITY, Month(2026, 1))
    assert found.layer == PROVINCE
    assert found.number("employer") is None
    assert value("rate.injury.employee", CITY, Month(2024, 1)).reason == "not-recorded"


def test_other_readings_make_a_value_disputed(given):
    given(city=[base(1, from_="2026-01", other_readings=[{"floor": 2, "sources": ["jiabin-xu"]}])])
    assert "disputed" in value("base.pension", CITY, Month(2026, 1)).flags


@pytest.mark.parametrize(("grade", "flagged"), [("A", False), ("B", False), ("C", True)])
def test_only_grade_c_is_marked_as_one_source(given, grade, flagged):
    given(city=[base(1, from_="2026-01") | {"grade": grade}])
    found = value("base.pension", CITY, Month(2026, 1))
    assert ("one-source" in found.flags) == flagged
    assert found.grade == grade
    assert found.sources == ("city-salary",)


@pytest.mark.parametrize(("today", "stale"), [("2026-11-22", False), ("2027-11-30", False), ("2027-12-01", True)])
def test_a_value_is_stale_in_the_thirteenth_month_after_it_was_checked(given, today, stale):
    given(city=[base(1, from_="2026-01")])
    assert value("base.pension", CITY, Month(2026, 1)).is_stale(today) == stale


def test_an_entry_remembers_what_its_file_prints(given):
    given(city=[base(1, from_="2026-01", to="2026-12")])
    found = value("base.pension", CITY, Month(2026, 5))
    assert isinstance(found, Value)
    assert found.entry == Entry("base.pension", CITY, Month(2026, 1), Month(2026, 12), found.entry.printed)
