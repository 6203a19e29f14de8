"""The open data: what the calculator knows, in the form that the schema says, and safe in every spreadsheet."""

import csv
import io
import json
import re
import subprocess
import sys
from decimal import Decimal
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import calc
from calc import citations, places, tables
from calc.entries import entries
from calc.month import Month
from scripts import open_data, stage
from scripts.kinds import named, unit
from scripts.ledger import ledger
from scripts.open_data import sheets, values
from scripts.open_data.fields import fields
from scripts.open_data.files import INTAKE, intake_sheet
from scripts.pages import ROOT

V1 = "data/v1/"
PATH_ON_A_MACHINE = re.compile(r"(?<![\w:/.<])/(?:[\w.+-]+/)+")


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return {name.removeprefix(V1): content for name, content in open_data.files().items()}


@pytest.fixture(scope="module")
def records(files: dict[str, bytes]) -> list[dict[str, Any]]:
    return json.loads(files["values.json"])["values"]


def read_sheet(content: bytes) -> list[dict[str, str]]:
    assert content.startswith(b"\xef\xbb\xbf"), "Excel takes the file for another encoding without the mark"
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize(
    ("name", "part"), [("values.json", "#"), ("sources.json", "#/$defs/sourcesFile"), ("articles.json", "#/$defs/articlesFile")]
)
def test_every_file_has_the_form_that_the_schema_says(files, name, part):
    check(files, json.loads(files[name]), part)


def test_every_place_has_a_file_of_that_form(files):
    for place in (places.NATION, *(one.code for one in places.everywhere())):
        content = json.loads(files[f"places/{place}.json"])
        check(files, content, "#/$defs/placeFile")
        assert content["place"]["layers"][0] == place
        cited = {one for value in content["values"] for one in value["sources"]}
        assert cited <= {source["id"] for source in content["sources"]}, place


def check(files: dict[str, bytes], content: Any, part: str) -> None:
    schema = json.loads(files["schema.json"])
    Draft202012Validator.check_schema(schema)
    asked = schema if part == "#" else {**schema, "properties": {}, "required": [], "$ref": part}
    problems = [f"{error.json_path}: {error.message[:200]}" for error in Draft202012Validator(asked).iter_errors(content)]
    assert problems == []


@pytest.mark.parametrize(
    "spoilt", [{"grade": "D"}, {"place": "Beijing"}, {"from": "July 2026"}, {"sources": []}, {"figures": {"floor": True}}]
)
def test_the_schema_refuses_what_it_should(files, records, spoilt):
    content = json.loads(files["values.json"])
    content["values"] = [{**records[0], **spoilt}]
    with pytest.raises(AssertionError):
        check(files, content, "#")


def test_all_that_the_calculator_can_look_up_is_there_with_the_same_figures(records):
    """Asked the other way round, through the calculator's own door to its entries."""
    known = {record["id"]: record for record in records}
    for entry in ledger():
        for key in entry.keys:
            record = known.pop(entry.id(key))
            [found] = [
                one
                for one in entries(key, entry.place)
                if one.start == entry.start and one.printed.get("when", {}) == record["conditions"]
            ]
            told = {name: figure for name, figure in record["figures"].items() if not isinstance(figure, str)}
            assert all(exact(figure) == exact(found.printed[name]) for name, figure in told.items()), entry.id(key)
            assert (record["grade"], record["checked"]) == (found.printed["grade"], found.printed["checked"])
            assert record["to"] == (str(found.end) if found.end else None)
    assert not known


def exact(figure: Any) -> Any:
    return [exact(one) for one in figure] if isinstance(figure, list) else Decimal(str(figure))


def test_the_fields_are_those_of_the_table_and_in_its_order(records):
    names = [field["name"] for field in fields()]
    assert all(list(record) == names for record in records)


def test_the_table_holds_the_same_values_row_by_row(files, records):
    rows = read_sheet(files["values.csv"])
    assert len(rows) == len(records) > 500
    assert len({row["id"] for row in rows}) == len(rows)
    for row, record in zip(rows, records, strict=True):
        assert (row["id"], row["from"], row["grade"]) == (record["id"], record["from"] or "", record["grade"])
        filled = {name for name in sheets.figure_columns() if row[name]}
        assert filled == record["figures"].keys()
        assert row["sources_en"]
        assert row["sources_zh"]


def test_a_source_is_cited_in_words_with_the_state_of_its_address(files):
    [row] = [row for row in read_sheet(files["values.csv"]) if row["id"] == "310000:base.pension:2026-07"]
    assert (row["floor"], row["ceiling"], row["unit"]) == ("7546", "37731", "CNY/month")
    assert "Shanghai Human Resources and Social Security Bureau" in row["sources_en"]
    assert "page named by our source, not opened by us" in row["sources_en"]
    assert "网址由来源给出，我们没有打开过" in row["sources_zh"]
    assert row["links"].startswith("https://")


def test_columns_have_one_meaning_each():
    columns = [*sheets.BEFORE, *sheets.figure_columns(), *sheets.AFTER]
    assert len(columns) == len(set(columns))


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_no_cell_is_taken_for_a_formula(text):
    content = sheets.sheet(["note"], [{"note": text}])
    [row] = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))[1:]
    assert row == ["'" + text]


def test_no_cell_of_any_table_begins_like_a_formula(files):
    tables_ = {name: content for name, content in files.items() if name.endswith(".csv")}
    assert {"values.csv", "places.csv", "gaps.csv"} <= tables_.keys()
    for name, content in tables_.items():
        for row in read_sheet(content):
            for column, cell in row.items():
                assert not cell.startswith(("=", "+", "@", "\t", "\r")), f"{name}: {column}"
                assert not cell.startswith("-") or Decimal(cell), f"{name}: {column}"


def test_no_number_loses_a_digit():
    printed = [figure for entry in ledger() for figure in entry.figures.values()]
    numbers = [one for figure in printed for one in (figure if isinstance(figure, list) else [figure])]
    assert all(Decimal(repr(values.number(one))) == one for one in numbers if isinstance(one, Decimal))


def test_every_kind_figure_unit_and_condition_has_its_words_in_both_languages():
    for entry in ledger():
        for name in entry.figures:
            assert unit(entry.section, name) in named()["units"]
            assert {"en", "zh"} == named()["figures"][name].keys()
        assert entry.conditions.keys() <= named()["conditions"].keys()
    kinds = {key.partition(".")[0] for key in tables.table("data/keys")}
    assert kinds <= named()["kinds"].keys()


def test_a_field_that_is_not_told_stops_the_build(use_tables):
    row = dict(ledger()[0].row) | {"colour": "red"}
    strange = type(ledger()[0])("310000", "calc/data/places/310000-shanghai.toml", "rates", 0, ("rate.pension.employee",), row)
    with pytest.raises(KeyError, match="does not tell \\['colour'\\]"):
        values._value(strange, "rate.pension.employee")


def test_gaps_are_told_with_where_to_look(files):
    rows = read_sheet(files["gaps.csv"])
    assert len(rows) == len(values.gaps()) > 0
    assert all(row["note_en"] and row["note_zh"] and row["place_zh"] for row in rows)


def test_what_was_left_out_is_told_with_the_reason(files):
    assert INTAKE.exists()
    rows = read_sheet(files["intake.csv"])
    assert len(rows) > 1000
    left_out = [row for row in rows if row["status"] not in ("taken", "merged")]
    assert left_out
    assert all(row["why_en"] and row["why_zh"] for row in left_out)


def test_the_report_of_the_intake_is_made_safe_like_the_other_tables():
    [row] = read_sheet(intake_sheet("table,what\r\nbases,=1\r\n"))
    assert row == {"table": "bases", "what": "'=1"}


def test_nothing_internal_is_published(files):
    for name, content in files.items():
        text = content.decode("utf-8-sig")
        assert not re.search(r"stored file|shared/facts|file://|\.tsv", text), name
        assert not PATH_ON_A_MACHINE.search(text), name


@pytest.mark.parametrize(("text", "is_one"), [("see /srv/x/y", True), ("(/home/me/)", True), ("https://a.b/c/d/", False)])
def test_a_path_on_a_machine_is_told_from_an_address(text, is_one):
    assert bool(PATH_ON_A_MACHINE.search(text)) == is_one


def test_every_article_is_there_with_its_limits(files):
    told = {article["id"]: article for article in json.loads(files["articles.json"])["articles"]}
    assert list(told) == citations.articles()
    assert told["sil-58"]["limits"] == {"": {"days": 30}}
    assert told["sil-46"]["limits"]["paid_from_5_years"] == {"months": 18}


def test_the_same_sources_give_the_same_bytes_in_another_process(files):
    code = (
        "import hashlib, json; from scripts import open_data; "
        "print(json.dumps({n: hashlib.sha256(c).hexdigest() for n, c in open_data.files().items()}))"
    )
    environment = {"PYTHONHASHSEED": "7", "TZ": "America/Lima"}
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    from hashlib import sha256

    assert json.loads(done.stdout) == {V1 + name: sha256(content).hexdigest() for name, content in files.items()}


def test_the_files_are_staged_once_and_stand_in_the_site(site, files):
    assert not [name for name in stage.staged("zh", ROOT, "2026-11-22") if name.startswith("data/")]
    for name, content in files.items():
        assert (site / V1 / name).read_bytes() == content, name


def test_a_place_file_says_who_answers_for_what_it_lacks(files):
    suzhou = json.loads(files["places/320500.json"])
    assert suzhou["place"]["layers"] == ["320500", "320000", "000000"]
    assert {value["place"] for value in suzhou["values"]} == {"320500"}
    assert suzhou["contacts"][0]["host"] == "hrss.suzhou.gov.cn"


def test_the_version_is_that_of_the_rules(files):
    head = json.loads(files["values.json"])
    assert head["version"] == calc.RULES_VERSION
    assert max(record["recorded"] for record in head["values"]) <= head["version"]
    assert Month.parse(head["version"])
