"""The kinds of figures beside contributions: which of them hold for a place today, and how each is said."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from calc.entries import Entry
from calc.values import Unknown, Value, value
from scripts.places.evidence import IN_YUAN
from scripts.places.wording import Wording

NEVER_ZERO = frozenset({"employer_to_account"})
RANGE_IN_YUAN = frozenset({"calculation_base", "minimum_wage", "unemployment_benefit"})


@dataclass(frozen=True)
class Kind:
    """A kind of figure; any of its keys makes it known."""

    id: str
    keys: tuple[str, ...]


KINDS = (
    Kind("minimum_wage", ("minimum_wage",)),
    Kind("unemployment_benefit", ("unemployment_benefit", "unemployment_benefit_rule")),
    Kind("calculation_base", ("calculation_base",)),
    Kind("average_wage", ("average_wage.full_coverage", "average_wage.non_private")),
    Kind("medical_account", ("medical_account.employee", "medical_account.retiree")),
    Kind("medical_years", ("medical_years",)),
    Kind("resident_basic", ("resident_basic",)),
    Kind("maternity_extra", ("maternity_extra",)),
)
# Told where they are known; nobody misses them where they are not.
BESIDE = ("flexible_base.pension", "flexible_base.medical", "flexible_base.unemployment", "income.urban")


def in_force(key: str, place: str, said: Wording) -> list[Value]:
    """What may hold for someone in the place this month: one value, or one for each kind of person."""
    found = value(key, place, said.month)
    candidates = (found,) if isinstance(found, Value) else found.candidates
    shown = [one for one in candidates if figure(key, one.entry, said)]
    return sorted(shown, key=lambda one: order(one.entry))


def last_one(kind: Kind, place: str, said: Wording) -> Entry | None:
    """The last entry of a kind that is no longer in force, where there is one."""
    found = [value(key, place, said.month) for key in kind.keys]
    ended = [one.last for one in found if isinstance(one, Unknown) and one.last and one.last.end]
    return max(ended, key=lambda entry: entry.start, default=None)


def figure(key: str, entry: Entry, said: Wording) -> str:
    """The figure of an entry in words; "" where it holds none that can be said."""
    return said.first_fitting("shown", key, _shown_fields(key, entry.printed, said))


def condition(entry: Entry, said: Wording) -> str:
    """Of whom the figure holds; "" where of everyone."""
    return said("list-comma").join(_conditions(entry.when, said))


def order(entry: Entry) -> tuple[Any, ...]:
    """Conditions as people count them: class 1 first, the first months first."""
    names = ("extended", "local_hukou", "tier", "wage_tier", "paid_years_min", "paid_years_max")
    more = ("benefit_month_min", "benefit_month_max", "age_min", "age_max")
    when = entry.when
    flags = tuple(bool(when.get(name)) is (name == "local_hukou") for name in names[:2])
    return (flags[0] is False and "extended" in when, *(int(when.get(name, 0)) for name in (*names[2:], *more)))


def _shown_fields(key: str, printed: dict[str, Any], said: Wording) -> dict[str, str]:
    fields = {name: _shown(name, number, said) for name, number in printed.items() if _is_told(name, number)}
    if "range" in printed:
        shown = said.yuan if key in RANGE_IN_YUAN else said.plain
        fields["low"], fields["high"] = (shown(Decimal(end)) for end in printed["range"])
    if "percents" in printed:
        fields["percents"] = said.listed([said.percent(one) for one in printed["percents"]])
    return fields


def _is_told(name: str, number: Any) -> bool:
    is_number = isinstance(number, (int, Decimal)) and not isinstance(number, bool)
    return is_number and not (name in NEVER_ZERO and number == 0)


def _shown(name: str, number: Decimal, said: Wording) -> str:
    return said.yuan(number) if name in IN_YUAN else said.plain(number)


def _conditions(when: dict[str, Any], said: Wording) -> list[str]:
    told = []
    for name, wanted in when.items():
        if isinstance(wanted, bool):
            told.append(said.of("when", f"{name}-{str(wanted).lower()}"))
        elif not name.endswith(("_min", "_max")):
            told.append(said.of("when", name, n=wanted))
    for stem in ("benefit_month", "paid_years", "age"):
        ends = {end: str(when[f"{stem}_{end}"]) for end in ("min", "max") if f"{stem}_{end}" in when}
        if ends:
            told.append(said.first_fitting("when", stem, ends))
    return told
