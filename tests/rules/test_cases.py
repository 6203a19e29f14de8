"""The cases in tests/cases, run in this Python. The browser tests send the same ones to the page."""

from collections import Counter
from typing import Any

import pytest

import calc
from calc import rules
from tests.arithmetic import amount
from tests.cases import Case, all_cases, load_cases
from tests.html import read

CASES = [case for case in all_cases() if "refused" not in case.expect]
REFUSED = [case for case in all_cases() if "refused" in case.expect]

each_case = pytest.mark.parametrize("case", CASES, ids=str)


def answered(case: Case, lang: str | None = None) -> dict:
    return calc.run(case.calculator, case.answers, lang, case.today)


def is_as_told(told: Any, found: Any) -> bool:
    """Whether a result is what the case says, as far as it says it."""
    if told == "unknown":
        return found is None
    if isinstance(told, dict):
        return isinstance(found, dict) and all(is_as_told(part, found.get(name)) for name, part in told.items())
    if isinstance(told, list):
        return len(told) == len(found) and all(map(is_as_told, told, found))
    if told == found or not isinstance(told, str):
        return bool(told == found)
    try:
        return str(amount(told)) == found
    except ValueError:
        return False


@each_case
def test_the_results_are_those_of_the_legal_arithmetic(case):
    results = answered(case)["results"]
    for name, told in case.expect.get("results", {}).items():
        assert is_as_told(told, results[name]), (name, told, results[name])


@each_case
def test_each_condition_is_met_or_not_or_open_as_told(case):
    told = {name: None if met == "unknown" else met for name, met in case.expect.get("reasons", {}).items()}
    found = {reason["id"]: reason["met"] for reason in answered(case)["reasons"]}
    assert not told or found == told


@each_case
def test_the_outcome_says_whether_it_is_settled_and_what_is_missing(case):
    result = answered(case)
    assert result["outcome"] == case.expect.get("outcome", "answered")
    assert [missing["field"] for missing in result["missing"]] == case.expect.get("missing", [])


@each_case
def test_doubts_are_told_and_only_where_there_are_any(case):
    warned = {warning["id"] for warning in answered(case)["warnings"]}
    wanted = set(case.expect.get("warnings", ()))
    assert wanted <= warned
    assert not warned & ({"provisional", "stale", *case.expect.get("no_warnings", ())} - wanted)


@each_case
def test_the_language_changes_the_sentences_and_nothing_else(case):
    silent, english, chinese = (answered(case, lang) for lang in (None, "en", "zh"))
    assert without_sentences(english) == without_sentences(chinese) == without_sentences(silent)
    for told in (english, chinese):
        assert all(step["text"] for step in told["steps"])
        assert all(warning["text"] for warning in told["warnings"])


@each_case
def test_the_page_answers_the_form_as_the_door_answers_the_data(case):
    page = read(calc.page(case.calculator, case.form, "en", case.today))
    (answer,) = page.of_class("calc-answer")
    assert answer.attributes["data-outcome"] == answered(case)["outcome"]
    formulas = [step["formula"] for step in answered(case)["steps"] if step["formula"]]
    assert [formula.text for formula in page.of_class("calc-formula")] == formulas


@pytest.mark.parametrize("case", REFUSED, ids=str)
def test_answers_that_cannot_be_used_are_refused_with_every_problem(case):
    with pytest.raises(calc.InputError) as refused:
        answered(case, "en")
    assert [f"{one['field']} {one['code']}" for one in refused.value.problems] == case.expect["refused"]


def without_sentences(result: dict) -> dict:
    bare = {name: [dict(row) for row in result[name]] for name in ("reasons", "steps", "missing", "warnings")}
    for row in (*bare["reasons"], *bare["steps"], *bare["warnings"]):
        row.pop("text", None)
    for row in bare["missing"]:
        del row["why"]
    return result | bare


def test_every_case_has_a_name_of_its_own():
    assert Counter(map(str, CASES + REFUSED)).most_common(1)[0][1] == 1


@pytest.mark.parametrize("calculator", rules.IDS)
def test_every_calculator_has_cases_and_every_case_a_source(calculator):
    cases = load_cases(calculator)
    assert cases
    assert all(case.source for case in cases)
