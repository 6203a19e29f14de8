"""What must hold for whoever pays alone, tried on many: costs are those of contributions, pensions those of pension."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some

import calc

TODAY = "2026-11-22"
NO_MEDICAL = {"medical": {"employee_rate": "0"}}
PLACES = ["shanghai", "beijing", "sichuan", "guangzhou", "shaanxi", "tibet", "yunnan", "hebei"]
places = some.sampled_from(PLACES)
births = some.integers(0, 12 * 30).map(lambda months: f"{1968 + months // 12}-{months % 12 + 1:02d}")
categories = some.sampled_from(["male", "female55", "female50"])
indices = some.decimals("0.6", "3", places=2)
past = some.integers(1, 300)
balances = some.decimals("0", "200000", places=2)


def answered(**answers) -> dict:
    return calc.run("flexible", {"month": "2026-11", "own": NO_MEDICAL, **answers}, None, TODAY)


def levels(**answers) -> list[dict]:
    return answered(**answers)["results"]["levels"]


def yuan(amount: str) -> Decimal:
    return Decimal(amount)


@pytest.mark.parametrize("place", PLACES)
def test_every_cost_is_that_of_the_contributions_calculator(place):
    for level in levels(place=place):
        answers = {"place": place, "month": "2026-11", "worker": "flexible", "wage": level["base"], "own": NO_MEDICAL}
        paid = calc.run("contributions", answers, None, TODAY)["results"]
        lines = {line["scheme"]: line["employee"] for line in paid["lines"]}
        assert (level["pension_cost"], level["medical_cost"]) == (lines["pension"], lines["medical"])
        assert level["monthly_cost"] == paid["employee_total"]


@given(places, births, categories, past, indices, balances)
def test_every_pension_is_that_of_the_pension_calculator(place, birth, category, months, index, balance):
    asked = {"place": place, "birth": birth, "category": category}
    before = {"total_months": months, "average_index": index, "account_balance": balance}
    found = answered(**asked, **before, base="9000")
    retired = calc.run("retirement", {"birth": birth, "category": category}, None, TODAY)["results"]
    claim = retired["statutory_month"]
    ahead = max(0, _months(claim) - _months("2026-11"))
    wage = _average_wage(place)
    for level in found["results"]["levels"]:
        if level["pension"] in (None, "0.00"):
            continue
        account = yuan(level["pension_cost"]) * Decimal("0.4")
        mixed = (months * index + ahead * yuan(level["base"]) / wage) / (months + ahead)
        answers = {
            **asked,
            "claim_month": max(claim, "2026-11"),
            "total_months": months + ahead,
            "average_index": str(round(mixed, 20)),
            "account_balance": str(balance + round(account, 2) * ahead),
        }
        alone = calc.run("pension", answers, None, TODAY)["results"]
        assert abs(yuan(level["pension"]) - yuan(alone["total"])) <= Decimal("0.01"), (level, alone)


@given(places, births, categories, past, indices, balances)
def test_a_higher_base_costs_more_pays_more_and_brings_the_money_back_later(
    place, birth, category, months, index, balance
):
    found = levels(
        place=place,
        birth=birth,
        category=category,
        total_months=months,
        average_index=index,
        account_balance=balance,
    )
    assert [yuan(one["base"]) for one in found] == sorted(yuan(one["base"]) for one in found)
    for lower, higher in pairwise(found):
        assert yuan(lower["pension_cost"]) < yuan(higher["pension_cost"])
        if lower["pension"] is not None:
            assert 0 <= yuan(lower["pension"]) <= yuan(higher["pension"])
        if lower["payback_months"] is not None:
            assert 0 < lower["payback_months"] <= higher["payback_months"]


@given(places, births, some.integers(15, 30), some.integers(0, 5))
def test_paying_longer_never_pays_less(place, birth, years, more):
    short, long = (
        levels(place=place, birth=birth, category="male", years_to_pay=count) for count in (years, years + more)
    )
    for fewer, further in zip(short, long, strict=True):
        if None not in (fewer["pension"], further["pension"]):
            assert yuan(fewer["pension"]) <= yuan(further["pension"])


@given(places, births, categories, past, indices, balances)
def test_no_answer_is_eligible_below_the_minimum_and_every_amount_is_then_nothing(
    place, birth, category, months, index, balance
):
    found = answered(
        place=place,
        birth=birth,
        category=category,
        total_months=months,
        average_index=index,
        account_balance=balance,
        years_to_pay=0,
    )
    retired = calc.run("retirement", {"birth": birth, "category": category}, None, TODAY)["results"]
    short = months < retired["minimum_months"]
    assert (found["outcome"] == "not-eligible") == short
    assert all((one["pension"] == "0.00") == short for one in found["results"]["levels"])


def _months(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:])


def _average_wage(place: str) -> Decimal:
    from calc.month import Month
    from calc.places import find
    from calc.values import value

    found = value("average_wage.full_coverage", find(place)[0].code, Month(2026, 11)).number("monthly")
    assert found is not None
    return found
