"""Links in a browser: opened, hostile, old; carried to the other language; and nothing of them reaches a server."""

import re

import pytest
from playwright.sync_api import Page, expect

from calc import RULES_VERSION
from tests.browser.acts import expect_headline, fill, headline
from tests.browser.conftest import CALCULATOR

GOOD = "#answer&place=110000&month=2026-11&wage=20000.00&housing_rate=0.07"
RESULTS = f"&rules={RULES_VERSION}&r.employee_total=3503.00"
OLD = "#answer&place=310000&month=2026-07&wage=12000.00&rules=2026-01-01&r.employee_total=1200.00"
COMPARED = f"{GOOD}&with.place=310000&with.month=2026-07&with.wage=12000.00&with.housing_rate=0.05"
in_both_languages = pytest.mark.parametrize("lang", ["en", "zh"])

HOSTILE = {
    "script in a value": "#answer&place=<script>document.body.dataset.run=1</script>",
    "an image that fails": "#answer&place=<img src=x onerror=document.body.dataset.run=1>",
    "an encoded script": "#answer&wage=%3Cscript%3Edocument.body.dataset.run%3D1%3C%2Fscript%3E",
    "script as a field": "#answer&<svg onload=document.body.dataset.run=1>=1",
    "script as a result": f"{GOOD}&rules=2026-01-01&r.employee_total=<script>document.body.dataset.run=1</script>",
    "script on the other side": f"{GOOD}&with.place=<script>document.body.dataset.run=1</script>",
    "an address that runs": "#answer&place=javascript:document.body.dataset.run=1",
    "the prototype": "#answer&__proto__.run=1&constructor.prototype.run=1",
    "NUL": "#answer&place=310000%00",
    "a broken percent sign": "#answer&place=%zz",
    "the same field twice": f"{GOOD}&wage=1.00",
    "text that turns around": "#answer&place=%E2%80%AE000013",
    "huge": "#answer&place=" + "9" * 60_000,
    "only the mark": "#answer",
}


@pytest.fixture
def open_link(visit):
    """`open_link("en", fragment)` waits until the link is answered."""

    def opened(lang: str, fragment: str, **options) -> Page:
        page = visit(CALCULATOR[lang] + fragment, **options)
        page.wait_for_selector("[data-answer=live]")
        return page

    return opened


@in_both_languages
def test_a_link_fills_the_form_and_shows_its_answer(open_link, lang):
    page = open_link(lang, GOOD + RESULTS)
    expect_headline(page, {"en": "¥3,503", "zh": "3,503 元"}[lang])
    assert page.input_value("#f-place") == {"en": "Beijing", "zh": "北京市"}[lang]
    assert page.input_value("#f-amount") == "20000"
    assert page.input_value("#f-housing_rate") == "7"
    assert page.input_value("#f-month") == "2026-11"
    expect(page.locator("#calc-opened")).to_contain_text({"en": "Opened from a link", "zh": "从链接打开"}[lang])
    assert page.locator("[data-stale], [data-opening]").count() == 0


def test_while_a_link_is_opened_the_example_is_not_to_be_seen(visit):
    def slow(page: Page) -> None:
        page.route("**/*.wasm", lambda route: (page.wait_for_timeout(900), route.continue_()))

    page = visit(CALCULATOR["en"] + GOOD, prepare=slow)
    expect(page.locator(".calc-progress")).to_contain_text("Opening the link.")
    expect(page.locator(".calc-headline")).to_be_hidden()
    page.wait_for_selector("[data-answer=live]")
    expect(page.locator(".calc-headline")).to_be_visible()
    expect_headline(page, "¥3,503")


def test_the_part_after_the_hash_reaches_no_server(visit):
    asked: list[str] = []
    page = visit(CALCULATOR["en"] + GOOD, prepare=lambda p: p.on("request", lambda r: asked.append(r.url)))
    page.wait_for_selector("[data-answer=live]")
    assert len(asked) > 5
    assert not [url for url in asked if "20000" in url.split("#")[0]]


@in_both_languages
@pytest.mark.parametrize("fragment", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_link_runs_nothing_and_is_told(visit, lang, fragment):
    dialogs: list[str] = []
    page = visit(
        CALCULATOR[lang] + fragment,
        prepare=lambda p: p.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss())),
    )
    page.wait_for_selector("[data-answer=live]")
    said = {"en": "This link could not be used", "zh": "这个链接用不了"}[lang]
    expect(page.locator("#calc-opened-title")).to_have_text(said)
    expect_headline(page, {"en": "¥1,260", "zh": "1,260 元"}[lang])
    assert page.input_value("#f-place") == {"en": "Shanghai", "zh": "上海市"}[lang]
    assert page.evaluate("[document.body.dataset.run, ({}).run]") == [None, None]
    assert page.locator(".calc-result :is(script, img, iframe)").count() == 0
    assert dialogs == []
    fill(page, "amount", "20000")  # and the calculator is as good as new
    expect_headline(page, {"en": "¥2,100", "zh": "2,100 元"}[lang])
    expect(page.locator("#calc-opened")).to_have_count(0)


@in_both_languages
def test_a_link_of_older_rules_shows_then_and_now_and_what_was_recorded_since(open_link, lang):
    page = open_link(lang, OLD)
    notice = page.locator("#calc-opened")
    for part in {"en": ["¥1,200.00", "¥1,260.00", "+¥60.00"], "zh": ["1,200.00 元", "1,260.00 元", "+60.00 元"]}[lang]:
        expect(notice).to_contain_text(part)
    page.click("#calc-recorded summary")
    expect(page.locator("#calc-recorded")).to_contain_text(
        {"en": "Shanghai, from July 2026", "zh": "上海市，2026年7月起"}[lang]
    )


def test_a_link_of_newer_rules_says_so(open_link):
    page = open_link("en", OLD.replace("2026-01-01", "2099-01-01"))
    expect(page.locator("#calc-opened")).to_contain_text("newer rules than this page has")


def test_a_link_may_hold_a_comparison(open_link):
    page = open_link("en", COMPARED)
    expect(page.locator("#calc-compare")).to_contain_text("¥1,860.00")
    assert "with.place=310000" in (page.get_attribute("#calc-tools", "data-link") or "")
    page.click("#calc-tool-swap")
    expect(page.locator("#f-amount")).to_have_value("12000")
    assert page.input_value("#f-housing_rate") == "5"
    expect_headline(page, "¥1,860")


def test_another_link_in_the_same_page_is_opened_too_and_anchors_stay_anchors(open_link):
    page = open_link("en", GOOD)
    page.evaluate("location.hash = '#who-pays'")
    page.wait_for_timeout(300)
    assert "¥3,503" in headline(page)
    page.evaluate("location.hash = '#answer&place=310000&month=2026-07&wage=30000.00'")
    expect_headline(page, "¥3,150")
    assert page.input_value("#f-amount") == "30000"


def test_an_anchor_on_load_starts_nothing(visit):
    asked: list[str] = []
    page = visit(
        CALCULATOR["en"] + "#answers", prepare=lambda p: p.on("request", lambda request: asked.append(request.url))
    )
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if url.endswith((".wasm", ".zip"))]
    assert page.get_attribute("shebao-calculator", "data-answer") == "static"


def test_once_something_is_changed_the_address_no_longer_holds_the_link(open_link):
    page = open_link("en", GOOD)
    fill(page, "amount", "12000")
    expect_headline(page, "¥2,103")
    assert "#" not in page.url
    page.click(".calc-reset")
    expect_headline(page, "¥1,260")


def test_save_data_opens_a_link_at_the_press_of_the_button(visit):
    page = visit(
        CALCULATOR["en"] + GOOD,
        prepare=lambda p: p.add_init_script(
            "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })"
        ),
    )
    expect(page.locator(".calc-progress")).to_contain_text("the link was not opened")
    expect(page.locator("shebao-calculator")).to_have_attribute("data-stale", "")
    expect(page.locator(".calc-headline")).to_be_visible()
    page.click(".calc-submit")
    page.wait_for_selector("[data-answer=live]")
    expect_headline(page, "¥3,503")
    assert page.input_value("#f-place") == "Beijing"


def test_when_python_cannot_start_the_page_says_that_the_link_is_not_opened(browser, address):
    page = browser.new_page()
    page.route("**/*.wasm", lambda route: route.abort())
    page.goto(address + CALCULATOR["en"] + GOOD)
    expect(page.locator(".calc-progress")).to_contain_text("so the link was not opened")
    expect(page.locator("shebao-calculator")).to_have_attribute("data-stale", "")
    expect(page.locator(".calc-headline")).to_be_visible()
    page.close()


def test_typing_while_a_link_is_opened_means_the_form_and_not_the_link(visit):
    def slow(page: Page) -> None:
        page.route("**/*.wasm", lambda route: (page.wait_for_timeout(900), route.continue_()))

    page = visit(CALCULATOR["en"] + GOOD, prepare=slow)
    page.fill("#f-amount", "30000")
    page.wait_for_selector("[data-answer=live]")
    expect_headline(page, "¥3,150")
    assert page.input_value("#f-place") == "Shanghai"
    assert page.locator("#calc-opened").count() == 0


@pytest.mark.parametrize(("lang", "other", "said"), [("en", "zh", "2,103 元"), ("zh", "en", "¥2,103")])
def test_the_language_switch_carries_the_answer(live, lang, other, said):
    page = live(lang)
    fill(page, "place", "北京")
    fill(page, "amount", "20000")
    expect_headline(page, "2,103")
    page.click("a.site-language")
    page.wait_for_url(f"**{CALCULATOR[other]}#answer&place=110000*")
    page.wait_for_selector("[data-answer=live]")
    expect_headline(page, said)
    assert page.input_value("#f-amount") == "20000"


def test_the_language_switch_of_an_untouched_page_leads_to_the_page(visit):
    page = visit(CALCULATOR["en"])
    assert "#" not in (page.get_attribute("a.site-language", "href") or "")


def test_after_a_reset_the_language_switch_carries_nothing(live):
    page = live("en")
    fill(page, "amount", "20000")
    expect(page.locator("a.site-language")).to_have_attribute("href", re.compile("#answer&place=310000"))
    page.click(".calc-reset")
    assert "#" not in (page.get_attribute("a.site-language", "href") or "")
