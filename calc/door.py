"""What the door does: read the answers, let the rule answer, put the result into words."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from calc import rules
from calc.money import as_text, plainly
from calc.month import Month, is_date
from calc.parse import parse, plain, shown
from calc.questions import Calculator, InputError, Problem, Question, RefusedError
from calc.result import Message, Result, Step
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
        raise InputError([_problem(problem, said) for problem in refused.problems]) from None
    return _as_json(asked, typed, result, typed.get("month", Month.parse(today)), said)


def page(calculator: str, answers: Mapping[str, Any], lang: str, today: str | None = None) -> str:
    """The form and the answer as an HTML fragment.

    Answers that cannot be used are no error here: the form says what to mend beside each field, and
    keeps what was typed. Without any answers, the worked example is shown.

    >>> page("contributions", {}, "en", "2026-11-22").startswith("<form")
    True
    """
    from calc import view

    said = _language(lang, calculator)
    try:
        asked, today = _calculator(calculator), _day(today)
    except RefusedError as refused:
        raise InputError([_problem(problem, said) for problem in refused.problems]) from None
    if not isinstance(answers, Mapping):
        raise InputError([_problem(Problem("answers", "not-answers"), said)])
    raw = view.unfolded(asked, answers) if answers else _example(asked, today)
    try:
        typed, result = answer(asked, raw, today)
    except RefusedError as refused:
        return view.with_problems(asked, raw, refused.problems, said)
    return view.with_answer(asked, raw, {"month": Month.parse(today), **typed}, result, said)


def _example(calculator: Calculator, today: str) -> dict[str, Any]:
    month = {"month": today[:7]} if "month" in calculator.names else {}
    return {**calculator.example, **month}


def problems(calculator: str, answers: Mapping[str, Any], lang: str, today: str | None = None) -> list[dict[str, str]]:
    """What `page` would say is wrong with these answers; empty when they can be used."""
    from calc import view

    asked, day = _calculator(calculator), _day(today)
    try:
        answer(asked, view.unfolded(asked, answers), day)
    except RefusedError as refused:
        return [_problem(problem, words(lang, calculator)) for problem in refused.problems]
    return []


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


def _as_json(
    calculator: Calculator, typed: dict[str, Any], result: Result, month: Month, said: Words | None
) -> dict[str, Any]:
    from calc import RULES_VERSION

    def text(message: Message) -> dict[str, str]:
        return {"text": said.say(message)} if said else {}

    return {
        "calculator": calculator.id,
        "rules_version": RULES_VERSION,
        "answers": plain(calculator, typed),
        "month": str(month),
        "outcome": result.outcome,
        "results": dict(result.results),
        "reasons": [
            {"id": r.id, "met": r.met, **text(r.message), "sources": list(r.citations)} for r in result.reasons
        ],
        "steps": [{"id": step.id, **text(step.message), **_step(step)} for step in result.steps],
        "missing": [{"field": m.field, "why": said.say(m.why) if said else m.why.id} for m in result.missing],
        "warnings": [{"id": w.id.removeprefix("warning."), **text(w)} for w in result.warnings],
    }


def _step(step: Step) -> dict[str, Any]:
    value = step.value
    return {
        "formula": step.formula,
        "value": _plain(value, step.unit),
        "unit": step.unit,
        "sources": list(step.citations),
        "grade": step.grade,
    }


def _plain(value: Any, unit: str) -> Any:
    """What a step came to, in the contract's form."""
    if unit == "CNY":
        return as_text(value)
    if isinstance(value, Decimal):
        return plainly(value)
    return str(value) if isinstance(value, Month) else value
