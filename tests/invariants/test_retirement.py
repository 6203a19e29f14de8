"""What must hold for every month of birth, category, chosen month and number of months paid."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some

import calc
from calc import rules
from calc.door import answer
from calc.month import Month
from calc.retiring import CATEGORIES, minimum_months, retirement_of
from calc.words import LANGUAGES

TODAY = "2026-11-22"
NOW = Month(2026, 11)
ORIGINAL = {"male": 60, "female55": 55, "female50": 50}
HIGHEST = {"male": 63, "female55": 58, "female50": 55}
BIRTHS = [Month(1940, 1) + count for count in range(12 * 71)]

births = some.sampled_from(BIRTHS)
categories = some.sampled_from(CATEGORIES)
months_paid = some.integers(0, 600)


def results(**answers) -> dict:
    return calc.run("retirement", answers, None, TODAY)["results"]


@pytest.mark.parametrize("category", CATEGORIES)
def test_a_later_birth_never_retires_earlier_and_one_month_later_at_most_two_months_later(category):
    found = [retirement_of(birth, category, NOW) for birth in BIRTHS]
    for earlier, later in pairwise(found):
        assert 1 <= later.statutory - earlier.statutory <= 2
        assert 0 <= later.delay - earlier.delay <= 1
        assert later.earliest >= earlier.earliest
        assert later.latest >= earlier.latest


@pytest.mark.parametrize("category", CATEGORIES)
def test_the_age_lies_between_the_old_one_and_the_highest_and_reaches_both(category):
    ages = {found.statutory - found.birth for found in (retirement_of(birth, category, NOW) for birth in BIRTHS)}
    assert (min(ages), max(ages)) == (ORIGINAL[category] * 12, HIGHEST[category] * 12)
    assert ages == set(range(min(ages), max(ages) + 1))


@pytest.mark.parametrize("category", CATEGORIES)
def test_nobody_may_go_before_the_old_age_nor_more_than_three_years_from_the_new_one(category):
    for birth in BIRTHS:
        found = retirement_of(birth, category, NOW)
        assert found.original <= found.earliest <= found.statutory <= found.latest
        assert found.statutory - found.earliest <= 36
        assert found.latest - found.statutory in ((36,) if found.is_delayed else (0, 36))


def test_the_months_to_have_paid_never_fall_and_rise_by_half_a_year_at_most():
    needed = [int(minimum_months(Month(year, 1)).number("months")) for year in range(1990, 2080)]
    assert (needed[0], needed[-1]) == (180, 240)
    assert {later - earlier for earlier, later in pairwise(needed)} == {0, 6}


@pytest.mark.parametrize(
    ("month", "needed"),
    [("2029-12", 180), ("2030-01", 186), ("2037-12", 228), ("2038-01", 234), ("2038-12", 234), ("2039-01", 240)],
)
def test_the_months_to_have_paid_change_with_the_year(month, needed):
    assert minimum_months(Month.parse(month)).number("months") == needed


@given(births, categories, months_paid, months_paid)
def test_more_months_paid_never_lack_more(birth, category, one, other):
    fewer, more = (
        results(birth=str(birth), category=category, contribution_months=paid)["shortfall_months"]
        for paid in sorted((one, other))
    )
    assert fewer >= more >= 0


@given(births, categories, months_paid, some.integers(-60, 60))
def test_a_chosen_month_is_answered_yes_exactly_in_the_window_and_with_the_years(birth, category, paid, away):
    found = retirement_of(birth, category, NOW)
    chosen = found.statutory + away
    given_ = {"birth": str(birth), "category": category, "contribution_months": paid, "chosen_month": str(chosen)}
    answered = calc.run("retirement", given_, None, TODAY)
    needed = minimum_months(min(chosen, found.statutory)).number("months")
    assert answered["results"]["minimum_months"] == needed
    allowed = found.earliest <= chosen <= found.latest and paid >= needed
    assert answered["outcome"] == ("eligible" if allowed else "not-eligible")
    assert {reason["id"] for reason in answered["reasons"]} == {"window", "years"}
    assert all(reason["met"] for reason in answered["reasons"]) == allowed


@given(births, categories, some.sampled_from(LANGUAGES))
def test_every_page_tells_the_month_and_the_dates_are_still_to_come(birth, category, lang):
    page = calc.page("retirement", {"birth": str(birth), "category": category}, lang, TODAY)
    assert str(retirement_of(birth, category, NOW).statutory.year) in page
    assert "None" not in page


def test_the_law_of_the_day_is_used_and_before_it_began_the_first_one():
    assert calc.run("retirement", {"birth": "1970-01", "category": "male"}, None, "2012-05-01")["results"] == results(
        birth="1970-01", category="male"
    )


DATES = {
    "nothing chosen": (
        {},
        {
            "earliest-notice": "2027-02",
            "earliest": "2027-05",
            "agreement": "2027-12",
            "statutory": "2028-01",
            "first-pension": "2028-02",
            "latest": "2031-01",
        },
    ),
    "an earlier month": (
        {"chosen_month": "2027-10"},
        {"notice": "2027-07", "chosen": "2027-10", "first-pension": "2027-11", "statutory": "2028-01"},
    ),
    "a later month": (
        {"chosen_month": "2030-01"},
        {"agreement": "2027-12", "statutory": "2028-01", "chosen": "2030-01", "first-pension": "2030-02"},
    ),
    "too few years: no early month to prepare for": (
        {"contribution_months": "100"},
        {"agreement": "2027-12", "statutory": "2028-01", "first-pension": "2028-02", "latest": "2031-01"},
    ),
    "a month that cannot be chosen": (
        {"chosen_month": "2035-01"},
        {"statutory": "2028-01", "first-pension": "2028-02"},
    ),
    "long past": ({"birth": "1960-01"}, {}),
}


@pytest.mark.parametrize(("answers", "wanted"), DATES.values(), ids=DATES.keys())
def test_the_calendar_holds_what_is_still_to_come_in_order(answers, wanted):
    asked = {"birth": "1972-05", "category": "female55"} | answers
    dates = answer(rules.get("retirement"), asked, TODAY)[1].dates
    assert {dated.id: str(dated.when) for dated in dates} == wanted
    assert [dated.when for dated in dates] == sorted(dated.when for dated in dates)
