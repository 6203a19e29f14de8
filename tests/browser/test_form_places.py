"""The place finder: every way to write a name, by keyboard, mouse and input method, and when its parts are missing."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.acts import expect_error, expect_headline, fill
from tests.browser.conftest import CALCULATOR

OPTIONS = "#calc-places [role=option]"


def type_place(page: Page, text: str) -> None:
    """Type letter by letter, as the suggestions see it."""
    page.fill("#f-place", "")
    page.locator("#f-place").press_sequentially(text)


def names(page: Page) -> list[str]:
    expect(page.locator(OPTIONS).first).to_be_visible()
    return page.eval_on_selector_all(OPTIONS, "options => options.map((one) => one.dataset.name)")


FIRST = {
    "广": "Guangdong",
    "广州": "Guangzhou",
    "廣州": "Guangzhou",
    "guangzhou": "Guangzhou",
    "guang zhou": "Guangzhou",
    "GuangZ": "Guangzhou",
    "gz": "Guangzhou",
    "wlmq": "Urumqi",
    "Ürüm": "Urumqi",
    "寧夏": "Ningxia",
    "nmg": "Inner Mongolia",
    "3205": "Suzhou, Jiangsu",
    "苏州": "Suzhou, Jiangsu",
    "宿州": "Suzhou, Anhui",
    "xian": "Xi'an",
    "江苏苏": "Suzhou, Jiangsu",
}


def test_a_place_is_found_however_its_name_is_begun(live):
    page = live("en")
    for typed, first in FIRST.items():
        type_place(page, typed)
        assert (typed, names(page)[0]) == (typed, first)


@pytest.mark.parametrize(("lang", "name", "beside"), [("en", "Suzhou, Jiangsu", "苏州市"), ("zh", "苏州市", "江苏省")])
def test_a_suggestion_says_its_province_and_choosing_it_answers(live, lang, name, beside):
    page = live(lang)
    type_place(page, "suzhou")
    first = page.locator(OPTIONS).first
    expect(first).to_contain_text(beside)
    first.click()
    expect(page.locator("#f-place")).to_have_value(name)
    expect(page.locator("#f-place")).to_be_focused()
    expect(page.locator(".calc-sub")).to_contain_text(name)
    expect(page.locator(OPTIONS)).to_have_count(0)


def test_at_most_eight_are_shown_and_the_count_is_announced(live):
    page = live("en")
    type_place(page, "an")
    assert len(names(page)) <= 8
    expect(page.locator(".calc-places-status")).to_contain_text("Places found: ")
    type_place(page, "qqq")
    expect(page.locator(OPTIONS)).to_have_count(0)
    expect(page.locator(".calc-places-status")).to_have_text("No place found.")


def test_by_keyboard_alone(live):
    page = live("en")
    box = page.locator("#f-place")
    assert (box.get_attribute("role"), box.get_attribute("aria-expanded")) == ("combobox", "false")
    type_place(page, "guang")
    expect(box).to_have_attribute("aria-expanded", "true")
    assert box.get_attribute("aria-controls") == "calc-places"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    pointed = page.locator(f"#{box.get_attribute('aria-activedescendant')}")
    expect(pointed).to_have_attribute("aria-selected", "true")
    name = pointed.get_attribute("data-name")
    page.keyboard.press("Enter")
    expect(box).to_have_value(name)
    expect(page.locator(".calc-sub")).to_contain_text(name)
    assert page.locator(".calc-summary").count() == 0


def test_escape_closes_the_list_and_keeps_what_was_typed(live):
    page = live("en")
    type_place(page, "guang")
    names(page)
    page.keyboard.press("Escape")
    expect(page.locator(OPTIONS)).to_have_count(0)
    assert page.input_value("#f-place") == "guang"
    page.keyboard.press("ArrowDown")
    assert names(page)


def test_leaving_the_box_closes_the_list(live):
    page = live("en")
    type_place(page, "guang")
    names(page)
    page.keyboard.press("Tab")
    expect(page.locator(OPTIONS)).to_have_count(0)


def test_enter_takes_the_only_suggestion(live):
    page = live("en")
    type_place(page, "wulum")
    assert names(page) == ["Urumqi"]
    page.keyboard.press("Enter")
    expect(page.locator("#f-place")).to_have_value("Urumqi")
    expect(page.locator(".calc-sub")).to_contain_text("Urumqi")


def test_an_answer_that_arrives_leaves_the_list_and_its_box_alone(live):
    page = live("en")
    type_place(page, "Beijing")
    expect(page.locator(".calc-sub")).to_contain_text("Beijing")
    assert names(page) == ["Beijing"]
    box = page.locator("#f-place")
    assert (box.get_attribute("role"), box.get_attribute("aria-expanded")) == ("combobox", "true")


def test_nothing_is_suggested_while_an_input_method_composes(live):
    page = live("zh")
    page.focus("#f-place")
    page.wait_for_load_state("networkidle")
    composing = """([typed, over]) => {
        const box = document.querySelector('#f-place');
        box.value = typed;
        if (!over) box.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
        const inputType = 'insertCompositionText';
        box.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: !over, inputType }));
        if (over) box.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, data: typed }));
    }"""
    page.evaluate(composing, ["guang", False])
    page.wait_for_timeout(300)
    expect(page.locator(OPTIONS)).to_have_count(0)
    page.evaluate(composing, ["广州", True])
    assert names(page) == ["广州市"]


def test_the_register_is_fetched_at_the_first_focus_and_not_before(visit):
    asked: list[str] = []
    page = visit(CALCULATOR["en"], prepare=lambda p: p.on("request", lambda r: asked.append(r.url)))
    page.focus("#f-amount")
    page.wait_for_selector("[data-answer=live]")
    assert not [url for url in asked if "places" in url and url.endswith(".js")]
    page.focus("#f-place")
    type_place(page, "bei")
    assert names(page)[0] == "Beijing"
    assert [url for url in asked if url.endswith("places.en.js")]


def test_without_the_register_a_name_can_be_typed_all_the_same(browser, address):
    page = browser.new_page()
    page.route("**/places.en.js", lambda route: route.abort())
    page.goto(address + CALCULATOR["en"])
    page.focus("#f-place")
    page.wait_for_selector("[data-answer=live]")
    fill(page, "place", "北京")
    expect_headline(page, "¥1,263")
    page.close()


@pytest.mark.parametrize(
    ("lang", "offered", "chosen"),
    [("en", ["Suzhou, Jiangsu", "Suzhou, Anhui"], "Anhui"), ("zh", ["苏州市（江苏省）", "宿州市（安徽省）"], "宿州市")],
)
def test_the_places_that_a_name_can_mean_are_buttons(live, lang, offered, chosen):
    page = live(lang)
    fill(page, "place", "Suzhou")
    expect_error(page, "place", "Suzhou")
    buttons = page.locator(".calc-candidate")
    expect(buttons).to_have_text(offered)
    buttons.nth(1).click()
    expect(page.locator(".calc-error")).to_have_count(0)
    expect(page.locator(".calc-sub")).to_contain_text(chosen)
    expect(page.locator("#f-place")).to_be_focused()


@pytest.mark.parametrize(
    ("lang", "typed", "said"), [("en", "香港", "systems of their own"), ("zh", "臺灣", "各有自己的社会保障制度")]
)
def test_a_region_with_insurance_of_its_own_is_told_so(live, lang, typed, said):
    page = live(lang)
    fill(page, "place", typed)
    expect_error(page, "place", said)


@pytest.mark.parametrize("size", [{"width": 360, "height": 740}, {"width": 320, "height": 256}])
def test_on_a_phone_and_at_400_percent_the_list_stays_on_the_page(live, size):
    page = live("en", viewport=size)
    type_place(page, "zhou")
    names(page)
    box = page.locator("#calc-places").bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= size["width"]
    assert box["height"] <= size["height"]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    heights = page.eval_on_selector_all(OPTIONS, "all => all.map((one) => one.getBoundingClientRect().height)")
    assert min(heights) >= 44
