"""What must hold for every residents' pension, tried on many; and figures that stand in two places."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as some

import calc
from calc import rules
from calc.citations import article
from calc.month import Month
from calc.places import NATION
from calc.residents import figure, terms_of

TODAY = "2026-11-22"
amounts = some.decimals("0", "200000", places=2)
tiers = some.decimals("1", "9000", places=2)
years = some.integers(0, 44)
months_of_age = some.integers(16 * 12, 90 * 12)


def answered(**answers) -> dict:
    return calc.run("resident-pension", answers, None, TODAY)


def yuan(amount: str) -> Decimal:
    return Decimal(amount)


@given(amounts, some.decimals("0", "3000", places=2))
def test_the_parts_sum_to_the_pension(balance, basic):
    found = answered(account_balance=balance, own_basic=basic)["results"]
    assert yuan(found["total"]) == yuan(found["basic"]) + yuan(found["account"])
    assert yuan(found["basic"]) == basic


@given(amounts, amounts)
def test_more_in_the_account_never_pays_less(one, other):
    low, high = (answered(account_balance=balance)["results"] for balance in sorted((one, other)))
    assert yuan(low["account"]) <= yuan(high["account"])


@given(tiers, tiers, years, years)
def test_paying_more_or_longer_never_pays_less(one, other, few, many):
    tier, higher = sorted((one, other))
    shorter, longer = sorted((few, many))
    least = yuan(answered(tier=tier, years=shorter)["results"]["account"])
    assert least <= yuan(answered(tier=higher, years=shorter)["results"]["account"])
    assert least <= yuan(answered(tier=tier, years=longer)["results"]["account"])


@given(amounts, months_of_age, months_of_age)
def test_the_amount_does_not_depend_on_the_age(balance, one, other):
    ages = [{"years": months // 12, "months": months % 12} for months in (one, other)]
    first, second = (answered(account_balance=balance, own_basic=163, age=age)["results"] for age in ages)
    assert first == second


@given(months_of_age, years)
def test_who_may_draw_may_draw_later_too(months, paid):
    """Never a no after a yes, as age goes by."""
    order = {"not-eligible": 0, "cannot-tell": 1, "eligible": 2}
    found = [
        answered(account_balance=1, own_basic=1, years=paid, age={"years": age // 12, "months": age % 12})["outcome"]
        for age in (months, months + 1)
    ]
    assert order[found[0]] <= order[found[1]]


@given(months_of_age, some.integers(0, 43))
def test_a_further_year_never_turns_a_yes_into_a_no(months, paid):
    order = {"not-eligible": 0, "cannot-tell": 1, "eligible": 2}
    age = {"years": months // 12, "months": months % 12}
    found = [answered(account_balance=1, own_basic=1, years=one, age=age)["outcome"] for one in (paid, paid + 1)]
    assert order[found[0]] <= order[found[1]]


def test_the_law_and_the_values_print_the_same_figures():
    terms = terms_of(NATION, Month(2026, 11))
    limits = article("ro14-7")["limits"]
    assert limits["claim_age"]["age"] == figure(terms, "claim_age")
    assert limits["paid"]["years"] == figure(terms, "paid_years")
    assert article("ro14-6")["limits"]["divisor"]["months"] == figure(terms, "payment_months")


def test_the_form_reaches_back_to_the_first_month_of_the_terms():
    first = Month.parse(rules.get("resident-pension").first_month)
    assert terms_of(NATION, first).entry.start == first
