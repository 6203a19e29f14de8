"""Typed answers said back field by field: in words, or as a reader would type them into the form."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from calc.money import as_percent
from calc.questions import OWN_MONEY, OWN_RATES, Calculator, Question
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
                yield f"{question.name}.{number}.{name}", shown(columns[name], f"{question.name}.{name}", cell, words)
    else:
        yield question.name, shown(question, question.name, answer, words)


def shown(question: Question, name: str, answer: Any, words: Words) -> str:
    """One answer as a reader says it; `name` is the field whose choices have words of their own."""
    if question.kind == "flag":
        return words.text("form.yes" if answer else "form.no")
    if str(answer) in question.choices:
        return words.text(f"choice.{name}.{answer}")
    return words.show(answer, WAYS.get(question.kind, ""))


def as_typed(calculator: Calculator, fields: Mapping[str, str]) -> dict[str, str]:
    """The fields of a link as the form takes them: its boxes for rates are in percent, and whole yuan need no fen.

    >>> from calc import rules
    >>> as_typed(rules.get("contributions"), {"wage": "12000.00", "housing_rate": "0.07"})
    {'wage': '12000', 'housing_rate': '7%'}
    """
    return {name: _typed(_kind(calculator, name), answer) for name, answer in fields.items()}


def _typed(kind: str, answer: str) -> str:
    if kind == "rate":
        return as_percent(Decimal(answer))
    return answer.removesuffix(".00") if kind == "money" else answer


def _kind(calculator: Calculator, field: str) -> str:
    first, *rest = field.split(".")
    question = calculator.names[first]
    if question.kind == "own":
        return "rate" if rest[1] in OWN_RATES else "money"
    if question.kind == "rows":
        return next(column.kind for column in question.columns if column.name == rest[1])
    return question.kind
