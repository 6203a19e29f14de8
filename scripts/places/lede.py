"""The first sentences of a place page: what is paid there this month, as far as it is known."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from calc.money import as_percent
from calc.places import get
from calc.view.html import Markup, tag
from scripts.places import example
from scripts.places.contributions import Line, lines, rate, span_of
from scripts.places.wording import Wording

SIDES = ("employee", "employer")


def lede(place: str, said: Wording) -> Markup:
    """The answer first."""
    return tag("p", said.marked(said("gap").join(_sentences(place, said))), data_search_exclude=True, class_="lede")


def names(place: str, said: Wording) -> Markup:
    """How else the place is called, for those who search and those who check that they are right here."""
    found = get(place)
    others = (found.pinyin, found.zh if said.lang == "en" else found.en, found.code)
    listed = said("list-comma").join({name.casefold(): name for name in others}.values())
    return tag("p", said.html("lede-names", names=listed), class_="place-names")


def _sentences(place: str, said: Wording) -> list[str]:
    found = lines(place, "employee", said)
    paid = example.answer(place, said)["results"]["lines"]
    injury = [line for line in found if line.scheme == "injury"]
    # Where only the rate of work injury is open, it is told apart: mostly a range by industry is printed.
    is_open = any(line["scheme"] == "injury" and line["employer_rate"] is None for line in paid)
    counted = [line for line in paid if not (is_open and line["scheme"] == "injury")]
    rates = {side: [line[f"{side}_rate"] for line in counted] for side in SIDES}
    if None in rates["employee"] + rates["employer"]:
        return [said(f"lede-{example.level(place, said)}", month=said.when(said.month))]
    sums = {side: as_percent(sum((Decimal(one) for one in of_side), Decimal(0))) for side, of_side in rates.items()}
    head = said("lede-rates", month=said.when(said.month), you=sums["employee"], employer=sums["employer"])
    due = [line for line in found if line.scheme != "housing_fund" and line.needs_limits]
    return [head, *_injury(injury, is_open, said), *_fixed(paid, said), *_limits(due, said)]


def _injury(found: list[Line], is_open: bool, said: Wording) -> list[str]:
    entries = [one.entry for line in found for one in line.rates]
    if is_open:
        shown = rate(entries[0], "employer", said) if entries else said("not-known")
        return [said("lede-injury-open", rate=shown)]
    return [said("lede-injury")] if any("classes" in entry.printed for entry in entries) else []


def _fixed(paid: Sequence[dict[str, Any]], said: Wording) -> list[str]:
    sums = {side: sum((Decimal(line[f"{side}_fixed"] or 0) for line in paid), Decimal(0)) for side in SIDES}
    told = [said(f"lede-fixed-{side}", sum=said.yuan(amount)) for side, amount in sums.items() if amount]
    return [said("lede-fixed", sums=said.listed(told))] if told else []


def _limits(found: list[Line], said: Wording) -> list[str]:
    if not all(line.has_limits for line in found):
        return [said("lede-bases-part")]
    ends = {(line.limits.entry.number("floor"), line.limits.entry.number("ceiling")) for line in found if line.limits}
    if len(ends) > 1:
        return [said("lede-bases")]
    (floor, ceiling), entry = ends.pop(), found[0].limits
    if floor is None or ceiling is None or not ceiling.is_finite():
        return [said("lede-base", span=span_of(entry.entry, said))] if entry else []
    return [said("lede-one-base", floor=said.yuan(floor), ceiling=said.yuan(ceiling))]
