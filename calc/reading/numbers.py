"""Numbers as people type them: amounts of money, rates, counts, and decimals that are none of these."""

from decimal import Decimal
from typing import Any

from calc.money import percent, tidy
from calc.questions import Question
from calc.reading.refusal import Refusal, refuse, shown, text_of
from calc.reading.shapes import is_number, without_currency

HIGHEST = "10000000"
"""The bound of a number whose question names none: above it, a digit too many is likelier than the number."""

_LONGEST = 40


def read_money(question: Question, answer: Any) -> Decimal:
    """An amount in yuan, down to the fen."""
    amount = _bounded(question, _decimal(question, answer))
    if len(text_of(answer).partition(".")[2].rstrip("元 ")) > 2 and amount == amount.to_integral_value():
        raise refuse(question.name, "too-precise", typed=shown(answer))  # 12.000 may be meant as twelve thousand
    if amount != round(amount, 2):
        raise refuse(question.name, "too-precise", typed=shown(answer))
    return amount


def read_rate(question: Question, answer: Any) -> Decimal:
    """A rate as a fraction; with a percent sign it is taken as printed."""
    text = text_of(answer)
    if text.endswith("%"):
        return _bounded(question, percent(_decimal(question, text[:-1])))
    return _bounded(question, tidy(_decimal(question, answer)))


def read_number(question: Question, answer: Any) -> Decimal:
    """An exact decimal, such as an index of 0.6 or 15.58 years."""
    return _bounded(question, tidy(_decimal(question, answer)))


def read_whole(question: Question, answer: Any) -> int:
    """A count, or the number of a choice."""
    number = _decimal(question, answer)
    if number != int(number):
        raise refuse(question.name, "not-whole", typed=shown(answer))
    if question.choices and str(int(number)) not in question.choices:
        raise refuse(question.name, "unknown-choice", typed=shown(answer), known=list(question.choices))
    return int(_bounded(question, number))


def _decimal(question: Question, answer: Any) -> Decimal:
    if isinstance(answer, (bool, dict, list)):
        raise refuse(question.name, "not-a-number", typed=shown(answer))
    digits = without_currency(text_of(answer)).replace(" ", "").replace("−", "-")
    if not is_number(digits):
        raise refuse(question.name, "not-a-number", typed=shown(answer))
    if len(digits) > _LONGEST:
        raise _above(question)
    return Decimal(digits.replace(",", ""))


def _bounded(question: Question, number: Decimal) -> Decimal:
    low, high = Decimal(question.low or 0), Decimal(question.high or HIGHEST)
    if number < 0 <= low:
        raise refuse(question.name, "negative")
    if number == 0 and question.kind == "rate":
        return number
    if number < low:
        raise refuse(question.name, "too-small", low=low, kind=question.kind)
    if number > high:
        raise _above(question)
    return number


def _above(question: Question) -> Refusal:
    return refuse(question.name, "too-large", high=Decimal(question.high or HIGHEST), kind=question.kind)
