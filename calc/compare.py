"""Two answers of one calculator side by side: what was answered differently, what came out, and why.

Nothing here knows a calculator: the rows come from its highlights and its first table, the reasons from the figures
that its steps name. A figure that another step worked out is explained there, and so is not told twice.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from calc.explain import explain
from calc.links import flat
from calc.measures import as_field, difference, measured
from calc.messages import Figure, Message
from calc.questions import Calculator
from calc.result import Result, Table

MOST_REASONS = 8


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two answers."""

    typed: Mapping[str, Any]
    result: Result


@dataclass(frozen=True, slots=True)
class Row:
    """One figure of both answers; None where that side has no such row at all, a figure of None where it is open.

    `group` is the row of the table it belongs to, None for a highlight.
    """

    label: Message
    first: Figure | None
    second: Figure | None
    group: Any = None

    @property
    def change(self) -> Figure | None:
        """The second less the first, where both are numbers."""
        return difference(self.first, self.second) if self.first and self.second else None

    @property
    def same(self) -> bool:
        return self.first == self.second


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two answers and how they differ.

    `fields` are the fields that were answered differently; `rows` the highlights, then the cells of the first
    table that differ; `alike` the rows of the table without a difference. `why` explains the amounts that differ,
    the most telling first; `aside` names figures that differ without a share in that, and reasons beyond the first few.
    """

    first: Side
    second: Side
    fields: tuple[str, ...]
    rows: tuple[Row, ...]
    alike: tuple[Any, ...]
    why: tuple[Message, ...]
    aside: tuple[Message, ...]


def compare(calculator: Calculator, first: Side, second: Side) -> Comparison:
    """Set two answers side by side.

    >>> from calc import rules
    >>> from calc.door import answer
    >>> asked = rules.get("contributions")
    >>> def side(place):
    ...     return Side(*answer(asked, {"place": place, "month": "2026-07", "wage": 12000}, "2026-11-22"))
    >>> found = compare(asked, side("shanghai"), side("beijing"))
    >>> found.fields, str(found.rows[0].change.value)
    (('place',), '3.00')
    """
    answered = _answered(calculator, first, second)
    cells = list(_cells(first.result, second.result))
    differing = [row for row in cells if not row.same]
    told = explain(first.result, second.result, answered)
    why = [one.message for one in told if one.matters]
    return Comparison(
        first,
        second,
        tuple(answered),
        (*_highlights(calculator, first.result, second.result), *differing),
        _alike(cells, differing),
        tuple(why[:MOST_REASONS]),
        (*why[MOST_REASONS:], *(one.message for one in told if not one.matters)),
    )


def _answered(calculator: Calculator, first: Side, second: Side) -> dict[str, tuple[Any, Any]]:
    """The fields that were answered differently; one that only one side answered is one of them."""
    one, other = flat(calculator, first.typed), flat(calculator, second.typed)
    differing = [name for name in dict.fromkeys([*one, *other]) if one.get(name) != other.get(name)]
    return {name: (first.typed.get(name), second.typed.get(name)) for name in differing}


def _highlights(calculator: Calculator, first: Result, second: Result) -> Iterable[Row]:
    for named in calculator.highlights:
        one, other = (
            measured(named.name, named.unit, as_field(result.results[named.name])) for result in (first, second)
        )
        yield Row(Message(f"result.{named.name}"), one, other)


def _cells(first: Result, second: Result) -> Iterable[Row]:
    """The amounts of the first table, row by row, and the rows that only one side has."""
    if not first.tables or not second.tables:
        return
    one, other = _rows(first.tables[0]), _rows(second.tables[0])
    columns = [column for column in first.tables[0].columns if column in second.tables[0].columns][1:]
    for key in dict.fromkeys([*one, *other]):
        name = (one.get(key) or other[key])[0]
        for column in columns:
            row = Row(
                column,
                _amount(first.tables[0], one.get(key), column),
                _amount(second.tables[0], other.get(key), column),
                name,
            )
            if any(figure and figure.value != 0 for figure in (row.first, row.second)):
                yield row


def _rows(table: Table) -> dict[str, tuple[Any, ...]]:
    return {_key(row[0]): row for row in table.rows}


def _key(cell: Any) -> str:
    """What makes two rows the same one: what the table says of it, else how it is named."""
    if isinstance(cell, Message):
        return str(cell.values["row"]) if "row" in cell.values else f"{cell.id} {dict(cell.values)}"
    return str(cell)


def _amount(table: Table, row: tuple[Any, ...] | None, column: Message) -> Figure | None:
    """The money in a cell: an amount, None where it is open; no figure where the cell or the row holds none."""
    cell = row[table.columns.index(column)] if row else ""
    if isinstance(cell, Message):
        cell = cell.values.get("amount", "")
    return Figure(column.id, cell, "CNY") if cell is None or isinstance(cell, Decimal) else None


def _alike(cells: list[Row], differing: list[Row]) -> tuple[Any, ...]:
    """The names of the rows in which no amount differs."""
    changed = {_key(row.group) for row in differing}
    names = {_key(row.group): row.group for row in cells}
    return tuple(name for key, name in names.items() if key not in changed)
