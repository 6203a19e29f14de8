"""Law, claims, glossary and procedures in a real browser: axe, a phone, and what a term means, by pointer and key."""

import pytest
from playwright.sync_api import expect

from scripts import pages
from tests.browser.test_accessibility import in_both_languages, violations
from tests.browser.test_guides import path

PAGES = [
    *("law", "law/social-insurance-law", "law/social-insurance-law/chapter-7", "law/implementing-rules"),
    *("myths/pension", "reference/glossary", "reference/reforms", "guides/card", "guides/appeals"),
]
IN_THE_DARK = ["law/social-insurance-law/chapter-7", "myths/pension", "guides/card"]
WRITTEN = sorted(name.removesuffix(".md") for name in pages.read_tree("en") if name != "index.md")
GUIDE = "guides/your-pay"


@in_both_languages
@pytest.mark.parametrize(
    ("name", "theme"), [*((name, "light") for name in PAGES), *((name, "dark") for name in IN_THE_DARK)]
)
def test_axe_finds_nothing_and_a_phone_never_scrolls_sideways(visit, lang, name, theme):
    page = visit(path(lang, name), color_scheme=theme, viewport={"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert violations(page) == []


@in_both_languages
def test_an_article_is_opened_from_an_answer_and_leads_back(live, lang):
    page = live(lang)
    page.evaluate("document.querySelectorAll('.calc-result details').forEach((one) => { one.open = true; })")
    page.locator('.calc-result a[href*="law/"][href$="#sil-12"]').first.click()
    article = page.locator("#sil-12")
    expect(article).to_be_in_viewport()
    used = page.locator('#sil-12 ~ .law-used a[href*="calculators/contributions/"]').first
    used.click()
    expect(page.locator("shebao-calculator")).to_be_visible()


@in_both_languages
def test_what_a_term_means_is_shown_by_keyboard_and_goes_with_escape(visit, lang):
    page = visit(path(lang, GUIDE))
    term, tip = page.locator("a.term").first, page.locator(".term-tip")
    term.focus()
    expect(tip).to_be_visible()
    expect(tip).to_have_text(term.get_attribute("data-says"))
    assert term.get_attribute("aria-describedby") == tip.get_attribute("id")
    page.keyboard.press("Escape")
    expect(tip).to_be_hidden()
    assert term.evaluate("one => one === document.activeElement")
    assert term.get_attribute("aria-describedby") is None


def test_what_a_term_means_stays_while_the_pointer_is_on_it_and_within_a_phone(visit):
    page = visit(path("en", GUIDE), viewport={"width": 360, "height": 740})
    for number in range(page.locator("a.term").count()):
        term, tip = page.locator("a.term").nth(number), page.locator(".term-tip")
        term.hover()
        expect(tip).to_be_visible()
        box = tip.bounding_box()
        assert box["x"] >= 0 and box["x"] + box["width"] <= 360
        tip.hover()
        page.wait_for_timeout(300)
        expect(tip).to_be_visible()
        page.mouse.move(0, 0)
        expect(tip).to_be_hidden()


@in_both_languages
def test_a_term_leads_to_its_entry_without_javascript(visit, lang):
    page = visit(path(lang, GUIDE), java_script_enabled=False)
    term = page.locator("a.term").first
    target = term.get_attribute("href").partition("#")[2]
    term.click()
    expect(page.locator(f"#{target}")).to_be_in_viewport()


@pytest.mark.nightly
@in_both_languages
@pytest.mark.parametrize(
    "name", sorted(name.removesuffix(".md") for name in pages.read_tree("en") if name != "index.md")
)
def test_every_page_written_by_hand_fits_a_phone_and_axe_finds_nothing(visit, lang, name):
    page = visit(path(lang, name), viewport={"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert violations(page) == []
