"""The two text files: the same keys, the same values in each sentence, each in its own language."""

import re
import string
from decimal import Decimal

import pytest

from calc.messages import Figure, Message
from calc.month import Age, Month
from calc.questions import OWN_MONEY, OWN_RATES, SCHEMES
from calc.words import LANGUAGES
from tests.texts import spoken, texts

TEXTS = {lang: texts(lang) for lang in LANGUAGES}
SENTENCES = sorted(TEXTS["en"])
KEYS = {key for _, key in SENTENCES}

CAPITALS = {"start": "term", "starts": "terms", "opening": "message"}
"""Ways to show a value that differ by a capital letter only, of which Chinese has none."""

ONE_LANGUAGE = ("client.", "view.article", "view.part", "view.point")
"""Sentences filled by the page itself, and the one whose number is written in characters in Chinese."""

SAMPLES = {
    "yuan": Decimal("22130.25"),
    "percent": Decimal("0.098"),
    "month": Month(2026, 7),
    "date": "2026-07-01",
    "age": Age(60, 1),
    "span": 186,
    "place": "341300",
    "places": ["320500", "341300"],
    "term": "pension",
    "start": "pension",
    "terms": ["pension", "medical", "injury"],
    "starts": ["pension", "medical"],
    "items": [("base", "pension"), ("rate", "injury")],
    "list": ["a", 1],
    "series": ["2013–2015", "2026"],
    "field": "own.injury.floor",
    "fields": ["place", "month"],
    "all_fields": ["place", "month"],
    "figure": Figure("floor", Decimal("7384.00"), "CNY"),
    "change": Figure("employer", Decimal("-0.01"), "rate"),
    "message": Message("form.yes"),
    "opening": Message("form.no"),
    "bilingual": {"en": "a note", "zh": "说明"},
    "": Decimal("1.50"),
}


def values_of(text: str) -> set[tuple[str, str]]:
    """The (name, how to show it) of every value in a sentence."""
    return {(name, how or "") for _, name, how, _ in string.Formatter().parse(text) if name is not None}


def words_of(sentence: tuple[str, str], lang: str) -> str:
    """A sentence without its values and its emphasis."""
    return re.sub(r"\{.*?\}|\*\*", "", TEXTS[lang][sentence])


def test_both_languages_hold_the_same_keys_in_the_same_order():
    assert list(TEXTS["en"]) == list(TEXTS["zh"])


@pytest.mark.parametrize("sentence", [one for one in SENTENCES if not one[1].startswith(ONE_LANGUAGE)])
def test_a_sentence_takes_the_same_values_in_both_languages(sentence):
    english, chinese = (values_of(TEXTS[lang][sentence]) for lang in ("en", "zh"))
    assert {(name, CAPITALS.get(how, how)) for name, how in english} == chinese


@pytest.mark.parametrize("sentence", [one for one in SENTENCES if not one[1].startswith("format.")])
def test_chinese_is_written_as_chinese_and_english_as_english(sentence):
    chinese, english = words_of(sentence, "zh"), re.sub(r"\([^)]*\)|（[^）]*）", "", words_of(sentence, "en"))
    assert not re.search(r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uff60]", english) or sentence[1] == "question.place.hint"
    assert re.search(r"[\u4e00-\u9fff]", chinese) or not re.search(r"[A-Za-z]", chinese)
    assert not re.search(r"[\u4e00-\u9fff] ?[,;:!?()]", chinese)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_can_be_said(sentence, lang):
    file, key = sentence
    values = {name: SAMPLES[how] for name, how in values_of(TEXTS[lang][sentence])}
    said = spoken(lang, file).text(key, **values)
    assert said or key == "format.space"
    assert not re.search(r"[{}]|None|Decimal", said)
    assert TEXTS[lang][sentence].count("**") % 2 == 0


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_scheme_has_its_name(scheme):
    assert f"term.{scheme}" in KEYS


@pytest.mark.parametrize("figure", OWN_MONEY + OWN_RATES)
def test_every_figure_a_reader_may_give_has_its_label(figure):
    assert f"own.{figure}" in KEYS
