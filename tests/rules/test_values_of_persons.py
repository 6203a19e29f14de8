"""Figures that depend on the person: household register, tier, age."""

from calc.month import Month
from calc.values import Unknown, value
from tests.rules.conftest import CITY
from tests.small_tables import rate

JANUARY = Month(2026, 1)


def found(**facts):
    return value("rate.pension.employee", CITY, JANUARY, facts)


def employer(**facts):
    """The employer's rate for such a person, or the reason why none is known."""
    rates = found(**facts)
    return rates.reason if isinstance(rates, Unknown) else int(rates.number("employer"))


def test_a_condition_chooses_among_entries_of_one_month(given):
    given(
        city=[
            rate(17, from_="2025-01", when={"local_hukou": True}),
            rate(16, from_="2025-01", when={"local_hukou": False}),
        ]
    )
    assert employer(local_hukou=True) == 17
    assert employer(local_hukou=False) == 16


def test_an_unknown_condition_is_named_and_what_all_agree_on_is_known(given):
    given(city=[rate(6, from_="2025-01", when={"tier": 1}), rate(2, from_="2025-01", when={"tier": 2})])
    rates = found()
    assert (rates.reason, rates.fields) == ("depends", ("tier",))
    assert (rates.number("employer"), rates.number("employee")) == (None, 8)


def test_what_holds_for_some_people_only_is_not_known_for_someone_unknown(given):
    given(city=[rate(6, from_="2025-01", when={"age_max": 35})])
    rates = found()
    assert (rates.reason, rates.fields) == ("depends", ("age",))
    assert rates.number("employer") is None


def test_ages_are_whole_years_with_both_ends_included(given):
    given(
        city=[
            rate(1, from_="2025-01", when={"age_max": 34}),
            rate(2, from_="2025-01", when={"age_min": 35, "age_max": 44}),
            rate(3, from_="2025-01", when={"age_min": 45}),
        ]
    )
    assert [employer(age=age) for age in (16, 34, 35, 44, 45, 90)] == [1, 1, 2, 2, 3, 3]


def test_two_conditions_are_asked_together_and_each_narrows_the_rest(given):
    given(
        city=[
            rate(1, from_="2025-01", when={"tier": 1}),
            rate(2, from_="2025-01", when={"tier": 2, "local_hukou": True}),
            rate(3, from_="2025-01", when={"tier": 2, "local_hukou": False}),
        ]
    )
    assert found().fields == ("local_hukou", "tier")
    assert employer(tier=1) == 1
    assert found(tier=2).fields == ("local_hukou",)
    assert employer(tier=2, local_hukou=False) == 3


def test_someone_whom_no_entry_fits_gets_no_figure(given):
    given(city=[rate(6, from_="2025-01", when={"tier": 1})])
    assert employer(tier=2) == "not-recorded"


def test_a_late_value_keeps_its_conditions(given):
    given(
        city=[
            rate(6, from_="2025-01", to="2025-12", when={"tier": 1}),
            rate(2, from_="2025-01", to="2025-12", when={"tier": 2}),
        ]
    )
    assert employer(tier=2) == 2
