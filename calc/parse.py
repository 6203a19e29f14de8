"""From what a reader typed to typed answers, or a problem for each field that cannot be read."""

from collections.abc import Mapping
from typing import Any

from calc import reading
from calc.given import folded
from calc.month import Month
from calc.questions import Calculator, Problem
from calc.reading import Refusal, is_blank, shown

__all__ = ["Answers", "parse", "plain", "shown"]

Answers = dict[str, Any]


def parse(calculator: Calculator, raw: Mapping[str, Any], today: str) -> tuple[Answers, list[Problem]]:
    """Typed answers by name (absent where not given), and every problem at once."""
    answers: Answers = {}
    problems: list[Problem] = []
    given = {name: answer for name, answer in folded(raw, calculator).items() if not is_blank(answer)}
    for name in given.keys() - calculator.names.keys():
        problems.append(Problem(name, "unknown-field", {"known": list(calculator.names)}))
    for question in calculator.questions:
        if question.name in given:
            try:
                answers[question.name] = reading.read(question, given[question.name])
            except Refusal as refused:
                problems += refused.problems
    problems += _absent(calculator, given) + _month_out_of_reach(calculator, answers, today)
    return _with_month(calculator, answers, given, today), problems


def plain(calculator: Calculator, answers: Answers) -> dict[str, Any]:
    """The answers as the contract's JSON: money with two decimals, rates as text, a place as its code."""
    return {name: reading.plain(calculator.names[name], answer) for name, answer in answers.items()}


def _with_month(calculator: Calculator, answers: Answers, given: Mapping[str, Any], today: str) -> Answers:
    """Where the month is asked and may be left out, the rules of today's are taken."""
    question = calculator.names.get("month")
    if not question or question.required or "month" in given:
        return answers
    return {"month": Month.parse(today), **answers}


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
    """The month in which the rules are taken has to lie where there are rules; a month of birth need not."""
    month = answers.get("month")
    if not isinstance(month, Month):
        return []
    first, last = Month.parse(calculator.first_month), Month.parse(today) + calculator.months_ahead
    if month < first:
        return [Problem("month", "month-too-early", {"first": first})]
    if month > last:
        return [Problem("month", "month-too-late", {"last": last})]
    return []
