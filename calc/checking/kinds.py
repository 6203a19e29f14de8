"""What is refused in an entry of a yearly series, a benefit or another single figure."""

from collections.abc import Callable
from typing import Any

from calc.checking.schema import KINDS, listed
from calc.checking.shapes import Faults, Row
from calc.conditions import WAGE_TIERS

DAYS_OF_THE_LAW = 98
YUAN_OF_ROUNDING = 12
"""A printed month's wage is rounded to the yuan, so twelve of them may miss the printed year by as much."""

KINDS_OF_WAGE = {"full_coverage", "non_private"}


def kind_faults(table: str, row: Row) -> Faults:
    """The faults of an entry of one of the tables of `schema.KINDS`, its shape being right."""
    kind = KINDS[table]
    if not kind.figures & row.keys() and "range" not in row:
        yield "", f"no figure; give {listed(kind.figures)}" + (" or range" if kind.ranged else "")
    for key in sorted(kind.figures & row.keys()):
        if any(not kind.low <= figure <= kind.high for figure in _many(row[key])):
            yield key, f"{key} lies outside {kind.low} to {kind.high}; check it against the notice"
    if kind.conditions:
        yield from _condition_faults(kind.conditions, row.get("when", {}))
    if table in OF_ONE_KIND:
        yield from OF_ONE_KIND[table](row)


def _many(figure: Any) -> list[Any]:
    return figure if isinstance(figure, list) else [figure]


def _condition_faults(conditions: frozenset[str], when: Row) -> Faults:
    for condition in sorted(when.keys() - conditions):
        yield "when", f"no condition {condition!r} here; there is {listed(conditions)}"
    if when.get("wage_tier", 1) not in WAGE_TIERS:
        yield "when", f"wage_tier is one of {listed({str(tier) for tier in WAGE_TIERS})}, 1 the highest"
    for name in sorted(when):
        low = name.removesuffix("_max") + "_min"
        if name.endswith("_max") and when.get(low, 0) > when[name]:
            yield "when", f"{low} lies above {name}; mend one of the two"


def _calendar_year(later: int) -> Callable[[Row], Faults]:
    """Faults of an entry that must hold for one calendar year, `later` years after the one it names."""

    def faults(row: Row) -> Faults:
        year = row.get("year", -later) + later
        if year and (row.get("from"), row.get("to")) != (f"{year}-01", f"{year}-12"):
            yield "from", f'a figure of year = {row["year"]} goes from "{year}-01" to "{year}-12"'

    return faults


def _wage_faults(row: Row) -> Faults:
    if row.get("kind") not in KINDS_OF_WAGE:
        yield "kind", f"no such kind of wage; there is {listed(KINDS_OF_WAGE)}"
    if "year" in row and "from" in row and int(row["from"][:4]) <= row["year"]:
        yield "from", "a wage governs later than the year it measures; mend `year` or `from`"
    yield from _twelve_months(row)


def _income_faults(row: Row) -> Faults:
    if row.get("kind") != "urban":
        yield "kind", 'kind must be "urban"'
    yield from _calendar_year(1)(row)
    yield from _twelve_months(row)


def _twelve_months(row: Row) -> Faults:
    if {"annual", "monthly"} <= row.keys() and abs(row["annual"] - 12 * row["monthly"]) > YUAN_OF_ROUNDING:
        yield "annual", "annual is not twelve times monthly; check both against the source"


def _day_faults(row: Row) -> Faults:
    if {"total", "extra"} <= row.keys() and row["total"] != DAYS_OF_THE_LAW + row["extra"]:
        yield "total", f"total is {DAYS_OF_THE_LAW} days of the law and the extra days; mend one of the two"


def _month_count_faults(row: Row) -> Faults:
    months = row.get("months")
    if not isinstance(months, list) or months != sorted(months, reverse=True):
        yield "months", "months is a list that falls from one age to the next"


def _worker_faults(row: Row) -> Faults:
    if row.get("worker") not in ("employee", "retiree"):
        yield "worker", 'worker must be "employee" or "retiree"'


OF_ONE_KIND: dict[str, Callable[[Row], Faults]] = {
    "calculation_bases": _calendar_year(0),
    "account_interest": _calendar_year(0),
    "incomes": _income_faults,
    "average_wages": _wage_faults,
    "maternity_extra": _day_faults,
    "payment_months": _month_count_faults,
    "medical_accounts": _worker_faults,
}
