"""What a reader keeps: sheets that spreadsheets read and cannot be made to run, data, calendars, reports."""

import csv
import io
import json

import pytest

import calc
from calc import rules
from calc.__main__ import main
from calc.keep import kept, sheet
from calc.links import Link, read
from calc.words import words
from tests.cases import load_cases

TODAY = "2026-11-22"
ASKED = rules.get("contributions")
USUAL = {"place": "310000", "month": "2026-07", "wage": "12000"}
PAGE = "https://guide.example/calculators/contributions/"
each_lang = pytest.mark.parametrize("lang", ["en", "zh"])


def keep(form, lang="en", against=None, **changed):
    return kept("contributions", USUAL | changed, lang, TODAY, form, against=against, address=PAGE)


def rows(text: str) -> list[list[str]]:
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True))


def section(text: str, title: str) -> list[list[str]]:
    found = rows(text)
    start = found.index([title]) + 1
    return found[start : found.index([], start)]


# Sheets


@each_lang
def test_a_sheet_holds_answers_results_table_steps_and_doubts(lang):
    said = words(lang, "contributions")
    text = keep("csv", lang).content
    answers = {row[2]: row[3] for row in section(text, said.text("saved.answers"))[1:]}
    assert answers == {"place": "310000", "month": "2026-07", "wage": "12000.00"}
    results = {row[0]: row[1] for row in section(text, said.text("saved.results"))[1:]}
    assert results[said.text("result.employee_total")] == "1260.00"
    table = [
        row
        for row in rows(text)
        if row and row[0] == said.text("term.pension")[:1].upper() + said.text("term.pension")[1:]
    ]
    assert table[0][1:] == ["12000.00", "960.00", "1920.00", "960.00", "1920.00"]
    steps = {row[1]: row for row in section(text, said.text("saved.steps"))[1:]}
    assert steps["12,000 × 8% = 960"][2] == "960.00"
    assert said.text("grade.B") in steps["12,000 × 8% = 960"][4]
    assert section(text, said.text("saved.warnings"))


def test_a_sheet_says_that_it_is_an_estimate_and_where_it_came_from():
    head = dict(row for row in rows(keep("csv").content)[:5] if len(row) == 2)
    assert "not a decision" in head["Please note"]
    assert head["Rules of"] == calc.RULES_VERSION
    assert head["Link"].startswith(f"{PAGE}#answer&place=310000")


def test_a_compared_sheet_holds_both_sides_and_the_reasons():
    compared = section(keep("csv", against={**USUAL, "place": "110000"}).content, "Compared: A and B")
    assert ["What you pay", "1263.00", "1260.00", "-3.00"] in compared
    assert ["Where are you insured?", "Beijing", "Shanghai", ""] in compared
    assert any("employer's rate for medical insurance" in row[0] for row in compared)


DANGEROUS = ["=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("x")', "-", "+"]


@pytest.mark.parametrize("cell", DANGEROUS)
def test_what_a_spreadsheet_would_run_is_marked_as_text(cell):
    assert sheet.harmless(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["-30.00", "-1", "12000.00", "", "北京市", "12,000 × 8% = 960"])
def test_numbers_and_words_stay_as_they_are(cell):
    assert sheet.harmless(cell) == cell


@each_lang
@pytest.mark.parametrize("case", load_cases("contributions"), ids=str)
def test_any_case_can_be_kept_and_no_cell_of_it_runs(case, lang):
    text = kept("contributions", case.form, lang, case.today, "csv").content
    for cell in (cell for row in rows(text) for cell in row):
        assert cell == sheet.harmless(cell)
        assert "**" not in cell
    data = json.loads(kept("contributions", case.form, lang, case.today, "json").content)
    assert isinstance(read(ASKED, data["link"]), Link)


# Data


def test_data_is_the_result_of_the_door_and_the_link():
    data = json.loads(keep("json", "zh").content)
    assert data.pop("link").startswith(PAGE + "#answer&")
    assert data == calc.run("contributions", USUAL, "zh", TODAY)


def test_compared_data_holds_the_other_result_too():
    other = {**USUAL, "place": "110000"}
    data = json.loads(keep("json", against=other).content)
    assert data["compared_with"] == calc.run("contributions", other, "en", TODAY)
    assert "with.place=110000" in data["link"]


# Reports


@each_lang
def test_a_report_holds_what_makes_an_error_findable(lang):
    said = words(lang)
    text = keep("report", lang).content
    for part in (
        "contributions",
        calc.RULES_VERSION,
        "place = 310000",
        "wage = 12000.00",
        "outcome = answered",
        "employee_total = 1260.00",
        f"{PAGE}#answer&place=310000",
        said.text("report.browser"),
        said.text("report.wrong"),
    ):
        assert part in text


@each_lang
def test_a_report_says_that_pay_and_place_are_in_it_and_how_to_leave_them_out(lang):
    lines = keep("report", lang).content.splitlines()
    said = words(lang)
    (hint,) = [line for line in lines if said.text("saved.answers") in line and said.text("saved.link") in line]
    assert {"en": "your pay and place", "zh": "工资和参保地"}[lang] in hint
    first = next(n for n, line in enumerate(lines) if line.startswith(said.text("saved.answers")))
    last = next(n for n, line in enumerate(lines) if line.startswith(said.text("saved.link")))
    outside = "\n".join(lines[:first] + lines[last + 1 :])
    assert "310000" not in outside
    assert "12000" not in outside


# The door and the shell


@pytest.mark.parametrize(
    ("form", "name"), [("csv", ".csv"), ("json", ".json"), ("report", ".txt"), ("calendar", ".ics")]
)
def test_a_file_has_a_name_that_says_what_it_is(form, name):
    assert keep(form).name == f"shebao-contributions-shanghai-2026-07{name}"


@pytest.mark.parametrize("form", ["", "exe", "../keep", "__init__", "page"])
def test_a_form_that_is_none_is_a_problem(form):
    with pytest.raises(calc.InputError) as raised:
        keep(form)
    assert [problem["code"] for problem in raised.value.problems] == ["unknown-form"]


def test_answers_that_cannot_be_used_are_a_problem_and_no_file():
    for wrong in ({"wage": "abc"}, {"place": "Mars"}):
        with pytest.raises(calc.InputError):
            keep("csv", **wrong)
        with pytest.raises(calc.InputError):
            keep("csv", against=USUAL | wrong)


SHELL = ["run", "contributions", "place=shanghai", "month=2026-07", "wage=12000", "--today", TODAY]


def test_the_shell_prints_the_sheet_the_dates_and_the_link(capsys):
    for option, form in (("--csv", "csv"), ("--ics", "calendar"), ("--link", "link")):
        assert main([*SHELL, option]) == 0
        assert capsys.readouterr().out == kept("contributions", USUAL, "en", TODAY, form).content


def test_the_shell_takes_one_form_at_a_time(capsys):
    with pytest.raises(SystemExit):
        main([*SHELL, "--csv", "--link"])
    assert "not allowed with" in capsys.readouterr().err


def test_the_shell_tells_what_is_wrong_and_prints_no_file(capsys):
    assert main(["run", "contributions", "place=shanghai", "month=2012-01", "wage=12000", "--ics"]) == 2
    assert "no dates" in capsys.readouterr().err
