"""Typed answers said back in words, field by field: for a comparison, a saved file and an error report."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from calc.questions import OWN_MONEY, Calculator, Question
from calc.words import Words, field_label

WAYS = {"place": "place", "month": "month", "money": "yuan", "rate": "percent", "date": "date", "age": "age"}
"""Kind of question -> how its answer is shown; any other stands as it is."""


class Said(NamedTuple):
    """An answer as a reader would say it, behind the label of its field."""

    label: str
    answer: str


def recap(calculator: Calculator, typed: Mapping[str, Any], words: Words) -> dict[str, Said]:
    """The answers by field (own.injury.floor, history.0.place), in the order of the form.

    >>> from calc import rules
    >>> from calc.words import words
    >>> recap(rules.get("contributions"), {"place": "310000"}, words("en"))
    {'place': Said(label='Where are you insured?', answer='Shanghai')}
    """
    given = ((question, typed[question.name]) for question in calculator.questions if question.name in typed)
    fields = (field for question, answer in given for field in _fields(question, answer, words))
    return {name: Said(field_label(words, name), answer) for name, answer in fields}


def _fields(question: Question, answer: Any, words: Words) -> Iterable[tuple[str, str]]:
    if question.kind == "own":
        for scheme, figures in answer.items():
            for name, figure in figures.items():
                yield f"own.{scheme}.{name}", words.show(figure, "yuan" if name in OWN_MONEY else "percent")
    elif question.kind == "rows":
        columns = {column.name: column for column in question.columns}
        for number, row in enumerate(answer):
            for name, cell in row.items():
                yield f"{question.name}.{number}.{name}", _shown(columns[name], f"{question.name}.{name}", cell, words)
    else:
        yield question.name, _shown(question, question.name, answer, words)


def _shown(question: Question, name: str, answer: Any, words: Words) -> str:
    if question.kind == "flag":
        return words.text("form.yes" if answer else "form.no")
    if str(answer) in question.choices:
        return words.text(f"choice.{name}.{answer}")
    return words.show(answer, WAYS.get(question.kind, ""))
