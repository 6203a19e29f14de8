"""What is paid in a place this month: the table of schemes, for employees and for people who pay for themselves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from calc.entries import Entry
from calc.values import Unknown, Value, value
from calc.view.html import Markup, join, tag
from scripts.places.evidence import Evidence
from scripts.places.kinds import condition, order
from scripts.places.now import by_evidence
from scripts.places.wording import Wording

ALWAYS = ("pension", "medical", "unemployment", "injury")
SCHEMES = ("pension", "medical", "maternity", "unemployment", "injury", "long_term_care", "housing_fund")
RATE_FIELDS = ("employer", "employee", "employer_fixed", "employee_fixed", "employer_to_account", "employee_to_account")
LIMITS = ("floor", "ceiling")


@dataclass(frozen=True)
class Line:
    """A scheme with the rates that may hold for someone there, and the limits of its base."""

    scheme: str
    worker: str
    rates: tuple[Value, ...]
    limits: Value | None

    @property
    def has_limits(self) -> bool:
        return self.limits is not None and bool({"floor", "ceiling", "no_ceiling"} & self.limits.entry.printed.keys())

    @property
    def needs_limits(self) -> bool:
        """Whether a base matters at all: not for a fixed sum, nor for what is paid out of a fund or an account."""
        entries = [one.entry for one in self.rates]
        return not entries or not all(_is_only_a_sum(entry) or "paid_from" in entry.printed for entry in entries)

    @property
    def is_known(self) -> bool:
        return bool(self.rates) or self.has_limits


def lines(place: str, worker: str, said: Wording) -> list[Line]:
    """The schemes that such a person has there: those that everyone has, and others where something is known."""
    found = [_line(place, scheme, worker, said) for scheme in SCHEMES]
    merged = any(rate.entry.printed.get("includes_maternity") for line in found for rate in line.rates)
    return [line for line in found if _is_listed(line, merged)]


def _line(place: str, scheme: str, worker: str, said: Wording) -> Line:
    limits = value(f"base.{scheme}", place, said.month)
    rates = candidates(value(f"rate.{scheme}.{worker}", place, said.month))
    return Line(scheme, worker, rates, limits if isinstance(limits, Value) else None)


def _is_listed(line: Line, merged: bool) -> bool:
    if line.worker == "flexible":
        return bool(line.rates)
    if line.scheme == "maternity":
        return bool(line.rates) and not merged
    return line.scheme in ALWAYS or bool(line.rates) or (line.scheme == "housing_fund" and line.has_limits)


def candidates(found: Value | Unknown) -> tuple[Value, ...]:
    """The value, or those that may apply, in the order in which people count them."""
    if isinstance(found, Value):
        return (found,)
    return tuple(sorted(found.candidates, key=lambda one: order(one.entry)))


# In words


def rate(entry: Entry, side: str, said: Wording) -> str:
    """What one side pays by this entry: a percentage, a sum, both, a range, or nothing."""
    printed = entry.printed
    if "paid_from" in printed:
        return said(f"from-{printed['paid_from']}")
    shown = _percentages(printed, side, said)
    fixed = printed.get(f"{side}_fixed", 0)
    if fixed:
        sum_ = said.yuan(Decimal(fixed))
        shown = sum_ if not shown or printed.get(side) == 0 else said("plus", first=shown, second=sum_)
    if printed.get("optional") and shown:
        return said("by-choice", rate=shown)
    return shown or said("not-known" if printed.get(side) is None and side_is_asked(entry, side) else "nothing")


def side_is_asked(entry: Entry, side: str) -> bool:
    """Whether this side could have to pay at all: by law, employees pay nothing for work injury."""
    return not (side == "employee" and entry.key.startswith(("rate.injury", "rate.maternity")))


def _percentages(printed: dict[str, Any], side: str, said: Wording) -> str:
    if printed.get(side):
        return said.percent(printed[side])
    if side == "employee" and printed["scheme"] != "housing_fund":
        return ""
    ends = printed["classes"] if "classes" in printed else printed.get("range", ())
    if not ends:
        return ""
    span = said("span", low=said.percent(min(ends)), high=said.percent(max(ends)))
    return said("each-side" if printed["scheme"] == "housing_fund" else "by-industry", span=span)


def limits(line: Line, said: Wording) -> str:
    """The lowest and the highest base, as far as they are known."""
    if any(one.entry.printed.get("floor_differs") for one in line.rates):
        return said("other-floor")
    if not line.needs_limits:
        return said("no-base")
    if line.limits is None or not line.has_limits:
        return said("not-known")
    return span_of(line.limits.entry, said)


def _is_only_a_sum(entry: Entry) -> bool:
    printed = entry.printed
    sums = any(printed.get(f"{side}_fixed") for side in ("employer", "employee"))
    return sums and not any(printed.get(side) for side in ("employer", "employee"))


def span_of(entry: Entry, said: Wording) -> str:
    printed = entry.printed
    ends = {end: said.yuan(printed[name]) for end, name in (("low", "floor"), ("high", "ceiling")) if name in printed}
    if printed.get("no_ceiling"):
        return said("no-ceiling", **ends) if ends else said("not-known")
    if len(ends) == len(LIMITS):
        return said.yuan_span(printed["floor"], printed["ceiling"])
    return said("at-least", **ends) if "low" in ends else said("at-most", **ends)


def name(line: Line, said: Wording) -> str:
    merged = line.scheme == "medical" and any(one.entry.printed.get("includes_maternity") for one in line.rates)
    return said.term("medical_with_maternity" if merged else line.scheme)


# As a table


def table(place: str, worker: str, said: Wording, evidence: Evidence) -> Markup:
    """The table of one kind of person; nothing where no line of it is known."""
    found = lines(place, worker, said)
    if not any(line.is_known for line in found):
        return Markup("")
    sides = ("employee",) if worker == "flexible" else ("employee", "employer")
    heads = ("now-scheme", *("now-you" if side == "employee" else "now-employer" for side in sides), "now-base")
    caption = said(
        "now-caption" if worker == "employee" else "flexible-caption",
        place=said.name(place),
        month=said.when(said.month),
    )
    told: list[Entry] = []
    bodies = [tag("tbody", *_rows(line, sides, said), _why(line, len(heads), told, said, evidence)) for line in found]
    return tag(
        "table",
        tag("caption", said.marked(caption)),
        tag("thead", tag("tr", *(tag("th", said(head), scope="col") for head in heads))),
        *bodies,
        class_="place-table place-now",
    )


def _rows(line: Line, sides: tuple[str, ...], said: Wording) -> Iterator[Markup]:
    base = tag("td", said.marked(limits(line, said)), class_="place-span")
    if not line.rates:
        yield tag("tr", _head(line, None, said), *(tag("td", said("not-known")) for _ in sides), base)
    for found in line.rates:
        cells = [tag("td", said.marked(rate(found.entry, side, said))) for side in sides]
        yield tag("tr", _head(line, found, said), *cells, base)


def _head(line: Line, found: Value | None, said: Wording) -> Markup:
    of_whom = condition(found.entry, said) if found else ""
    small = tag("span", said.marked(of_whom), class_="place-condition") if of_whom else ""
    return tag("th", said.marked(name(line, said)), small, scope="row")


def _why(line: Line, columns: int, told: list[Entry], said: Wording, evidence: Evidence) -> Markup:
    """The evidence under a line: of its rates, and of its limits where no line above has told it."""
    pieces = []
    for same in by_evidence(list(line.rates)):
        pieces.append(evidence.of_value(same[0], RATE_FIELDS, said("rates-are")))
    entry = line.limits.entry if line.limits and line.has_limits else None
    if line.limits and entry and all(entry.printed is not other.printed for other in told):
        told.append(entry)
        pieces.append(evidence.of_value(line.limits, (), said("limits-are")))
    return tag("tr", tag("td", join(pieces), colspan=columns), class_="place-evidence") if pieces else Markup("")
