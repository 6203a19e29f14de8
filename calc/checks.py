"""What the loader refuses in a value file: it says which file and line, what is wrong and what to do.

Used only where TOML is read: on a desk and when the page's tables are packed, never in the page.
"""

import re
from collections.abc import Iterator
from itertools import combinations
from typing import Any

from calc.money import ROUNDING_RULES
from calc.month import Month
from calc.questions import SCHEMES

Row = dict[str, Any]

EVIDENCE = {"sources", "grade", "checked", "recorded"}
PERIOD = {"from", "to", "start"}
REMARKS = {"provisional", "note_en", "note_zh", "other_readings", "next_expected"}
POINTS = {"employer_to_account", "employee_to_account"}
FIXED = {"employer_fixed", "employee_fixed"}

KNOWN = {
    "bases": EVIDENCE | PERIOD | REMARKS | {"schemes", "floor", "ceiling", "reference_wage"},
    "rates": EVIDENCE
    | PERIOD
    | REMARKS
    | POINTS
    | FIXED
    | {"scheme", "worker", "when", "employer", "employee", "classes", "range", "total", "optional"}
    | {"paid_from", "includes_maternity"},
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
CONDITIONS = {"local_hukou", "tier", "age_min", "age_max"}
BODIES = ("hrss", "nhsa", "tax", "service", "agency")


class DataError(ValueError):
    """A value file breaks a rule; the message names file, line and remedy."""


def refuse_what_is_wrong(name: str, content: Row, text: str) -> None:
    """Raise DataError with every fault of the value file `name`; other tables pass."""
    if not re.match(r"data/(places/|national/)", name):
        return
    faults = [f"{name}.toml:{_line(text, table, index, key)}: {what}" for table, index, key, what in _faults(content)]
    if faults:
        raise DataError("\n".join(faults))


Fault = tuple[str, int, str, str]


def _faults(content: Row) -> Iterator[Fault]:
    known_sources = set(content.get("sources", {})) | set(_shared_sources())
    for table, rows in content.items():
        if table == "sources":
            yield from _source_faults(rows, known_sources)
        elif table not in KNOWN:
            yield table, 0, "", f"[[{table}]] is no table of a value file; use {_listed(set(KNOWN) | {'sources'})}"
        else:
            for index, row in enumerate(rows):
                yield from ((table, index, key, what) for key, what in _row_faults(table, row, known_sources))
    yield from _overlaps("bases", content.get("bases", ()))
    yield from _overlaps("rates", content.get("rates", ()))
    yield from _overlaps("rounding", content.get("rounding", ()))


def _shared_sources() -> Row:
    from calc.tables import table

    return table("data/sources")["sources"]


def _source_faults(sources: Row, known: set[str]) -> Iterator[Fault]:
    for source_id, row in sources.items():
        for key in row.keys() - SOURCE_KEYS:
            yield f"sources.{source_id}", 0, key, f"unknown key {key!r}; a source has {_listed(SOURCE_KEYS)}"
        if row.get("link") not in ("opened", "named", "none"):
            yield f"sources.{source_id}", 0, "link", 'link must be "opened", "named" or "none"'
        for via in set(row.get("via", ())) - known:
            yield f"sources.{source_id}", 0, "via", f"no source {via!r}; add it here or to sources.toml"


def _row_faults(table: str, row: Row, known_sources: set[str]) -> Iterator[tuple[str, str]]:
    for key in row.keys() - KNOWN[table]:
        yield key, f"unknown key {key!r}; [[{table}]] takes {_listed(KNOWN[table])}"
    for key in NEEDED[table] - row.keys():
        yield "", f"{key!r} is missing; add it"
    yield from _evidence_faults(row, known_sources)
    if table != "contacts":
        yield from _period_faults(row)
    faults_of = {"bases": _base_faults, "rates": _rate_faults, "rounding": _rule_faults, "contacts": _body_faults}
    yield from faults_of[table](row)


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


def _base_faults(row: Row) -> Iterator[tuple[str, str]]:
    for scheme in set(row.get("schemes", ())) - set(SCHEMES):
        yield "schemes", f"no scheme {scheme!r}; there is {_listed(set(SCHEMES))}"
    if "floor" not in row and "ceiling" not in row:
        yield "", "neither floor nor ceiling; give the one that is printed"
    elif row.get("floor", 0) > row.get("ceiling", row.get("floor", 0)):
        yield "floor", "the floor is above the ceiling; check both against the notice"


def _rate_faults(row: Row) -> Iterator[tuple[str, str]]:
    if row.get("scheme") not in SCHEMES:
        yield "scheme", f"no such scheme; there is {_listed(set(SCHEMES))}"
    if row.get("worker") not in ("employee", "flexible"):
        yield "worker", 'worker must be "employee" or "flexible"'
    for condition in row.get("when", {}).keys() - CONDITIONS:
        yield "when", f"no condition {condition!r}; there is {_listed(CONDITIONS)}"
    if "classes" in row and len(row["classes"]) != 8:
        yield "classes", "a table of work-injury classes has eight rates"
    figures = [row[key] for key in ("employer", "employee", "total") if key in row]
    figures += [*row.get("classes", ()), *row.get("range", ())]
    if not figures and not FIXED & row.keys():
        yield "", "no rate at all; give employer and employee, classes or a range"
    if any(not 0 <= figure <= 100 for figure in figures):
        yield "", "a rate lies outside 0 to 100; enter percent as printed"


def _rule_faults(row: Row) -> Iterator[tuple[str, str]]:
    if row.get("rule") not in ROUNDING_RULES:
        yield "rule", f"no rounding rule of that name; there is {_listed(set(ROUNDING_RULES))}"


def _body_faults(row: Row) -> Iterator[tuple[str, str]]:
    if row.get("body") not in BODIES:
        yield "body", f"no such kind of body; there is {_listed(set(BODIES))}"


def _overlaps(table: str, rows: Any) -> Iterator[Fault]:
    for (_, one), (index, other) in combinations(enumerate(rows), 2):
        shared = _names(one) & _names(other)
        if shared and one.get("worker") == other.get("worker") and _meet(one, other) and _same_people(one, other):
            first, second = _span(one), _span(other)
            what = f"overlaps another entry for {_listed(shared)} ({second} and {first})"
            yield table, index, "from", f"{what}; end one before the other starts"


def _names(row: Row) -> set[str]:
    return set(row.get("schemes", ())) | ({row["scheme"]} if "scheme" in row else set())


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
    first, second = one.get("when", {}), other.get("when", {})
    for name in ("local_hukou", "tier"):
        if name in first and name in second and first[name] != second[name]:
            return False
    youngest = max(first.get("age_min", 0), second.get("age_min", 0))
    return youngest <= min(first.get("age_max", 999), second.get("age_max", 999))


def _line(text: str, table: str, index: int, key: str) -> int:
    """The line of `key` in the index-th entry of `table`, else of the entry itself."""
    lines = text.splitlines()
    heads = [number for number, line in enumerate(lines) if line.strip() in (f"[[{table}]]", f"[{table}]")]
    if index >= len(heads):
        return 1
    for number in range(heads[index], len(lines)):
        if key and re.match(rf"\s*{re.escape(key)}\s*=", lines[number]):
            return number + 1
        if number > heads[index] and lines[number].startswith("["):
            break
    return heads[index] + 1


def _listed(names: set[str]) -> str:
    return ", ".join(sorted(names))
