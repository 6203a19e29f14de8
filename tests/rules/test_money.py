"""Yuan: exact until the one named rounding."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some

from calc.money import ROUNDING_RULES, as_text, percent, plainly, rounded, tidy

amounts = some.decimals("0", "99999999", places=6)


@pytest.mark.parametrize(
    ("exact", "rule", "kept"),
    [
        ("8.804", "fen-half-up", "8.80"),
        ("8.805", "fen-half-up", "8.81"),
        ("8.815", "fen-half-up", "8.82"),
        ("8.8049999", "fen-half-up", "8.80"),
        ("864.49", "yuan-half-up", "864.00"),
        ("864.50", "yuan-half-up", "865.00"),
        ("865.50", "yuan-half-up", "866.00"),
    ],
)
def test_a_half_is_rounded_up(exact, rule, kept):
    assert str(rounded(Decimal(exact), rule)) == kept


def test_a_rule_without_a_name_is_refused():
    with pytest.raises(KeyError):
        rounded(Decimal(1), "as-we-like")


@given(amounts, some.sampled_from(sorted(ROUNDING_RULES)))
def test_rounding_moves_an_amount_by_at_most_half_a_unit_and_only_once(amount, rule):
    once = rounded(amount, rule)
    assert abs(once - amount) <= ROUNDING_RULES[rule] / 2
    assert rounded(once, rule) == once


@pytest.mark.parametrize(
    ("printed", "fraction"), [(8, "0.08"), ("9.8", "0.098"), ("0.16", "0.0016"), (100, "1"), (0, "0")]
)
def test_a_printed_percentage_becomes_a_fraction(printed, fraction):
    assert str(percent(Decimal(printed))) == fraction


@given(some.decimals("0", "1000", places=9))
def test_a_number_written_plainly_keeps_its_value_and_never_falls_into_exponents(number):
    assert tidy(number) == number
    assert Decimal(plainly(number)) == number
    assert "E" not in plainly(number)


@pytest.mark.parametrize(
    ("amount", "text"), [("1600", "1600.00"), ("0", "0.00"), ("22130.25", "22130.25"), ("-466.35", "-466.35")]
)
def test_money_is_written_with_two_decimals(amount, text):
    assert as_text(Decimal(amount)) == text


def test_an_unknown_amount_stays_unknown():
    assert as_text(None) is None
