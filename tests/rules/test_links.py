"""Links: what is written is read again, what is hostile is refused in words, and what changed since is told."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import calc
from calc import links, rules
from calc.door import answer
from calc.pages import pinned
from calc.questions import Calculator, Named, Question, RefusedError
from calc.recap import as_typed
from calc.result import Message, Result
from calc.since import since
from calc.words import problem_text, words
from tests.cases import load_cases
from tests.html import read as read_html

TODAY = "2026-11-22"
ASKED = rules.get("contributions")
USUAL = {"place": "310000", "month": "2026-07", "wage": "12000.00"}
GOOD = "#answer&place=310000&month=2026-07&wage=12000.00"
RESULTS = "&r.employee_total=1260.00&r.employer_total=3084.00&r.net_before_tax=10740.00&r.labour_cost=15084.00"
each_lang = pytest.mark.parametrize("lang", ["en", "zh"])

ROWS = Calculator(
    id="contributions",
    questions=(
        Question("place", "place", choices=("none",)),
        Question("history", "rows", columns=(Question("place", "place"), Question("rate", "rate", high="1"))),
        Question("age", "age"),
        Question("temporary", "flag"),
        Question("born", "date"),
    ),
    rule=lambda **_: Result("eligible", {"from": "2031-05", "age": None}, Message("form.yes")),
    example={},
    highlights=(Named("from", "month"), Named("age", "age")),
)
"""Questions of the kinds that the contributions calculator does not ask."""


def written(raw=USUAL, asked=ASKED, other=None):
    return links.written(asked, *answer(asked, raw, TODAY), other and answer(asked, other, TODAY)[0])


def found(fragment, asked=ASKED) -> links.Link:
    link = links.read(asked, fragment)
    assert isinstance(link, links.Link), link
    return link


def test_a_link_is_readable_and_holds_answers_rules_and_results():
    assert written() == f"{GOOD}&rules={calc.RULES_VERSION}{RESULTS}"


def test_a_link_uses_only_letters_that_chat_programs_leave_alone():
    assert re.fullmatch(r"#[A-Za-z0-9&=%._~-]+", written({**USUAL, "own": {"injury": {"floor": "1"}}}))


@pytest.mark.parametrize("case", load_cases("contributions"), ids=str)
def test_what_is_written_is_read_again(case):
    typed, result = answer(ASKED, case.answers, case.today)
    link = found(links.written(ASKED, typed, result, typed))
    assert link == links.Link(
        links.flat(ASKED, typed),
        calc.RULES_VERSION,
        links.outcome_and_highlights(ASKED, result),
        links.flat(ASKED, typed),
    )
    assert answer(ASKED, link.answers, case.today)[0] == typed
    assert answer(ASKED, as_typed(ASKED, link.answers), case.today)[0] == typed


def test_rows_ages_flags_and_days_are_written_and_read_again():
    raw = {
        "place": "none",
        "history": [{"place": "310000", "rate": "8%"}, {"place": "110000", "rate": "0.5"}],
        "age": "60y1m",
        "temporary": "no",
        "born": "1965-01-31",
    }
    fragment = written(raw, ROWS)
    assert "history.0.place=310000&history.0.rate=0.08&history.1.place=110000" in fragment
    assert "age=60y1m&temporary=false&born=1965-01-31" in fragment
    assert "r.outcome=eligible&r.from=2031-05&r.age=none" in fragment
    link = found(fragment, ROWS)
    typed = answer(ROWS, raw, TODAY)[0]
    assert answer(ROWS, link.answers, TODAY)[0] == typed
    assert as_typed(ROWS, link.answers)["history.0.rate"] == "8%"
    assert since(ROWS, link, answer(ROWS, raw, TODAY)[1]).kind == "same"


def test_a_comparison_adds_the_answers_of_the_other_side():
    fragment = written(other={**USUAL, "place": "110000"})
    assert fragment.endswith("&with.place=110000&with.month=2026-07&with.wage=12000.00")
    assert found(fragment).other == {**USUAL, "place": "110000"}
    assert pinned("contributions", "en", TODAY, fragment) == {**USUAL, "place": "110000", "wage": "12000"}


@pytest.mark.parametrize("fragment", [GOOD, f"{GOOD}&with.place=999999", f"{GOOD}&net=1.00&with.place=310000", "#"])
def test_what_cannot_be_used_is_not_compared_with(fragment):
    assert pinned("contributions", "en", TODAY, fragment) is None


def test_a_link_that_would_be_too_long_is_not_written():
    many = {"history": [{"place": "310000", "rate": "8%"}] * 60}
    assert len(written(many, ROWS)) < links.LONGEST
    with pytest.raises(RefusedError):
        links.written(ROWS, {"history": [{"place": "310000"}] * 500}, ROWS.rule())


HOSTILE = {
    "nothing": ("", "link-broken"),
    "only the mark": ("#answer", "link-broken"),
    "another mark": ("#answers&place=310000", "link-broken"),
    "no value": ("#answer&place", "link-broken"),
    "an empty value": ("#answer&place=", "link-broken"),
    "an empty name": ("#answer&=310000", "link-broken"),
    "an empty pair": ("#answer&&place=310000", "link-broken"),
    "a broken percent sign": ("#answer&place=%zz", "link-broken"),
    "a cut percent sign": ("#answer&place=%4", "link-broken"),
    "a percent sign that is a number to Python": ("#answer&place=%+1", "link-broken"),
    "bytes that are no text": ("#answer&place=%ff%fe", "link-broken"),
    "an overlong letter": ("#answer&place=%c0%bc", "link-broken"),
    "half a letter": ("#answer&place=\ud800", "unknown-place"),
    "NUL": ("#answer&place=310000%00", "link-broken"),
    "a line end": ("#answer&place=310000%0d%0aX", "link-broken"),
    "a letter that turns text around": ("#answer&place=%E2%80%AE310000", "link-broken"),
    "a letter without width": ("#answer&pla%E2%80%8Bce=310000", "link-broken"),
    "the same field twice": (f"{GOOD}&wage=1.00", "link-twice"),
    "the same field in two writings": (f"{GOOD}&w%61ge=1.00", "link-twice"),
    "script as a field": (f"{GOOD}&<script>alert(1)</script>=1", "link-unknown"),
    "script as a value": ("#answer&place=<script>alert(1)</script>", "unknown-place"),
    "an address that runs": ("#answer&place=javascript:alert(1)", "unknown-place"),
    "the prototype": (f"{GOOD}&__proto__=1", "link-unknown"),
    "the constructor": (f"{GOOD}&constructor.prototype.x=1", "link-unknown"),
    "a dunder of Python": (f"{GOOD}&__class__=1", "link-unknown"),
    "an unknown field": (f"{GOOD}&colour=red", "link-unknown"),
    "a part of a field that has none": (f"{GOOD}&wage.0.x=1", "link-unknown"),
    "a figure of no scheme": (f"{GOOD}&own.fishing.floor=1", "link-unknown"),
    "a figure that is none": (f"{GOOD}&own.injury.colour=1", "link-unknown"),
    "own figures as a whole": (f"{GOOD}&own=1", "link-unknown"),
    "look-alike letters": ("#answer&рlace=310000", "link-unknown"),
    "full-width digits in a name": (f"{GOOD}&own.injury.floor１=1", "link-unknown"),
    "braces": (f"{GOOD}&{{x}}=1", "link-unknown"),
    "an unknown field of the other side": (f"{GOOD}&with.colour=red", "link-unknown"),
    "rules that are no date": (f"{GOOD}&rules=1", "link-rules"),
    "rules of a day that never was": (f"{GOOD}&rules=2026-02-30", "link-rules"),
    "results without rules": (f"{GOOD}&r.employee_total=1.00", "link-rules"),
    "a result in words": (f"{GOOD}&rules=2026-01-01&r.employee_total=much", "link-result"),
    "a result that is no money": (f"{GOOD}&rules=2026-01-01&r.employee_total=1e9", "link-result"),
    "a result that is not a number": (f"{GOOD}&rules=2026-01-01&r.employee_total=NaN", "link-result"),
    "an unknown result": (f"{GOOD}&rules=2026-01-01&r.bonus=1.00", "link-result"),
    "an unknown outcome": (f"{GOOD}&rules=2026-01-01&r.outcome=rich", "link-result"),
    "a place that is none": ("#answer&place=999999&month=2026-07&wage=1.00", "unknown-place"),
    "a month that never was": ("#answer&place=310000&month=2026-13&wage=1.00", "not-a-month"),
    "an amount too large": ("#answer&place=310000&month=2026-07&wage=1e400", "not-a-number"),
    "no amount": ("#answer&place=310000&month=2026-07", "required"),
    "two amounts": (f"{GOOD}&net=1.00", "only-one"),
    "another side that cannot be used": (f"{GOOD}&with.place=999999", "unknown-place"),
    "huge": ("#answer&place=" + "9" * 100_000, "link-too-long"),
    "very many fields": ("#answer" + "&a=1" * 3000, "link-too-long"),
}
each_hostile = pytest.mark.parametrize("fragment", [fragment for fragment, _ in HOSTILE.values()], ids=HOSTILE.keys())


def codes(fragment: str) -> set[str]:
    """Why a fragment is refused, by itself or because its answers are."""
    link = links.read(ASKED, fragment)
    if not isinstance(link, links.Link):
        return {problem.code for problem in link}
    found_codes = set()
    for answers in filter(None, (link.answers, link.other)):
        try:
            answer(ASKED, answers, TODAY)
        except RefusedError as refused:
            found_codes |= {problem.code for problem in refused.problems}
    return found_codes


@pytest.mark.parametrize(("fragment", "code"), HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_link_is_refused(fragment, code):
    assert code in codes(fragment)


@each_lang
@each_hostile
def test_a_hostile_link_shows_a_message_above_the_worked_example(fragment, lang):
    page = read_html(calc.page("contributions", {}, lang, TODAY, link=fragment))
    assert page.faults == []
    assert page.with_id("calc-opened-title").text == words(lang).text("notice.refused")
    assert page.with_id("f-place").attributes["value"] == {"en": "Shanghai", "zh": "上海市"}[lang]
    assert not [one for one in page.elements if one.name in ("script", "img", "iframe")]
    assert len(page.with_id("calc-opened").text) < 700


@each_lang
@each_hostile
def test_every_refusal_has_its_sentence(fragment, lang):
    link = links.read(ASKED, fragment)
    for problem in () if isinstance(link, links.Link) else link:
        said = problem_text(problem, words(lang, "contributions"))
        assert said
        assert said.isprintable()


@given(st.text(max_size=300))
def test_whatever_stands_in_an_address_is_read_or_refused(text):
    assert isinstance(links.read(ASKED, text), (links.Link, tuple))
    assert isinstance(links.read(ASKED, f"{GOOD}&{text}"), (links.Link, tuple))


@given(st.dictionaries(st.sampled_from(["place", "wage", "base"]), st.text(min_size=1, max_size=30)))
def test_any_text_survives_the_way_through_an_address(fields):
    fragment = "&".join(["#answer", "month=2026-07", *(f"{n}={links._encoded(t)}" for n, t in fields.items())])
    link = links.read(ASKED, fragment)
    if all(text.isprintable() for text in fields.values()):
        assert isinstance(link, links.Link)
        assert link.answers == {"month": "2026-07", **fields}
    else:
        assert [problem.code for problem in link] == ["link-broken"]
