"""What may stand in one entry of a value file, and what is refused with the remedy. Used by calc.checks."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from calc.entries import FIRST_MONTH_OF_UNCERTAIN_START
from calc.money import ROUNDING_RULES
from calc.month import Month
from calc.questions import SCHEMES
from calc.values import TIERS

Row = dict[str, Any]

EVIDENCE = {"sources", "grade", "checked", "recorded"}
PERIOD = {"from", "to", "start"}
REMARKS = {"provisional", "note_en", "note_zh", "other_readings", "next_expected"}
POINTS = {"employer_to_account", "employee_to_account"}
FIXED = {"employer_fixed", "employee_fixed"}

KNOWN = {
    "bases": EVIDENCE | PERIOD | REMARKS | {"schemes", "floor", "ceiling", "no_ceiling", "own_only", "reference_wage"},
    "rates": EVIDENCE
    | PERIOD
    | REMARKS
    | POINTS
    | FIXED
    | {"scheme", "worker", "when", "employer", "employee", "classes", "range", "total", "optional"}
    | {"paid_from", "includes_maternity", "floor_differs"},
    "rounding": EVIDENCE | PERIOD | {"scheme", "rule"},
    "contacts": {"body", "name_zh", "name_en", "host", "tel", "grade", "sources"},
}
NEEDED = {
    "bases": EVIDENCE | {"schemes"},
    "rates": EVIDENCE | {"scheme", "worker"},
    "rounding": EVIDENCE | {"scheme", "rule"},
    "contacts": {"body", "name_zh", "name_en", "grade", "sources"},
}
SOURCE_KEYS = {"number", "title_zh", "title_en", "issuer_zh", "issuer_en", "url", "link", "via", "kind"}
NUMBERS = {"floor", "ceiling", "reference_wage", "employer", "employee", "total", "classes", "range"} | POINTS | FIXED
CONDITIONS = {"local_hukou", "tier", "age_min", "age_max"}
BODIES = ("hrss", "nhsa", "tax", "service", "agency")


def listed(names: set[str]) -> str:
    return ", ".join(sorted(names))


def row_faults(table: str, row: Row, known_sources: set[str]) -> Iterator[tuple[str, str]]:
    """The faults of one entry of [[table]]: the key at fault, and what is wrong with it."""
    for key in row.keys() - KNOWN[table]:
        yield key, f"unknown key {key!r}; [[{table}]] takes {listed(KNOWN[table])}"
    for key in NEEDED[table] - row.keys():
        yield "", f"{key!r} is missing; add it"
    shapes = list(_shape_faults(row))
    yield from shapes
    if shapes:
        return  # what is no number cannot be compared
    yield from _evidence_faults(row, known_sources)
    if table != "contacts":
        yield from _period_faults(row)
    faults_of = {"bases": _base_faults, "rates": _rate_faults, "rounding": _rule_faults, "contacts": _body_faults}
    yield from faults_of[table](row)


def _shape_faults(row: Row) -> Iterator[tuple[str, str]]:
    for key in NUMBERS & row.keys():
        figures = row[key] if key in ("classes", "range") else [row[key]]
        if not isinstance(figures, list) or not all(_is_number(figure) for figure in figures):
            yield key, f"{key} must be a number without quotation marks"
    readings = row.get("other_readings", [])
    if not isinstance(readings, list) or not all(isinstance(reading, dict) for reading in readings):
        yield "other_readings", 'other_readings is a list of tables, such as [{ floor = 1, sources = ["x"] }]'
        return
    for reading in readings:
        for key in reading.keys() - NUMBERS - {"sources"}:
            yield "other_readings", f"unknown key {key!r} in other_readings; it takes {listed(NUMBERS | {'sources'})}"
        if not reading.get("sources"):
            yield "other_readings", "another reading needs its own sources"
        for key in reading.keys() & NUMBERS:
            if not _is_number(reading[key]):
                yield "other_readings", f"{key} must be a number without quotation marks"


def _is_number(figure: Any) -> bool:
    return isinstance(figure, (int, Decimal)) and not isinstance(figure, bool)


def _evidence_faults(row: Row, known_sources: set[str]) -> Iterator[tuple[str, str]]:
    if "grade" in row and row["grade"] not in ("A", "B", "C"):
        yield "grade", f"grade {row['grade']!r} is not A, B or C; a grade D figure is not entered at all"
    if not row.get("sources"):
        yield "sources", "no source; name at least one"
    cited = [*row.get("sources", ()), *(s for reading in row.get("other_readings", ()) for s in reading["sources"])]
    for source in set(cited) - known_sources:
        yield "sources", f"no source {source!r}; add [sources.{source}] to this file or to sources.toml"
    if ("note_en" in row) != ("note_zh" in row):
        yield "", "a note needs both note_en and note_zh"
    for key in ("checked", "recorded"):
        if key in row and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", str(row[key])):
            yield key, f'{key} must be a date such as "2026-11-22"'


def _period_faults(row: Row) -> Iterator[tuple[str, str]]:
    months = {}
    for key in ("from", "to", "next_expected"):
        try:
            months[key] = Month.parse(row[key]) if key in row else None
        except ValueError:
            yield key, f'{key} must be a month such as "2026-07"'
            return
    if "from" not in row and row.get("start") != "uncertain":
        yield "", 'no `from`; add the first month, or start = "uncertain" when no source prints it'
    if row.get("start", "uncertain") != "uncertain":
        yield "start", 'start can only be "uncertain"'
    if months["from"] and months["to"] and months["to"] < months["from"]:
        yield "to", "`to` lies before `from`; mend the months"
    if not months["from"] and months["to"] and months["to"] < FIRST_MONTH_OF_UNCERTAIN_START:
        yield "to", f"an uncertain start serves from {FIRST_MONTH_OF_UNCERTAIN_START}, so this would never serve"


def _base_faults(row: Row) -> Iterator[tuple[str, str]]:
    for scheme in set(row.get("schemes", ())) - set(SCHEMES):
        yield "schemes", f"no scheme {scheme!r}; there is {listed(set(SCHEMES))}"
    if "ceiling" in row and "no_ceiling" in row:
        yield "no_ceiling", "there cannot be both a ceiling and none; keep one of the two"
    if "floor" not in row and "ceiling" not in row:
        yield "", "neither floor nor ceiling; give the one that is printed"
    elif row.get("floor", 0) > row.get("ceiling", row.get("floor", 0)):
        yield "floor", "the floor is above the ceiling; check both against the notice"


def _rate_faults(row: Row) -> Iterator[tuple[str, str]]:
    if row.get("scheme") not in SCHEMES:
        yield "scheme", f"no such scheme; there is {listed(set(SCHEMES))}"
    if row.get("worker") not in ("employee", "flexible"):
        yield "worker", 'worker must be "employee" or "flexible"'
    for condition in row.get("when", {}).keys() - CONDITIONS:
        yield "when", f"no condition {condition!r}; there is {listed(CONDITIONS)}"
    if "classes" in row and len(row["classes"]) != 8:
        yield "classes", "a table of work-injury classes has eight rates"
    if row.get("when", {}).get("tier", 1) not in TIERS:
        yield "when", f"a reader can choose tier {listed({str(tier) for tier in TIERS})} only"
    if row.get("paid_from", "pool") not in ("account", "pool"):
        yield "paid_from", 'paid_from must be "account" or "pool"'
    if len(row.get("range", (0, 1))) != 2 or sorted(row.get("range", ())) != list(row.get("range", ())):
        yield "range", "a range has two rates, the lower one first"
    for side in ("employer", "employee"):
        if f"{side}_to_account" in row and row[f"{side}_to_account"] > row.get(side, 100):
            yield f"{side}_to_account", f"more of the {side}'s part reaches the account than is paid"
        if row.get(f"{side}_fixed", 0) < 0:
            yield f"{side}_fixed", "a fixed sum cannot be below zero"
    figures = [row[key] for key in ("employer", "employee", "total") if key in row]
    figures += [*row.get("classes", ()), *row.get("range", ())]
    if not figures and not FIXED & row.keys():
        yield "", "no rate at all; give employer and employee, classes or a range"
    if any(not 0 <= figure <= 100 for figure in figures):
        yield "", "a rate lies outside 0 to 100; enter percent as printed"


def _rule_faults(row: Row) -> Iterator[tuple[str, str]]:
    if row.get("rule") not in ROUNDING_RULES:
        yield "rule", f"no rounding rule of that name; there is {listed(set(ROUNDING_RULES))}"


def _body_faults(row: Row) -> Iterator[tuple[str, str]]:
    if row.get("body") not in BODIES:
        yield "body", f"no such kind of body; there is {listed(set(BODIES))}"
