"""Of each 100 yuan: the parts add up to 100.00 to the fen, in every case, and say what the table of the month says."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some

from calc import rules
from calc.door import answer
from calc.money import FEN, apportioned
from calc.result import Result
from tests.cases import load_cases
from tests.invariants.test_contributions import SETTLED, TODAY, housing, pays, places

HUNDRED = Decimal(100)
parts = some.lists(some.decimals("0", "1000000", places=2), min_size=1, max_size=20)


def result(answers: dict, today: str = TODAY) -> Result:
    return answer(rules.get("contributions"), answers, today)[1]


def hundred(found: Result):
    """The table of the hundred and the track of its bar, or None where nothing is said."""
    tables = [table for table in found.tables if table.id == "hundred"]
    if not tables:
        assert len(found.pictures) == 1
        return None
    return tables[0], found.pictures[0].rows[0].tracks[0]


def check(found: Result) -> bool:
    said = hundred(found)
    if said is None:
        return False
    table, track = said
    assert sum(row[2] for row in table.rows) == HUNDRED == table.total[2]
    assert sum(amount for _, amount in track) == HUNDRED
    assert sum(row[1] for row in table.rows) == table.total[1]
    for _, amount, hundredth in table.rows:
        assert abs(hundredth - amount * HUNDRED / table.total[1]) < FEN
        assert hundredth >= 0
    return True


@pytest.mark.parametrize("case", load_cases("contributions"), ids=str)
def test_the_parts_add_up_in_every_case(case):
    found = result(case.answers, case.today)
    settled = found.outcome == "answered" and not (found.results["net_before_tax"] or "").startswith("-")
    assert check(found) == settled


@given(places, pays, housing)
def test_the_parts_add_up_for_every_pay(place, pay, rate):
    found = result({"place": place, "month": "2026-11", **SETTLED[place], "wage": pay, "housing_rate": rate})
    assert check(found) == (not found.results["net_before_tax"].startswith("-"))


def test_the_whole_is_what_employing_costs_or_what_a_flexible_worker_pays():
    employee = result({"place": "shanghai", "month": "2026-11", "wage": "12000"})
    assert str(hundred(employee)[0].total[1]) == employee.results["labour_cost"]
    flexible = result({"place": "shanghai", "month": "2026-11", "wage": "12000", "worker": "flexible"})
    assert str(hundred(flexible)[0].total[1]) == flexible.results["employee_total"]
    assert "net" not in dict(hundred(flexible)[1])


def test_what_reaches_an_account_or_a_fund_is_open_where_no_source_tells():
    flexible = result({"place": "shanghai", "month": "2026-11", "wage": "12000", "worker": "flexible"})
    assert dict(hundred(flexible)[1])["open"] > 0


@given(parts, some.decimals("0", "1000", places=2))
def test_what_is_apportioned_adds_up_and_is_off_by_less_than_a_fen(amounts, whole):
    if not sum(amounts):
        return
    shares = apportioned(amounts, whole)
    assert sum(shares) == whole
    for amount, share in zip(amounts, shares, strict=True):
        assert abs(share - amount * whole / sum(amounts)) < FEN


@given(parts)
def test_who_has_more_never_gets_less(amounts):
    if sum(amounts):
        shares = apportioned(amounts, HUNDRED)
        ranked = [share for _, share in sorted(zip(amounts, shares, strict=True))]
        assert ranked == sorted(ranked)


@pytest.mark.parametrize("amounts", [[], [Decimal(0)], [Decimal(-1), Decimal(2)]])
def test_nothing_to_go_by_is_refused(amounts):
    with pytest.raises(ValueError, match="nought"):
        apportioned(amounts, HUNDRED)
