"""The form answers what is typed, keeps it, and never gets in the way of typing."""

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.acts import expect_error, expect_headline, fill, headline
from tests.browser.conftest import CALCULATOR


def test_nothing_of_python_is_fetched_before_the_form_is_touched(visit):
    asked: list[str] = []
    page = visit(CALCULATOR["en"], prepare=lambda p: p.on("request", lambda r: asked.append(r.url)))
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if url.endswith((".wasm", ".zip"))]
    page.focus("#f-place")
    page.wait_for_selector("[data-answer=live]")
    assert [url for url in asked if url.endswith(".wasm")]


def test_a_touch_before_the_script_is_there_counts(visit):
    def late_script(page: Page) -> None:
        page.route("**/element.js", lambda route: (page.focus("#f-amount"), route.continue_()))

    page = visit(CALCULATOR["en"], prepare=late_script)
    page.wait_for_selector("[data-answer=live]")


@pytest.mark.parametrize(("lang", "said"), [("en", "¥2,100"), ("zh", "2,100 元")])
def test_a_typed_pay_is_split_in_both_languages(live, lang, said):
    page = live(lang)
    page.fill("#f-amount", "20000")
    expect_headline(page, said)


def test_what_is_typed_while_python_loads_is_kept_and_answered(visit):
    def slow(page: Page) -> None:
        page.route("**/*.wasm", lambda route: (page.wait_for_timeout(700), route.continue_()))

    page = visit(CALCULATOR["en"], prepare=slow)
    page.click("#f-amount")
    page.fill("#f-amount", "")
    page.keyboard.type("20000", delay=20)
    expect(page.locator(".calc-progress")).to_contain_text("MB")
    page.wait_for_selector("[data-answer=live]")
    expect_headline(page, "¥2,100")
    assert page.input_value("#f-amount") == "20000"


def test_another_city_and_month_change_the_answer(live):
    page = live("en")
    fill(page, "place", "北京")
    expect(page.locator(".calc-sub")).to_contain_text("Beijing")
    expect_headline(page, "¥1,263")
    fill(page, "month", "2025-08")
    expect(page.locator(".calc-sub")).to_contain_text("August 2025")


def test_full_width_digits_and_separators_are_read(live):
    page = live("zh")
    for typed in ("２００００", "20,000", "¥20000", "20000元"):
        fill(page, "amount", "1")
        fill(page, "amount", typed)
        expect_headline(page, "2,100 元")
        assert page.input_value("#f-amount") == typed


def test_an_input_method_is_left_alone_until_it_is_done(live):
    page = live("zh")
    before = headline(page)
    page.focus("#f-place")
    page.evaluate(
        """() => {
            const field = document.querySelector('#f-place');
            field.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
            field.value = 'bei';
            field.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true }));
        }"""
    )
    page.wait_for_timeout(300)
    assert headline(page) == before
    assert page.input_value("#f-place") == "bei"
    page.evaluate(
        """() => {
            const field = document.querySelector('#f-place');
            field.value = '北京';
            field.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, data: '北京' }));
        }"""
    )
    expect(page.locator(".calc-sub")).to_contain_text("北京市")


def test_typing_keeps_focus_and_opened_reasoning(live):
    page = live("en")
    page.click(".calc-steps summary")
    page.click("#f-amount")
    page.keyboard.type("0")
    expect_headline(page, "¥120,000")
    assert page.evaluate("document.activeElement.id") == "f-amount"
    assert page.get_attribute("#calc-steps", "open") is not None


def test_half_typed_errors_wait_until_the_field_is_left(live):
    page = live("en")
    page.fill("#f-place", "Suz")
    page.wait_for_timeout(300)
    assert page.locator(".calc-error").count() == 0
    assert page.locator("shebao-calculator[data-stale]").count() == 1
    page.locator("#f-place").blur()
    expect_error(page, "place", "Suz")


def test_an_ambiguous_place_lists_its_candidates(live):
    page = live("en")
    fill(page, "place", "Suzhou")
    expect_error(page, "place", "Suzhou, Jiangsu or Suzhou, Anhui")
    fill(page, "place", "Suzhou, Jiangsu")
    expect(page.locator(".calc-error")).to_have_count(0)


def test_submitting_mistakes_shows_a_summary_that_takes_the_focus_and_leads_to_the_fields(live):
    page = live("zh")
    page.fill("#f-amount", "很多")
    page.fill("#f-place", "火星")
    page.click(".calc-submit")
    summary = page.locator(".calc-summary")
    expect(summary).to_be_focused()
    expect(summary.locator("li")).to_have_count(2)
    expect_error(page, "amount", "很多")
    expect_error(page, "place", "火星")
    assert page.input_value("#f-amount") == "很多"
    summary.locator("a", has_text="火星").click()
    expect(page.locator("#f-place")).to_be_focused()


def test_nothing_moves_under_a_pressed_pointer(live):
    page = live("en")
    page.fill("#f-place", "Mars")
    button = page.locator(".calc-submit")
    button.scroll_into_view_if_needed()
    box = button.bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.wait_for_timeout(300)
    assert page.locator(".calc-error").count() == 0
    page.mouse.up()
    expect(page.locator(".calc-summary")).to_be_focused()
    expect_error(page, "place", "Mars")


@pytest.mark.parametrize("typed", ["", "0", "-5", "99999999999999999999", "abc", "1.2.3", "12000.001", "<b>1</b>"])
def test_bad_amounts_are_refused_in_words_and_kept(live, typed):
    page = live("en")
    fill(page, "amount", typed)
    expect(page.locator("#f-amount-error")).not_to_be_empty()
    assert page.input_value("#f-amount") == typed
    assert "Traceback" not in page.content()


def test_a_place_that_needs_more_asks_for_it_and_settles(live):
    page = live("en")
    fill(page, "place", "Shenzhen")
    expect(page.locator("#calc-missing")).to_be_visible()
    page.select_option("#f-local_hukou", "true")
    page.select_option("#f-medical_tier", "1")
    expect(page.locator("#calc-missing li")).to_have_count(2)
    page.click("#calc-missing a[href='#f-injury_rate']")
    expect(page.locator("#f-injury_rate")).to_be_focused()
    fill(page, "injury_rate", "0.2")
    fill(page, "own.injury.floor", "0")
    fill(page, "own.injury.ceiling", "100000")
    expect(page.locator("#calc-missing")).to_have_count(0)
    expect(page.locator(".calc-answer")).to_have_attribute("data-outcome", "answered")


def test_start_again_returns_to_the_built_page(live):
    page = live("en")
    before = headline(page)
    fill(page, "place", "Beijing")
    expect(page.locator(".calc-sub")).to_contain_text("Beijing")
    page.click(".calc-reset")
    assert headline(page) == before
    assert page.input_value("#f-place") == "Shanghai"


def test_save_data_waits_for_the_button(visit):
    page = visit(
        CALCULATOR["en"],
        prepare=lambda p: p.add_init_script(
            "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })"
        ),
    )
    page.fill("#f-amount", "20000")
    expect(page.locator(".calc-progress")).to_contain_text("MB")
    assert page.locator("[data-answer=live]").count() == 0
    page.click(".calc-submit")
    expect_headline(page, "¥2,100")


def test_when_python_cannot_start_the_built_answer_stays_and_the_page_says_so(browser, address):
    page = browser.new_page()

    def refuse(route: Route) -> None:
        route.abort()

    page.route("**/*.wasm", refuse)
    page.goto(address + CALCULATOR["zh"])
    before = headline(page)
    page.fill("#f-amount", "20000")
    expect(page.locator(".calc-progress")).to_contain_text("没能启动")
    assert headline(page) == before
    assert page.input_value("#f-amount") == "20000"
    page.close()
