"""What the door does: read the answers, let the rule answer, put the result into words."""

from collections.abc import Mapping
from typing import Any

from calc import rules
from calc.contract import as_plain
from calc.month import Month, is_date
from calc.parse import parse, shown
from calc.questions import Calculator, InputError, Problem, Question, RefusedError
from calc.result import Result
from calc.words import LANGUAGES, Words, field_label, problem_text, words

SECONDS_EAST_OF_GREENWICH = 8 * 3600


def run(
    calculator: str, answers: Mapping[str, Any], lang: str | None = None, today: str | None = None
) -> dict[str, Any]:
    """Answer one question as plain JSON.

    Args:
        calculator: an id from `catalogue`.
        answers: by question name; text or numbers. Money in yuan, rates as fractions or "8%".
        lang: "en" or "zh" adds the sentences; None leaves `text` and `message` out.
        today: "YYYY-MM-DD", the day that decides what is current; by default today in China.

    Raises:
        InputError: with all problems at once.

    >>> run("contributions", {"place": "310000", "month": "2026-07", "wage": "12,000"})["outcome"]
    'answered'
    """
    said = None if lang is None else _language(lang, calculator)
    try:
        asked, today = _calculator(calculator), _day(today)
        typed, result = answer(asked, answers, today)
    except RefusedError as refused:
        raise refusal(refused, said) from None
    return as_plain(asked, typed, result, typed.get("month", Month.parse(today)), said)


def catalogue(lang: str) -> list[dict[str, Any]]:
    """Every calculator with its title and its typed questions.

    >>> [entry["id"] for entry in catalogue("en")][:3]
    ['contributions', 'retirement', 'pension']
    """
    return [_entry(rules.get(calculator_id), _language(lang, calculator_id)) for calculator_id in rules.IDS]


def _entry(calculator: Calculator, said: Words) -> dict[str, Any]:
    return {
        "id": calculator.id,
        "title": said.text(f"calculator.{calculator.id}.title"),
        "questions": [_question(question, said) for question in calculator.questions],
    }


def opened(calculator: str, lang: str, today: str | None) -> tuple[Calculator, Words, str]:
    """The calculator, the words it speaks and the day: what every page and every saved file begins with.

    Raises:
        InputError: there is no such calculator or language, or the day is none.
    """
    said = _language(lang, calculator)
    try:
        return _calculator(calculator), said, _day(today)
    except RefusedError as refused:
        raise refusal(refused, said) from None


def answer(calculator: Calculator, raw: Mapping[str, Any], today: str) -> tuple[dict[str, Any], Result]:
    """Typed answers and the rule's result.

    Raises:
        RefusedError: with every problem of the answers.
    """
    if not isinstance(raw, Mapping):
        raise RefusedError(Problem("answers", "not-answers"))
    typed, found = parse(calculator, raw, today)
    if found:
        raise RefusedError(*found)
    return typed, calculator.rule(today=today, **typed)


def _language(lang: str, calculator: str) -> Words:
    if lang not in LANGUAGES:
        problem = Problem("lang", "unknown-language", {"typed": shown(lang), "known": list(LANGUAGES)})
        raise InputError([_problem(problem, words("en"))])
    return words(lang, calculator if calculator in rules.IDS else "")


def _calculator(calculator_id: str) -> Calculator:
    if calculator_id not in rules.IDS:
        known = {"typed": shown(calculator_id), "known": list(rules.IDS)}
        raise RefusedError(Problem("calculator", "unknown-calculator", known))
    return rules.get(calculator_id)


def _day(today: str | None) -> str:
    if today is None:
        import time

        return time.strftime("%Y-%m-%d", time.gmtime(time.time() + SECONDS_EAST_OF_GREENWICH))
    if not is_date(shown(today)):
        raise RefusedError(Problem("today", "not-a-date", {"typed": shown(today)}))
    return shown(today)


def refusal(refused: RefusedError, said: Words | None) -> InputError:
    """What was refused, put into words."""
    return InputError([_problem(problem, said) for problem in refused.problems])


def _problem(problem: Problem, said: Words | None) -> dict[str, str]:
    told = {"field": problem.field, "code": problem.code}
    return {**told, "message": problem_text(problem, said)} if said else told


def _question(question: Question, said: Words, rows: str = "") -> dict[str, Any]:
    """What a question asks; of a column, `rows` is the name of its question."""
    name = f"{rows}.{question.name}" if rows else question.name
    hint = f"question.{name}.hint"
    return {
        "name": question.name,
        "kind": question.kind,
        "required": question.required,
        "one_of": question.one_of,
        "choices": list(question.choices),
        "columns": [_question(column, said, question.name) for column in question.columns],
        "label": field_label(said, name),
        "hint": said.text(hint) if said.has(hint) else "",
    }
