"""axe finds nothing, in both languages and themes, in every state of the calculator."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.acts import fill
from tests.browser.conftest import CALCULATOR

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

in_both_languages = pytest.mark.parametrize("lang", ["en", "zh"])
in_both_themes = pytest.mark.parametrize("theme", ["light", "dark"])


def violations(page: Page) -> list[str]:
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("standards => axe.run({ runOnly: standards })", STANDARDS)
    return [f"{v['id']}: {node['target']} {node['failureSummary']}" for v in found["violations"] for node in v["nodes"]]


@in_both_languages
@in_both_themes
@pytest.mark.parametrize(
    "path", ["/", "/calculators/contributions/", "/calculators/retirement/", "/calculators/pension/", "/404.html"]
)
def test_pages_as_built(visit, lang, theme, path):
    page = visit(("/zh" if lang == "zh" and path != "/404.html" else "") + path, color_scheme=theme)
    assert violations(page) == []


@in_both_languages
@in_both_themes
def test_a_live_answer_with_its_reasoning_open(live, lang, theme):
    page = live(lang, color_scheme=theme)
    page.click(".calc-steps summary")
    page.click(".calc-more summary")
    fill(page, "place", "深圳")
    expect(page.locator("#calc-missing")).to_be_visible()
    assert violations(page) == []


@in_both_languages
@in_both_themes
def test_errors_and_their_summary(live, lang, theme):
    page = live(lang, color_scheme=theme)
    page.fill("#f-amount", "x")
    page.click(".calc-submit")
    expect(page.locator(".calc-summary")).to_be_visible()
    assert violations(page) == []


@in_both_languages
def test_a_phone(visit, lang):
    page = visit(CALCULATOR[lang], viewport={"width": 360, "height": 740})
    assert violations(page) == []
