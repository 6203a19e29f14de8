"""What the cases of contributions hold besides what every case holds: bases between their limits, parts that add up."""

from decimal import Decimal

import pytest

from tests.arithmetic import amount
from tests.cases import load_cases
from tests.rules.test_cases import answered

CASES = load_cases("contributions")
PLACES = ("beijing", "shanghai", "tianjin", "chongqing", "guangzhou", "shenzhen")
PLACES += ("hangzhou", "nanjing", "chengdu", "wuhan", "xian", "guiyang")
TOTALS = {"employer_total": "employer", "employee_total": "employee", "pool_total": "pool", "account_total": "account"}
AMOUNTS = (*TOTALS, "wage", "labour_cost", "net_before_tax")

each_case = pytest.mark.parametrize("case", CASES, ids=str)


def written(sum_: str) -> str | None:
    return None if sum_ == "unknown" else str(amount(sum_))


@each_case
def test_the_amounts_are_those_of_the_legal_arithmetic(case):
    result = answered(case)
    wanted = {name: written(case.expect[name]) for name in AMOUNTS if name in case.expect}
    assert {name: result["results"][name] for name in wanted} == wanted
    known = {name: written(sum_) for name, sum_ in case.expect.get("known", {}).items()}
    assert {name: result["results"]["known_totals"][name] for name in known} == known


@each_case
def test_each_base_stands_between_its_own_limits(case):
    lines = answered(case)["results"]["lines"]
    clamped = case.expect.get("clamped", {})
    if isinstance(clamped, str):
        clamped = {line["scheme"]: clamped for line in lines}
    assert {line["scheme"]: line["clamped"] for line in lines if line["clamped"]} == clamped
    assert [line["scheme"] for line in lines] == case.expect.get("schemes", [line["scheme"] for line in lines])


@each_case
def test_the_parts_add_up(case):
    results = answered(case)["results"]
    for line in results["lines"]:
        if None not in (line["pool"], line["account"]):
            assert Decimal(line["pool"]) + Decimal(line["account"]) == Decimal(line["employer"]) + Decimal(
                line["employee"]
            )
    for name, side in TOTALS.items():
        parts = [line[side] for line in results["lines"]]
        known = sum((Decimal(part) for part in parts if part is not None), Decimal("0.00"))
        assert results["known_totals"][name] == str(known)
        assert results[name] == (None if None in parts else str(known))
    if results["net_before_tax"] is not None:
        assert Decimal(results["net_before_tax"]) == Decimal(results["wage"]) - Decimal(results["employee_total"])
    if results["labour_cost"] is not None:
        assert Decimal(results["labour_cost"]) == Decimal(results["wage"]) + Decimal(results["employer_total"])


@pytest.mark.parametrize("slug", PLACES)
def test_every_place_has_cases_below_between_and_above_the_limits_and_for_flexible_workers(slug):
    cases = [case for case in CASES if case.answers["place"] == slug]
    kinds = {line["clamped"] or "between" for case in cases for line in answered(case)["results"]["lines"]}
    assert kinds == {"floor", "between", "ceiling"}
    assert {case.answers.get("worker", "employee") for case in cases} == {"employee", "flexible"}
    assert len({case.answers["month"] for case in cases}) >= 4
