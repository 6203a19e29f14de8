"""A link opened later: whether its result still holds, what was recorded since, and the form that it fills."""

import pytest

import calc
from calc.door import answer
from calc.since import since
from calc.words import words
from tests.html import read as read_html
from tests.rules.test_links import ASKED, GOOD, RESULTS, TODAY, USUAL, each_lang, found, written


def notice(fragment, lang="en"):
    page = read_html(calc.page("contributions", {}, lang, TODAY, link=fragment))
    assert page.faults == []
    return page.with_id("calc-opened").text


SINCE = {
    "no result": (GOOD, "bare"),
    "the same": (f"{GOOD}&rules={calc.RULES_VERSION}{RESULTS}", "same"),
    "the same under older rules": (f"{GOOD}&rules=2026-01-01{RESULTS}", "same"),
    "another result under older rules": (f"{GOOD}&rules=2026-01-01&r.employee_total=1200.00", "changed"),
    "settled since": (f"{GOOD}&rules=2026-01-01&r.outcome=cannot-tell&r.employer_total=none", "changed"),
    "another result under the same rules": (f"{GOOD}&rules={calc.RULES_VERSION}&r.employee_total=1.00", "edited"),
    "from the future": (f"{GOOD}&rules=2099-01-01{RESULTS}", "newer"),
    "from the future, with another result": (f"{GOOD}&rules=2099-01-01&r.employee_total=1.00", "newer"),
}


@each_lang
@pytest.mark.parametrize(("fragment", "kind"), SINCE.values(), ids=SINCE.keys())
def test_a_link_says_whether_its_result_still_holds(fragment, kind, lang):
    link = found(fragment)
    assert since(ASKED, link, answer(ASKED, link.answers, TODAY)[1]).kind == kind
    said = words(lang).text(f"notice.{kind}", made=link.rules, now=calc.RULES_VERSION)
    assert notice(fragment, lang).startswith(said)


def test_a_changed_result_is_shown_then_and_now_with_what_was_recorded_since():
    told = notice(f"{GOOD}&rules=2026-01-01&r.employee_total=1200.00&r.outcome=cannot-tell&r.employer_total=none")
    for part in ("¥1,200.00", "¥1,260.00", "+¥60.00 (more)", "cannot tell yet", "settled", "not known"):
        assert part in told
    assert "pension insurance limits" in told
    assert "Shanghai, from July 2026" in told
    assert "Shanghai Human Resources and Social Security Bureau" in told


def test_where_no_figure_was_recorded_since_the_rules_changed(monkeypatch):
    monkeypatch.setattr(calc, "RULES_VERSION", "2027-01-01")
    told = notice(f"{GOOD}&rules=2026-12-01&r.employee_total=1200.00")
    assert "the rules themselves were changed" in told
    assert "Recorded since" not in told


@each_lang
def test_a_link_fills_the_form_as_a_reader_would(lang):
    fragment = f"{GOOD}&housing_rate=0.07&injury_class=3&own.injury.employer_rate=0.004&own.injury.floor=1.00"
    page = read_html(calc.page("contributions", {}, lang, TODAY, link=fragment))
    fields = {"amount": "12000", "housing_rate": "7", "own-injury-employer_rate": "0.4", "own-injury-floor": "1"}
    assert {name: page.with_id(f"f-{name}").attributes["value"] for name in fields} == fields
    chosen = [one.attributes["value"] for one in page.named("option") if "selected" in one.attributes]
    assert "3" in chosen


def test_the_page_carries_its_own_link():
    page = read_html(calc.page("contributions", USUAL, "en", TODAY))
    assert page.with_id("calc-tools").attributes["data-link"] == written()
