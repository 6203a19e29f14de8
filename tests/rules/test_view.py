"""The HTML of form and answer: well formed, labelled, escaped, free of styles and handlers, in both languages."""

import re

import pytest

import calc
from tests.html import Page, read

TODAY = "2026-11-22"
USUAL = {"place": "北京", "month": "2026-11", "amount-kind": "wage", "amount": "12,000"}
HOSTILE = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>&lt;{x}</option></select></form>"

PAGES = {
    "the worked example": {},
    "an answer": USUAL,
    "an answer with every field filled": USUAL
    | {"worker": "employee", "base": "9000", "housing_rate": "12%", "injury_class": "3", "injury_rate": "0.4%"},
    "an answer with own figures": USUAL
    | {"own.injury.floor": "1", "own.injury.ceiling": "99999", "own.injury.employer_rate": "1%"},
    "an open answer": USUAL | {"place": "深圳"},
    "an open answer in an unknown year": USUAL | {"month": "2015-01"},
    "an inversion": USUAL | {"amount-kind": "net"},
    "a flexible worker": USUAL | {"worker": "flexible"},
    "empty fields": {"place": "", "month": "", "amount-kind": "wage", "amount": ""},
    "wrong fields": {"place": "Suzhou", "month": "soon", "amount-kind": "labour_cost", "amount": "-1", "age": "7"},
    "a cost too small": USUAL | {"amount-kind": "labour_cost", "amount": "300"},
    "wrong own figures": USUAL | {"own.injury.floor": "9", "own.injury.ceiling": "8", "own.pension.employer_rate": "x"},
    "own figures of no scheme": USUAL | {"own.fishing.floor": "9", "own.injury.colour": "8"},
    "a place elsewhere": USUAL | {"place": "香港"},
    "an age": USUAL | {"place": "guangzhou", "month": "2026-03", "age": "60岁1个月"},
    "unknown fields": USUAL | {"colour": "red", "amount-kind": "colour"},
    "hostile text": dict.fromkeys(
        [*USUAL, "worker", "base", "age", "injury_rate", "own.injury.floor", "own.<b>.floor", HOSTILE], HOSTILE
    ),
}
each_page = pytest.mark.parametrize("answers", PAGES.values(), ids=PAGES.keys())
each_lang = pytest.mark.parametrize("lang", ["en", "zh"])


def page(answers, lang="en") -> Page:
    return read(calc.page("contributions", answers, lang, TODAY))


@each_lang
@each_page
def test_a_page_is_well_formed(answers, lang):
    assert page(answers, lang).faults == []


@each_lang
@each_page
def test_ids_are_unique(answers, lang):
    ids = [element.attributes["id"] for element in page(answers, lang).elements if "id" in element.attributes]
    assert len(ids) == len(set(ids))


@each_lang
@each_page
def test_every_label_has_its_control_and_every_control_its_label(answers, lang):
    read_page = page(answers, lang)
    labelled = [label.attributes["for"] for label in read_page.named("label")]
    controls = [control for name in ("input", "select", "textarea") for control in read_page.named(name)]
    assert sorted(labelled) == sorted(control.attributes["id"] for control in controls)
    assert all(label.text.strip() for label in read_page.named("label"))
    assert all(control.attributes["name"] for control in controls if control.name != "textarea")


@each_lang
@each_page
def test_whatever_an_element_points_to_is_there(answers, lang):
    read_page = page(answers, lang)
    ids = {element.attributes.get("id") for element in read_page.elements}
    for element in read_page.elements:
        for name in ("aria-describedby", "aria-labelledby", "aria-controls", "for", "list"):
            assert set(element.attributes.get(name, "").split()) <= ids
        if element.attributes.get("href", "").startswith("#"):
            assert element.attributes["href"][1:] in ids


@each_lang
@each_page
def test_there_is_no_style_no_handler_and_no_script(answers, lang):
    for element in page(answers, lang).elements:
        assert element.name not in ("script", "style", "iframe", "img", "link", "object")
        assert not [name for name in element.attributes if name == "style" or name.startswith("on")]
        assert re.match(r"#|https?://|tel:|\.\./\.\./(guides|law)/|$", element.attributes.get("href", ""))


@each_lang
@each_page
def test_each_text_has_words_and_no_trace_of_a_template(answers, lang):
    for element in page(answers, lang).elements:
        if element.name in ("p", "li", "h2", "summary", "button", "caption", "th", "label"):
            assert element.text.strip()
            assert not re.search(r"\{\w+(:\w+)?\}|\*\*|None|Decimal\(", element.text.replace(HOSTILE, ""))


@each_lang
def test_hostile_text_stays_text_and_stays_what_was_typed(lang):
    read_page = page(PAGES["hostile text"], lang)
    assert read_page.with_id("f-place").attributes["value"] == HOSTILE
    assert read_page.with_id("f-amount").attributes["value"] == HOSTILE
    assert HOSTILE in read_page.with_id("f-place-error").text


# The form


def test_what_was_typed_is_kept_when_something_is_wrong():
    read_page = page(
        {"place": "Suzhou", "month": "soon", "amount-kind": "net", "amount": "１２，０００", "housing_rate": "8%"}
    )
    kept = {
        name: read_page.with_id(f"f-{name}").attributes["value"]
        for name in ("place", "month", "amount", "housing_rate")
    }
    assert kept == {"place": "Suzhou", "month": "soon", "amount": "１２，０００", "housing_rate": "8"}


@pytest.mark.parametrize("typed", ["2026-13", "2026-00", "2026-1", "2026年7月"])
def test_a_month_that_a_month_picker_would_empty_stays_in_a_text_box(typed):
    box = page(USUAL | {"month": typed}).with_id("f-month").attributes
    assert (box["type"], box["value"]) == ("text", typed)


def test_an_error_stands_beside_its_field_and_in_the_summary():
    read_page = page(USUAL | {"amount": "abc"})
    error = read_page.with_id("f-amount-error").text
    box = read_page.with_id("f-amount").attributes
    assert box["aria-invalid"] == "true"
    assert "f-amount-error" in box["aria-describedby"].split()
    (summary,) = read_page.of_class("calc-summary")
    assert error in summary.text
    assert (summary.attributes["tabindex"], read_page.of_class("calc-answer")) == ("-1", [])


def test_the_chosen_kind_of_amount_stays_chosen():
    chosen = [
        option
        for option in page(USUAL | {"amount-kind": "labour_cost"}).named("option")
        if "selected" in option.attributes
    ]
    assert "labour_cost" in [option.attributes["value"] for option in chosen]


def test_a_code_shows_as_the_places_name_in_the_readers_language():
    assert (
        page({"place": "310000", "month": "2026-11", "wage": "1"}, "zh").with_id("f-place").attributes["value"]
        == "上海市"
    )


def test_a_field_that_only_some_places_need_appears_where_it_is_needed():
    assert not [one for one in page(USUAL).elements if one.attributes.get("id") == "f-local_hukou"]
    assert page(USUAL | {"place": "深圳"}).with_id("f-local_hukou").name == "select"


@pytest.mark.parametrize("field", ["local_hukou", "medical_tier"])
def test_a_field_that_was_answered_stays_after_it_settled_the_question(field):
    answers = USUAL | {"place": "深圳", "local_hukou": "true", "medical_tier": "1"}
    assert page(answers).with_id(f"f-{field}").name == "select"


# The answer


def test_without_answers_the_worked_example_of_the_month_is_shown():
    read_page = page({})
    assert read_page.with_id("f-place").attributes["value"] == "Shanghai"
    assert read_page.with_id("f-month").attributes["value"] == "2026-11"
    assert read_page.of_class("calc-headline")[0].text.startswith("¥1,260 is taken from your pay of ¥12,000")


@each_lang
def test_the_table_says_in_figures_what_the_picture_shows(lang):
    read_page = page(USUAL, lang)
    in_rows = [part for part in read_page.of_class("calc-part") if "details" in part.around]
    shown = [part.text for part in in_rows]
    cells = [cell.text for cell in read_page.named("td") if "tbody" in cell.around]
    bars = [shown[first : first + 4] for first in range(0, len(shown), 4)]
    rows = [cells[first + 1 : first + 5] for first in range(0, len(bars) * 5, 5)]
    assert len(bars) == len(rows) == 4
    for bar, row in zip(bars, rows, strict=True):
        assert all(part.endswith(re.split(r" \(|（", cell)[0]) for part, cell in zip(bar, row, strict=True))


def test_an_open_answer_links_to_what_would_settle_it():
    read_page = page(USUAL | {"place": "重庆"})
    assert "#f-injury_rate" in [link.attributes["href"] for link in read_page.named("a")]


def test_an_unknown_calculator_or_day_is_an_input_error():
    for arguments in (("pensions", {}, "en", TODAY), ("contributions", {}, "en", "soon")):
        with pytest.raises(calc.InputError):
            calc.page(*arguments)
