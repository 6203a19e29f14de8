"""The answer as it is seen: on a desk and a phone, opened by keys, in large text, forced colours, both languages."""

import math
import re

import pytest
from playwright.sync_api import Page, expect

import calc
from tests import samples
from tests.browser.conftest import CALCULATOR
from tests.browser.test_accessibility import in_both_languages, in_both_themes, violations

DESK, TABLET, PHONE = {"width": 1280, "height": 900}, {"width": 768, "height": 900}, {"width": 360, "height": 740}
DAY = "2026-11-22"

BOXES = """selector => [...document.querySelectorAll(selector)].map((one) => one.getBoundingClientRect())
    .filter(({ width }) => width > 0).map(({ left, top, right, bottom }) => [left, top, right, bottom])"""


def put(page: Page, html: str) -> None:
    """Show another fragment in the calculator's place."""
    page.evaluate("html => { document.querySelector('shebao-calculator').innerHTML = html; }", html)


def overlapping(boxes: list[list[float]]) -> list[tuple[list[float], list[float]]]:
    return [
        (one, other)
        for index, one in enumerate(boxes)
        for other in boxes[index + 1 :]
        if one[0] < other[2] - 1 and other[0] < one[2] - 1 and one[1] < other[3] - 1 and other[1] < one[3] - 1
    ]


def scrolls_sideways(page: Page) -> bool:
    return page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth + 1")


@in_both_languages
@pytest.mark.parametrize(("viewport", "drawn"), [(DESK, True), (TABLET, True), (PHONE, False)])
def test_the_drawing_is_shown_where_there_is_room_and_the_rows_always(visit, lang, viewport, drawn):
    page = visit(CALCULATOR[lang], viewport=viewport)
    assert page.locator(".calc-drawing").is_visible() == drawn
    expect(page.locator(".calc-rows > li")).to_have_count(4)
    assert page.locator(".calc-rows summary").first.is_visible()
    assert not scrolls_sideways(page)


@in_both_languages
def test_an_opened_row_lights_its_flow_up_by_the_keyboard_alone(visit, lang):
    page = visit(CALCULATOR[lang], reduced_motion="reduce")
    page.locator(".calc-rows summary").nth(1).focus()
    page.keyboard.press("Enter")
    expect(page.locator(".calc-rows details[open]")).to_have_count(1)
    expect(page.locator(".calc-rows details").nth(1).locator(".calc-story")).to_be_visible()
    strength = "n => Number(getComputedStyle(document.querySelector(`.flow.f${n}`)).fillOpacity)"
    assert page.evaluate(strength, 2) > 2 * page.evaluate(strength, 1)
    page.locator(".calc-rows summary").nth(0).focus()
    page.keyboard.press("Space")
    expect(page.locator(".calc-rows details[open]")).to_have_count(1)
    assert page.evaluate(strength, 1) > 2 * page.evaluate(strength, 2)


def test_a_row_stays_open_and_lit_while_the_amount_is_typed(live):
    page = live("en")
    page.locator(".calc-rows summary").nth(2).click()
    page.fill("#f-amount", "20000")
    expect(page.locator(".calc-headline")).to_contain_text("¥2,100")
    assert page.locator(".calc-rows details").nth(2).get_attribute("open") is not None
    assert page.locator(".calc-rows details[open]").count() == 1


@in_both_languages
@pytest.mark.parametrize("viewport", [DESK, {"width": 1600, "height": 900}, PHONE])
@pytest.mark.parametrize("size", ["100%", "140%", "200%"])
def test_large_text_overlaps_nothing_and_stays_inside(visit, lang, viewport, size):
    page = visit(CALCULATOR[lang], viewport=viewport)
    page.evaluate("size => { document.documentElement.style.fontSize = size; }", size)
    put(page, calc.page("contributions", {"place": "深圳", "month": "2026-11", "wage": "12000"}, lang, DAY))
    assert overlapping(page.evaluate(BOXES, ".calc-drawing :is(.flow-rows, .flow-parts) > span")) == []
    assert overlapping(page.evaluate(BOXES, ".calc-rows .calc-head > *")) == []
    assert overlapping(page.evaluate(BOXES, ".calc-answer > *")) == []
    rights = [box[2] for box in page.evaluate(BOXES, ".calc-answer > *, .calc-rows b, .calc-drawing span")]
    assert max(rights) <= viewport["width"]


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_each_name_of_the_drawing_stands_at_the_middle_of_its_bands(visit, lang):
    page = visit(CALCULATOR[lang])
    middles = page.evaluate(
        """() => [1, 2, 3, 4].map((n) => {
            const middle = (one) => { const box = one.getBoundingClientRect(); return (box.top + box.bottom) / 2; };
            const [name, upright] = [`.flow-rows .f${n}`, `.flow-row.f${n}`].map((s) => document.querySelector(s));
            return Math.abs(middle(name) - middle(upright));
        })"""
    )
    assert max(middles) < 3


@in_both_themes
@in_both_languages
def test_forced_colours_tell_each_pair_apart_by_fill_and_outline(visit, lang, theme):
    page = visit(CALCULATOR[lang], forced_colors="active", color_scheme=theme)
    fill = "name => getComputedStyle(document.querySelector(`.calc-rows .calc-bar .seg-${name}`)).fill"
    assert page.evaluate(fill, "employee") != page.evaluate(fill, "employer")
    assert page.evaluate(fill, "account") != page.evaluate(fill, "pool")
    outline = "getComputedStyle(document.querySelector('.calc-rows .calc-bar .seg-employer')).stroke"
    assert page.evaluate(outline) == page.evaluate("getComputedStyle(document.querySelector('.calc-headline')).color")
    put(page, calc.page("contributions", {"place": "深圳", "month": "2026-11", "wage": "12000"}, lang, DAY))
    assert page.evaluate("getComputedStyle(document.querySelector('.flow-open')).fill") == "none"


@in_both_languages
def test_a_reference_opens_the_fold_it_leads_into(visit, lang):
    page = visit(CALCULATOR[lang])
    page.click("#calc-steps > summary")
    page.locator("#calc-steps .calc-refs a").first.click()
    expect(page.locator("#calc-law")).to_have_attribute("open", "")
    expect(page.locator("#calc-source-1")).to_be_in_viewport()


@in_both_themes
@in_both_languages
def test_every_part_of_an_answer_passes_axe_with_all_of_it_open(visit, lang, theme):
    page = visit(CALCULATOR[lang], color_scheme=theme)
    for html in (*samples.all_samples(lang)[1:], calc.page("contributions", {}, lang, DAY)):
        put(page, html)
        page.evaluate("document.querySelectorAll('.calc-result details').forEach((one) => { one.open = true; })")
        assert violations(page) == []


@pytest.mark.parametrize("viewport", [DESK, PHONE])
def test_what_opens_is_large_enough_to_touch(visit, viewport):
    page = visit(CALCULATOR["en"], viewport=viewport)
    for left, top, right, bottom in page.evaluate(BOXES, ".calc-answer summary, .calc-next a"):
        assert (right - left) >= 44
        assert (bottom - top) >= 43.5


# Both languages side by side


@in_both_themes
@in_both_languages
def test_both_languages_pass_axe(visit, lang, theme):
    page = visit(CALCULATOR[lang], color_scheme=theme)
    for html in (calc.page("contributions", {}, lang, DAY, beside=True), samples.all_samples(lang, beside=True)[1]):
        put(page, html)
        page.evaluate("document.querySelectorAll('.calc-result details').forEach((one) => { one.open = true; })")
        assert violations(page) == []


@in_both_languages
@pytest.mark.parametrize("viewport", [DESK, PHONE])
def test_each_part_stands_beside_its_twin_or_under_it_on_a_phone(visit, lang, viewport):
    page = visit(CALCULATOR[lang], viewport=viewport)
    put(page, calc.page("contributions", {}, lang, DAY, beside=True))
    page.evaluate("document.querySelectorAll('.calc-result details').forEach((one) => { one.open = true; })")
    pairs = page.evaluate(
        """() => [...document.querySelectorAll('.calc-pair')].filter((one) => one.offsetWidth)
            .map((one) => [...one.children].map((part) => part.getBoundingClientRect())
                .map(({ left, top, bottom }) => [left, top, bottom]))"""
    )
    assert len(pairs) > 40
    for (left, top, bottom), (other_left, other_top, _) in pairs:
        beside = abs(top - other_top) < 2 and other_left > left + 100
        below = other_top >= bottom - 1
        assert below if viewport == PHONE else beside
    assert not scrolls_sideways(page)


# On paper


@in_both_languages
def test_paper_carries_the_whole_answer_and_nothing_of_the_form(visit, lang):
    page = visit(CALCULATOR[lang])
    page.emulate_media(media="print")
    for gone in (".calc-form", ".site-header", ".calc-privacy", ".calc-submit"):
        assert not page.locator(gone).first.is_visible()
    for shown in ("h1", ".calc-given-list", ".calc-headline", ".calc-drawing", ".calc-table", ".calc-estimate"):
        assert page.locator(shown).first.is_visible()
    assert page.locator(".calc-sources li").last.is_visible()
    assert page.locator(".calc-story").last.is_visible()
    order = (".calc-given-list", ".calc-headline", ".calc-bars", ".calc-drawing", ".calc-table", ".calc-step")
    tops = [page.locator(part).first.bounding_box()["y"] for part in order]
    assert tops == sorted(tops)
    expect(page.locator(".calc-ask")).to_contain_text("12333")


def test_paper_says_when_and_from_where_and_the_screen_is_as_before(visit):
    page = visit(CALCULATOR["en"])
    page.locator(".calc-rows summary").nth(1).click()
    before = page.evaluate("document.querySelector('.calc-result').outerHTML")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".calc-result details:not([open])").count() == 0
    sheet = page.locator("[data-sheet]")
    expect(sheet).to_contain_text(CALCULATOR["en"])
    assert re.search(r"Printed on \w+ \d+, \d{4} from http", sheet.inner_text())
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert not sheet.is_visible()
    assert page.evaluate("document.querySelectorAll('.calc-result details[open]').length") == 1
    assert page.locator(".calc-rows details").nth(1).get_attribute("open") is not None
    assert page.locator(".calc-rows details[name]").count() == before.count("<details name=")


@in_both_languages
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_a_sheet_has_no_empty_page(visit, lang, paper):
    page = visit(CALCULATOR[lang])
    pages = len(re.findall(rb"/Type\s*/Page\b", page.pdf(format=paper)))
    page.set_viewport_size({"width": 670, "height": 950})
    page.emulate_media(media="print")
    height = page.evaluate("document.documentElement.scrollHeight")
    assert 1 <= pages <= math.ceil(height / 950 * 1.15) + 1
