"""No two entries of one key may hold for the same person in the same month."""

from collections.abc import Iterator
from itertools import combinations
from typing import Any

from calc.checking.schema import listed
from calc.conditions import fact_of
from calc.entries import keyed
from calc.month import Month

Row = dict[str, Any]


def overlaps(content: Row) -> Iterator[tuple[str, int, str, str]]:
    """Each pair of entries that meet: the table, the number of the later entry in it, the key, what is wrong."""
    by_key: dict[tuple[str, str], list[tuple[int, Row]]] = {}
    for key, table, index, row in _rows(content):
        by_key.setdefault((key, table), []).append((index, row))
    met: dict[tuple[str, int, int], set[str]] = {}
    for (key, table), rows in by_key.items():
        for (first, one), (second, other) in combinations(rows, 2):
            if _meet(one, other) and _same_people(one, other):
                met.setdefault((table, first, second), set()).add(key)
    for (table, first, second), keys in met.items():
        one, other = content[table][first], content[table][second]
        names = {key.split(".")[1] if "." in key else key for key in keys if not key.startswith("medical_account.")}
        what = f"overlaps another entry for {listed(names or keys)} ({_span(other)} and {_span(one)})"
        yield table, second, "from", f"{what}; end one before the other starts"


def _rows(content: Row) -> list[tuple[str, str, int, Row]]:
    """The rows that say which key they answer: one that lacks a part of it is refused elsewhere."""
    found = []
    for table, rows in content.items():
        for index, row in enumerate(rows if isinstance(rows, list) else ()):
            try:
                found += [(key, table, index, row) for key, *_ in keyed({table: [row]})]
            except (KeyError, TypeError):
                continue
    return found


def _span(row: Row) -> str:
    return f"{row.get('from', '2024-01')} to {row.get('to', 'now')}"


def _meet(one: Row, other: Row) -> bool:
    try:
        starts = [Month.parse(row.get("from", "2024-01")) for row in (one, other)]
        ends = [Month.parse(row.get("to", "9999-12")) for row in (one, other)]
    except ValueError:
        return False
    return starts[0] <= ends[1] and starts[1] <= ends[0]


def _same_people(one: Row, other: Row) -> bool:
    """Whether somebody may fit the conditions of both."""
    first, second = one.get("when", {}), other.get("when", {})
    for name in first.keys() | second.keys():
        if name.endswith(("_min", "_max")):
            fact = fact_of(name)
            lowest = max(when.get(f"{fact}_min", 0) for when in (first, second))
            highest = min(when.get(f"{fact}_max", 999) for when in (first, second))
            if lowest > highest:
                return False
        elif name in first and name in second and first[name] != second[name]:
            return False
    return True
