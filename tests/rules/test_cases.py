"""The cases in tests/cases, run in this Python. The browser tests send the same ones to the page."""

from collections import Counter
from decimal import Decimal

import pytest

import calc
from tests.arithmetic import amount
from tests.cases import Case, load_cases
from tests.html import read

CASES = load_cases("contributions")
PLACES = ("beijing", "shanghai", "tianjin", "chongqing", "guangzhou", "shenzhen")
PLACES += ("hangzhou", "nanjing", "chengdu", "wuhan", "xian", "guiyang")
TOTALS = {"employer_total": "employer", "employee_total": "employee", "pool_total": "pool", "account_total": "account"}
AMOUNTS = (*TOTALS, "wage", "labour_cost", "net_before_tax")

each_case = pytest.mark.parametrize("case", CASES, ids=str)


def answered(case: Case, lang: str | None = None) -> dict:
    return calc.run("contributions", case.answers, lang, case.today)


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
def test_the_outcome_says_whether_it_is_settled_and_what_is_missing(case):
    result = answered(case)
    assert result["outcome"] == case.expect.get("outcome", "answered")
    assert [missing["field"] for missing in result["missing"]] == case.expect.get("missing", [])


@each_case
def test_each_base_stands_between_its_own_limits(case):
    lines = answered(case)["results"]["lines"]
    clamped = case.expect.get("clamped", {})
    if isinstance(clamped, str):
        clamped = {line["scheme"]: clamped for line in lines}
    assert {line["scheme"]: line["clamped"] for line in lines if line["clamped"]} == clamped
    assert [line["scheme"] for line in lines] == case.expect.get("schemes", [line["scheme"] for line in lines])


@each_case
def test_doubts_are_told_and_only_where_there_are_any(case):
    warned = {warning["id"] for warning in answered(case)["warnings"]}
    wanted = set(case.expect.get("warnings", ()))
    assert wanted <= warned
    assert not warned & ({"provisional", "stale", *case.expect.get("no_warnings", ())} - wanted)


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


@each_case
def test_the_language_changes_the_sentences_and_nothing_else(case):
    silent, english, chinese = (answered(case, lang) for lang in (None, "en", "zh"))
    assert without_sentences(english) == without_sentences(chinese) == without_sentences(silent)
    for told in (english, chinese):
        assert all(step["text"] for step in told["steps"])
        assert all(warning["text"] for warning in told["warnings"])


@each_case
def test_the_page_answers_the_form_as_the_door_answers_the_data(case):
    page = read(calc.page("contributions", case.form, "en", case.today))
    (answer,) = page.of_class("calc-answer")
    assert answer.attributes["data-outcome"] == answered(case)["outcome"]
    formulas = [step["formula"] for step in answered(case)["steps"] if step["formula"]]
    assert [formula.text for formula in page.of_class("calc-formula")] == formulas


def without_sentences(result: dict) -> dict:
    bare = {name: [dict(row) for row in result[name]] for name in ("steps", "missing", "warnings")}
    for row in (*bare["steps"], *bare["warnings"]):
        row.pop("text", None)
    for row in bare["missing"]:
        del row["why"]
    return result | bare


def test_every_case_has_a_name_of_its_own():
    assert Counter(map(str, CASES)).most_common(1)[0][1] == 1


@pytest.mark.parametrize("slug", PLACES)
def test_every_place_has_cases_below_between_and_above_the_limits_and_for_flexible_workers(slug):
    cases = [case for case in CASES if case.answers["place"] == slug]
    kinds = {line["clamped"] or "between" for case in cases for line in answered(case)["results"]["lines"]}
    assert kinds == {"floor", "between", "ceiling"}
    assert {case.answers.get("worker", "employee") for case in cases} == {"employee", "flexible"}
    assert len({case.answers["month"] for case in cases}) >= 4
