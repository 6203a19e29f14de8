"""The sample calculator: its cases through the one door, in both languages, and that it is rule and texts alone."""

import pytest

import calc
from tests import sample
from tests.html import read

CASES = sample.cases()
each_case = pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])


@pytest.fixture(autouse=True)
def installed(monkeypatch):
    sample.install_sample(monkeypatch)


def test_the_sample_has_no_html_style_or_script_of_its_own():
    endings = {path.suffix for path in sample.HERE.rglob("*") if path.is_file() and "__pycache__" not in path.parts}
    assert endings == {".py", ".toml", ".md"}
    page = (sample.HERE / "sample.md").read_text(encoding="utf-8")
    assert "<" not in page and 'calculator("sample")' in page


@pytest.mark.parametrize("lang", ["en", "zh"])
@each_case
def test_a_case_comes_out_as_it_says(case, lang):
    expect = dict(case["expect"])
    if "problems" in expect:
        with pytest.raises(calc.InputError) as raised:
            calc.run("sample", case["answers"], lang, case["today"])
        assert [f"{one['field']} {one['code']}" for one in raised.value.problems] == expect["problems"]
        assert all(one["message"] for one in raised.value.problems)
        return
    result = calc.run("sample", case["answers"], lang, case["today"])
    assert result["outcome"] == expect.pop("outcome")
    assert [one["field"] for one in result["missing"]] == expect.pop("missing", [])
    assert [one["id"] for one in result["steps"]][: len(expect.get("steps", []))] == expect.pop("steps", [])
    assert {name: result["results"][name] for name in expect} == expect


@pytest.mark.parametrize("lang", ["en", "zh"])
@each_case
def test_a_case_has_a_page_that_is_well_formed(case, lang):
    shown = read(calc.page("sample", case["answers"], lang, case["today"]))
    assert shown.faults == []
    assert len(shown.of_class("calc-summary" if "problems" in case["expect"] else "calc-answer")) == 1


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_page_asks_and_answers_without_a_line_written_for_it(lang):
    shown = read(calc.page("sample", {}, lang, "2026-11-22"))
    assert shown.with_id("f-history-1-months").attributes["value"] == "90"
    assert "186" in shown.of_class("calc-headline")[0].text
    assert shown.of_class("calc-answer")[0].attributes["data-outcome"] == "eligible"
    assert [shown.with_id(f"f-{name}").name for name in ("birth", "category", "index")] == ["input", "select", "input"]
