"""Months: the forms people write, order, and arithmetic over years."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from calc.month import Month

months = some.builds(Month, some.integers(1900, 2200), some.integers(1, 12))


@pytest.mark.parametrize(
    "text", ["2026-07", "2026-7", "2026/07", "2026.7", "2026年7月", "202607", "2026-07-31", " 2026-07 "]
)
def test_the_usual_forms_are_read(text):
    assert Month.parse(text) == Month(2026, 7)


@pytest.mark.parametrize(
    "text", ["", "2026", "2026-13", "2026-00", "26-07", "2026-07-", "2026--07", "07-2026", "2026-07-32"]
)
def test_anything_else_is_refused(text):
    with pytest.raises(ValueError):
        Month.parse(text)


@pytest.mark.parametrize("number", [0, 13, -1])
def test_a_month_runs_from_1_to_12(number):
    with pytest.raises(ValueError, match="1 to 12"):
        Month(2026, number)


def test_december_and_january_are_neighbours():
    assert Month(2025, 12) + 1 == Month(2026, 1)
    assert Month(2026, 1) + -1 == Month(2025, 12)
    assert Month(2025, 12) < Month(2026, 1)


@given(months, some.integers(-2000, 2000))
def test_adding_months_and_taking_the_difference_are_each_others_reverse(month, count):
    assert (month + count) - month == count


@given(months)
def test_a_month_reads_back_what_it_writes(month):
    assert Month.parse(str(month)) == month


@given(months, months)
def test_months_sort_as_their_text_does(one, other):
    assert (one < other) == (str(one) < str(other))
