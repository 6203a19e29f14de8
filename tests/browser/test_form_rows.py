"""Repeated rows in the page, on the sample calculator: changed by hand, pasted, answered, and never disturbed."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.acts import expect_headline

EXAMPLE = [["Shanghai", "96"], ["Suzhou, Jiangsu", "90"]]
STATUS = ".calc-row-status"


def rows(page: Page) -> list[list[str]]:
    """What stands in the rows, after a check that names, ids, labels and legends are those of their order."""
    found = page.evaluate(
        """() => [...document.querySelectorAll('.calc-row-list > li')].map((row, index) => ({
            numbers: [...row.querySelectorAll('input')].every((box) => box.name.startsWith(`history.${index}.`)
                && box.id === `f-${box.name.replaceAll('.', '-')}` && box.labels.length === 1),
            legend: row.querySelector('legend').textContent,
            remove: row.querySelector('.calc-row-remove').getAttribute('aria-label'),
            cells: [...row.querySelectorAll('input')].map((box) => box.value),
        }))"""
    )
    for number, row in enumerate(found, 1):
        assert row["numbers"], row
        assert str(number) in row["legend"] and str(number) in row["remove"]
    return [row["cells"] for row in found]


def tool(page: Page, row: int, name: str) -> None:
    page.click(f"#f-history-{row}-row .calc-row-{name}")


def paste(page: Page, selector: str, text: str) -> None:
    """The paste of a reader: the event that a browser sends, and nothing put in unless the page lets it."""
    page.focus(selector)
    page.evaluate(
        """([selector, text]) => {
            const data = new DataTransfer();
            data.setData('text/plain', text);
            document.querySelector(selector).dispatchEvent(
                new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
        }""",
        [selector, text],
    )


@pytest.mark.parametrize(("lang", "said"), [("en", "210 months"), ("zh", "210 个月")])
def test_a_row_that_is_added_takes_the_focus_and_is_answered(sample, lang, said):
    page = sample(lang)
    page.click(".calc-row-add")
    expect(page.locator("#f-history-2-place")).to_be_focused()
    page.keyboard.type("Beijing")
    page.keyboard.press("Tab")
    page.keyboard.type("24")
    expect_headline(page, said)
    expect(page.locator("#f-history-2-months")).to_be_focused()
    assert rows(page)[2] == ["Beijing", "24"]


def test_a_blank_row_stays_while_other_fields_are_answered(sample):
    page = sample("en")
    page.click(".calc-row-add")
    page.fill("#f-history-0-months", "100")
    expect_headline(page, "190 months")
    assert rows(page) == [["Shanghai", "100"], EXAMPLE[1], ["", ""]]


def test_a_row_moves_with_its_focus_and_the_ends_are_kept(sample):
    page = sample("en")
    page.click(".calc-row-add")
    page.fill("#f-history-2-place", "Wuhan")
    page.fill("#f-history-2-months", "1")
    tool(page, 2, "up")
    expect(page.locator("#f-history-1-row .calc-row-up")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#f-history-0-row .calc-row-down")).to_be_focused()
    expect(page.locator(STATUS)).to_have_text("This is row 1 now.")
    assert rows(page) == [["Wuhan", "1"], *EXAMPLE]
    expect(page.locator(".calc-table tbody tr").first).to_contain_text("Wuhan")
    assert rows(page) == [["Wuhan", "1"], *EXAMPLE]
    expect(page.locator("#f-history-0-row .calc-row-up")).to_be_hidden()
    expect(page.locator("#f-history-2-row .calc-row-down")).to_be_hidden()


def test_a_row_is_removed_and_brought_back(sample):
    page = sample("en")
    tool(page, 0, "remove")
    expect_headline(page, "cannot tell yet: 90 months")
    expect(page.locator("#f-history-0-row .calc-row-remove")).to_be_focused()
    assert rows(page) == [EXAMPLE[1]]
    page.click(f"{STATUS} button")
    expect_headline(page, "186 months")
    assert rows(page) == EXAMPLE
    expect(page.locator("#f-history-0-row .calc-row-remove")).to_be_focused()


def test_the_last_row_that_is_removed_leaves_a_blank_one(sample):
    page = sample("en")
    tool(page, 0, "remove")
    tool(page, 0, "remove")
    assert rows(page) == [["", ""]]
    expect(page.locator("#f-history-error")).to_contain_text("Fill in")


def test_no_more_rows_than_are_taken(sample):
    page = sample("en")
    for _ in range(10):
        page.click(".calc-row-add")
    assert len(rows(page)) == 12
    page.click(".calc-row-add")
    expect(page.locator(STATUS)).to_have_text("There can be 12 rows at most.")
    assert len(rows(page)) == 12


LINES = {
    "commas and headings": "Place,Months\nWuhan,10\nGuangzhou,20",
    "a sheet's tabs": "武汉\t10\r\n广州\t20\r\n",
    "full-width commas and digits": "武汉，１０\n\n广州，20",
    "spaces": "Wuhan 10\nGuangzhou   20",
}


@pytest.mark.parametrize("text", LINES.values(), ids=LINES.keys())
def test_lines_put_in_come_after_the_rows_that_are_filled(sample, text):
    page = sample("en")
    page.click(".calc-paste summary")
    page.fill(".calc-lines", text)
    page.click(".calc-row-paste")
    expect_headline(page, "216 months")
    assert [cells[1] for cells in rows(page)] == ["96", "90", "10", "20"]
    assert page.input_value(".calc-lines") == ""
    page.click(f"{STATUS} button")
    expect_headline(page, "186 months")
    assert rows(page) == EXAMPLE


def test_the_page_cuts_lines_as_the_calculator_does(sample):
    """What the box shows after a paste is what Python reads from the same text."""
    from calc.pasted import rows as cut
    from tests.sample.rule import CALCULATOR

    page = sample("en")
    columns = CALCULATOR.names["history"].columns
    texts = [*LINES.values(), "Suzhou, Jiangsu, 5\nInner Mongolia 7", "北京,\n上海,3", "北京、3", "北京;1,000", "a b c"]
    for text in texts:
        page.click(".calc-reset")
        for _ in range(2):
            tool(page, 0, "remove")
        if page.get_attribute(".calc-paste", "open") is None:
            page.click(".calc-paste summary")
        page.fill(".calc-lines", text)
        page.click(".calc-row-paste")
        assert rows(page) == [[row.get("place", ""), row.get("months", "")] for row in cut(text, columns)], text


def test_several_lines_pasted_into_a_cell_fill_the_rows_from_there(sample):
    page = sample("en")
    paste(page, "#f-history-1-place", "Wuhan\t10\nGuangzhou\t20")
    assert rows(page) == [EXAMPLE[0], ["Wuhan", "10"], ["Guangzhou", "20"]]
    paste(page, "#f-history-0-months", "1\n2\n3\n4")
    assert [cells[1] for cells in rows(page)] == ["1", "2", "3", "4"]
    page.click(f"{STATUS} button")
    assert [cells[1] for cells in rows(page)] == ["96", "10", "20"]


def test_one_word_pasted_into_a_cell_is_the_browsers_business(sample):
    page = sample("en")
    paste(page, "#f-history-0-place", "Wuhan")
    assert rows(page) == EXAMPLE


@pytest.mark.parametrize(("lang", "said"), [("en", "Row 2, Months"), ("zh", "第 2 行的月数")])
def test_a_mistake_stands_in_its_cell_and_in_the_summary_with_a_link(sample, lang, said):
    page = sample(lang)
    page.fill("#f-history-1-months", "x")
    page.click(".calc-submit")
    link = page.locator(".calc-summary a", has_text=said)
    expect(link).to_be_visible()
    expect(page.locator("#f-history-1-months-error")).to_contain_text(said)
    link.click()
    expect(page.locator("#f-history-1-months")).to_be_focused()
    page.keyboard.press("Backspace")
    page.keyboard.type("90")
    expect(page.locator("#f-history-1-months-error")).to_have_count(0)


def test_an_error_moves_with_its_row(sample):
    page = sample("en")
    page.fill("#f-history-1-months", "x")
    page.locator("#f-history-1-months").blur()
    expect(page.locator("#f-history-1-months-error")).to_be_visible()
    tool(page, 1, "up")
    expect(page.locator("#f-history-0-months-error")).to_contain_text("Row 1")
    expect(page.locator("#f-history-1-months-error")).to_have_count(0)
    assert rows(page) == [["Suzhou, Jiangsu", "x"], EXAMPLE[0]]


def test_a_shared_name_in_a_row_is_settled_by_a_button(sample):
    page = sample("en")
    page.fill("#f-history-0-place", "Suzhou")
    page.locator("#f-history-0-place").blur()
    page.locator(".calc-candidate", has_text="Anhui").click()
    expect(page.locator(".calc-table")).to_contain_text("Suzhou, Anhui")
    assert rows(page)[0] == ["Suzhou, Anhui", "96"]


def test_places_are_suggested_in_rows_that_were_added(sample):
    page = sample("zh")
    page.click(".calc-row-add")
    page.locator("#f-history-2-place").press_sequentially("wuh")
    page.locator("#calc-places [role=option]").first.click()
    assert rows(page)[2] == ["武汉市", ""]


def test_rows_work_before_python_is_there(sample):
    page = sample("en", live=False)
    page.route("**/*.wasm", lambda route: (page.wait_for_timeout(1500), route.continue_()))
    page.click(".calc-row-add")
    page.fill("#f-history-2-place", "Wuhan")
    page.fill("#f-history-2-months", "4")
    tool(page, 2, "up")
    tool(page, 0, "remove")
    assert rows(page) == [["Wuhan", "4"], EXAMPLE[1]]
    page.wait_for_selector("[data-answer=live]")
    expect_headline(page, "cannot tell yet: 86 months")
    assert rows(page) == [["Wuhan", "4"], EXAMPLE[1]]


def test_rows_survive_a_reload_and_a_reset_that_is_undone(sample):
    page = sample("en")
    page.click(".calc-row-add")
    page.fill("#f-history-2-place", "Wuhan")
    page.fill("#f-history-2-months", "4")
    expect_headline(page, "190 months")
    page.reload()
    expect_headline(page, "190 months")
    assert rows(page) == [*EXAMPLE, ["Wuhan", "4"]]
    page.click(".calc-reset")
    assert rows(page) == EXAMPLE
    page.click(".calc-notice button")
    expect_headline(page, "190 months")
    assert rows(page) == [*EXAMPLE, ["Wuhan", "4"]]


def test_an_input_method_in_a_cell_is_left_alone(sample):
    page = sample("zh")
    page.focus("#f-history-0-place")
    page.evaluate(
        """() => {
            const box = document.activeElement;
            box.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
            box.value = 'wu han';
            box.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true }));
        }"""
    )
    page.wait_for_timeout(300)
    assert rows(page)[0][0] == "wu han"
    expect(page.locator("#calc-places")).to_have_count(0)
    page.evaluate(
        """() => {
            const box = document.activeElement;
            box.value = '武汉';
            box.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, data: '武汉' }));
        }"""
    )
    expect(page.locator(".calc-table")).to_contain_text("武汉市")


def test_the_whole_form_by_keyboard_alone(sample):
    page = sample("en", live=False)
    page.focus("#f-place")
    page.keyboard.press("Control+a")
    page.keyboard.type("wulum")
    expect(page.locator("#calc-places")).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    for _ in range(40):
        if page.evaluate("document.activeElement.className.includes('calc-row-add')"):
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.type("Wuhan")
    page.keyboard.press("Tab")
    page.keyboard.type("4")
    expect_headline(page, "190 months")
    expect(page.locator(".calc-sub")).to_contain_text("Urumqi")


def test_a_tick_at_none_and_a_place_exclude_each_other(sample):
    page = sample("en")
    page.click(".calc-more summary")
    page.check("#f-hukou-none")
    page.click("#calc-steps summary")
    expect(page.locator("#step-hukou")).to_be_visible()
    page.locator("#f-hukou").press_sequentially("Beijing")
    expect(page.locator("#f-hukou-none")).not_to_be_checked()
    expect(page.locator("#step-hukou")).to_have_count(0)
