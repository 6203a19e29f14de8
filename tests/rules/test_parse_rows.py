"""Repeated rows: as tables, form fields and pasted lines; blank rows, problems by cell, hostile and huge input."""

import csv
import json
import time

import pytest

import calc
from calc.__main__ import main
from calc.pasted import rows
from calc.questions import Question
from tests.kinds import KINDS, kinds  # noqa: F401
from tests.rules.test_parse_kinds import TODAY, USUAL, problems, understood

pytestmark = pytest.mark.usefixtures("kinds")

BEIJING, SHANGHAI = {"place": "110000", "months": 60}, {"place": "310000", "months": 24}
BOTH = [BEIJING, SHANGHAI]


def fields(*cells):
    """history.0.place=…, history.0.months=…, and so on."""
    return {f"history.{number}.{name}": cell for number, row in enumerate(cells) for name, cell in row.items()}


def without_history(**changed):
    answers = {name: answer for name, answer in USUAL.items() if name != "history"} | changed
    return calc.run("kinds", answers, None, TODAY)["answers"]["history"]


PASTED = {
    "commas": "北京,60\n上海,24",
    "full-width commas": "北京，６０\n上海，24",
    "tabs": "北京\t60\n上海\t24",
    "runs of spaces": "北京   60\n上海  24",
    "single and ideographic spaces": "北京 60\n上海　24",
    "semicolons and enumeration commas": "北京；60\n上海、24",
    "line ends of any system, empty lines, no last line end": "\r\n北京,60\r\n\r\n \r上海,24\n\n",
    "a line of headings": "城市,月数\n北京,60\n上海,24",
    "headings in English, tabs": "City\tMonths\n北京\t60\n上海\t24",
    "spaces around the cells": "  北京 , 60 \n\t上海\t24",
    "codes and pinyin": "110000,60\nshanghai 24",
}


@pytest.mark.parametrize("text", PASTED.values(), ids=PASTED.keys())
def test_pasted_lines_are_rows(text):
    if text.startswith("  "):
        text = text.replace("\t上海", "上海")
    assert understood(history=text)["history"] == BOTH


def test_tables_and_form_fields_are_rows_too():
    assert (
        understood(history=[{"place": "北京", "months": 60}, {"place": "Shanghai", "months": "24"}])["history"] == BOTH
    )
    assert without_history(**fields({"place": "北京", "months": "60"}, {"place": "上海", "months": "２４"})) == BOTH


def test_the_order_of_form_fields_is_that_of_their_numbers_whatever_comes_first():
    mixed = {"history.10.place": "上海", "history.2.months": "60", "history.10.months": "24", "history.2.place": "北京"}
    assert without_history(**mixed) == BOTH


def test_blank_rows_are_left_out_and_the_numbers_of_the_others_stay():
    blank = {"place": " ", "months": "", "temporary": ""}
    assert without_history(**fields(blank, {"place": "北京", "months": "60"}, blank, {**SHANGHAI})) == BOTH
    wrong = fields(blank, {"place": "北京", "months": "60"}, {"place": "上海", "months": "x"})
    assert problems(history=None, **wrong) == [("history.2.months", "not-a-number")]


def test_a_cell_that_may_be_left_empty_is_absent_and_one_that_is_filled_is_typed():
    read = understood(history=[{**BEIJING, "temporary": "是"}, {**SHANGHAI, "temporary": ""}])["history"]
    assert read == [{**BEIJING, "temporary": True}, SHANGHAI]


def test_a_place_in_a_row_may_be_none_where_its_column_says_so():
    assert understood(history=[{"place": "none", "months": 1}, SHANGHAI])["history"][0]["place"] == "none"


def test_a_place_of_several_words_keeps_them():
    told = understood(history="Suzhou, Jiangsu, 60\nInner Mongolia 24")["history"]
    assert [row["place"] for row in told] == ["320500", "150000"]


def test_separators_for_thousands_are_not_taken_for_cells():
    columns = (Question("year", "whole"), Question("amount", "money"))
    assert rows("2024,120,000.50\n2025,9000", columns) == [
        {"year": "2024", "amount": "120000.50"},
        {"year": "2025", "amount": "9000"},
    ]


def test_a_first_line_that_only_lacks_its_number_is_no_heading():
    assert problems(history="北京,\n上海,24\n上海,1") == [("history.0.months", "required")]
    assert ("history.0.place", "unknown-place") in problems(history="火星,60\n上海,24")


WRONG = [
    ([{"place": "Mars", "months": "x"}, SHANGHAI], {"0.place": "unknown-place", "0.months": "not-a-number"}),
    ([BEIJING, {"place": "上海"}], {"1.months": "required"}),
    ([BEIJING, {"months": "0"}], {"1.place": "required", "1.months": "too-small"}),
    ([BEIJING, {"place": "Suzhou", "months": "601"}], {"1.place": "ambiguous-place", "1.months": "too-large"}),
    ([BEIJING, {**SHANGHAI, "colour": "red"}], {"1": "unknown-column"}),
    ([BEIJING, "上海"], {"1": "row-shape"}),
    ([BEIJING, ["上海", 24]], {"1": "row-shape"}),
    ([BEIJING, {**SHANGHAI, "temporary": "perhaps"}], {"1.temporary": "unknown-choice"}),
    ([BEIJING, {"place": {"a": 1}, "months": [1]}], {"1.place": "unknown-place", "1.months": "not-a-number"}),
    ([BEIJING], {"": "too-few-rows"}),
    ([{"place": "Mars", "months": 1}], {"": "too-few-rows", "0.place": "unknown-place"}),
    ([BEIJING] * 5, {"": "too-many-rows"}),
    ({"place": "北京", "months": 60}, {"": "rows-shape"}),
    (60, {"": "rows-shape"}),
    (True, {"": "rows-shape"}),
]


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize(("given", "found"), WRONG)
def test_rows_that_cannot_be_used_say_which_cell_and_why(given, found, lang):
    assert problems(lang, history=given) == [(f"history.{cell}".rstrip("."), code) for cell, code in found.items()]


@pytest.mark.parametrize("empty", ["", " \n ", "," * 200_000, [], [{}], [{"place": "", "months": None}], None])
def test_rows_of_nothing_are_not_given(empty):
    assert "children" not in understood(children=empty)
    assert without_history(history=BOTH, **{"children.0.born": " "}) == BOTH


def test_all_problems_come_at_once_in_the_order_of_the_rows():
    found = problems(history="Mars,6x\n上海,24\n北京,", month="soon")
    assert found == [
        ("month", "not-a-month"),
        ("history.0.place", "unknown-place"),
        ("history.0.months", "not-a-number"),
        ("history.2.months", "required"),
    ]


# One sum instead of rows


@pytest.mark.parametrize("total", ["120,000.50", 120000.5, "¥120000.50", " １２００００．５ 元"])
def test_where_the_calculator_says_so_a_single_number_stands_for_the_rows(total):
    answers = {"place": "beijing", "history": BOTH, "wages": total}
    assert calc.run("kinds", answers, None, TODAY)["answers"]["total"] == "120000.50"


def test_rows_and_their_sum_exclude_each_other():
    assert problems(wages=[{"year": 2024, "amount": 1}]) == [("wages", "only-one")]
    answers = {"place": "beijing", "history": BOTH, "wages": "2024,12000\n2025 13,000"}
    read = calc.run("kinds", answers, None, TODAY)["answers"]
    assert read["wages"] == [{"year": 2024, "amount": "12000.00"}, {"year": 2025, "amount": "13000.00"}]


def test_a_number_alone_is_no_answer_where_only_rows_are_asked():
    assert problems(history="60")[0][0] == "history"


# In the shell


def test_the_shell_takes_rows_as_json_and_cell_by_cell(capsys):
    given = ["place=北京", "total=1", "--json", "--today", TODAY]
    table = 'history=[{"place": "北京", "months": 60}, {"place": "上海", "months": 24}]'
    cells = [
        f"{name}={cell}"
        for name, cell in fields({"place": "北京", "months": 60}, {"place": "上海", "months": 24}).items()
    ]
    for rows_given in ([table], cells, ["history=北京 60\n上海 24"]):
        assert main(["run", "kinds", *rows_given, *given]) == 0
        assert json.loads(capsys.readouterr().out)["answers"]["history"] == BOTH


def test_a_cell_of_a_csv_file_may_hold_lines(tmp_path):
    (tmp_path / "in.csv").write_text(
        'place,total,history\n北京,1,"北京,60\n上海,24"\n北京,1,"北京,60\n上海,x4"\n', encoding="utf-8"
    )
    assert main(["batch", "kinds", str(tmp_path / "in.csv"), str(tmp_path / "out.csv"), "--today", TODAY]) == 0
    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as file:
        good, bad = csv.DictReader(file)
    assert (good["outcome"], good["problems"]) == ("answered", "")
    assert "Row 2, MONTHS" in bad["problems"]


def test_the_list_names_every_column(capsys):
    assert main(["list"]) == 0
    assert ".months (whole): MONTHS" in capsys.readouterr().out


# Hostile and huge

HOSTILE = [
    "x" * 200_000,
    "1," * 100_000,
    " " * 200_000 + "x",
    "北京,60\n" * 100_000,
    [BEIJING] * 100_000,
    [{}] * 100_000 + [BEIJING],
    [{str(number): "x" for number in range(20_000)}, SHANGHAI],
    [[[[[]]]]],
    "<script>alert(1)</script>,{x}\n{0},%s",
    [{"place": "{x}", "months": "{0.__class__}"}] * 2,
]


@pytest.mark.parametrize("given", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_and_huge_rows_end_in_words_and_soon(given):
    start = time.process_time()  # of this process alone: a busy machine is no fault of the reader's text
    assert all(field.startswith("history") for field, _ in problems(history=given))
    assert time.process_time() - start < 5


@pytest.mark.parametrize(
    "name", ["history.x.place", "history.-1.place", "history.99999.place", "history.0", "history.", "history.٣.place"]
)
def test_a_field_that_is_no_cell_is_an_unknown_field(name):
    assert (name, "unknown-field") in problems(**{name: "1"})


def test_a_cell_of_no_column_names_its_row():
    assert problems(**{"history.0.colour.red": "1"}) == [("history.0", "unknown-column")]


def test_rows_that_come_both_ways_are_one_table():
    answers = {"history": [{"place": "北京"}, SHANGHAI], "history.0.months": "60"}
    assert understood(**answers)["history"] == BOTH


def test_the_callers_rows_stay_as_they_were():
    given = [{"place": "北京"}, dict(SHANGHAI)]
    understood(history=given, **{"history.0.months": "60"})
    assert given == [{"place": "北京"}, SHANGHAI]


def test_bounds_of_rows_that_are_not_named_are_none_and_sixty():
    assert [(KINDS.names[name].least, KINDS.names[name].most) for name in ("history", "children")] == [(2, 4), (0, 60)]
