"""What can be taken away from the page: a link in the clipboard, files, a report, paper."""

import csv
import io
import json

import icalendar
import pytest
from playwright.sync_api import Page, expect

import calc
from tests.browser.acts import expect_headline, fill
from tests.browser.conftest import CALCULATOR

in_both_languages = pytest.mark.parametrize("lang", ["en", "zh"])


def open_tools(page: Page) -> None:
    page.click("#calc-share > summary")


def saved(page: Page, form: str) -> tuple[str, str]:
    """The name and the text of the file that a press of the button saves."""
    with page.expect_download() as download:
        page.click(f"#calc-tool-{form}")
    return download.value.suggested_filename, download.value.path().read_bytes().decode()


@in_both_languages
def test_what_a_link_contains_is_said_beside_its_button(visit, lang):
    page = visit(CALCULATOR[lang])
    open_tools(page)
    said = page.inner_text(f"#{page.get_attribute('#calc-tool-link', 'aria-describedby')}")
    for part in {
        "en": ["pay and place", "Nothing goes to a server", "Whoever has the link"],
        "zh": ["工资", "服务器", "都看得到"],
    }[lang]:
        assert part in said


@in_both_languages
def test_a_copied_link_opens_the_same_answer(live, lang, address):
    page = live(lang)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    fill(page, "amount", "20000")
    expect_headline(page, "2,100")
    open_tools(page)
    page.click("#calc-tool-link")
    expect(page.locator("#calc-tools-said")).to_have_text({"en": "The link is copied.", "zh": "链接已复制。"}[lang])
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(f"{address}{CALCULATOR[lang]}#answer&place=310000")
    page.goto("about:blank")
    page.goto(copied)
    page.wait_for_selector("[data-answer=live]")
    expect_headline(page, "2,100")
    expect(page.locator("#calc-opened")).to_have_class("calc-opened calc-opened-quiet")


def test_copying_needs_no_python(visit):
    asked: list[str] = []
    page = visit(CALCULATOR["en"], prepare=lambda p: p.on("request", lambda r: asked.append(r.url)))
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_tools(page)
    page.click("#calc-tool-link")
    expect(page.locator("#calc-tools-said")).to_contain_text("copied")
    assert not [url for url in asked if url.endswith((".wasm", ".zip"))]


@in_both_languages
def test_where_the_browser_does_not_copy_the_link_stands_in_a_box(visit, lang):
    page = visit(
        CALCULATOR[lang],
        prepare=lambda p: p.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })"),
    )
    open_tools(page)
    page.click("#calc-tool-link")
    box = page.locator("#calc-link")
    expect(box).to_be_focused()
    assert "#answer&place=310000" in box.input_value()
    assert page.evaluate("document.activeElement.selectionEnd") == len(box.input_value())
    expect(page.locator("#calc-tools-said")).to_contain_text({"en": "from the box", "zh": "在框里"}[lang])


@in_both_languages
def test_a_saved_sheet_holds_the_answer_that_is_shown(live, lang):
    page = live(lang)
    fill(page, "place", "北京")
    expect_headline(page, "1,263")
    open_tools(page)
    name, text = saved(page, "csv")
    assert name == f"shebao-contributions-beijing-{page.input_value('#f-month')}.csv"
    assert text.startswith("\ufeff")
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert [{"en": "What you pay", "zh": "个人缴费"}[lang], "1263.00", "CNY"] in rows
    assert any("#answer&place=110000" in cell for row in rows for cell in row)
    expect(page.locator("#calc-tools-said")).to_contain_text(name)


def test_saved_data_is_what_the_door_says(live):
    page = live("en")
    fill(page, "amount", "20000")
    expect_headline(page, "¥2,100")
    open_tools(page)
    _, text = saved(page, "json")
    data = json.loads(text)
    link = data.pop("link")
    assert "#answer&" in link
    today = page.evaluate("new Date(Date.now() + 8 * 3600e3).toISOString().slice(0, 10)")
    assert data == calc.run("contributions", data["answers"], "en", today)


@in_both_languages
def test_a_saved_calendar_can_be_read(live, lang):
    page = live(lang)
    open_tools(page)
    name, text = saved(page, "calendar")
    assert name.endswith(".ics")
    events = icalendar.Calendar.from_ical(text).walk("VEVENT")
    assert events
    assert all(str(event["SUMMARY"]) for event in events)


def test_without_dates_no_calendar_is_offered(live):
    page = live("en")
    fill(page, "month", "2012-01")
    expect(page.locator("#calc-tool-calendar")).to_have_count(0)
    expect(page.locator("#calc-tool-csv")).to_have_count(1)


def test_saving_a_comparison_saves_both_sides(live):
    page = live("en")
    page.click("#calc-tool-compare")
    page.wait_for_selector("#calc-compare")
    fill(page, "place", "Beijing")
    page.wait_for_selector(".calc-differences")
    open_tools(page)
    _, text = saved(page, "csv")
    assert "Compared: A and B" in text
    assert "What you pay,1260.00,1263.00,3.00" in text
    assert "with.place=310000" in text


def test_saving_before_the_form_was_touched_saves_the_example(visit):
    page = visit(CALCULATOR["en"])
    open_tools(page)
    _, text = saved(page, "csv")
    assert "What you pay,1260.00,CNY" in text


@in_both_languages
def test_a_report_is_filled_in_and_can_be_completed_and_copied(live, lang):
    page = live(lang)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_tools(page)
    page.click("#calc-tool-report")
    box = page.locator("#calc-report")
    expect(box).to_be_focused()
    for part in ("contributions", calc.RULES_VERSION, "place = 310000", "employee_total = 1260.00", "#answer&place="):
        assert part in box.input_value()
    page.keyboard.press("Control+End")
    page.keyboard.type("Firefox")
    before = page.inner_text(".calc-headline")
    page.click("#calc-tool-report-copy")
    expect(page.locator("#calc-tools-said")).to_contain_text({"en": "copied", "zh": "已复制"}[lang])
    assert page.evaluate("navigator.clipboard.readText()").rstrip().endswith("Firefox")
    assert page.inner_text(".calc-headline") == before
    assert page.input_value("#f-amount") == "12000"


def test_print_prints(visit):
    page = visit(
        CALCULATOR["en"], prepare=lambda p: p.add_init_script("window.print = () => { window.printed = true; }")
    )
    open_tools(page)
    page.click("#calc-tool-print")
    assert page.evaluate("window.printed") is True


@in_both_languages
def test_both_languages_side_by_side_and_back(live, lang):
    page = live(lang)
    page.click("#calc-tool-beside")
    expect(page.locator("#calc-tool-beside")).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".calc-headline")).to_contain_text("is taken from your pay")
    expect(page.locator(".calc-headline")).to_contain_text("单位另缴")
    fill(page, "amount", "20000")
    expect(page.locator(".calc-headline")).to_contain_text("¥2,100")
    expect(page.locator(".calc-headline")).to_contain_text("2,100 元")
    page.click("#calc-tool-beside")
    expect(page.locator("#calc-tool-beside")).to_have_attribute("aria-pressed", "false")
    expect(page.locator(".calc-pair")).to_have_count(0)


def test_without_its_script_no_tool_is_shown(browser, address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + CALCULATOR["en"])
    expect(page.locator(".calc-headline")).to_be_visible()
    expect(page.locator("#calc-tools")).to_be_hidden()
    context.close()


def test_a_tool_that_cannot_start_python_says_so_and_breaks_nothing(browser, address):
    page = browser.new_page()
    page.route("**/*.wasm", lambda route: route.abort())
    page.goto(address + CALCULATOR["en"])
    open_tools(page)
    page.click("#calc-tool-csv")
    expect(page.locator(".calc-progress")).to_contain_text("could not start")
    expect(page.locator(".calc-headline")).to_contain_text("¥1,260")
    page.close()
