"""Every sentence of the text files comes up somewhere, and every sentence that comes up is there.

Seen by saying everything: all cases, all pages of the view's tests and every kind of problem, in both
languages, while the text file is watched. A key that is asked for and missing raises a KeyError here;
a key that nobody asks for is idle and should go.
"""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

import calc
from calc import rules, words
from calc.citations import articles
from calc.door import answer
from calc.keep import FORMS, kept
from calc.messages import Message
from calc.questions import RefusedError
from calc.tables import table
from calc.view import tools
from calc.view.sources import article_name
from calc.words import LANGUAGES
from tests import samples
from tests.cases import Case, all_cases, load_cases
from tests.conftest import forget_everything
from tests.kinds import install_kinds
from tests.rules.test_links import GOOD, HOSTILE
from tests.rules.test_since import SINCE
from tests.rules.test_view import PAGES
from tests.texts import texts

TODAY = "2026-11-22"
USUAL = {"place": "beijing", "month": "2026-11", "wage": "12000"}

TAKES_ALL = {"floor": "0", "ceiling": "10000000", "employer_rate": "1", "employee_rate": "1"}

ANSWERS = [
    {"wage": "300"},
    {"month": "2012-01"},
    {"wage": "", "labour_cost": "15180.04"},
    {"wage": "99999", "base": "99999"},
    {"place": "guangzhou", "month": "2026-03", "age": "40"},
    {"place": "shanghai", "month": "2027-09", "own.medical.employer_rate": "9%"},
    {"own.long_term_care.floor": "1", "own.long_term_care.ceiling": "x"},
    {"worker": "flexible", "own.injury.floor": "1"},
    {"own.medical.employer_fixed": "x", "own.medical.employee_fixed": "y"},
    {f"own.long_term_care.{figure}": "0" for figure in ("floor", "ceiling", "employer_rate", "employee_rate")},
]
PROBLEMS = [
    {"month": "2011-06"},
    {"month": "2030-01"},
    {"injury_class": "2.5", "wage": "12.345", "base": "99999999", "injury_rate": "2", "age": "500"},
    {"wage": "0", "housing_rate": "-1"},
    {"housing_rate": "0.07%"},
    {"net": "1"},
    {"own": "0.004"},
    {"own.injury.employee_rate": "1%"},
    {
        "wage": "",
        "net": "9500000",
        "own": dict.fromkeys(("pension", "medical", "unemployment", "long_term_care"), TAKES_ALL),
    },
]
COMPARED = [
    ({}, {}),
    ({}, {"place": "shanghai"}),
    ({"place": "shanghai"}, {}),
    ({"wage": "3000"}, {"wage": "3000", "month": "2025-08"}),
    ({"place": "guangzhou", "wage": "3000"}, {"wage": "3000"}),
    ({"place": "guangzhou"}, {"place": "guangzhou", "month": "2024-05"}),
    ({"injury_class": "3"}, {}),
    ({}, {"injury_class": "3"}),
    ({"place": "shanghai"}, {"place": "shanghai", "worker": "flexible", "housing_rate": "7%"}),
    ({"worker": "flexible", "housing_rate": "7%"}, {}),
    ({"place": "chongqing"}, {}),
    ({}, {"place": "chongqing"}),
    ({"place": "shanghai", "month": "2026-02"}, {"place": "shanghai", "month": "2026-07"}),
    ({}, {"wage": "", "net": "12000"}),
    ({}, {"place": "xinjiang", "month": "2026-10"}),
    ({"place": "huangshi", "month": "2025-03"}, {"place": "huangshi", "month": "2025-09"}),
    ({"place": "xian", "month": "2025-09"}, {"place": "xian", "month": "2026-03"}),
    ({}, {"own.medical.employee_rate": "3%"}),
]
WAITING = {
    "warning.not-covered": "every place of the register has values of its province",
    "view.link-opened": "no source has been opened by us yet",
    "view.no-number": "every source has a number, a title or an issuer",
    "item.resident_basic": "no place's own basic pension of residents is held yet",
    "resident-pension.step.basic-place": "no place's own basic pension of residents is held yet",
    "term.employer_fixed": "no two sources differ on a fixed sum yet",
    "term.employee_fixed": "no two sources differ on a fixed sum yet",
    "figure.base": "every base is worked out by a step of its own, which is told instead",
    "figure.employer_fixed": "no place has a fixed sum of the employer's yet",
}
"""Sentences for data that may come any day."""


class Watched(dict):
    """A text file that remembers which keys were asked for."""

    def __init__(self, texts: dict[str, str]):
        super().__init__(texts)
        self.said: set[str] = set()

    def __getitem__(self, key: str) -> str:
        self.said.add(key)
        return super().__getitem__(key)


@pytest.fixture(scope="module", params=LANGUAGES)
def said(request):
    """The keys said while everything was said in one language."""
    forget_everything()
    watched = []
    for calculator in ("", *rules.IDS):
        watched.append(watched_words(request.param, calculator))
    say_everything(request.param)
    with pytest.MonkeyPatch.context() as patch:
        install_kinds(patch)
        watched.append(watched_words(request.param, "kinds"))
        say_every_kind(request.param)
    forget_everything()
    return set().union(*(texts.said for texts in watched))


def watched_words(lang: str, calculator: str) -> Watched:
    spoken = words.words(lang, calculator)
    spoken._texts = Watched(spoken._texts)
    return spoken._texts


def say_every_kind(lang: str) -> None:
    """What is wrong with answers of the kinds that no calculator asks yet."""
    from tests.rules.test_parse_kinds import REFUSED, SENTENCES, USUAL
    from tests.rules.test_parse_rows import WRONG
    from tests.rules.test_view_kinds import PAGES as KIND_PAGES

    for answers in KIND_PAGES.values():
        calc.page("kinds", answers, lang, TODAY)
    for answers in KIND_PAGES.values():
        calc.page("kinds", answers, lang, TODAY)
    for field, typed, _ in REFUSED:
        refused("kinds", USUAL | {field: typed}, lang, TODAY)
    for given, _ in WRONG:
        refused("kinds", USUAL | {"history": given}, lang, TODAY)
    for _, changed, _ in SENTENCES:
        refused("kinds", USUAL | changed, lang, TODAY)


def say_everything(lang: str) -> None:
    for case in all_cases():
        calc.page(case.calculator, case.form, lang, case.today)
        refused(case.calculator, case.answers, lang, case.today)
        say_result(case, lang)
    for answers in PAGES.values():
        calc.page("contributions", answers, lang, TODAY)
    for answers in (*ANSWERS, *PROBLEMS):
        calc.page("contributions", USUAL | answers, lang, TODAY)
        refused("contributions", USUAL | answers, lang, TODAY)
    for calculator, today in (("pensions", TODAY), ("contributions", "soon")):
        refused(calculator, USUAL, lang, today)
    refused("contributions", USUAL, "fr", TODAY)
    refused("contributions", [USUAL], lang, TODAY)
    calc.catalogue(lang)
    samples.all_samples(lang)
    say_what_stands_around_an_answer(lang)
    say_comparisons(lang)
    for cited in articles():
        article_name(cited, words.words(lang, ""))


def say_comparisons(lang: str) -> None:
    """Each case beside the one before it; of contributions a few, chosen above, are enough."""
    for calculator in rules.IDS[1:]:
        cases = [case for case in load_cases(calculator) if "refused" not in case.expect]
        for one, other in pairwise(cases):
            calc.page(calculator, other.form, lang, other.today, against=one.answers)
            kept(calculator, other.answers, lang, other.today, "csv")


def say_what_stands_around_an_answer(lang: str) -> None:
    """Links good and bad, comparisons, every form in which an answer can be kept."""
    for fragment, _ in (*HOSTILE.values(), *SINCE.values()):
        calc.page("contributions", {}, lang, TODAY, link=fragment)
    for first, second in COMPARED:
        calc.page("contributions", USUAL | second, lang, TODAY, against=USUAL | first)
        kept("contributions", USUAL | second, lang, TODAY, "csv", against=USUAL | first)
    for form in (*FORMS, "none-of-these"):
        for month in ("2026-11", "2012-01"):
            refused_to_keep(USUAL | {"month": month}, lang, form)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(calc, "RULES_VERSION", "2099-01-01")
        calc.page("contributions", {}, lang, TODAY, link=f"{GOOD}&rules=2098-12-31&r.employee_total=1.00")
    words.words(lang, "").text("tools.saved", name="a file")  # said by the page's bridge
    tools.report("a report", words.words(lang, ""))


def refused_to_keep(answers: dict, lang: str, form: str) -> None:
    try:
        kept("contributions", answers, lang, TODAY, form)
    except calc.InputError as problems:
        assert str(problems)


def say_result(case: Case, lang: str) -> None:
    """Every message of an answer, also those that only a saved file or a comparison shows."""
    asked, spoken = rules.get(case.calculator), words.words(lang, case.calculator)
    try:
        _, result = answer(asked, case.answers, case.today)
    except RefusedError:
        return
    for message in messages_in(result):
        assert spoken.say(message)
    for named in asked.highlights:
        if spoken.has(f"result.{named.name}"):
            assert spoken.text(f"result.{named.name}")


def messages_in(part: Any) -> Iterator[Message]:
    """The messages anywhere inside a result."""
    if isinstance(part, Message):
        yield part
    elif is_dataclass(part):
        for field in fields(part):
            yield from messages_in(getattr(part, field.name))
    elif isinstance(part, tuple):
        for inside in part:
            yield from messages_in(inside)


def refused(calculator: str, answers: dict, lang: str, today: str) -> None:
    try:
        calc.run(calculator, answers, lang, today)
    except calc.InputError as problems:
        assert str(problems)


def test_no_sentence_is_idle(said):
    keys = {key for _, key in texts("en") if not key.startswith("client.")}
    idle = keys - said - {"problem.unknown-language"}
    assert idle <= WAITING.keys(), sorted(idle - WAITING.keys())


def test_a_sentence_that_waits_for_data_is_not_said_yet(said):
    assert not said & WAITING.keys()


def test_no_sentence_of_the_page_itself_is_idle():
    project = Path(calc.__file__).parent.parent
    files = [*project.glob("docs/assets/calculator/*.js"), project / "scripts" / "stage.py"]
    code = "".join(path.read_text(encoding="utf-8") for path in files)
    for name in table("text/en/client")["client"]:
        assert re.search(rf"\b{name}\b", code), name
