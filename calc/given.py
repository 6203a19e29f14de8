"""Answers as forms, shells and JSON give them, folded into one table by question.

A form sends own.injury.employer_rate=… and history.0.place=…, a shell may too; JSON nests them.
"""

import re
from collections.abc import Mapping
from typing import Any

from calc import pasted
from calc.questions import Calculator, Question
from calc.reading.shapes import is_blank, is_own_table, looks_like_a_number

Raw = Mapping[str, Any]


def folded(raw: Raw, calculator: Calculator) -> dict[str, Any]:
    """The same answers with own figures as one table by scheme, and rows as one list of tables each."""
    return fold_rows(_fold_own({str(name): answer for name, answer in raw.items()}), calculator)


def _fold_own(raw: dict[str, Any]) -> dict[str, Any]:
    """Fold own.injury.employer_rate=… into own={injury: {employer_rate: …}}."""
    single = {name: answer for name, answer in raw.items() if _is_own_figure(name)}
    kept = {name: answer for name, answer in raw.items() if name not in single}
    own = kept.get("own", {})
    if not is_own_table(own):
        return kept  # refused as a whole; the single figures would only hide that
    own = {scheme: dict(figures) for scheme, figures in own.items()}
    for name, answer in single.items():
        _, scheme, figure = name.split(".")
        if not is_blank(answer):
            own.setdefault(scheme, {})[figure] = answer
    return {**kept, "own": own}


def _is_own_figure(name: str) -> bool:
    return name.startswith("own.") and name.count(".") == 2


def fold_rows(raw: Raw, calculator: Calculator) -> dict[str, Any]:
    """Fold history.0.place=… and pasted lines into history=[{place: …}, …]."""
    kept = dict(raw)
    for question in calculator.questions:
        if question.kind == "rows":
            cells, total = _cells_of(kept, question.name), _total_of(question, calculator)
            given = kept.pop(question.name, None)
            if total and not cells and looks_like_a_number(given):
                kept[total] = given  # a single number where rows are asked is their sum
            elif cells or given is not None:
                kept[question.name] = _rows(question, given, cells)
    return kept


def _rows(question: Question, given: Any, cells: Mapping[tuple[int, str], Any]) -> Any:
    """Rows that came as a list or as lines, and over them those that came cell by cell."""
    if isinstance(given, str) and not is_blank(given):
        given = pasted.rows(given, question.columns)
    if not cells:
        return given
    rows = dict(enumerate(given)) if isinstance(given, list) else {}
    for (number, column), cell in cells.items():
        row = rows.get(number)
        rows[number] = {**row, column: cell} if isinstance(row, dict) else {column: cell}
    return [rows[number] for number in sorted(rows)]


def _cells_of(kept: dict[str, Any], name: str) -> dict[tuple[int, str], Any]:
    """Take history.0.place=… out of the answers: cells by row and column."""
    pattern = re.compile(re.escape(name) + r"\.([0-9]{1,4})\.(.+)", re.DOTALL)
    found = {field: match for field in kept if (match := pattern.fullmatch(field))}
    return {(int(match[1]), match[2]): kept.pop(field) for field, match in found.items()}


def _total_of(question: Question, calculator: Calculator) -> str:
    """The amount that may be given instead of rows, in the same group."""
    same = (one.name for one in calculator.questions if one.kind == "money" and one.one_of == question.one_of != "")
    return next(same, "")
