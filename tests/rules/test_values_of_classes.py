"""What single figures add to layers and time: classes of cities, nearest layer only, figures known to be replaced."""

import pytest

from calc.month import Month
from calc.values import Unknown, value
from tests.rules.conftest import CITY, FILES, PROVINCE
from tests.small_tables import evidenced

OCTOBER = Month(2026, 10)


@pytest.fixture
def holding(use_tables):
    """holding(city={table: [entries]}, province=…): the value files of a city and its province."""

    def put(**layers):
        use_tables({file: layers.get(layer, {}) for layer, file in FILES.items()})

    return put


def wage(amount, **more):
    return evidenced(amount=amount, from_="2026-01", **more)


def found(key="minimum_wage", place=CITY, month=OCTOBER, **facts):
    answer = value(key, place, month, facts)
    return answer.reason if isinstance(answer, Unknown) else int(answer.number("amount"))


CLASSES = [wage(2000, when={"wage_tier": 1}), wage(1800, when={"wage_tier": 2})]


def test_the_class_of_a_city_chooses_among_the_wages_of_its_province(holding):
    holding(province={"minimum_wages": CLASSES}, city={"wage_tiers": [evidenced(tier=2, from_="2026-01")]})
    assert found() == 1800
    assert found(place=PROVINCE) == "depends"


def test_what_is_said_of_a_person_comes_before_what_the_place_says(holding):
    holding(province={"minimum_wages": CLASSES}, city={"wage_tiers": [evidenced(tier=2, from_="2026-01")]})
    assert found(wage_tier=1) == 2000


def test_a_class_that_has_ended_is_no_longer_told(holding):
    ended = evidenced(tier=2, from_="2026-01", to="2026-09")
    holding(province={"minimum_wages": CLASSES}, city={"wage_tiers": [ended]})
    assert found(month=Month(2026, 9)) == 1800
    assert found() == "depends"


def test_classes_that_pay_the_same_are_known_only_if_all_four_are_there(holding):
    holding(province={"minimum_wages": [wage(1900, when={"wage_tier": tier}) for tier in (1, 2)]})
    assert value("minimum_wage", CITY, OCTOBER).number("amount") is None
    holding(province={"minimum_wages": [wage(1900, when={"wage_tier": tier}) for tier in (1, 2, 3, 4)]})
    assert int(value("minimum_wage", CITY, OCTOBER).number("amount")) == 1900


def test_a_city_with_a_figure_of_its_own_never_falls_back_on_its_province(holding):
    holding(province={"minimum_wages": [wage(2000)]}, city={"minimum_wages": [wage(2500, to="2026-03")]})
    assert [found(month=Month(2026, number)) for number in (3, 4)] == [2500, 2500]
    assert found(month=Month(2027, 4)) == found(month=Month(2025, 12)).replace("not-recorded", "ended") == "ended"


def test_a_figure_known_to_be_replaced_is_not_carried_on(holding):
    holding(city={"minimum_wages": [wage(2500, to="2026-09")]})
    assert found() == 2500
    holding(city={"minimum_wages": [wage(2500, to="2026-09", replaced=True)]})
    assert found() == "ended"


def test_months_of_drawing_and_years_paid_choose_a_benefit(holding):
    rows = [
        wage(1500, when={"benefit_month_max": 12, "paid_years_max": 4}),
        wage(1600, when={"benefit_month_max": 12, "paid_years_min": 5}),
        wage(1400, when={"benefit_month_min": 13}),
    ]
    holding(city={"unemployment_benefits": rows})
    drawn = [found("unemployment_benefit", benefit_month=12, paid_years=years) for years in (4, 5)]
    assert drawn == [1500, 1600]
    assert found("unemployment_benefit", benefit_month=13) == 1400
    assert value("unemployment_benefit", CITY, OCTOBER, {"benefit_month": 1}).fields == ("paid_years",)
    assert value("unemployment_benefit", CITY, OCTOBER).fields == ("benefit_month", "paid_years")


def test_a_medical_rate_also_tells_what_reaches_the_account(holding):
    rate = evidenced(
        scheme="medical", worker="employee", employer=8, employee=2, employee_to_account=2, start="uncertain"
    )
    holding(province={"rates": [rate]})
    assert int(value("medical_account.employee", CITY, OCTOBER).number("employee_to_account")) == 2


def test_the_doubts_and_sources_of_a_class_are_those_of_the_wage_it_chose(holding):
    tier = evidenced(tier=2, start="uncertain") | {"grade": "C", "sources": ["jiabin-xu"]}
    holding(province={"minimum_wages": CLASSES}, city={"wage_tiers": [tier]})
    chosen = value("minimum_wage", CITY, OCTOBER)
    assert (chosen.grade, chosen.sources) == ("C", ("city-salary", "jiabin-xu"))
    assert {"one-source", "start-not-known"} <= chosen.flags
    assert value("minimum_wage", CITY, OCTOBER, {"wage_tier": 2}).flags == frozenset()


def test_a_class_that_chose_nothing_leaves_no_mark(holding):
    holding(city={"minimum_wages": [wage(2000)], "wage_tiers": [evidenced(tier=2, start="uncertain")]})
    assert value("minimum_wage", CITY, OCTOBER).rests_on is None
