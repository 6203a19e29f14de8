"""Minimum wages, calculation bases, benefits and other series, as the collected sources print them.

The figures here are copied from the sources, not from calc/data, so that a slip there shows.
"""

import pytest

from calc.month import Month
from calc.places import NATION
from calc.series import history, of_year
from calc.values import Unknown, Value, value

BEIJING, SHANGHAI, GUANGDONG, GUANGZHOU, SHENZHEN = "110000", "310000", "440000", "440100", "440300"
ZHUHAI, JIANGMEN, CHANGCHUN, NANJING, YUNNAN = "440400", "440700", "220100", "320100", "530000"


def figure(key, place, month, name="amount", **facts):
    """The figure as text with a star where it is provisional, or the reason why there is none."""
    found = value(key, place, Month.parse(month), facts)
    if isinstance(found, Unknown):
        return found.reason
    number = found.number(name)
    return ("-" if number is None else f"{number:f}") + ("*" if "provisional" in found.flags else "")


# key, place, facts, figure: {month: what holds}
CASES = {
    "a minimum wage, its last month, its grace and after": (
        *("minimum_wage", SHANGHAI, {}, "amount"),
        {"2025-06": "ended", "2025-07": "2740", "2026-06": "2740", "2026-07": "2740*", "2027-06": "2740*"},
    ),
    "a minimum wage is unknown after its grace": ("minimum_wage", SHANGHAI, {}, "amount", {"2027-07": "ended"}),
    "the month of a rise": (
        *("minimum_wage", "210000", {"wage_tier": 3}, "amount"),
        {"2025-06": "not-recorded", "2025-07": "1700", "2025-11": "1700", "2025-12": "1930", "2026-12": "1930*"},
    ),
    "a city whose class its own file tells": (
        *("minimum_wage", GUANGZHOU, {}, "amount"),
        {"2025-02": "ended", "2025-03": "2500", "2026-08": "2500", "2026-09": "2680", "2027-08": "2680"},
    ),
    "a city whose class is told from September 2026 only": (
        *("minimum_wage", ZHUHAI, {}, "amount"),
        {"2026-08": "depends", "2026-09": "2300"},
    ),
    "a city whose class nobody told": ("minimum_wage", JIANGMEN, {}, "amount", {"2026-09": "depends"}),
    "a class that was not printed": (
        *("minimum_wage", NANJING, {"wage_tier": 2}, "amount"),
        {"2025-12": "2260", "2026-01": "not-recorded"},
    ),
    "a special zone never falls back on its province": (
        *("minimum_wage", SHENZHEN, {"wage_tier": 1}, "amount"),
        {"2022-04": "2360", "2023-03": "2360", "2023-04": "ended", "2025-03": "2520", "2026-09": "2700"},
    ),
    "a figure known to be replaced has no grace": (
        *("minimum_wage", "430000", {"wage_tier": 1}, "amount"),
        {"2025-07": "2100", "2025-08": "ended", "2026-08": "ended", "2026-09": "2200"},
    ),
    "replaced by a figure that was not seen": (
        *("minimum_wage", "120000", {}, "amount"),
        {"2026-06": "2320", "2026-07": "ended"},
    ),
    "the base of a pension goes by the year of the claim": (
        *("calculation_base", SHANGHAI, {}, "amount"),
        {"2019-12": "not-recorded", "2020-01": "9580", "2025-12": "12434", "2026-01": "12577", "2027-12": "12577*"},
    ),
    "a province that has published none for this year": (
        *("calculation_base", GUANGZHOU, {}, "amount"),
        {"2025-12": "9493", "2026-01": "9493*", "2026-12": "9493*", "2027-01": "ended"},
    ),
    "a city with a base of its own": (
        *("calculation_base", SHENZHEN, {}, "amount"),
        {"2022-06": "10795", "2023-06": "10795", "2024-06": "11181", "2025-06": "11293"},
    ),
    "a city whose own history is short": (
        *("calculation_base", "210100", {}, "amount"),
        {"2023-12": "not-recorded", "2024-01": "8266", "2025-01": "8390"},
    ),
    "a year that its source extrapolated is unknown": (
        *("calculation_base", "450000", {}, "amount"),
        {"2022-12": "6442", "2023-06": "ended", "2024-01": "6847"},
    ),
    "where only a range is known": ("calculation_base", "421000", {}, "amount", {"2025-06": "-"}),
    "an average wage holds for the months it governs": (
        *("average_wage.full_coverage", SHANGHAI, {}, "monthly"),
        {"2025-06": "12307", "2025-07": "12434", "2026-06": "12434", "2026-07": "12577", "2027-07": "12577*"},
    ),
    "a wage that governs the housing fund only": (
        *("average_wage.non_private", "530100", {}, "annual"),
        {"2026-06": "not-recorded", "2026-07": "130174"},
    ),
    "an income serves the year after, and no other": (
        *("income.urban", "210000", {}, "monthly"),
        {"2024-12": "not-recorded", "2025-01": "3999", "2025-12": "3999"},
    ),
    "the nation's income is never a province's": ("income.urban", "330000", {}, "annual", {"2026-06": "not-recorded"}),
    "the nation's income": (
        *("income.urban", NATION, {}, "annual"),
        {"2024-12": "51821", "2025-01": "54188", "2026-01": "56502", "2026-12": "56502", "2027-01": "ended"},
    ),
    "benefit in the first year of drawing": (
        *("unemployment_benefit", SHANGHAI, {"benefit_month": 12, "extended": False}, "amount"),
        {"2023-06": "not-recorded", "2023-07": "2175", "2024-07": "2255", "2025-07": "2305", "2026-07": "2340"},
    ),
    "benefit in the second year of drawing": (
        *("unemployment_benefit", SHANGHAI, {"benefit_month": 13, "extended": False}, "amount"),
        {"2024-06": "not-recorded", "2024-07": "1804", "2026-07": "1872"},
    ),
    "benefit until the pension": (
        *("unemployment_benefit", SHANGHAI, {"extended": True}, "amount"),
        {"2025-06": "1595", "2026-06": "1650", "2028-06": "1690", "2029-06": "1690*", "2029-07": "ended"},
    ),
    "benefit of somebody who paid less than five years": (
        *("unemployment_benefit", BEIJING, {"paid_years": 4}, "amount"),
        {"2025-08": "2124", "2025-09": "2286", "2026-08": "2286", "2026-09": "2286*"},
    ),
    "benefit by the class of the city": (
        *("unemployment_benefit", CHANGCHUN, {}, "amount"),
        {"2025-11": "1908", "2025-12": "2007"},
    ),
    "benefit of a tier two city": ("unemployment_benefit", ZHUHAI, {}, "amount", {"2026-09": "2070"}),
    "benefit is never the nation's": ("unemployment_benefit", "620000", {}, "amount", {"2026-09": "not-recorded"}),
    "the share of the minimum wage": (
        *("unemployment_benefit_rule", JIANGMEN, {}, "percent"),
        {"2024-12": "not-recorded", "2025-01": "90"},
    ),
    "how long benefit is paid": ("unemployment_months", JIANGMEN, {"paid_years": 5}, "months", {"2026-01": "18"}),
    "interest says nothing about the next year": (
        *("account_interest", NATION, {}, "percent"),
        {"2015-12": "not-recorded", "2016-01": "8.31", "2024-12": "2.62", "2025-12": "1.50", "2026-01": "ended"},
    ),
    "years for medical cover": ("medical_years", SHANGHAI, {}, "female", {"2026-01": "15"}),
    "a rule of the future": ("medical_years", GUANGZHOU, {}, "male", {"2029-12": "not-recorded", "2030-01": "30"}),
    "what reaches the account of an employee": (
        *("medical_account.employee", SHENZHEN, {"tier": 2}, "employee_to_account"),
        {"2026-01": "0"},
    ),
    "what reached an account before the reform": (
        *("medical_account.employee", BEIJING, {"age": 35}, "employer_to_account"),
        {"2021-12": "1"},
    ),
    "what reaches the account of a pensioner": (
        *("medical_account.retiree", BEIJING, {"age": 70}, "amount"),
        {"2026-01": "110*"},
    ),
    "leave after a birth": ("maternity_extra", GUANGZHOU, {}, "extra", {"2026-01": "80"}),
    "leave, the month of the change": (
        *("maternity_extra", "510100", {}, "total"),
        {"2025-11": "158", "2025-12": "188"},
    ),
    "leave by the law": ("maternity_extra", NATION, {}, "total", {"2012-04": "not-recorded", "2026-01": "98"}),
    "the least a resident is paid": (
        *("resident_basic", NATION, {}, "amount"),
        {"2022-12": "not-recorded", "2023-01": "103", "2024-01": "123", "2025-12": "143", "2027-12": "163*"},
    ),
    "a province does not pay the national minimum": (
        "resident_basic",
        SHANGHAI,
        {},
        "amount",
        {"2026-01": "not-recorded"},
    ),
    "the divisor of a resident's account": ("resident_terms", SHANGHAI, {}, "payment_months", {"2026-01": "139"}),
}


@pytest.mark.parametrize(("key", "place", "facts", "name", "held"), CASES.values(), ids=CASES.keys())
def test_a_figure_is_the_one_printed_for_that_month(key, place, facts, name, held):
    assert {month: figure(key, place, month, name, **facts) for month in held} == held


def test_what_a_minimum_wage_may_be_is_shown_where_the_class_is_not_known():
    found = value("minimum_wage", JIANGMEN, Month(2026, 9))
    assert found.fields == ("wage_tier",)
    assert [int(one.number("amount")) for one in found.candidates] == [2680, 2300, 2040]
    assert not found.for_everyone
    assert found.number("amount") is None


def test_one_known_class_is_not_taken_for_all_of_them():
    found = value("minimum_wage", NANJING, Month(2026, 1))
    assert (found.reason, len(found.candidates), found.number("amount")) == ("depends", 1, None)


def test_a_disputed_minimum_wage_keeps_both_readings():
    found = value("minimum_wage", YUNNAN, Month(2026, 9), {"wage_tier": 1})
    assert "disputed" in found.flags
    assert (int(found.number("amount")), found.entry.printed["other_readings"][0]["amount"]) == (2270, 2170)


def test_a_range_stands_beside_the_missing_figure():
    found = value("calculation_base", "420800", Month(2025, 6))
    assert isinstance(found, Value)
    assert (found.number("amount"), found.entry.printed["range"]) == (None, [7210, 7347])


def test_residents_choose_among_the_sums_of_their_province():
    shaanxi, elsewhere = (value("resident_tiers", place, Month(2026, 1)) for place in ("610100", JIANGMEN))
    assert (shaanxi.layer, shaanxi.entry.printed["amounts"][0]) == ("610000", 300)
    assert (elsewhere.layer, elsewhere.entry.printed["amounts"][-1], "benchmark" in elsewhere.flags) == (
        NATION,
        2000,
        True,
    )


def test_tibet_has_steps_where_others_have_a_range():
    tibet, elsewhere = (value("flexible_base.pension", place, Month(2026, 5)) for place in ("540100", SHANGHAI))
    assert tibet.entry.printed["percents"] == [60, 80, 100, 150, 200, 300]
    assert elsewhere.entry.printed["range"] == [60, 300]


def test_a_city_rule_on_the_months_of_benefit_leaves_the_law_before_it():
    asked = [value("unemployment_months", SHANGHAI, Month(2026, number), {"paid_years": 3}) for number in (7, 8)]
    assert [found.layer for found in asked] == [NATION, SHANGHAI]
    assert [found.number(name) for found, name in zip(asked, ("months", "at_most"), strict=True)] == [12, 24]


def test_the_grant_of_a_death_at_work_is_twenty_times_the_income():
    for year, grant in ((2025, 1083760), (2026, 1130040)):
        assert 20 * value("income.urban", NATION, Month(year, 1)).number("annual") == grant


def test_the_year_a_wage_measures_is_not_the_one_it_governs():
    wage = of_year("average_wage.full_coverage", BEIJING, 2025)
    assert (int(wage.number("monthly")), str(wage.start), str(wage.end)) == (12116, "2026-07", "2027-06")
    assert of_year("average_wage.full_coverage", BEIJING, 1990) is None


def test_a_history_is_whole_and_in_order():
    years = [entry.printed["year"] for entry in history("calculation_base", SHANGHAI)]
    assert years == list(range(2020, 2027))
