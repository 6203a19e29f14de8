"""The one door: what run, page and catalogue promise to everyone outside."""

import json
import time

import pytest

import calc
from calc import door, rules

TODAY = "2026-11-22"
USUAL = {"place": "beijing", "month": "2026-11", "wage": "12000"}
KEYS = [
    "calculator",
    "rules_version",
    "answers",
    "month",
    "outcome",
    "results",
    "reasons",
    "steps",
    "missing",
    "warnings",
]
RESULTS = ["lines", "employer_total", "employee_total", "pool_total", "account_total", "labour_cost", "net_before_tax"]
LINE = ["scheme", "base", "clamped", "employer_rate", "employee_rate", "employer_fixed", "employee_fixed"]
LINE += ["employer", "employee", "pool", "account"]
STEP = ["id", "text", "formula", "value", "unit", "sources", "grade"]


def run(lang=None, today=TODAY, **changed):
    return calc.run("contributions", USUAL | changed, lang, today)


ANSWERS = {
    "a settled month": {},
    "a month with open figures": {"month": "2023-09"},
    "a flexible worker": {"worker": "flexible"},
    "a cost that cannot be inverted": {"wage": "", "labour_cost": "20000", "place": "chongqing"},
}
each_answer = pytest.mark.parametrize("answers", ANSWERS.values(), ids=ANSWERS.keys())


@each_answer
def test_every_key_of_the_contract_is_always_there(answers):
    result = run("en", **answers)
    assert list(result) == KEYS
    assert set(RESULTS) | {"wage", "known_totals"} == set(result["results"])
    assert all(list(line) == LINE for line in result["results"]["lines"])
    assert all(list(step) == STEP for step in result["steps"])
    assert all(list(warning) == ["id", "text"] for warning in result["warnings"])
    assert all(list(missing) == ["field", "why"] for missing in result["missing"])


@each_answer
def test_a_result_is_plain_json(answers):
    result = run("zh", **answers)
    assert json.loads(json.dumps(result)) == result


@each_answer
def test_without_a_language_there_are_ids_and_values_and_no_sentences(answers):
    result = run(**answers)
    assert not any("text" in row for row in (*result["steps"], *result["warnings"], *result["reasons"]))
    assert all(missing["why"].startswith("missing.") for missing in result["missing"])


def test_the_forms_of_money_rates_months_and_places_are_those_of_the_contract():
    result = run(
        wage="１２，０００", injury_rate="0.4%", injury_class=3, local_hukou="是", own={"injury": {"floor": 1}}
    )
    assert result["answers"] == {
        "place": "110000",
        "month": "2026-11",
        "wage": "12000.00",
        "local_hukou": True,
        "injury_class": 3,
        "injury_rate": "0.004",
        "own": {"injury": {"floor": "1.00"}},
    }
    pension = result["results"]["lines"][0]
    assert (pension["base"], pension["employer_rate"], pension["employer_fixed"]) == ("12000.00", "0.16", "0.00")
    assert (result["month"], result["calculator"]) == ("2026-11", "contributions")


def test_every_step_of_a_figure_names_its_sources_and_the_worst_grade():
    steps = {step["id"]: step for step in run()["steps"]}
    assert steps["base.pension"]["sources"][0] == "bj-2026-07"
    assert steps["employer.injury"]["grade"] == "C"
    assert steps["employer_total"]["grade"] == "C"
    assert steps["employee.pension"]["formula"] == "12,000 × 8% = 960"


def test_a_step_that_rests_on_the_readers_own_rate_names_no_source_of_ours():
    steps = {step["id"]: step for step in run(injury_rate="0.4%")["steps"]}
    assert steps["employer.injury"]["sources"] == ["sil-35"]
    assert steps["employer.injury"]["formula"] == "12,000 × 0.4% = 48"


def test_own_figures_that_replace_all_of_ours_take_their_doubts_with_them():
    own = {"injury": {"floor": "1", "ceiling": "99999", "employer_rate": "0.2%"}}
    told = [warning["text"] for warning in run("en", own=own)["warnings"]]
    assert not [text for text in told if "injury" in text]


def test_today_decides_how_far_ahead_a_month_may_lie_and_what_is_stale():
    assert "stale" not in [warning["id"] for warning in run(today="2027-11-30")["warnings"]]
    assert "stale" in [warning["id"] for warning in run(today="2027-12-01")["warnings"]]
    assert run(month="2028-12", today="2027-12-01")["month"] == "2028-12"
    with pytest.raises(calc.InputError):
        run(month="2027-12")


def test_without_today_the_day_is_that_of_china(monkeypatch):
    monkeypatch.setattr(time, "time", lambda: 1795622400.0)  # 2026-11-25 16:00 in London, midnight in Beijing
    assert door._day(None) == "2026-11-26"


@pytest.mark.parametrize("today", ["", "soon", "2026-11", "22.11.2026", "2026-13-01", "2026-02-30", 20261122])
def test_a_today_that_is_no_date_is_a_problem(today):
    with pytest.raises(calc.InputError) as raised:
        run("en", today=today)
    assert [(problem["field"], problem["code"]) for problem in raised.value.problems] == [("today", "not-a-date")]


@pytest.mark.parametrize("name", ["", "pensions", "__init__", "../door", None])
def test_an_unknown_calculator_is_a_problem_that_lists_the_known_ones(name):
    with pytest.raises(calc.InputError) as raised:
        calc.run(name, USUAL, "en", TODAY)
    (problem,) = raised.value.problems
    assert (problem["field"], problem["code"]) == ("calculator", "unknown-calculator")
    assert "contributions" in problem["message"]


DOORS = {
    "run": lambda: run("fr"),
    "page": lambda: calc.page("contributions", {}, "fr", TODAY),
    "catalogue": lambda: calc.catalogue("fr"),
}


@pytest.mark.parametrize("ask", DOORS.values(), ids=DOORS.keys())
def test_an_unknown_language_is_a_problem_at_every_door(ask):
    with pytest.raises(calc.InputError) as raised:
        ask()
    assert [problem["code"] for problem in raised.value.problems] == ["unknown-language"]


def test_an_input_error_reads_as_its_problems():
    with pytest.raises(calc.InputError, match=r"wage: .*Gross monthly pay.* must be a number"):
        run("en", wage="abc")


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_catalogue_lists_every_calculator_with_its_typed_questions(lang):
    listed = {entry["id"]: entry for entry in calc.catalogue(lang)}
    assert list(listed) == list(rules.IDS)
    assert all(entry["title"] for entry in listed.values())
    entry = listed["contributions"]
    questions = {question["name"]: question for question in entry["questions"]}
    assert {name for name in questions if questions[name]["required"]} == {"place", "month"}
    assert {name for name in questions if questions[name]["one_of"]} == {"wage", "net", "labour_cost"}
    assert questions["worker"]["choices"] == ["employee", "flexible"]
    assert all(question["label"] for entry in listed.values() for question in entry["questions"])


def test_the_answers_handed_in_are_left_as_they_were():
    answers = USUAL | {"own.injury.floor": "1", "own": {"injury": {"ceiling": "99999"}}}
    before = json.loads(json.dumps(answers))
    calc.run("contributions", answers, None, TODAY)
    assert answers == before


def test_the_same_question_has_the_same_answer_twice():
    assert run("en") == run("en")
