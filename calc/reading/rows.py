"""Repeated rows, such as a history of places and months: each cell read by its column, each problem in its cell."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from calc.questions import Problem, Question
from calc.reading.refusal import Refusal, refuse, shown
from calc.reading.shapes import is_blank

Read = Callable[[Question, Any], Any]


def read_rows(question: Question, answer: Any, read: Read) -> list[dict[str, Any]]:
    """The rows in their order, each with the cells that were filled. Rows left blank are left out.

    `answer` is a list of tables, as `calc.given.folded` makes it of fields and of pasted lines.
    """
    if not isinstance(answer, list):
        raise refuse(question.name, "rows-shape", columns=_columns(question))
    filled = [(number, row) for number, row in enumerate(answer) if not is_blank(row)]
    if len(filled) > question.most:
        raise refuse(question.name, "too-many-rows", high=question.most)
    rows: list[dict[str, Any]] = []
    problems: list[Problem] = []
    if len(filled) < question.least:
        problems.append(Problem(question.name, "too-few-rows", {"low": question.least}))
    for number, row in filled:
        cells, found = _row(question, number, row, read)
        rows.append(cells)
        problems += found
    if problems:
        raise Refusal(*problems)
    return rows


def _row(question: Question, number: int, row: Any, read: Read) -> tuple[dict[str, Any], list[Problem]]:
    name = f"{question.name}.{number}"
    if not isinstance(row, Mapping):
        return {}, [Problem(name, "row-shape", {"columns": _columns(question)})]
    names = [column.name for column in question.columns]
    problems = [
        Problem(name, "unknown-column", {"column": shown(other), "known": names}) for other in row if other not in names
    ]
    cells: dict[str, Any] = {}
    for column in question.columns:
        given = row.get(column.name)
        cell = replace(column, name=f"{name}.{column.name}")
        try:
            if not is_blank(given):
                cells[column.name] = read(cell, given)
            elif column.required:
                problems.append(Problem(cell.name, "required"))
        except Refusal as refused:
            problems += refused.problems
    return cells, problems


def _columns(question: Question) -> list[str]:
    return [f"{question.name}.{column.name}" for column in question.columns]
