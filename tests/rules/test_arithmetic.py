"""The arithmetic that cases are written in, which must be right before anything is measured by it."""

from decimal import Decimal

import pytest

from tests.arithmetic import amount


@pytest.mark.parametrize(
    ("text", "yuan"),
    [
        ("7546 * 8%", "603.68"),
        ("7546 * 8% + 7546 * 2% + 7546 * 0.5%", "792.33"),
        ("10.01 * 0.5% + 10.01 * 0.5%", "0.10"),
        ("10.01 * (0.5% + 0.5%)", "0.10"),
        ("1.5 * 1% + 1.5 * 1%", "0.04"),
        ("1.5 * (1% + 1%)", "0.03"),
        ("12000 - (12000 * 8% + 3)", "11037.00"),
        ("5", "5.00"),
        ("8400 / 139", "60.43"),
        ("100 / 3 + 100 / 3", "66.66"),
        ("(100 + 100) / 3", "66.67"),
    ],
)
def test_products_are_rounded_half_up_before_they_are_added(text, yuan):
    assert amount(text) == Decimal(yuan)


@pytest.mark.parametrize(
    "text",
    ["", "1 +", "8 // 2", "8 / 0", "2 ** 8", "-1", "abc", "abs(1)", "'1'", "True", "1 if 1 else 2", "[1][0]", "%"],
)
def test_nothing_else_is_arithmetic(text):
    with pytest.raises(ValueError, match="no arithmetic"):
        amount(text)
