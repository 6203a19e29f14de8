"""Months a pension account is shared over: whole years, months of age since 2025, the disputed line, the ends."""

from decimal import Decimal

import pytest

from calc.month import Month
from calc.payment_months import payment_months

NOW = Month(2026, 1)

PRINTED = {
    # as pension sheets and replies of bureaus print them
    (40, 0): "233",
    (50, 1): "194.6",
    (50, 6): "192.5",
    (55, 1): "169.5",
    (55, 2): "169.0",
    (60, 0): "139",
    (60, 1): "138.4",
    (60, 2): "137.8",
    (60, 3): "137.3",
    (61, 1): "131.4",
    (63, 0): "117",
    (65, 0): "101",
    (70, 0): "56",
}


@pytest.mark.parametrize(("age", "months"), PRINTED.items())
def test_the_months_are_those_printed(age, months):
    assert payment_months(*age, NOW).months == Decimal(months)


@pytest.mark.parametrize(("claim", "months"), [(Month(2024, 12), "139"), (Month(2025, 1), "132.6")])
def test_months_of_age_count_from_2025(claim, months):
    assert payment_months(60, 11, claim).months == Decimal(months)


@pytest.mark.parametrize("age", [(39, 11), (70, 1), (71, 0)])
def test_outside_the_table_nothing_is_said(age):
    assert payment_months(*age, NOW) is None


def test_before_the_table_held_nothing_is_said():
    assert payment_months(60, 0, Month(2005, 12)) is None


def test_age_47_is_disputed_and_so_are_the_months_beside_it():
    assert (payment_months(47, 0, NOW).months, payment_months(47, 0, NOW).other) == (208, 207)
    assert payment_months(46, 6, NOW).other is not None
    assert payment_months(48, 0, NOW).other is None
    assert "disputed" in payment_months(47, 0, NOW).value.flags


def test_the_months_never_rise_with_age():
    found = [payment_months(years, months, NOW).months for years in range(40, 70) for months in range(12)]
    assert found == sorted(found, reverse=True)
