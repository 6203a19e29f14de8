"""What must hold for every pay, place and month, tried on many."""

from decimal import Decimal

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as some

import calc

TODAY = "2026-11-22"
SETTLED = {
    "beijing": {},
    "shanghai": {},
    "tianjin": {},
    "hangzhou": {},
    "nanjing": {},
    "wuhan": {},
    "xian": {},
    "chongqing": {"injury_rate": "0.013"},
    "guiyang": {"injury_rate": "0.0175"},
    "shenzhen": {
        "local_hukou": "true",
        "medical_tier": "2",
        "injury_rate": "0.2%",
        "own.injury.floor": "0",
        "own.injury.ceiling": "48471",
    },
}
"""Places in which November 2026 is settled for an employee, with the answers that it needs."""

FEN = Decimal("0.01")
FEW_FEN = Decimal("0.05")
"""As far as an inversion may miss: one fen for each scheme that rounds at the same place."""

pays = some.decimals("0.01", "80000", places=2)
places = some.sampled_from(sorted(SETTLED))
housing = some.sampled_from(["", "5%", "12%"])
schemes = some.sampled_from(["pension", "medical", "unemployment", "injury"])


def results(place: str, **answers) -> dict:
    given_ = {"place": place, "month": "2026-11", **SETTLED[place], **answers}
    return calc.run("contributions", given_, None, TODAY)["results"]


def yuan(amount: str) -> Decimal:
    return Decimal(amount)


@given(places, pays, housing)
def test_the_parts_sum_to_the_whole(place, pay, rate):
    found = results(place, wage=pay, housing_rate=rate)
    for line in found["lines"]:
        assert yuan(line["pool"]) + yuan(line["account"]) == yuan(line["employer"]) + yuan(line["employee"])
    for total, side in (("employer_total", "employer"), ("pool_total", "pool"), ("account_total", "account")):
        assert yuan(found[total]) == sum(yuan(line[side]) for line in found["lines"])
    assert yuan(found["net_before_tax"]) == pay - yuan(found["employee_total"])
    assert yuan(found["labour_cost"]) == pay + yuan(found["employer_total"])
    pots = yuan(found["pool_total"]) + yuan(found["account_total"])
    assert pots == yuan(found["employer_total"]) + yuan(found["employee_total"])


@given(places, pays, housing)
def test_no_contribution_is_below_nought_and_no_account_above_its_line(place, pay, rate):
    for line in results(place, wage=pay, housing_rate=rate)["lines"]:
        assert min(yuan(line[side]) for side in ("base", "employer", "employee", "pool", "account")) >= 0


@given(places, pays, housing)
def test_a_clamped_base_is_the_limit_and_any_other_is_the_pay(place, pay, rate):
    lines = results(place, wage=pay, housing_rate=rate)["lines"]
    for line in lines:
        base = yuan(line["base"])
        assert {"floor": base > pay, "ceiling": base < pay, None: base == pay}[line["clamped"]]


@given(places, pays, pays, housing)
def test_contributions_never_fall_when_pay_rises(place, one, other, rate):
    lower, higher = (results(place, wage=pay, housing_rate=rate)["lines"] for pay in sorted((one, other)))
    for below, above in zip(lower, higher, strict=True):
        assert below["scheme"] == above["scheme"]
        for amount in ("base", "employer", "employee", "account"):
            assert yuan(below[amount]) <= yuan(above[amount])


@given(places, pays, pays)
def test_the_declared_base_decides_the_contributions_and_the_pay_only_what_is_left(place, pay, declared):
    by_base = results(place, wage=pay, base=declared)
    by_pay = results(place, wage=declared)
    assert by_base["lines"] == by_pay["lines"]
    assert yuan(by_base["net_before_tax"]) == pay - yuan(by_pay["employee_total"])


@given(places, pays, housing)
def test_labour_cost_leads_back_to_the_pay_it_came_from(place, pay, rate):
    there = results(place, wage=pay, housing_rate=rate)
    assert results(place, labour_cost=there["labour_cost"], housing_rate=rate) == there


@given(places, pays, housing)
def test_take_home_pay_leads_back_to_a_pay_that_leaves_it(place, pay, rate):
    there = results(place, wage=pay, housing_rate=rate)
    assume(yuan(there["net_before_tax"]) > 0)
    back = results(place, net=there["net_before_tax"], housing_rate=rate)
    assert back["net_before_tax"] == there["net_before_tax"]
    assert pay - FEW_FEN <= yuan(back["wage"]) <= pay


@given(places, pays)
def test_any_take_home_pay_is_reached_to_the_fen(place, net):
    assert yuan(results(place, net=net)["net_before_tax"]) == net


@given(places, some.decimals("15000", "40000", places=2))
def test_a_labour_cost_is_spent_to_within_a_few_fen_and_never_exceeded(place, cost):
    reached = results(place, labour_cost=cost)
    assert 0 <= cost - yuan(reached["labour_cost"]) <= FEW_FEN
    one_fen_more = results(place, wage=yuan(reached["wage"]) + FEN)
    assert yuan(one_fen_more["labour_cost"]) > cost


def test_the_sentence_for_a_cost_that_no_pay_hits_is_true():
    answers = {"place": "beijing", "month": "2026-11", "labour_cost": "15180.20"}
    told = calc.run("contributions", answers, "en", TODAY)
    (sentence,) = [warning["text"] for warning in told["warnings"] if warning["id"] == "inverted-cost"]
    assert told["results"]["labour_cost"] == "15180.18"
    assert results("beijing", wage="12000.16")["labour_cost"] == "15180.21"
    assert "nearest" not in sentence, "a fen more of pay comes nearer, though it costs more than was asked"


@given(places, schemes, some.decimals("0", "0.1", places=4), pays)
def test_an_own_rate_is_the_rate_that_counts(place, scheme, rate, pay):
    lines = results(place, wage=pay, **{f"own.{scheme}.employer_rate": str(rate)})["lines"]
    (line,) = [one for one in lines if one["scheme"] == scheme]
    assert yuan(line["employer_rate"]) == rate
    assert abs(yuan(line["employer"]) - yuan(line["base"]) * rate) <= Decimal("0.005")
    assert yuan(line["pool"]) >= 0


@example("0", "0")
@given(some.decimals("0", "0.03", places=4), some.decimals("0", "0.03", places=4))
def test_a_pool_is_never_below_nought_whatever_rates_a_notice_prints(employer, employee):
    own = {"medical": {"employer_rate": str(employer), "employee_rate": str(employee)}}
    answers = {"place": "beijing", "month": "2021-09", "wage": "9000", "age": "50", "own": own}
    for line in calc.run("contributions", answers, None, TODAY)["results"]["lines"]:
        assert line["pool"] is None or yuan(line["pool"]) >= 0


@pytest.mark.parametrize("amount", ["net", "labour_cost", "wage"])
def test_even_absurd_figures_of_the_readers_own_end_in_an_answer_or_a_problem(amount):
    takes_all = {"floor": "0", "ceiling": "10000000", "employer_rate": "1", "employee_rate": "1"}
    own = dict.fromkeys(["pension", "medical", "unemployment", "long_term_care"], takes_all)
    try:
        calc.run("contributions", {"place": "beijing", "month": "2026-11", amount: "9500000", "own": own}, "en", TODAY)
    except calc.InputError as refused:
        assert refused.problems
