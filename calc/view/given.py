"""What the reader gave, said back in words: on a printed sheet it is the only trace of the form."""

from collections.abc import Iterable, Mapping
from typing import Any

from calc.questions import OWN_MONEY, Calculator, Question
from calc.view.html import Markup, join, prose, tag
from calc.view.pieces import Box, fold, listed
from calc.words import Words, field_label

WAYS = {"place": "place", "month": "month", "date": "date", "money": "yuan", "rate": "percent"}
"""Kind of question -> how its answer is shown in words; any other stands as it is."""


def given(calculator: Calculator, typed: Mapping[str, Any], words: Words) -> Box:
    """The typed answers, each behind the label of its question, in the order of the form."""
    lines = [line for question in calculator.questions for line in _lines(question, typed.get(question.name), words)]
    inside = listed("ul", lines, class_="calc-given-list")
    return fold(words.text("view.given"), [inside], class_="calc-fold calc-given", id="calc-given")


def _lines(question: Question, answer: Any, words: Words) -> Iterable[Markup]:
    if answer is None:
        return
    if question.kind == "own":
        for scheme, figures in answer.items():
            for name, figure in figures.items():
                kind = "yuan" if name in OWN_MONEY else "percent"
                yield _line(field_label(words, f"own.{scheme}.{name}"), words.show(figure, kind), words)
    else:
        yield _line(field_label(words, question.name), shown(question, answer, words), words)


def _line(label: str, answer: str, words: Words) -> Markup:
    return join((tag("span", prose(label, words.lang)), " ", tag("b", prose(answer, words.lang))))


def shown(question: Question, answer: Any, words: Words) -> str:
    """An answer as a reader would say it.

    >>> from calc.month import Month
    >>> from calc.words import words
    >>> shown(Question("month", "month"), Month(2026, 7), words("en"))
    'July 2026'
    """
    if question.kind == "flag":
        return words.text("form.yes" if answer else "form.no")
    if str(answer) in question.choices:
        return words.text(f"choice.{question.name}.{answer}")
    return words.show(answer, WAYS.get(question.kind, ""))
