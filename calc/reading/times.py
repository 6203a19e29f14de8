"""Months, days and ages as people type them."""

from collections.abc import Callable
from typing import Any, TypeVar

from calc.month import Age, Month, day
from calc.questions import Question
from calc.reading.refusal import refuse, shown, text_of

Time = TypeVar("Time", Month, str, Age)


def read_month(question: Question, answer: Any) -> Month:
    """A year and a month; of a day, its month."""
    return _bounded(question, _parsed(question, answer, Month.parse, "not-a-month"), Month.parse)


def read_date(question: Question, answer: Any) -> str:
    """A day of the calendar, as YYYY-MM-DD."""
    return _bounded(question, _parsed(question, answer, day, "not-a-day"), day)


def read_age(question: Question, answer: Any) -> Age:
    """An age in years, or in years and months; also as a table of both."""
    given = answer
    if isinstance(answer, dict):
        years, months = shown(answer.get("years", 0)), shown(answer.get("months", 0))
        known = answer.keys() <= {"years", "months"} and answer
        given = f"{years}y{months}m" if known else ""
    return _bounded(question, _parsed(question, given, Age.parse, "not-an-age", answer), Age.parse)


def _parsed(question: Question, answer: Any, parse: Callable[[str], Time], code: str, typed: Any = None) -> Time:
    try:
        return parse(text_of(answer))
    except ValueError:
        raise refuse(question.name, code, typed=shown(answer if typed is None else typed)) from None


def _bounded(question: Question, given: Time, parse: Callable[[str], Time]) -> Time:
    if question.low and given < (low := parse(question.low)):
        raise refuse(question.name, "too-small", low=low, kind=question.kind)
    if question.high and given > (high := parse(question.high)):
        raise refuse(question.name, "too-large", high=high, kind=question.kind)
    return given
