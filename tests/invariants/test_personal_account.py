"""What must hold for every pension account, tried on many."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as some

import calc

TODAY = "2026-11-22"
amounts = some.decimals("0", "60000", places=2)
years = some.integers(2016, 2025)
rows = some.lists(some.tuples(years, amounts), min_size=1, max_size=12)
rates = some.decimals("0", "0.1", places=4)


def answered(given_: list[tuple[int, Decimal]], **answers) -> dict:
    deposits = [{"year": year, "amount": amount} for year, amount in given_]
    return calc.run("personal-account", {"deposits": deposits, **answers}, None, TODAY)


def yuan(amount: str) -> Decimal:
    return Decimal(amount)


@given(rows, amounts)
def test_the_balance_is_all_that_was_paid_in_and_the_interest(paid, opening):
    found = answered(paid, opening=opening)["results"]
    interest = sum(yuan(year["interest"]) for year in found["years"])
    assert yuan(found["balance"]) == opening + sum(amount for _, amount in paid) + interest


@given(rows, amounts)
def test_every_year_follows_from_the_one_before_and_none_is_left_out(paid, opening):
    found = answered(paid, opening=opening)["results"]["years"]
    assert [one["year"] for one in found] == list(range(min(paid)[0], max(paid)[0] + 1))
    balance = opening
    for one in found:
        balance += sum(amount for year, amount in paid if year == one["year"]) + yuan(one["interest"])
        assert yuan(one["balance"]) == balance
        assert yuan(one["interest"]) >= 0


@given(rows, amounts, amounts)
def test_more_in_the_account_is_never_less_at_the_end(paid, one, other):
    low, high = sorted((one, other))
    assert yuan(answered(paid, opening=low)["results"]["balance"]) <= yuan(
        answered(paid, opening=high)["results"]["balance"]
    )
    more = [(paid[0][0], paid[0][1] + one), *paid[1:]]
    assert yuan(answered(paid)["results"]["balance"]) <= yuan(answered(more)["results"]["balance"])


@given(rows)
def test_the_order_of_the_rows_does_not_matter(paid):
    assert answered(paid)["results"] == answered(list(reversed(paid)))["results"]


@given(amounts, rates, rates)
def test_a_higher_assumed_rate_never_gives_less_and_changes_no_published_year(amount, one, other):
    paid = [(2024, amount), (2030, amount)]
    low, high = (answered(paid, assumed_rate=str(rate))["results"] for rate in sorted((one, other)))
    assert yuan(low["balance"]) <= yuan(high["balance"])
    assert low["years"][:2] == high["years"][:2]


@given(amounts, some.integers(2016, 2025))
def test_payments_of_a_year_earn_a_little_more_than_half_its_rate(amount, year):
    (found,) = answered([(year, amount)])["results"]["years"]
    half = amount * yuan(found["rate"]) / 2
    assert half - Decimal("0.01") <= yuan(found["interest"]) <= half * Decimal("1.09") + Decimal("0.01")


def test_sixty_years_at_once_are_answered():
    paid = [(1992 + number, Decimal(1000)) for number in range(60)]
    found = answered(paid, assumed_rate="0.03")
    assert found["outcome"] == "answered"
    assert len(found["results"]["years"]) == 60
