"""The reader's own figures by scheme, from their own notice."""

from decimal import Decimal
from typing import Any

from calc.questions import HIGHEST_INJURY_RATE, OWN_MONEY, OWN_RATES, SCHEMES, Problem, Question
from calc.reading.numbers import read_money, read_rate
from calc.reading.refusal import Refusal, refuse, shown
from calc.reading.shapes import is_blank, is_own_table


def read_own(question: Question, answer: Any) -> dict[str, dict[str, Decimal]]:
    """The figures by scheme and name; those left empty are left out."""
    if not is_own_table(answer):
        raise refuse(question.name, "own-shape")
    own: dict[str, dict[str, Decimal]] = {}
    problems: list[Problem] = []
    for scheme, figures in answer.items():
        for name, figure in figures.items():
            field = f"{question.name}.{scheme}.{name}"
            try:
                if not is_blank(figure):
                    own.setdefault(scheme, {})[name] = _figure(field, scheme, name, figure)
            except Refusal as refused:
                problems += refused.problems
        floor, ceiling = own.get(scheme, {}).get("floor"), own.get(scheme, {}).get("ceiling")
        if floor is not None and ceiling is not None and floor > ceiling:
            problems.append(Problem(f"{question.name}.{scheme}.floor", "floor-above-ceiling"))
    if problems:
        raise Refusal(*problems)
    return own


def _figure(field: str, scheme: str, name: str, figure: Any) -> Decimal:
    if scheme not in SCHEMES:
        raise refuse("own", "unknown-choice", typed=shown(scheme), known=list(SCHEMES))
    if name in OWN_MONEY:
        return read_money(Question(field, "money"), figure)
    if name in OWN_RATES:
        return read_rate(Question(field, "rate", high=HIGHEST_INJURY_RATE if scheme == "injury" else "1"), figure)
    raise refuse("own", "unknown-field", name=str(name), known=list(OWN_MONEY + OWN_RATES))
