"""From what a reader typed to typed answers, or a problem for each field that cannot be read."""

import re
import unicodedata
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from calc import places
from calc.money import as_text, percent, plainly, tidy
from calc.month import Month
from calc.own_figures import folded, is_blank, is_own_table
from calc.questions import (
    HIGHEST_INJURY_RATE,
    OWN_MONEY,
    OWN_RATES,
    SCHEMES,
    Calculator,
    Problem,
    Question,
)

Answers = dict[str, Any]

YES = ("true", "yes", "y", "1", "是")
NO = ("false", "no", "n", "0", "否")
_NUMBER = re.compile(r"[+-]?(\d{1,3}(,\d{3})+|\d+)?(\.\d*)?")


def parse(calculator: Calculator, raw: Mapping[str, Any], today: str) -> tuple[Answers, list[Problem]]:
    """Typed answers by name (absent where not given), and every problem at once."""
    answers: Answers = {}
    problems: list[Problem] = []
    given = {name: answer for name, answer in folded(raw).items() if not is_blank(answer)}
    for name in given.keys() - calculator.names.keys():
        problems.append(Problem(name, "unknown-field", {"known": list(calculator.names)}))
    for question in calculator.questions:
        if question.name in given:
            try:
                answers[question.name] = _read(question, given[question.name])
            except _RefusedError as refused:
                problems += refused.problems
    problems += _absent(calculator, given) + _month_out_of_reach(calculator, answers, today)
    return answers, problems


def plain(calculator: Calculator, answers: Answers) -> dict[str, Any]:
    """The answers as the contract's JSON: money with two decimals, rates as text, a place as its code."""
    return {name: _plain(calculator.names[name].kind, answer) for name, answer in answers.items()}


class _RefusedError(Exception):
    def __init__(self, *problems: Problem):
        self.problems = problems


def _refuse(field: str, code: str, **values: Any) -> _RefusedError:
    return _RefusedError(Problem(field, code, values))


def _read(question: Question, answer: Any) -> Any:
    return _READERS[question.kind](question, answer)


def shown(answer: Any) -> str:
    """What was given, as text: Python refuses to write out a number of thousands of digits."""
    try:
        return str(answer)
    except ValueError:
        return "…"


def _text(answer: Any) -> str:
    return unicodedata.normalize("NFKC", shown(answer)).strip()


def _read_number(question: Question, answer: Any) -> Decimal:
    if isinstance(answer, (bool, dict, list)):
        raise _refuse(question.name, "not-a-number", typed=shown(answer))
    digits = re.sub(r"^[¥￥]\s*|\s*(元|yuan|rmb|cny)$", "", _text(answer), flags=re.IGNORECASE)
    digits = digits.replace(" ", "").replace("−", "-")
    if not _NUMBER.fullmatch(digits) or not any(letter.isdigit() for letter in digits):
        raise _refuse(question.name, "not-a-number", typed=shown(answer))
    if len(digits) > 40:
        raise _refuse(question.name, "too-large", high=Decimal(question.high), kind=question.kind)
    return Decimal(digits.replace(",", ""))


def _bounded(question: Question, number: Decimal) -> Decimal:
    if number < 0:
        raise _refuse(question.name, "negative")
    if number == 0 and question.kind == "rate":
        return number
    if number < Decimal(question.low):
        raise _refuse(question.name, "too-small", low=Decimal(question.low), kind=question.kind)
    if number > Decimal(question.high):
        raise _refuse(question.name, "too-large", high=Decimal(question.high), kind=question.kind)
    return number


def _read_money(question: Question, answer: Any) -> Decimal:
    amount = _bounded(question, _read_number(question, answer))
    if len(_text(answer).partition(".")[2].rstrip("元 ")) > 2 and amount == amount.to_integral_value():
        raise _refuse(question.name, "too-precise", typed=shown(answer))  # 12.000 may be meant as twelve thousand
    if amount != round(amount, 2):
        raise _refuse(question.name, "too-precise", typed=shown(answer))
    return amount


def _read_rate(question: Question, answer: Any) -> Decimal:
    text = _text(answer)
    if text.endswith("%"):
        return _bounded(question, percent(_read_number(question, text[:-1])))
    return _bounded(question, tidy(_read_number(question, answer)))


def _read_whole(question: Question, answer: Any) -> int:
    if question.name == "age" and (years := re.fullmatch(r"(\d{1,3})y(\d{1,2}m)?", _text(answer))):
        answer = years[1]
    number = _read_number(question, answer)
    if number != int(number):
        raise _refuse(question.name, "not-whole", typed=shown(answer))
    if question.choices and str(int(number)) not in question.choices:
        raise _refuse(question.name, "unknown-choice", typed=shown(answer), known=list(question.choices))
    return int(_bounded(question, number))


def _read_place(question: Question, answer: Any) -> str:
    found = places.find(_text(answer))
    if len(found) > 1:
        raise _refuse(question.name, "ambiguous-place", typed=shown(answer), places=[place.code for place in found])
    if not found:
        raise _refuse(question.name, "unknown-place", typed=shown(answer))
    return found[0].code


def _read_month(question: Question, answer: Any) -> Month:
    try:
        return Month.parse(_text(answer))
    except ValueError:
        raise _refuse(question.name, "not-a-month", typed=shown(answer)) from None


def _read_choice(question: Question, answer: Any) -> str:
    chosen = _text(answer).casefold()
    if chosen not in question.choices:
        raise _refuse(question.name, "unknown-choice", typed=shown(answer), known=list(question.choices))
    return chosen


def _read_flag(question: Question, answer: Any) -> bool:
    said = _text(answer).casefold()
    if said not in YES + NO:
        raise _refuse(question.name, "unknown-choice", typed=shown(answer), known=["true", "false"])
    return said in YES


def _read_own(question: Question, answer: Any) -> dict[str, dict[str, Decimal]]:
    if not is_own_table(answer):
        raise _refuse(question.name, "own-shape")
    own: dict[str, dict[str, Decimal]] = {}
    problems: list[Problem] = []
    for scheme, figures in answer.items():
        for name, figure in figures.items():
            field = f"{question.name}.{scheme}.{name}"
            try:
                if not is_blank(figure):
                    own.setdefault(scheme, {})[name] = _read_own_figure(field, scheme, name, figure)
            except _RefusedError as refused:
                problems += refused.problems
        floor, ceiling = own.get(scheme, {}).get("floor"), own.get(scheme, {}).get("ceiling")
        if floor is not None and ceiling is not None and floor > ceiling:
            problems.append(Problem(f"{question.name}.{scheme}.floor", "floor-above-ceiling"))
    if problems:
        raise _RefusedError(*problems)
    return own


def _read_own_figure(field: str, scheme: str, name: str, figure: Any) -> Decimal:
    if scheme not in SCHEMES:
        raise _refuse("own", "unknown-choice", typed=shown(scheme), known=list(SCHEMES))
    if name in OWN_MONEY:
        return _read_money(Question(field, "money"), figure)
    if name in OWN_RATES:
        return _read_rate(Question(field, "rate", high=HIGHEST_INJURY_RATE if scheme == "injury" else "1"), figure)
    raise _refuse("own", "unknown-field", name=str(name), known=list(OWN_MONEY + OWN_RATES))


_READERS = {
    "place": _read_place,
    "month": _read_month,
    "money": _read_money,
    "rate": _read_rate,
    "whole": _read_whole,
    "choice": _read_choice,
    "flag": _read_flag,
    "own": _read_own,
}


def _absent(calculator: Calculator, given: Mapping[str, Any]) -> list[Problem]:
    required = [q.name for q in calculator.questions if q.required and not q.one_of and q.name not in given]
    problems = [Problem(name, "required") for name in required]
    for group in dict.fromkeys(q.one_of for q in calculator.questions if q.one_of):
        members = [q.name for q in calculator.questions if q.one_of == group]
        answered = [name for name in members if name in given]
        if not answered:
            problems.append(Problem(members[0], "required"))
        elif len(answered) > 1:
            problems.append(Problem(answered[1], "only-one", {"known": members}))
    return problems


def _month_out_of_reach(calculator: Calculator, answers: Answers, today: str) -> list[Problem]:
    month = answers.get("month")
    if month is None:
        return []
    first, last = Month.parse(calculator.first_month), Month.parse(today) + calculator.months_ahead
    if month < first:
        return [Problem("month", "month-too-early", {"first": first})]
    if month > last:
        return [Problem("month", "month-too-late", {"last": last})]
    return []


def _plain(kind: str, answer: Any) -> Any:
    if kind == "own":
        return {
            scheme: {name: _plain("money" if name in OWN_MONEY else "rate", figure) for name, figure in figures.items()}
            for scheme, figures in answer.items()
        }
    if kind == "money":
        return as_text(answer)
    if kind == "rate":
        return plainly(answer)
    return answer if isinstance(answer, (bool, int)) else str(answer)
