"""The other figures that hold in a place this month: wages, bases of pensions, benefits."""

from __future__ import annotations

from typing import Any

from calc.values import Value
from calc.view.html import Markup, join, tag
from scripts.places.evidence import Evidence
from scripts.places.kinds import BESIDE, KINDS, condition, figure, in_force
from scripts.places.wording import Wording

# An account is told from the row of the medical rates: what sources say of those is no dispute about the account.
ACCOUNT_FIELDS = ("employee_to_account", "employer_to_account", "amount", "total")


def figures(place: str, said: Wording, evidence: Evidence) -> Markup:
    """Each kind that is known, with its figures and the evidence; nothing where none is."""
    keys = (*(key for kind in KINDS for key in kind.keys), *BESIDE)
    items = [_item(key, found, said, evidence) for key in keys if (found := in_force(key, place, said))]
    return tag("dl", *items, class_="place-figures") if items else Markup("")


def _item(key: str, found: list[Value], said: Wording, evidence: Evidence) -> Markup:
    told: list[Markup] = []
    for same in by_evidence(found):
        told += [_figure(key, one, said) for one in same]
        told.append(evidence.of_value(same[0], ACCOUNT_FIELDS if key.startswith("medical_account") else ()))
    return tag("div", tag("dt", said.marked(said.of("kind", key))), tag("dd", join(told)))


def _figure(key: str, one: Value, said: Wording) -> Markup:
    shown = tag("strong", said.marked(figure(key, one.entry, said)))
    of_whom = condition(one.entry, said)
    return tag("span", shown, said.html("condition", text=of_whom) if of_whom else "", class_="place-figure")


def by_evidence(found: list[Value]) -> list[list[Value]]:
    """Figures that differ only in whom they hold for mostly stand in one document: it is named once for all."""
    groups: dict[tuple[Any, ...], list[Value]] = {}
    for one in found:
        printed = one.entry.printed
        remarks = (printed.get("note_en"), str(printed.get("other_readings", "")))
        groups.setdefault((one.sources, one.flags, one.grade, one.entry.start, one.entry.end, *remarks), []).append(one)
    return list(groups.values())
