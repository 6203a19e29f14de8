"""A result as the plain JSON of the contract: ids, values, and the sentences where a language is asked for."""

from decimal import Decimal
from typing import Any

from calc.money import as_text, plainly
from calc.month import Month
from calc.parse import plain
from calc.questions import Calculator
from calc.result import Message, Result, Step
from calc.words import Words


def as_plain(
    calculator: Calculator, typed: dict[str, Any], result: Result, month: Month, said: Words | None
) -> dict[str, Any]:
    """The dict that `calc.run` hands out; `month` is the one the rules are taken at, `said` None leaves sentences out.

    >>> from calc import rules
    >>> from calc.door import answer
    >>> asked = rules.get("contributions")
    >>> typed, result = answer(asked, {"place": "310000", "month": "2026-07", "wage": 12000}, "2026-11-22")
    >>> as_plain(asked, typed, result, typed["month"], None)["month"]
    '2026-07'
    """
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
    return {
        "formula": step.formula,
        "value": _value(step.value, step.unit),
        "unit": step.unit,
        "sources": list(step.citations),
        "grade": step.grade,
    }


def _value(value: Any, unit: str) -> Any:
    """What a step came to: money, a number that is no money, a month, or what JSON knows by itself."""
    if unit == "CNY":
        return as_text(value)
    if isinstance(value, Decimal):
        return plainly(value)
    return str(value) if isinstance(value, Month) else value
