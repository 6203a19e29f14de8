"""The pages around the calculator: without JavaScript, by keyboard, in the other language, below a folder."""

import pytest
from playwright.sync_api import expect

from tests.browser.acts import expect_headline
from tests.browser.conftest import CALCULATOR
from tests.serving import FOLDER


@pytest.mark.parametrize(("lang", "said"), [("en", "¥1,260"), ("zh", "1,260 元")])
def test_without_javascript_the_worked_answer_can_be_read(visit, lang, said):
    page = visit(CALCULATOR[lang], java_script_enabled=False)
    assert said in page.inner_text(".calc-headline")
    assert page.locator(".calc-table tbody tr").count() >= 4
    assert page.locator(".calc-noscript").is_visible()


def test_the_whole_form_works_by_keyboard(live):
    page = live("en")
    page.focus("#f-place")
    page.keyboard.press("Control+A")
    page.keyboard.type("Chengdu")
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.calc-submit')"):
            break
    page.keyboard.press("Enter")
    expect(page.locator(".calc-sub")).to_contain_text("Chengdu")


@pytest.mark.parametrize("start", ["/", "/calculators/contributions/"])
def test_the_language_switch_stays_on_the_page_and_leads_back(visit, start):
    page = visit(start)
    page.click("a[hreflang^=zh]")
    assert page.url.endswith("/zh" + start)
    assert page.get_attribute("html", "lang") == "zh-Hans"
    page.click("a[hreflang=en]")
    assert page.url.endswith(start)
    assert "/zh/" not in page.url


@pytest.mark.parametrize("home", ["/", "/zh/"])
def test_home_leads_to_the_calculator(visit, home):
    page = visit(home)
    page.locator("main a[href*='calculators/contributions']").first.click()
    expect(page.locator(".calc-form")).to_be_visible()


def test_everything_works_below_a_folder_too(visit):
    page = visit(FOLDER + CALCULATOR["zh"])
    page.fill("#f-amount", "20000")
    expect_headline(page, "2,100 元")
    assert FOLDER in page.evaluate("performance.getEntriesByType('resource').find(e => e.name.endsWith('.wasm')).name")


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_nothing_scrolls_sideways(visit, lang, width):
    page = visit(CALCULATOR[lang], viewport={"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
