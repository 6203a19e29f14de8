"""Two answers side by side, as they are used: pinned, typed into, swapped, stopped, by hand and by keyboard."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.acts import expect_error, expect_headline, fill
from tests.browser.conftest import CALCULATOR
from tests.browser.test_accessibility import violations

in_both_languages = pytest.mark.parametrize("lang", ["en", "zh"])


def pin(page: Page) -> None:
    page.click("#calc-tool-compare")
    page.wait_for_selector("#calc-compare")


@in_both_languages
def test_what_if_by_changing_one_field(live, lang):
    page = live(lang)
    pin(page)
    expect(page.locator("#calc-compare")).to_contain_text({"en": "the same so far", "zh": "还完全一样"}[lang])
    fill(page, "place", "北京")
    sides = page.locator(".calc-side")
    expect(sides.nth(0)).to_contain_text({"en": "A: Shanghai", "zh": "甲：上海市"}[lang])
    expect(sides.nth(1)).to_contain_text({"en": "B: Beijing", "zh": "乙：北京市"}[lang])
    expect(page.locator(".calc-differences").first).to_contain_text(
        {"en": "+¥3.00 (more)", "zh": "+3.00 元（多）"}[lang]
    )
    expect(page.locator("#calc-compare li").first).to_contain_text(
        {"en": "higher in Beijing than in Shanghai", "zh": "比上海市的"}[lang]
    )


def test_it_follows_each_key_and_keeps_the_focus(live):
    page = live("en")
    pin(page)
    page.click("#f-amount")
    page.keyboard.press("End")
    page.keyboard.type("0")
    expect(page.locator(".calc-side").nth(1)).to_contain_text("¥120,000")
    expect(page.locator(".calc-side").nth(0)).to_contain_text("¥12,000")
    assert page.evaluate("document.activeElement.id") == "f-amount"


def test_comparing_before_the_form_was_touched_starts_python_with_the_example(visit):
    page = visit(CALCULATOR["en"])
    assert page.get_attribute("shebao-calculator", "data-answer") == "static"
    pin(page)
    expect(page.locator(".calc-side")).to_have_count(2)
    expect(page.locator("#calc-tool-compare")).to_have_attribute("aria-pressed", "true")


def test_pressing_is_an_order_also_where_data_is_saved(visit):
    page = visit(
        CALCULATOR["en"],
        prepare=lambda p: p.add_init_script(
            "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })"
        ),
    )
    pin(page)
    expect(page.locator("#calc-compare")).to_be_visible()


def test_swap_puts_the_other_answers_into_the_form(live):
    page = live("en")
    page.click(".calc-more summary")
    fill(page, "housing_rate", "7")
    expect_headline(page, "¥2,100")
    pin(page)
    fill(page, "place", "Beijing")
    fill(page, "housing_rate", "12")
    expect_headline(page, "¥2,703")
    page.click("#calc-tool-swap")
    expect(page.locator("#f-place")).to_have_value("Shanghai")
    assert page.input_value("#f-housing_rate") == "7"
    expect_headline(page, "¥2,100")
    expect(page.locator(".calc-side").nth(0)).to_contain_text("¥2,703")
    assert page.evaluate("document.activeElement.id") == "calc-tool-swap"
    page.click("#calc-tool-swap")
    expect(page.locator("#f-housing_rate")).to_have_value("12")


def test_stopping_leaves_the_form_and_gives_the_focus_back(live):
    page = live("en")
    pin(page)
    fill(page, "place", "Beijing")
    page.click("#calc-tool-stop")
    expect(page.locator("#calc-compare")).to_have_count(0)
    assert page.input_value("#f-place") == "Beijing"
    assert page.evaluate("document.activeElement.id") == "calc-tool-compare"
    expect(page.locator("#calc-tool-compare")).to_have_attribute("aria-pressed", "false")


def test_a_reset_stops_it(live):
    page = live("en")
    pin(page)
    fill(page, "amount", "20000")
    page.click(".calc-reset")
    expect(page.locator("#calc-compare")).to_have_count(0)
    page.focus("#f-amount")
    page.wait_for_selector("[data-answer=live]")
    fill(page, "amount", "30000")
    expect_headline(page, "¥3,150")
    expect(page.locator("#calc-compare")).to_have_count(0)


def test_an_entry_that_cannot_be_used_leaves_the_last_comparison(live):
    page = live("en")
    pin(page)
    fill(page, "place", "Beijing")
    expect(page.locator(".calc-side").nth(1)).to_contain_text("Beijing")
    fill(page, "amount", "abc")
    expect_error(page, "amount", "abc")
    expect(page.locator(".calc-side").nth(1)).to_contain_text("Beijing")
    fill(page, "amount", "13000")
    expect(page.locator(".calc-side").nth(1)).to_contain_text("¥13,000")


def test_what_is_pinned_is_the_answer_that_is_shown_not_a_half_typed_entry(live):
    page = live("en")
    page.fill("#f-place", "Bei")
    page.wait_for_timeout(300)
    page.click("#calc-tool-compare")
    fill(page, "place", "Beijing")
    expect(page.locator(".calc-side").nth(0)).to_contain_text("A: Shanghai")


def test_what_is_entered_while_an_answer_is_on_its_way_does_not_become_what_is_pinned(live):
    page = live("en")
    page.evaluate("""() => {
      document.querySelector("#f-amount").dispatchEvent(new Event("input", { bubbles: true }));
      document.querySelector("#calc-tool-compare").click();
      const place = document.querySelector("#f-place");
      place.value = "Beijing";
      place.dispatchEvent(new Event("change", { bubbles: true }));
    }""")
    expect(page.locator(".calc-side").nth(0)).to_contain_text("A: Shanghai")
    expect(page.locator(".calc-side").nth(1)).to_contain_text("B: Beijing")


def test_by_keyboard_alone_and_announced(live):
    page = live("en")
    page.focus("#calc-tool-compare")
    page.keyboard.press("Enter")
    page.wait_for_selector("#calc-compare")
    assert page.evaluate("document.activeElement.id") == "calc-tool-compare"
    expect(page.locator(".calc-announced[role=status]")).to_contain_text("A is kept")
    fill(page, "place", "Beijing")
    page.wait_for_selector("#calc-compare-aside")
    page.focus("#calc-compare-aside summary")
    page.keyboard.press("Enter")
    expect(page.locator("#calc-compare-aside ul")).to_be_visible()
    page.focus("#calc-tool-swap")
    page.keyboard.press("Space")
    expect(page.locator(".calc-side").nth(0)).to_contain_text("A: Beijing")


def test_an_opened_fold_stays_open_while_typing(live):
    page = live("en")
    pin(page)
    fill(page, "place", "Beijing")
    page.click("#calc-compare-parts summary")
    fill(page, "amount", "13000")
    expect(page.locator(".calc-side").nth(1)).to_contain_text("¥13,000")
    expect(page.locator("#calc-compare-parts table")).to_be_visible()


@in_both_languages
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing(live, lang, theme):
    page = live(lang, color_scheme=theme)
    pin(page)
    fill(page, "place", "广州")
    for fold in ("#calc-compare-parts", "#calc-compare-aside", "#calc-share"):
        page.click(f"{fold} > summary")
    assert violations(page) == []


@in_both_languages
@pytest.mark.parametrize("width", [360, 320])
def test_nothing_is_cut_off_on_a_phone_nor_at_400_percent(visit, lang, width):
    page = visit(CALCULATOR[lang], viewport={"width": width, "height": 740})
    pin(page)
    fill(page, "place", "广州")
    page.wait_for_selector("#calc-compare-parts")
    page.click("#calc-compare-parts > summary")
    page.click("#calc-share > summary")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert violations(page) == []
    small = page.evaluate(
        """() => [...document.querySelectorAll('.calc-result [data-tool], .calc-tools summary, .calc-compare summary')]
            .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 43.9)
            .map((one) => one.outerHTML)"""
    )
    assert small == []


def test_paper_holds_the_comparison_and_not_its_buttons(live):
    page = live("en")
    pin(page)
    fill(page, "place", "Beijing")
    page.wait_for_selector(".calc-differences")
    page.emulate_media(media="print")
    expect(page.locator(".calc-differences").first).to_be_visible()
    for hidden in ("#calc-tools", ".calc-compare-actions", ".calc-form"):
        expect(page.locator(hidden)).to_be_hidden()
