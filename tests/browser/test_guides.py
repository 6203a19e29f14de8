"""Guides and pages about this guide: no barrier that axe knows, notes by keyboard and on paper, nothing kept."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import CALCULATOR
from tests.browser.test_accessibility import in_both_languages, in_both_themes, violations

PAGES = ["guides/your-pay", "guides/social-insurance"]
PAGES += ["about/method", "about/privacy", "about/limits", "about/accessibility"]
PAGES += ["agencies/overview", "agencies/levels", "agencies/money", "agencies/human-resources"]
GUIDE = {"en": "/guides/your-pay/", "zh": "/zh/guides/your-pay/"}


def path(lang: str, name: str) -> str:
    return f"{'/zh' if lang == 'zh' else ''}/{name}/".replace("//", "/")


@in_both_languages
@in_both_themes
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(visit, lang, theme, name):
    assert violations(visit(path(lang, name), color_scheme=theme)) == []


@in_both_languages
@pytest.mark.parametrize("name", ["", *PAGES])
def test_a_phone_needs_no_scrolling_sideways_and_axe_finds_nothing(visit, lang, name):
    page = visit(path(lang, name), viewport={"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert violations(page) == []


@in_both_languages
def test_a_note_is_reached_and_left_by_keyboard(visit, lang):
    page = visit(GUIDE[lang])
    mark = page.locator("#figure-1-use-1")
    mark.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#figure-1")).to_be_in_viewport()
    assert page.url.endswith("#figure-1")
    page.locator("#figure-1 .figure-back").first.focus()
    page.keyboard.press("Enter")
    expect(mark).to_be_in_viewport()


@in_both_languages
def test_no_text_waits_for_a_pointer(visit, lang):
    page = visit(GUIDE[lang])
    assert page.locator("article [title]").count() == 0


@in_both_languages
def test_a_guide_can_be_read_without_javascript(visit, lang):
    page = visit(GUIDE[lang], java_script_enabled=False)
    expect(page.locator(".guide-steps")).to_be_visible()
    expect(page.locator("#figure-1")).to_be_visible()


@in_both_languages
def test_nothing_is_kept_but_the_choice_of_colours_and_in_the_tab_what_was_typed(live, lang):
    page = live(lang)
    page.fill("#f-amount", "23456")
    page.goto(page.url.replace(CALCULATOR[lang], GUIDE[lang]))
    assert [name for name in page.evaluate("Object.keys(localStorage)") if not name.endswith("__palette")] == []
    kept = {name for name in page.evaluate("Object.keys(sessionStorage)") if not name.endswith("__palette")}
    assert kept == {"shebao:entries:contributions"}
    assert "23456" not in page.evaluate("JSON.stringify(localStorage)")
    another_tab = page.context.new_page()
    another_tab.goto(page.url)
    assert "23456" not in another_tab.evaluate("JSON.stringify([localStorage, sessionStorage])")
    assert page.evaluate("document.cookie") == ""
    assert page.context.cookies() == []


def test_paper_shows_the_notes(visit):
    page = visit(GUIDE["en"])
    page.emulate_media(media="print")
    expect(page.locator("#figure-1")).to_be_visible()
    expect(page.locator("#figure-1 .figure-back").first).to_be_hidden()


@in_both_languages
@pytest.mark.parametrize("name", ["levels", "money"])
def test_a_picture_keeps_its_words_in_forced_colours_and_on_a_phone(visit, lang, name):
    page = visit(path(lang, f"agencies/{name}"), viewport={"width": 360, "height": 740}, forced_colors="active")
    drawn = page.locator("svg.diagram")
    expect(drawn).to_be_visible()
    box = drawn.bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 360
    text = drawn.locator(".diagram-name").first.evaluate(
        "e => [getComputedStyle(e).fill, getComputedStyle(document.body).backgroundColor]"
    )
    assert text[0] != text[1]
    wide = drawn.evaluate(
        """svg => [...svg.querySelectorAll("text.diagram-name, text.diagram-about")].filter(text => {
            const own = text.getBoundingClientRect(), whole = svg.getBoundingClientRect();
            return own.left < whole.left - 1 || own.right > whole.right + 1 || own.height < 11;
        }).map(text => text.textContent)"""
    )
    assert wide == []
