"""The Python of the page is the Python of the tests: same results, same steps, same HTML."""

import json

import pytest
from playwright.sync_api import Page

import calc
from scripts import dates
from tests.browser.conftest import CALCULATOR

ASK = """async (requests) => {
    const host = document.querySelector('shebao-calculator');
    const { runtime } = await import(new URL(host.dataset.runtime + 'runtime.js', location.href));
    await runtime.start();
    return Promise.all(requests.map((request) => runtime.ask(request)));
}"""


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_static_and_live_html_are_equal_for_the_same_answers_and_day(visit, lang):
    page = visit(CALCULATOR[lang])
    today = page.get_attribute("shebao-calculator", "data-today")
    assert today == dates.today()
    static = _fragments(page)
    page.focus("#f-amount")
    page.wait_for_selector("[data-answer=live]")
    assert _fragments(page) == static
    answers = page.evaluate("Object.fromEntries(new FormData(document.querySelector('.calc-form')))")
    [reply] = page.evaluate(ASK, [{"calculator": "contributions", "answers": answers, "lang": lang, "today": today}])
    assert reply["html"] == calc.page("contributions", answers, lang, today)
    assert _as_dom(page, reply["html"]) == _as_dom(page, calc.page("contributions", {}, lang, today))


def _fragments(page: Page) -> list[str]:
    return page.evaluate("['.calc-form', '.calc-result'].map((s) => document.querySelector(s).outerHTML)")


def _as_dom(page: Page, html: str) -> str:
    """The answer as the browser's own markup; the form may show a place by name where the example has its code."""
    script = "html => new DOMParser().parseFromString(html, 'text/html').querySelector('.calc-result').outerHTML"
    return page.evaluate(script, html)


def test_every_case_gives_the_same_result_with_every_step(visit):
    from tests.rules.test_cases import CASES

    page = visit(CALCULATOR["en"])
    asked = [
        {"calculator": case.calculator, "answers": case.answers, "lang": lang, "today": case.today, "want": "result"}
        for case in CASES
        for lang in ("en", "zh")
    ]
    replies = page.evaluate(ASK, asked)
    assert len(replies) == len(asked) > 100
    for request, reply in zip(asked, replies, strict=True):
        here = calc.run(request["calculator"], request["answers"], request["lang"], request["today"])
        assert reply["result"] == json.loads(json.dumps(here)), request


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_links_comparisons_and_kept_files_are_the_same_too(visit, lang):
    from calc.keep import kept

    page = visit(CALCULATOR[lang])
    today = page.get_attribute("shebao-calculator", "data-today")
    here = {"place": "310000", "month": "2026-07", "wage": "12000"}
    usual = {"calculator": "contributions", "answers": here, "lang": lang, "today": today}
    other = {"place": "广州", "month": "2025-08", "amount-kind": "net", "amount": "9,000"}
    link = "#answer&place=110000&month=2026-07&wage=5000.00&rules=2026-01-01&r.employee_total=700.00&with.place=310000"
    around = [
        {"against": other},
        {"beside": True},
        {"link": link},
        {"link": f"{link}&with.month=2026-07&with.net=9.00"},
    ]
    for asked, reply in zip(around, page.evaluate(ASK, [{**usual, **one} for one in around]), strict=True):
        assert reply["html"] == calc.page("contributions", here, lang, today, **asked), asked
    forms = ["csv", "json", "calendar"]
    asked_files = [{**usual, "want": form, "against": other, "address": "https://guide.example/"} for form in forms]
    for form, reply in zip(forms, page.evaluate(ASK, asked_files), strict=True):
        file = kept("contributions", here, lang, today, form, against=other, address="https://guide.example/")
        assert (reply["name"], reply["media"], reply["content"]) == (file.name, file.media_type, file.content)
