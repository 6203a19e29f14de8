"""The place pages in a browser: found by keyboard in any spelling, readable on a phone, in the dark and years later."""

import pytest
from playwright.sync_api import Page, expect

from calc.places import everywhere, get
from scripts.places.around import own_kinds
from tests.browser.test_accessibility import in_both_languages, in_both_themes, violations
from tests.browser.test_search import addresses, open_search

WITHOUT_OWN = next(place.slug for place in everywhere() if not own_kinds(place.code))
SUZHOU = get("320500").slug
PAGES = ["places", "places/coverage", "places/guangdong", f"places/{SUZHOU}", f"places/{WITHOUT_OWN}"]
SPELLINGS = ["苏州", "蘇州", "Suzhou", "suzhou", "320500", "Suzhou Jiangsu", "江苏 苏州"]
IN_FORCE, DUE, STALE = "2027-06-30T15:00:00Z", "2027-06-30T17:00:00Z", "2028-02-01T00:00:00Z"


def path(lang: str, name: str) -> str:
    return f"{'/zh' if lang == 'zh' else ''}/{name}/"


def slug_of(page: Page) -> str:
    return page.url.rstrip("/").rpartition("/")[2]


def shown(page: Page) -> list[str]:
    found: list[str] = page.evaluate(
        "Array.from(document.querySelectorAll('[data-find]')).filter((one) => one.checkVisibility())"
        ".map((one) => one.querySelector('a').getAttribute('href').replace('../', '').replace('/', ''))"
    )
    return found


@in_both_languages
@in_both_themes
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_with_everything_unfolded(visit, lang, theme, name):
    page = visit(path(lang, name), color_scheme=theme)
    page.evaluate("for (const folded of document.querySelectorAll('.place-section details')) folded.open = true")
    assert violations(page) == []


@in_both_languages
@pytest.mark.parametrize("name", PAGES)
def test_a_phone_needs_no_scrolling_sideways(visit, lang, name):
    page = visit(path(lang, name), viewport={"width": 360, "height": 740})
    page.evaluate("for (const folded of document.querySelectorAll('.place-section details')) folded.open = true")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@in_both_languages
@pytest.mark.parametrize("typed", SPELLINGS)
def test_a_place_is_found_and_opened_by_keyboard(visit, lang, typed):
    page = visit(path(lang, "places"))
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "place-find":
            break
    page.keyboard.type(typed)
    assert SUZHOU in shown(page)
    assert len(shown(page)) <= 2
    expect(page.locator("#place-find-status")).not_to_be_empty()
    page.keyboard.press("ArrowDown")
    while page.evaluate("document.activeElement.getAttribute('href')") != f"{SUZHOU}/":
        page.keyboard.press("Tab")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert slug_of(page) == SUZHOU


@in_both_languages
def test_a_province_brings_its_cities_and_nonsense_a_remedy(visit, lang):
    page = visit(path(lang, "places"))
    page.fill("#place-find", "guangdong")
    assert {"guangdong", "guangzhou", "shenzhen", "jiangmen"} <= set(shown(page))
    assert "beijing" not in shown(page)
    page.fill("#place-find", "xyzzyq")
    assert shown(page) == []
    said = {"en": "No place fits", "zh": "没有符合的地方"}[lang]
    expect(page.locator("#place-find-status")).to_contain_text(said)
    page.fill("#place-find", "")
    assert len(shown(page)) == len(everywhere())
    expect(page.locator("#place-find-status")).to_be_empty()


@in_both_languages
def test_the_coverage_table_opens_where_a_place_is_asked_for(visit, lang):
    page = visit(path(lang, "places/coverage"))
    assert page.locator("details[data-group][open]").count() == 0
    page.fill("#place-find", "Suzhou")
    assert {SUZHOU, "suzhou-anhui"} == set(shown(page))
    page.fill("#place-find", "")
    assert page.locator("details[data-group][open]").count() == 0


@in_both_languages
def test_without_javascript_every_place_is_there(visit, lang):
    page = visit(path(lang, "places"), java_script_enabled=False)
    assert page.locator(".place-group a").count() == len(everywhere())
    assert page.locator(".place-group a").first.is_visible()
    assert page.locator("#place-find").is_hidden()


@pytest.mark.parametrize(("now", "visible"), [(IN_FORCE, False), (DUE, True), (STALE, True)])
@in_both_languages
def test_a_figure_says_itself_that_it_is_due_by_the_date_in_china(visit, lang, now, visible):
    """The limits of Shanghai were printed up to June 2027; the visitor's clock is all that changes."""
    page = visit(path(lang, "places/shanghai"), prepare=lambda page: page.clock.set_fixed_time(now))
    mark = page.locator(".place-now .due:has(time[data-due='2027-07'])").first
    if visible:
        expect(mark).to_be_visible()
        expect(mark).to_contain_text({"en": "July 2027", "zh": "2027年7月"}[lang])
    else:
        page.wait_for_load_state("load")
        expect(mark).to_be_hidden()


def test_a_figure_in_the_text_of_a_guide_does_so_too(visit):
    page = visit("/guides/your-pay/", prepare=lambda page: page.clock.set_fixed_time(STALE))
    expect(page.locator(".figure-notes .due").first).to_be_visible()


@in_both_languages
@in_both_themes
def test_the_chart_can_be_read_on_a_phone(visit, lang, theme):
    page = visit(path(lang, "places/beijing"), viewport={"width": 360, "height": 740}, color_scheme=theme)
    smallest = page.evaluate(
        "Math.min(...Array.from(document.querySelectorAll('.place-chart text'), (text) => text.getBBox().height"
        " * text.ownerSVGElement.clientWidth / text.ownerSVGElement.viewBox.baseVal.width))"
    )
    assert smallest >= 11
    lines = page.evaluate(
        "Array.from(document.querySelectorAll('.place-line'),"
        " (line) => [getComputedStyle(line).stroke, line.getTotalLength()])"
    )
    assert len({stroke for stroke, _ in lines}) == 2
    assert all(length > 100 for _, length in lines)
    assert page.get_attribute(".place-chart svg", "aria-label")


def test_colours_that_the_reader_forces_keep_the_two_lines_apart(visit):
    page = visit("/places/beijing/", forced_colors="active")
    dashes = page.evaluate(
        "Array.from(document.querySelectorAll('.place-line'), (line) => getComputedStyle(line).strokeDasharray)"
    )
    assert len(set(dashes)) == 2


def test_what_is_folded_is_opened_for_the_printer_and_folded_again(visit):
    page = visit("/places/beijing/")
    folded = page.locator(".place-section-history details")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".place-section-history details[open]").count() == folded.count() > 5
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator(".place-section-history details[open]").count() == 0


@in_both_languages
def test_the_home_page_leads_to_the_places(visit, lang):
    page = visit("/zh/" if lang == "zh" else "/")
    page.click(".home-places a")
    expect(page.locator("#place-find")).to_be_visible()


@in_both_languages
@pytest.mark.parametrize("typed", ["江门", "jiangmen", "440700", "江門"])
def test_the_search_finds_a_place_in_every_spelling(visit, lang, typed):
    page = open_search(visit("/zh/" if lang == "zh" else "/"))
    assert addresses(page, typed)[0] == "places/jiangmen/"
