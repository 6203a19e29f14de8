"""Conditions of an entry on the person it is for, held against what is known of somebody."""

from collections.abc import Mapping
from itertools import product
from typing import Any

from calc.entries import Entry

Facts = Mapping[str, Any]

TIERS = (1, 2)
WAGE_TIERS = (1, 2, 3, 4)
CHOICES = {"local_hukou": (True, False), "extended": (True, False), "tier": TIERS, "wage_tier": WAGE_TIERS}
"""What a condition that is no limit can be; every other condition is NAME_min or NAME_max, a whole number."""


def may_hold(entry: Entry, facts: Facts) -> bool:
    """Whether nothing that is known of the person speaks against the entry."""
    return all(_may_be(name, wanted, facts) for name, wanted in entry.when.items())


def undecided(entry: Entry, facts: Facts) -> list[str]:
    """The facts that an entry's conditions are about and that are not known."""
    needed = {fact_of(name) for name in entry.when}
    return [name for name in needed if facts.get(name) is None]


def cover_everyone(found: list[Entry], facts: Facts) -> bool:
    """Whether some entry holds for every person of whom no more than `facts` is known."""
    kinds = {field: _kinds_of_people(field, found) for entry in found for field in undecided(entry, facts)}
    people = (dict(zip(kinds, kind, strict=True)) for kind in product(*kinds.values()))
    return all(any(may_hold(entry, {**facts, **person}) for entry in found) for person in people)


def fact_of(condition: str) -> str:
    """The fact that a condition is about: `age` for age_min and age_max.

    >>> fact_of("age_min"), fact_of("paid_years_max"), fact_of("tier")
    ('age', 'paid_years', 'tier')
    """
    return condition.removesuffix("_min").removesuffix("_max")


def _kinds_of_people(field: str, found: list[Entry]) -> list[Any]:
    """One person of each kind that a condition can tell apart."""
    if field in CHOICES:
        return list(CHOICES[field])
    limits = [entry.when.get(name) for entry in found for name in (f"{field}_min", f"{field}_max")]
    return sorted({limit + step for limit in limits if limit is not None for step in (-1, 0, 1)})


def _may_be(condition: str, wanted: Any, facts: Facts) -> bool:
    given = facts.get(fact_of(condition))
    if given is None:
        return True
    if condition.endswith("_min"):
        return bool(given >= wanted)
    return bool(given <= wanted if condition.endswith("_max") else given == wanted)
