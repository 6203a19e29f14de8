"""Finding the way: header and menu, by keyboard and on a phone; lists; the 404 page; the answer in sight; print."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import CALCULATOR, Visit
from tests.browser.test_accessibility import violations
from tests.serving import FOLDER

PHONE = {"viewport": {"width": 360, "height": 640}}
LEAST_TO_TAP = 44
ROOTS = {"en": "/", "zh": "/zh/"}
MISSING = FOLDER + "/{}deep/missing/page"

in_both_languages = pytest.mark.parametrize("lang", ["en", "zh"])
on_pages = pytest.mark.parametrize("path", ["", "questions/", "guides/your-pay/", "about/method/"])


def focused(page: Page, selector: str) -> bool:
    return page.evaluate("selector => document.activeElement.matches(selector)", selector)


def tab_to(page: Page, selector: str, limit: int = 30) -> None:
    for _ in range(limit):
        page.keyboard.press("Tab")
        if focused(page, selector):
            return
    raise AssertionError(f"{selector} is not reached by {limit} tabs")


@pytest.mark.parametrize("width", [320, 360])
@in_both_languages
def test_the_other_language_and_every_tool_stand_in_the_first_row_of_a_phone(visit: Visit, lang: str, width: int):
    page = visit(ROOTS[lang], viewport={"width": width, "height": 640})
    language = page.locator(".site-language")
    expect(language).to_have_text("中文" if lang == "en" else "English")
    boxes = [
        page.locator(part).bounding_box()
        for part in (".site-brand", ".site-search-button", ".site-language", ".site-menu-button")
    ]
    assert all(box and box["height"] >= LEAST_TO_TAP for box in boxes)
    assert all(box and box["width"] >= LEAST_TO_TAP for box in boxes)
    assert all(box and box["y"] < 60 and box["x"] + box["width"] <= width for box in boxes)
    assert page.locator(".site-language").get_attribute("lang") == ("zh-Hans" if lang == "en" else "en")


@in_both_languages
def test_the_menu_of_a_phone_by_keyboard(visit: Visit, lang: str):
    page = visit(ROOTS[lang], **PHONE)
    button, menu = page.locator(".site-menu-button"), page.locator("#site-menu")
    expect(menu).to_be_hidden()
    tab_to(page, ".site-menu-button")
    page.keyboard.press("Enter")
    expect(menu).to_be_visible()
    expect(button).to_have_attribute("aria-expanded", "true")
    assert violations(page) == []
    entries = page.locator(".site-nav a")
    for number in range(entries.count()):
        page.keyboard.press("Tab")
        expect(entries.nth(number)).to_be_focused()
        box = entries.nth(number).bounding_box()
        assert box is not None
        assert box["height"] >= LEAST_TO_TAP
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "false")


def test_the_menu_folds_when_the_focus_leaves_it_and_leads_to_its_pages(visit: Visit):
    page = visit("/", **PHONE)
    page.click(".site-menu-button")
    page.locator(".site-nav a").last.focus()
    tab_to(page, "main a", limit=5)
    expect(page.locator("#site-menu")).to_be_hidden()
    page.click(".site-menu-button")
    page.click(".site-nav a[href*='questions']")
    expect(page).to_have_url(re.compile("/questions/$"))
    page.click(".site-menu-button")
    expect(page.locator(".site-nav a[aria-current=page]")).to_be_visible()


def test_the_colours_are_switched_from_the_menu(visit: Visit):
    page = visit("/", color_scheme="light", **PHONE)
    page.click(".site-menu-button")
    page.click(".site-palette label:visible")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


def test_without_script_the_menu_stands_open(visit: Visit):
    page = visit("/zh/", java_script_enabled=False, **PHONE)
    expect(page.locator(".site-nav a").first).to_be_visible()
    expect(page.locator(".site-menu-button")).to_be_hidden()


@pytest.mark.parametrize("width", [768, 1280])
@in_both_languages
def test_every_entry_of_the_header_and_the_footer_is_reached_by_keyboard_and_shows_its_focus(
    visit: Visit, lang: str, width: int
):
    page = visit(ROOTS[lang], viewport={"width": width, "height": 900})
    wanted = set(page.eval_on_selector_all(".site-header a, .site-footer a", "links => links.map(link => link.href)"))
    assert len(wanted) >= 7
    script = "() => [document.activeElement.href, getComputedStyle(document.activeElement).outlineStyle]"
    for _ in range(page.locator("a[href], button, input, summary").count()):
        page.keyboard.press("Tab")
        address, outline = page.evaluate(script)
        if address in wanted:
            assert outline != "none", address
            wanted.remove(address)
    assert wanted == set()


@pytest.mark.parametrize("path", ["", "questions/"])
@pytest.mark.parametrize("theme", ["light", "dark"])
@in_both_languages
def test_pages_on_a_phone_have_no_fault_that_axe_finds(visit: Visit, lang: str, theme: str, path: str):
    page = visit(ROOTS[lang] + path, color_scheme=theme, **PHONE)
    assert violations(page) == []


@on_pages
@in_both_languages
def test_pages_do_not_scroll_sideways(visit: Visit, lang: str, path: str):
    page = visit(ROOTS[lang] + path)
    for width in (320, 360, 768, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, width


def test_a_question_leads_to_the_heading_that_answers_it(visit: Visit):
    page = visit("/questions/")
    link = page.locator(".listing a[href*='#']").first
    anchor = (link.get_attribute("href") or "").partition("#")[2]
    link.click()
    expect(page.locator(f"#{anchor}")).to_be_in_viewport()


def test_a_long_page_offers_its_headings_on_a_phone_too(visit: Visit):
    page = visit("/guides/your-pay/", **PHONE)
    page.click(".page-contents summary")
    page.locator(".page-contents a").last.click()
    expect(page.locator("h2").last).to_be_in_viewport()


# The 404 page asks the folders above it where the site is. Each that is not it makes an error in the console, so these
# tests use a page of the browser directly.


@pytest.mark.parametrize(("part", "first"), [("", "en"), ("zh/", "zh-Hans")])
def test_a_missing_page_below_a_folder_is_styled_and_leads_back_into_the_site(
    browser: Browser, address: str, part: str, first: str
):
    page = browser.new_page(**PHONE)
    answer = page.goto(address + MISSING.format(part))
    assert answer is not None
    assert answer.status == 404
    expect(page.locator("main[data-found]")).to_have_attribute("data-found", urlsplit(address).path + FOLDER + "/")
    assert page.locator("main > div").first.get_attribute("lang") == first
    assert page.evaluate("getComputedStyle(document.querySelector('main')).display") == "grid"
    assert violations(page) == []
    for number in range(page.locator("main a").count()):
        page.goto(address + MISSING.format(part))
        page.wait_for_selector("main[data-found]")
        link = page.locator("main a").nth(number)
        wanted = address + FOLDER + "/" + (link.get_attribute("data-to") or "")
        link.click()
        expect(page).to_have_url(wanted)
        expect(page.locator("h1")).to_be_visible()
        expect(page.locator(".site-header")).to_be_visible()
    page.close()


def test_a_missing_page_is_styled_without_script(browser: Browser, address: str):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + MISSING.format(""))
    assert page.locator("main").bounding_box() is not None
    assert page.evaluate("getComputedStyle(document.querySelector('main')).display") == "grid"
    context.close()


@in_both_languages
def test_on_a_phone_the_answer_stays_in_sight_while_fields_are_filled_in(live, lang: str):
    page = live(lang, **PHONE)
    for name in ("place", "month", "amount"):
        page.focus(f"#f-{name}")
        headline = page.locator(".calc-headline").bounding_box()
        field = page.locator(f"#f-{name}").bounding_box()
        assert headline is not None
        assert field is not None
        assert headline["y"] >= 0
        assert headline["height"] < 130
        assert headline["y"] + headline["height"] <= field["y"], f"the answer covers {name}"
    page.fill("#f-amount", "20000")
    expect(page.locator(".calc-headline")).to_contain_text("2,100")
    expect(page.locator(".calc-headline")).to_be_in_viewport()


@in_both_languages
def test_a_calculator_prints_as_the_answer_with_its_reasons_on_white(visit: Visit, lang: str):
    page = visit(CALCULATOR[lang], color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    for shown in (
        "h1",
        ".calc-headline",
        ".calc-table >> nth=0",
        ".calc-step >> nth=0",
        ".calc-sources >> nth=0",
        ".calc-estimate",
    ):
        assert page.locator(shown).is_visible(), shown
    for hidden in (".calc-form", ".site-header", ".lede", "#ask", ".calc-privacy"):
        assert not page.locator(hidden).is_visible(), hidden
    ink = page.evaluate("getComputedStyle(document.querySelector('.calc-headline')).color")
    assert sum(int(part) for part in re.findall(r"\d+", ink)) < 200, f"{ink} is too light for paper"
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.get_attribute("#calc-steps", "open") is None
