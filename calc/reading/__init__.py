"""From what was given for one question to its typed answer; a reader for each kind of question."""

from typing import Any

from calc.money import as_text, plainly
from calc.month import Age
from calc.questions import OWN_MONEY, Question
from calc.reading.choices import read_choice, read_flag, read_place
from calc.reading.numbers import read_money, read_number, read_rate, read_whole
from calc.reading.own import read_own
from calc.reading.refusal import Refusal, shown
from calc.reading.rows import read_rows
from calc.reading.shapes import is_blank
from calc.reading.times import read_age, read_date, read_month

__all__ = ["Refusal", "is_blank", "plain", "read", "shown"]

_READERS = {
    "place": read_place,
    "month": read_month,
    "date": read_date,
    "age": read_age,
    "money": read_money,
    "rate": read_rate,
    "number": read_number,
    "whole": read_whole,
    "choice": read_choice,
    "flag": read_flag,
    "own": read_own,
}


def read(question: Question, answer: Any) -> Any:
    """The typed answer.

    Raises:
        Refusal: with a problem for each field that cannot be read.

    >>> read(Question("age", "age"), "60岁1个月")
    Age(years=60, months=1)
    """
    if question.kind == "rows":
        return read_rows(question, answer, read)
    return _READERS[question.kind](question, answer)


def plain(question: Question, answer: Any) -> Any:
    """A typed answer in the contract's JSON shape.

    >>> plain(Question("age", "age"), Age(60, 1)), plain(Question("place", "place"), "310000")
    ({'years': 60, 'months': 1}, '310000')
    """
    if question.kind == "rows":
        columns = {column.name: column for column in question.columns}
        return [{name: plain(columns[name], cell) for name, cell in row.items()} for row in answer]
    if question.kind == "own":
        return {
            scheme: {name: as_text(figure) if name in OWN_MONEY else plainly(figure) for name, figure in given.items()}
            for scheme, given in answer.items()
        }
    if question.kind == "money":
        return as_text(answer)
    if question.kind in ("rate", "number"):
        return plainly(answer)
    if isinstance(answer, Age):
        return {"years": answer.years, "months": answer.months}
    return answer if isinstance(answer, (bool, int)) else str(answer)
