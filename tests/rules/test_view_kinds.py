"""The form of every kind of question: rows, a place or none, units, hints, help and the choice among namesakes."""

import pytest

import calc
from tests.html import Page, read
from tests.kinds import kinds  # noqa: F401
from tests.rules import test_view as view

TODAY = "2026-11-22"
HOSTILE = view.HOSTILE
ROWS = {
    "history.0.place": "北京",
    "history.0.months": "60",
    "history.1.place": "none",
    "history.1.months": "x",
    "history.2.place": "",
    "history.2.months": "",
    "history.2.temporary": "true",
}
USUAL = {"place": "北京", "amount-kind": "total", "amount": "1"}

PAGES = {
    "the worked example": {},
    "rows": USUAL | ROWS,
    "rows as lines": USUAL | {"history": "北京 60\nSuzhou 24"},
    "too many rows": USUAL | {"history": [{"place": "北京", "months": "1"}] * 1000},
    "rows of another shape": USUAL | {"history": "", "history.0.colour": "red", "children": [1, "2", None]},
    "no rows at all": USUAL | {"history": 5},
    "an amount in rows": {"place": "北京", "amount-kind": "wages", "wages.0.year": "2024", "wages.0.amount": "12,000"},
    "an amount in rows that lacks everything": {"place": "北京", "amount-kind": "wages", "amount": "7"},
    "every field": USUAL | {"birth": "1965-01", "paid_on": "2026-07-01", "age": "60y1m", "hukou": "none", "kind": "b"},
    "every field wrong": dict.fromkeys(("birth", "paid_on", "age", "hukou", "kind", "index", "change"), "?"),
    "hostile text": USUAL
    | dict.fromkeys(("hukou", "history.0.place", "history.0.months", "history.0.temporary", "wages.0.year"), HOSTILE),
    "hostile names": USUAL | {f"history.0.{HOSTILE}": "1", f"history.{HOSTILE}.place": "1", "history.99.months": "x"},
}
CHECKS = (
    view.test_a_page_is_well_formed,
    view.test_ids_are_unique,
    view.test_every_label_has_its_control_and_every_control_its_label,
    view.test_whatever_an_element_points_to_is_there,
    view.test_there_is_no_style_no_handler_and_no_script,
    view.test_each_text_has_words_and_no_trace_of_a_template,
)
pytestmark = pytest.mark.usefixtures("kinds")


def page(answers, lang="en") -> Page:
    return read(calc.page("kinds", answers, lang, TODAY))


def value_of(read_page: Page, identity: str) -> str:
    return read_page.with_id(identity).attributes["value"]


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("answers", PAGES.values(), ids=PAGES.keys())
def test_a_form_of_every_kind_is_sound(answers, lang, monkeypatch):
    monkeypatch.setattr(view, "page", page)
    for check in CHECKS:
        check(answers, lang)


def test_the_rows_that_were_typed_stay_as_they_were_blank_ones_too():
    shown = page(USUAL | ROWS)
    assert [value_of(shown, f"f-history-{row}-months") for row in range(3)] == ["60", "x", ""]
    assert shown.with_id("f-history-1-place-none").attributes["checked"] == ""
    chosen = [one.attributes["value"] for one in shown.named("option") if "selected" in one.attributes]
    assert "true" in chosen
    assert [one.text for one in shown.named("legend") if one.text.startswith("Row")] == [
        *("Row 1", "Row 2", "Row 3", "Row _"),
        *("Row 1", "Row _"),
    ]


def test_there_are_as_many_rows_as_are_needed_and_one_at_least():
    shown = page({})
    group = shown.with_id("f-history").attributes
    assert (group["data-least"], group["data-most"]) == ("2", "4")
    ids = [one.attributes.get("id") for one in shown.elements]
    assert "f-history-1-months" in ids and "f-history-2-months" not in ids
    assert "f-children-0-born" in ids and "f-children-1-born" not in ids


def test_no_more_rows_are_shown_than_are_taken():
    shown = page(PAGES["too many rows"])
    assert len([one for one in shown.named("li") if one.attributes.get("id", "").startswith("f-history")]) == 4 + 1
    assert "at most 4" in shown.with_id("f-history-error").text


def test_an_error_stands_in_its_cell_and_leads_there_from_the_summary():
    shown = page(USUAL | ROWS)
    wrong = shown.with_id("f-history-1-months")
    assert wrong.attributes["aria-invalid"] == "true"
    assert "f-history-1-months-error" in wrong.attributes["aria-describedby"]
    assert "#f-history-1-months" in [link.attributes["href"] for link in shown.named("a")]
    assert "Row 2, MONTHS" in shown.of_class("calc-summary")[0].text


def test_buttons_of_a_row_name_it():
    said = [one.attributes["aria-label"] for one in page({}, "zh").named("button") if "aria-label" in one.attributes]
    assert said[:6] == ["第 1 行上移", "第 1 行下移", "删除第 1 行", "第 2 行上移", "第 2 行下移", "删除第 2 行"]


def test_an_amount_in_rows_takes_the_place_of_the_box_and_keeps_its_errors():
    shown = page(PAGES["an amount in rows"])
    assert value_of(shown, "f-wages-0-amount") == "12,000"
    assert "f-amount" in [one.attributes.get("id") for one in shown.named("div")]
    lacking = page(PAGES["an amount in rows that lacks everything"])
    assert lacking.with_id("f-wages-error").text
    assert "#f-amount" in [link.attributes["href"] for link in lacking.named("a")]


def test_what_was_left_in_the_rows_is_dropped_when_a_sum_is_chosen():
    left = {"amount-kind": "total", "amount": "7", "wages.0.year": "2024", "wages.0.amount": "1"}
    assert value_of(page({"place": "北京"} | left), "f-amount") == "7"
    assert page({"place": "北京", "history": "北京 1\n上海 1"} | left).of_class("calc-answer")


def test_a_place_or_none_is_a_box_and_a_tick():
    shown = page(USUAL | {"hukou": "none"})
    assert shown.with_id("f-hukou-none").attributes == {
        "id": "f-hukou-none",
        "name": "hukou",
        "type": "checkbox",
        "value": "none",
        "checked": "",
    }
    assert value_of(shown, "f-hukou") == ""


@pytest.mark.parametrize(
    ("identity", "unit", "mode"),
    [
        ("f-amount", "yuan in all", "decimal"),
        ("f-history-0-months", "", "numeric"),
        ("f-index", "", "decimal"),
        ("f-birth", "", "numeric"),
        ("f-paid_on", "", "numeric"),
    ],
)
def test_units_are_said_and_keyboards_fit(identity, unit, mode):
    shown = page(USUAL)
    box = shown.with_id(identity).attributes
    assert box["inputmode"] == mode
    if unit:
        assert shown.with_id(f"{identity}-unit").text == unit
        assert f"{identity}-unit" in box["aria-describedby"].split()


def test_a_question_without_a_hint_has_that_of_its_kind():
    shown = page(USUAL)
    assert "1970-08" in shown.with_id("f-birth-hint").text
    assert "60y1m" in shown.with_id("f-age-hint").text


def test_help_is_folded_away_and_says_for_what():
    titles = [one.text for one in page(USUAL).named("summary") if one.text.startswith("Where")]
    assert titles == ["Where do I find it?: HISTORY", "Where do I find it?: TOTAL"]


@pytest.mark.parametrize(
    ("lang", "names"), [("en", ["Suzhou, Jiangsu", "Suzhou, Anhui"]), ("zh", ["苏州市（江苏省）", "宿州市（安徽省）"])]
)
def test_a_shared_name_offers_its_places_as_buttons_in_a_row_too(lang, names):
    shown = page(USUAL | {"history.0.place": "Suzhou", "history.0.months": "1"}, lang)
    buttons = shown.of_class("calc-candidate")
    assert [button.text for button in buttons] == names
    assert [button.attributes["data-value"] for button in buttons] == ["320500", "341300"]
    assert {button.attributes["data-field"] for button in buttons} == {"history.0.place"}
    for code, name in zip(("320500", "341300"), names, strict=True):
        answers = {"place": "北京", "total": 1, "history": [{"place": name, "months": 1}] * 2}
        assert calc.run("kinds", answers, None, TODAY)["answers"]["history"][0]["place"] == code
