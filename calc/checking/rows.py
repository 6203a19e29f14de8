"""What may stand in one entry of a value file, and what is refused with the remedy."""

from calc.checking.kinds import kind_faults
from calc.checking.schema import BODIES, FIXED, KINDS, KNOWN, NEEDED, PEOPLE, listed
from calc.checking.shapes import Faults, Row, evidence_faults, month_faults, period_faults, shape_faults, source_faults
from calc.conditions import TIERS
from calc.money import ROUNDING_RULES
from calc.questions import SCHEMES

BENEFIT_RULES = ("total-jiao-up", "parts-jiao-up", "parts-jiao-half-up")
"""How a pension is rounded: its total or each part of it, to a tenth of a yuan."""

BLANK = "`{key}` is still blank; write what the notice says, or take the line out if it says nothing"
"""What scripts/new_year and scripts/new_place leave to be written."""


def row_faults(table: str, row: Row, known_sources: set[str]) -> Faults:
    """The faults of one entry of [[table]]: the key at fault, and what is wrong with it."""
    blank = [key for key in row if row[key] == ""]
    yield from ((key, BLANK.format(key=key)) for key in blank)
    if blank:
        return  # what is not written yet cannot be judged
    for key in sorted(row.keys() - KNOWN[table]):
        yield key, f"unknown key {key!r}; [[{table}]] takes {listed(KNOWN[table])}"
    for key in sorted(NEEDED[table] - row.keys()):
        yield "", f"{key!r} is missing; add it"
    shapes = list(shape_faults(row))
    yield from shapes
    if shapes:
        return  # what is no number cannot be compared
    if table == "gaps":
        yield from _gap_faults(row, known_sources)
        return
    yield from evidence_faults(row, known_sources)
    if table != "contacts":
        yield from period_faults(row)
    if table in KINDS:
        yield from kind_faults(table, row)
        return
    faults_of = {"bases": _base_faults, "rates": _rate_faults, "rounding": _rule_faults, "contacts": _body_faults}
    yield from faults_of[table](row)


def _gap_faults(row: Row, known_sources: set[str]) -> Faults:
    from calc.tables import table

    yield from source_faults(row, known_sources)
    yield from month_faults(row)
    kind = str(row.get("kind", ""))
    if kind.partition(".")[0] not in {key.partition(".")[0] for key in table("data/keys")}:
        yield "kind", f"keys.toml has no kind {kind!r}; take one of its keys, or the beginning of one"
    for note in ("note_en", "note_zh"):
        if note in row and not str(row[note]).strip():
            yield note, "say what to look up, and where"


def _base_faults(row: Row) -> Faults:
    for scheme in sorted(set(row.get("schemes", ())) - set(SCHEMES)):
        yield "schemes", f"no scheme {scheme!r}; there is {listed(set(SCHEMES))}"
    if "ceiling" in row and "no_ceiling" in row:
        yield "no_ceiling", "there cannot be both a ceiling and none; keep one of the two"
    if "floor" not in row and "ceiling" not in row:
        yield "", "neither floor nor ceiling; give the one that is printed"
    elif row.get("floor", 0) > row.get("ceiling", row.get("floor", 0)):
        yield "floor", "the floor is above the ceiling; check both against the notice"


def _rate_faults(row: Row) -> Faults:
    if row.get("scheme") not in SCHEMES:
        yield "scheme", f"no such scheme; there is {listed(set(SCHEMES))}"
    if row.get("worker") not in ("employee", "flexible"):
        yield "worker", 'worker must be "employee" or "flexible"'
    for condition in sorted(row.get("when", {}).keys() - PEOPLE):
        yield "when", f"no condition {condition!r}; there is {listed(PEOPLE)}"
    if "classes" in row and len(row["classes"]) != 8:
        yield "classes", "a table of work-injury classes has eight rates"
    if row.get("when", {}).get("tier", 1) not in TIERS:
        yield "when", f"a reader can choose tier {listed({str(tier) for tier in TIERS})} only"
    if row.get("paid_from", "pool") not in ("account", "pool"):
        yield "paid_from", 'paid_from must be "account" or "pool"'
    for side in ("employer", "employee"):
        if f"{side}_to_account" in row and row[f"{side}_to_account"] > row.get(side, 100):
            yield f"{side}_to_account", f"more of the {side}'s part reaches the account than is paid"
        if row.get(f"{side}_fixed", 0) < 0:
            yield f"{side}_fixed", "a fixed sum cannot be below zero"
    yield from _percent_faults(row)


def _percent_faults(row: Row) -> Faults:
    figures = [row[key] for key in ("employer", "employee", "total") if key in row]
    figures += [*row.get("classes", ()), *row.get("range", ())]
    if not figures and not FIXED & row.keys():
        yield "", "no rate at all; give employer and employee, classes or a range"
    if any(not 0 <= figure <= 100 for figure in figures):
        yield "", "a rate lies outside 0 to 100; enter percent as printed"


def _rule_faults(row: Row) -> Faults:
    scheme = row.get("scheme")
    if scheme not in (*SCHEMES, "pension_benefit"):
        yield "scheme", f"no such scheme; there is {listed({*SCHEMES, 'pension_benefit'})}"
        return
    rules = set(BENEFIT_RULES if scheme == "pension_benefit" else ROUNDING_RULES)
    if row.get("rule") not in rules:
        yield "rule", f"no rounding rule of that name; there is {listed(rules)}"


def _body_faults(row: Row) -> Faults:
    if row.get("body") not in BODIES:
        yield "body", f"no such kind of body; there is {listed(set(BODIES))}"
