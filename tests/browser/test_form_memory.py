"""What is kept in the tab: entries through a reload, the place for the next calculator, the way back from a reset."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.acts import expect_headline, fill
from tests.browser.conftest import CALCULATOR

NOTICE = ".calc-notice"
REFUSED = (
    "Object.defineProperty(window, 'sessionStorage', { get() { throw new DOMException('no', 'SecurityError'); } })"
)
SAVER = "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })"


def press(page: Page, label: str) -> None:
    page.locator(f"{NOTICE} button", has_text=label).click()


def stored(page: Page) -> dict[str, str]:
    return page.evaluate("({ ...sessionStorage })")


def test_what_was_typed_survives_a_reload_and_is_answered(live):
    page = live("en")
    fill(page, "place", "Shenzhen")
    expect(page.locator("#calc-missing")).to_be_visible()
    page.select_option("#f-local_hukou", "false")
    fill(page, "amount", "20000")
    expect_headline(page, "20,000")
    before = page.inner_text(".calc-headline")
    page.reload()
    expect(page.locator(NOTICE)).to_contain_text("still here")
    page.wait_for_selector("[data-answer=live]")
    expect(page.locator("#f-local_hukou")).to_have_value("false")
    expect(page.locator(".calc-headline")).to_have_text(before, use_inner_text=True)
    assert (page.input_value("#f-place"), page.input_value("#f-amount")) == ("Shenzhen", "20000")


def test_a_mistake_survives_too(live):
    page = live("zh")
    fill(page, "amount", "很多")
    page.reload()
    page.wait_for_selector("[data-answer=live]")
    expect(page.locator("#f-amount-error")).to_contain_text("很多")
    assert page.input_value("#f-amount") == "很多"


def test_a_month_that_the_picker_does_not_take_survives_as_text(live):
    page = live("zh")
    page.evaluate("document.querySelector('#f-month').type = 'text'")
    fill(page, "month", "2025年8月")
    expect(page.locator(".calc-sub")).to_contain_text("2025年8月")
    page.reload()
    page.wait_for_selector("[data-answer=live]")
    expect(page.locator(".calc-sub")).to_contain_text("2025年8月")
    assert page.input_value("#f-month") == "2025年8月"


def test_a_form_that_was_only_looked_at_leaves_nothing(live):
    page = live("en")
    assert stored(page) == {}
    assert page.evaluate("localStorage.getItem('shebao:place')") is None
    assert page.context.cookies() == []


@pytest.mark.parametrize(("lang", "forget", "example"), [("en", "Forget it", "Shanghai"), ("zh", "清除", "上海市")])
def test_forgetting_clears_the_storage_and_shows_the_example(live, lang, forget, example):
    page = live(lang)
    before = page.inner_text(".calc-headline")
    fill(page, "place", "北京")
    expect(page.locator(".calc-sub")).not_to_contain_text(example)
    page.reload()
    page.wait_for_selector("[data-answer=live]")
    press(page, forget)
    assert stored(page) == {}
    assert (page.input_value("#f-place"), page.inner_text(".calc-headline")) == (example, before)
    page.reload()
    assert page.locator(f"{NOTICE} button").count() == 0


@pytest.mark.parametrize(("label", "undo"), [("Back to the example", "Undo")])
def test_a_reset_can_be_undone_with_every_field_and_its_answer(live, label, undo):
    page = live("en")
    fill(page, "place", "Shenzhen")
    expect(page.locator("#f-medical_tier")).to_be_visible()
    page.select_option("#f-medical_tier", "2")
    page.click(".calc-more summary")
    fill(page, "housing_rate", "5")
    expect(page.locator(".calc-table")).to_contain_text("Housing fund")
    before = page.inner_text(".calc-headline")
    page.click(f"button:has-text('{label}')")
    assert page.input_value("#f-place") == "Shanghai"
    assert stored(page) == {}
    press(page, undo)
    expect(page.locator(".calc-headline")).to_have_text(before, use_inner_text=True)
    assert page.input_value("#f-housing_rate") == "5"
    expect(page.locator("#f-medical_tier")).to_have_value("2")
    expect(page.locator(".calc-reset")).to_be_focused()
    expect(page.locator(NOTICE)).to_have_text("Everything is back as it was.")
    page.reload()
    expect(page.locator("#f-medical_tier")).to_have_value("2")


def test_the_offer_to_undo_ends_when_something_new_is_typed(live):
    page = live("en")
    fill(page, "amount", "20000")
    page.click(".calc-reset")
    expect(page.locator(f"{NOTICE} button")).to_have_count(1)
    page.fill("#f-amount", "13000")
    expect(page.locator(f"{NOTICE} button")).to_have_count(0)


def choose_beijing(page: Page) -> None:
    fill(page, "place", "Beijing")
    expect(page.locator(".calc-sub")).to_contain_text("Beijing")


def test_a_place_that_was_chosen_is_kept_for_the_next_calculator_which_starts_at_once(sample):
    page = sample("en")
    choose_beijing(page)
    page.goto(page.url.replace("sample", "contributions"))
    expect(page.locator(NOTICE)).to_contain_text("Place kept from this visit: Beijing.")
    page.wait_for_selector("[data-answer=live]")
    expect_headline(page, "¥1,263")
    press(page, "Forget it")
    assert (page.input_value("#f-place"), stored(page)) == ("Shanghai", {})


def test_the_place_is_kept_in_the_other_language_too(sample):
    page = sample("en")
    choose_beijing(page)
    page.goto(page.url.replace("/calculators/sample", "/zh/calculators/contributions"))
    expect(page.locator(NOTICE)).to_contain_text("Beijing")
    expect(page.locator(".calc-sub")).to_contain_text("北京市")


def test_a_place_that_could_not_be_read_is_not_kept(sample):
    page = sample("en")
    fill(page, "place", "Atlantis")
    expect(page.locator("#f-place-error")).to_be_visible()
    assert "shebao:place" not in stored(page)


def test_with_save_data_a_kept_place_is_filled_in_and_nothing_is_fetched(sample):
    page = sample("en")
    choose_beijing(page)
    asked: list[str] = []
    page.add_init_script(SAVER)
    page.on("request", lambda request: asked.append(request.url))
    page.goto(page.url.replace("sample", "contributions"))
    expect(page.locator(NOTICE)).to_contain_text("Beijing")
    expect(page.locator(".calc-progress")).to_contain_text("saves data")
    assert not [url for url in asked if url.endswith((".wasm", ".zip"))]


def test_a_browser_that_refuses_storage_works_and_keeps_nothing(visit):
    page = visit(CALCULATOR["en"], prepare=lambda p: p.add_init_script(REFUSED))
    page.focus("#f-amount")
    page.wait_for_selector("[data-answer=live]")
    fill(page, "place", "Beijing")
    expect_headline(page, "¥1,263")
    page.click(".calc-reset")
    press(page, "Undo")
    expect_headline(page, "¥1,263")
    page.reload()
    assert page.input_value("#f-place") == "Shanghai"


@pytest.mark.parametrize("planted", ["", "{", "7", "[1]", '{"place": {"a": 1}}', '{"wage": 5}', '"<b>x</b>"'])
def test_storage_that_holds_something_else_is_passed_over(visit, planted):
    script = f"for (const key of ['shebao:entries:contributions']) sessionStorage.setItem(key, {planted!r})"
    page = visit(CALCULATOR["en"], prepare=lambda p: p.add_init_script(script))
    assert page.input_value("#f-place") == "Shanghai"
    page.focus("#f-amount")
    page.wait_for_selector("[data-answer=live]")
    expect_headline(page, "¥1,260")
