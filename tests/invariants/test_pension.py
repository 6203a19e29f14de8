"""What must hold for every pension: parts sum, more never pays less, nothing is below nought."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as some

import calc
from calc import rules
from calc.door import answer
from calc.entries import entries
from calc.month import Age, Month
from calc.places import everywhere
from calc.retiring import CATEGORIES, retirement_of
from calc.rules.pension import pension
from calc.words import LANGUAGES
from tests.rules.test_door import KEYS

TODAY = "2026-11-22"
FEN = Decimal("0.01")
PARTS = ("basic", "account", "transitional", "local_extras")
USUAL = {"place": "shanghai", "claim_month": "2026-07", "age": "60", "average_index": "1", "account_balance": "100000"}

bases = some.decimals("1000", "30000", places=2)
indices = some.decimals("0.3", "3", places=4)
balances = some.decimals("0", "900000", places=2)
counts = some.integers(0, 600)
ages = some.integers(40 * 12, 70 * 12)


def run(lang: str | None = None, **answers) -> dict:
    return calc.run("pension", USUAL | answers, lang, TODAY)


def total(**answers) -> Decimal:
    return Decimal(run(**answers)["results"]["total"])


def to_the_fen(exact: Fraction) -> Decimal:
    """Half up, from an exact fraction: no decimal on the way that could have been rounded."""
    whole, rest = divmod(exact * 100, 1)
    return (Decimal(int(whole)) + (1 if rest >= Fraction(1, 2) else 0)) / 100


@given(bases, indices, counts, balances, ages, balances, balances)
def test_the_parts_are_the_formula_to_the_fen_and_sum_to_the_whole(base, index, months, balance, age, more, extra):
    found = run(
        calculation_base=base,
        average_index=index,
        total_months=months,
        account_balance=balance,
        age=str(Age.of(age)),
        transitional=more,
        local_extras=extra,
    )["results"]
    exact = Fraction(base) * (1 + Fraction(index)) / 2 * Fraction(months, 12) / 100
    assert Decimal(found["basic"]) == to_the_fen(exact)
    assert Decimal(found["account"]) == to_the_fen(Fraction(balance) / Fraction(found["divisor"]))
    assert Decimal(found["total"]) == sum(Decimal(found[part]) for part in PARTS)
    assert min(Decimal(found[part]) for part in PARTS) >= 0


@given(some.decimals("0", "60", places=2), indices)
def test_years_count_as_printed_and_are_never_made_months(years, index):
    found = run(total_years=years, average_index=index)["results"]
    assert Decimal(found["basic"]) == to_the_fen(Fraction(12577) * (1 + Fraction(index)) / 2 * Fraction(years) / 100)


@given(counts, counts, indices)
def test_more_months_never_pay_less(one, other, index):
    fewer, more = (total(total_months=months, average_index=index) for months in sorted((one, other)))
    assert fewer <= more


@given(indices, indices, counts)
def test_a_higher_index_never_pays_less(one, other, months):
    lower, higher = (total(average_index=index, total_months=months) for index in sorted((one, other)))
    assert lower <= higher


@given(balances, balances)
def test_a_fuller_account_never_pays_less(one, other):
    smaller, larger = (total(account_balance=balance, total_months=240) for balance in sorted((one, other)))
    assert smaller <= larger


@given(ages, ages)
def test_a_higher_age_never_pays_less_from_the_same_account(one, other):
    younger, older = (total(age=str(Age.of(age)), total_months=240) for age in sorted((one, other)))
    assert younger <= older


@given(ages, some.booleans())
def test_payment_months_never_rise_with_age_and_are_whole_before_2025(age, before):
    claim = "2024-06" if before else "2025-06"
    here, after = (
        Decimal(run(age=str(Age.of(min(count, 840))), claim_month=claim, total_months=240)["results"]["divisor"])
        for count in (age, age + 1)
    )
    assert here >= after
    assert here == here.quantize(Decimal(1) if before else Decimal("0.1"), ROUND_HALF_UP)


@given(some.integers(0, 12 * 14), some.sampled_from(CATEGORIES), indices, some.sampled_from(LANGUAGES))
def test_each_later_claim_pays_more_and_none_goes_past_the_latest_month(later, category, index, lang):
    birth = Month(1977, 1) + later
    answers = {"place": "310000", "birth": str(birth), "category": category, "total_months": "300"}
    answers |= {"average_index": str(index), "account_balance": "90000"}
    found = answer(rules.get("pension"), answers, TODAY)[1]
    claims = [row for table in found.tables if table.id == "later" for row in table.rows]
    assert [row[-1] for row in claims] == sorted(row[-1] for row in claims)
    latest = retirement_of(birth, category, Month.parse(TODAY)).latest
    assert all(row[0].values["month"] <= latest for row in claims)
    assert len(claims) == 4
    assert "None" not in calc.page("pension", answers, lang, TODAY)


def test_later_claims_rise_from_the_claim_that_was_asked():
    found = pension(
        TODAY,
        Decimal("0.8"),
        Decimal(120000),
        total_months=300,
        place="310000",
        birth=Month(1968, 3),
        category="male",
    )
    (bars, ladder) = found.pictures
    amounts = [rung.amount for rung in ladder.rungs]
    assert amounts == sorted(amounts)
    assert len(amounts) == 4
    assert amounts[0] == Decimal(found.results["total"])
    assert [rung.marked for rung in ladder.rungs] == [True, False, False, False]
    assert sum(amount for _, amount in bars.rows[0].tracks[0]) == Decimal(found.results["total"])


@pytest.mark.parametrize("place", [place.code for place in everywhere()])
def test_every_place_is_answered_or_asks_for_its_base_and_never_borrows_a_neighbours(place):
    own = {
        entry.number("amount")
        for layer in (place, place[:2] + "0000")
        for entry in entries("calculation_base", layer)
        if entry.number("amount") is not None
    }
    for month in ("2019-12", "2021-06", "2024-06", "2025-06", "2026-06", "2030-06"):
        lang = LANGUAGES[int(month[3]) % 2]
        answers = USUAL | {"place": place, "claim_month": month, "total_months": "240"}
        found = calc.run("pension", answers, lang, TODAY)
        assert list(found) == KEYS
        base = found["results"]["calculation_base"]
        assert base is None or Decimal(base) in own
        assert ("calculation_base" in [one["field"] for one in found["missing"]]) == (base is None)
        assert (found["outcome"] == "answered") == (base is not None)


def test_a_step_says_the_worst_grade_it_used_and_the_reader_s_own_figures_are_named_as_theirs():
    steps = {step["id"]: step for step in run(place="shenyang", claim_month="2025-08", total_months="180")["steps"]}
    assert (steps["basic"]["grade"], steps["divisor"]["grade"], steps["total"]["grade"]) == ("C", "B", "C")
    assert [steps[name]["unit"] for name in ("calculation_base", "divisor", "total")] == ["CNY", "months", "CNY"]
    assert "sil-15" in steps["basic"]["sources"]
