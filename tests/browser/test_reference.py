"""The pages about the data in a real browser: axe, a phone, the keyboard, and files that arrive as what they are."""

import pytest
from playwright.sync_api import expect

from tests.browser.test_accessibility import violations

PATHS = ["/reference/open-data/", "/reference/changes/"]
each_page = pytest.mark.parametrize("path", [prefix + path for prefix in ("", "/zh") for path in PATHS])
OPEN_ALL = "document.querySelectorAll('article details').forEach((one) => { one.open = true; })"


@each_page
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_with_everything_open(visit, path, theme):
    page = visit(path, color_scheme=theme)
    page.evaluate(OPEN_ALL)
    assert violations(page) == []


@each_page
def test_a_phone_never_scrolls_sideways(visit, path):
    page = visit(path, viewport={"width": 360, "height": 740})
    page.evaluate(OPEN_ALL)
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    if path.endswith("open-data/"):
        cut = "[...document.querySelectorAll('th code')].filter((one) => one.getClientRects().length > 1).length"
        assert page.evaluate(cut) == 0, "no name of a field is broken over lines"


@pytest.mark.parametrize("prefix", ["", "/zh"])
def test_a_day_of_many_figures_opens_by_keyboard(visit, prefix):
    page = visit(f"{prefix}/reference/changes/")
    summary = page.locator(".changes-numbers summary").first
    assert summary.bounding_box()["height"] >= 44
    table = page.locator(".changes-numbers table").first
    expect(table).to_be_hidden()
    summary.focus()
    page.keyboard.press("Enter")
    expect(table).to_be_visible()


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("data/v1/values.csv", "text/csv"),
        ("data/v1/values.json", "application/json"),
        ("changes.xml", "application/xml"),
    ],
)
def test_a_file_of_the_data_arrives_whole(visit, name, kind):
    page = visit("/reference/open-data/")
    found = page.evaluate(
        "async (name) => { const r = await fetch('../../' + name); return [r.ok, r.headers.get('content-type'),"
        " (await r.arrayBuffer()).byteLength]; }",
        name,
    )
    assert found[0]
    assert found[1].startswith(kind)
    assert found[2] > 500
