"""An answer, in the order in which it is read: the sentence, what would settle it, the conditions, the pictures and
their tables, the reasoning, how sure we are, what to note, where to go on, whom to ask."""

from collections.abc import Mapping
from typing import Any

from calc import places
from calc.questions import Calculator
from calc.result import Result
from calc.view.ending import doubts, ending, following, notes
from calc.view.field import field_id
from calc.view.given import given
from calc.view.html import Markup, join, prose, tag
from calc.view.pictures import picture
from calc.view.pieces import Box, Piece, paired, single
from calc.view.reasoning import reasons, steps
from calc.view.said import heading, said, text
from calc.view.sources import Cited
from calc.view.tables import table
from calc.words import Words

SIGNS = {"eligible": "✓", "not-eligible": "✕", "cannot-tell": "?"}
"""The sign that goes with the words of an outcome; an answer in figures needs none."""

HTML_LANG = {"en": "en", "zh": "zh-Hans"}


def answer(
    calculator: Calculator,
    typed: Mapping[str, Any],
    result: Result,
    words: Words,
    twin: Words | None = None,
) -> Markup:
    """Everything from the headline down to whom to ask; with `twin`, each part beside its twin in that language."""
    cited = Cited(result, typed.get("place", places.NATION))
    first = _tree(calculator, typed, result, cited, words, words.lang)
    if twin is None:
        return single(first)
    second = _tree(calculator, typed, result, cited, twin, words.lang)
    return paired(first, second, HTML_LANG[twin.lang])


def _tree(
    calculator: Calculator,
    typed: Mapping[str, Any],
    result: Result,
    cited: Cited,
    words: Words,
    page_lang: str,
) -> Piece:
    """The answer as pieces; `page_lang` is the language of the page they stand in, from which links lead on."""
    pictures = [picture(drawn, number, cited, words) for number, drawn in enumerate(result.pictures, start=1)]
    parts = [
        _top(calculator, typed, result, words),
        _open_questions(result, words),
        reasons(result, cited, words),
        *pictures,
        *(table(one, words) for one in result.tables),
        steps(result, cited, words),
        cited.listed(words),
        doubts(result, words),
        notes(result, cited, words),
        following(result, words, page_lang),
        *ending(typed, result, words),
    ]
    return Box("div", parts, class_="calc-answer", data_outcome=result.outcome)


def _top(calculator: Calculator, typed: Mapping[str, Any], result: Result, words: Words) -> Box:
    headline = [join((_verdict(result.outcome, words), said(result.headline, words), _where(typed, words)))]
    facts = [Markup("".join(tag("span", said(fact, words)) for fact in result.facts))] if result.facts else []
    return Box(
        "div",
        [
            Box("p", headline, class_="calc-headline", aria_live="polite", aria_atomic="true"),
            Box("p", facts, class_="calc-sub") if facts else "",
            given(calculator, typed, words),
        ],
        class_="calc-top",
    )


def _where(typed: Mapping[str, Any], words: Words) -> Markup | str:
    """On a phone, where the sentence stays in sight while the form is filled in: also where and when it holds."""
    if "place" not in typed:
        return ""
    return tag("span", words.text("view.where", place=typed["place"], month=typed["month"]), class_="calc-where")


def _verdict(outcome: str, words: Words) -> Markup | str:
    """Yes, no or cannot tell yet, by sign and word, before the sentence."""
    if outcome not in SIGNS:
        return ""
    sign = tag("span", SIGNS[outcome], class_="calc-sign", aria_hidden="true")
    return Markup(tag("span", sign, words.text(f"view.{outcome}"), class_="calc-verdict") + " ")


def _open_questions(result: Result, words: Words) -> Box | str:
    """What would settle the answer, each line a link to its field."""
    if not result.missing:
        return ""
    reasons: dict[str, str] = {}
    for missing in result.missing:
        reasons.setdefault(words.say(missing.why), field_id(missing.field))
    lines = [Box("li", [tag("a", prose(why, words.lang), href=f"#{field}")]) for why, field in reasons.items()]
    title = heading(text("view.settle", words))
    return Box("div", [title, Box("ul", lines)], class_="calc-missing", id="calc-missing")
