"""Entries of value files for tests: small, invented, and complete as far as the loader asks."""

from typing import Any

Row = dict[str, Any]


def evidenced(**figures: Any) -> Row:
    """An entry with the evidence that every entry needs; `from_` stands for `from`."""
    row = {"sources": ["city-salary"], "grade": "B", "checked": "2026-11-22", "recorded": "2026-11-22"}
    return row | {name.rstrip("_"): figure for name, figure in figures.items()}


def base(floor: int, scheme: str = "pension", **more: Any) -> Row:
    """Limits of one scheme; the ceiling never matters."""
    return evidenced(schemes=[scheme], floor=floor, ceiling=99999, **more)


def rate(employer: int, scheme: str = "pension", worker: str = "employee", **more: Any) -> Row:
    """Rates of one scheme; the employee's is always 8."""
    return evidenced(scheme=scheme, worker=worker, employer=employer, employee=8, **more)


def injury(**more: Any) -> Row:
    """A work-injury entry that starts in 2015."""
    return evidenced(scheme="injury", worker="employee", from_="2015-10", employee=0, **more)


def value_file(rows: list[Row]) -> Row:
    """A value file that holds these entries."""
    return {
        "bases": [row for row in rows if "schemes" in row],
        "rates": [row for row in rows if "scheme" in row],
    }
