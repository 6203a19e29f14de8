"""The two text files: the same keys, the same values in each sentence, each in its own language."""

import re
import string
from decimal import Decimal

import pytest

from calc.month import Month
from calc.questions import OWN_MONEY, OWN_RATES, SCHEMES
from calc.tables import table
from calc.words import LANGUAGES, Words, _flatten

TEXTS = {lang: _flatten(table(f"text/{lang}")) for lang in LANGUAGES}
KEYS = sorted(TEXTS["en"])

CAPITALS = {"start": "term", "starts": "terms"}
"""Ways to show a value that differ by a capital letter only, of which Chinese has none."""

ONE_LANGUAGE = ("client.", "view.article")
"""Sentences filled by the page itself, and the one whose number is written in characters in Chinese."""

SAMPLES = {
    "yuan": Decimal("22130.25"),
    "percent": Decimal("0.098"),
    "month": Month(2026, 7),
    "place": "341300",
    "places": ["320500", "341300"],
    "term": "pension",
    "start": "pension",
    "terms": ["pension", "medical", "injury"],
    "starts": ["pension", "medical"],
    "items": [("base", "pension"), ("rate", "injury")],
    "list": ["a", 1],
    "field": "own.injury.floor",
    "fields": ["wage", "net"],
    "bilingual": {"en": "a note", "zh": "说明"},
    "": Decimal("1.50"),
}


def values_of(text: str) -> set[tuple[str, str]]:
    """The (name, how to show it) of every value in a sentence."""
    return {(name, how or "") for _, name, how, _ in string.Formatter().parse(text) if name is not None}


def words_of(key: str, lang: str) -> str:
    """A sentence without its values and its emphasis."""
    return re.sub(r"\{.*?\}|\*\*", "", TEXTS[lang][key])


def test_both_languages_hold_the_same_keys_in_the_same_order():
    assert list(TEXTS["en"]) == list(TEXTS["zh"])


@pytest.mark.parametrize("key", [key for key in KEYS if not key.startswith(ONE_LANGUAGE)])
def test_a_sentence_takes_the_same_values_in_both_languages(key):
    english, chinese = (values_of(TEXTS[lang][key]) for lang in ("en", "zh"))
    assert {(name, CAPITALS.get(how, how)) for name, how in english} == chinese


@pytest.mark.parametrize("key", [key for key in KEYS if not key.startswith("format.")])
def test_chinese_is_written_as_chinese_and_english_as_english(key):
    chinese, english = words_of(key, "zh"), re.sub(r"\([^)]*\)|（[^）]*）", "", words_of(key, "en"))
    assert not re.search(r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uff60]", english) or key == "question.place.hint"
    assert re.search(r"[\u4e00-\u9fff]", chinese) or not re.search(r"[A-Za-z]", chinese)
    assert not re.search(r"[\u4e00-\u9fff] ?[,;:!?()]", chinese)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("key", KEYS)
def test_a_sentence_can_be_said(key, lang):
    said = Words(lang).text(key, **{name: SAMPLES[how] for name, how in values_of(TEXTS[lang][key])})
    assert said
    assert not re.search(r"[{}]|None|Decimal", said)
    assert TEXTS[lang][key].count("**") % 2 == 0


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_scheme_has_its_name(scheme):
    assert f"term.{scheme}" in KEYS


@pytest.mark.parametrize("figure", OWN_MONEY + OWN_RATES)
def test_every_figure_a_reader_may_give_has_its_label(figure):
    assert f"own.{figure}" in KEYS
