"""The form's states under axe, its targets, its reflow, and the headline that stays in sight on a phone."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.acts import fill
from tests.browser.test_accessibility import in_both_languages, in_both_themes, violations

PHONE = {"width": 360, "height": 740}
TARGETS = "button:visible, summary:visible, input:visible, select:visible, textarea:visible"


def wrong_rows(page: Page) -> None:
    page.click(".calc-row-add")
    page.fill("#f-history-1-months", "x")
    page.fill("#f-history-2-place", "Suzhou")
    page.click(".calc-paste summary")
    page.click(".calc-help summary")
    page.click(".calc-more summary")
    page.click(".calc-submit")
    expect(page.locator(".calc-summary")).to_be_visible()
    expect(page.locator(".calc-candidate")).to_have_count(2)


@in_both_languages
@in_both_themes
def test_rows_with_errors_candidates_and_lines_to_paste(sample, lang, theme):
    page = sample(lang, color_scheme=theme)
    wrong_rows(page)
    assert violations(page) == []


@in_both_languages
@in_both_themes
def test_suggestions_and_the_line_after_a_reset(live, lang, theme):
    page = live(lang, color_scheme=theme)
    fill(page, "amount", "13000")
    page.click(".calc-reset")
    page.fill("#f-place", "")
    page.locator("#f-place").press_sequentially("guang")
    expect(page.locator("#calc-places")).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(page.locator("#calc-places [aria-selected=true]")).to_be_visible()
    assert violations(page) == []


@in_both_languages
def test_rows_on_a_phone_have_labels_and_targets_of_44_pixels(sample, lang):
    page = sample(lang, viewport=PHONE)
    wrong_rows(page)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    sizes = (
        page.locator(".calc-form")
        .locator(TARGETS)
        .evaluate_all(
            "all => all.filter((one) => one.type !== 'checkbox')"
            ".map((one) => [one.className || one.id || one.tagName, one.getBoundingClientRect().height])"
        )
    )
    assert [size for size in sizes if size[1] < 43.9] == []
    label = page.locator("label[for='f-history-1-months']").bounding_box()
    assert label["width"] > 20


@pytest.mark.parametrize("size", [{"width": 320, "height": 256}, {"width": 1280, "height": 900}])
def test_rows_reflow_without_scrolling_sideways(sample, size):
    page = sample("zh", viewport=size)
    wrong_rows(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@in_both_languages
def test_with_forced_colours_and_little_motion_the_form_is_whole(sample, lang):
    page = sample(lang, forced_colors="active", reduced_motion="reduce")
    wrong_rows(page)
    assert violations(page) == []


@pytest.mark.parametrize(("lang", "where"), [("en", "Beijing, November 2026"), ("zh", "北京市，2026年11月")])
def test_the_headline_that_stays_on_a_phone_says_where_and_when(live, lang, where):
    page = live(lang, viewport=PHONE)
    fill(page, "place", "北京")
    said = page.locator(".calc-headline .calc-where")
    expect(said).to_have_text(where)
    page.locator("#f-amount").scroll_into_view_if_needed()
    expect(said).to_be_in_viewport()


def test_on_a_desk_where_and_when_are_said_once(live):
    page = live("en")
    expect(page.locator(".calc-headline .calc-where")).to_be_hidden()


def test_a_printed_page_has_no_form(sample):
    page = sample("en")
    page.emulate_media(media="print")
    expect(page.locator(".calc-form")).to_be_hidden()
    expect(page.locator(".calc-headline")).to_be_visible()
