"""value(key, place, month): the figure in force there and then, or the reason why none is known.

The one place that knows layers, time, grace and inheritance. A figure is never carried past its
printed end in silence, never taken from a neighbour, and never guessed.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import product
from typing import Any

from calc.entries import Entry, applying
from calc.month import Month
from calc.places import NATION, get
from calc.tables import table

Facts = Mapping[str, Any]
Rule = Mapping[str, Any]

MONTHS_A_CHECK_HOLDS = 12
BY_WAGE_TIER = ("minimum_wage", "unemployment_benefit")
TIERS = (1, 2)
WAGE_TIERS = (1, 2, 3, 4)
CHOICES = {"local_hukou": (True, False), "extended": (True, False), "tier": TIERS, "wage_tier": WAGE_TIERS}
"""What a condition that is no limit can be; every other condition is NAME_min or NAME_max, a whole number."""


@dataclass(frozen=True, slots=True)
class Value:
    """A figure as printed, the month it is read for, and how far to trust it.

    `flags` are warning ids: provisional, disputed, one-source, start-not-known, benchmark.
    """

    key: str
    place: str
    month: Month
    entry: Entry
    flags: frozenset[str]

    @property
    def layer(self) -> str:
        """Code of the layer that answered: the place itself, its province, or the nation."""
        return self.entry.layer

    @property
    def grade(self) -> str:
        """A official text read in a copy, B two sources agree, C one source."""
        return self.entry.printed["grade"]

    @property
    def sources(self) -> tuple[str, ...]:
        return tuple(self.entry.printed["sources"])

    def number(self, field: str, absent: Decimal | None = None) -> Decimal | None:
        """The printed number; `absent` where the entry does not hold that field."""
        found = self.entry.number(field)
        return absent if found is None else found

    def is_stale(self, today: str) -> bool:
        """Whether the figure was last checked more than a year before `today`, a date."""
        return Month.parse(today) - Month.parse(self.entry.printed["checked"]) > MONTHS_A_CHECK_HOLDS


@dataclass(frozen=True, slots=True)
class Unknown:
    """Why there is no figure: `not-recorded`, `ended`, or `depends` on `fields` of the person.

    Where it depends, `candidates` are the values that may apply, and `for_everyone` says whether
    one of them does, whoever the person is. Where a figure ended, `last` is the entry that held it.
    """

    key: str
    place: str
    month: Month
    reason: str
    fields: tuple[str, ...] = ()
    candidates: tuple[Value, ...] = ()
    for_everyone: bool = False
    last: Entry | None = None

    def number(self, field: str, absent: Decimal | None = None) -> Decimal | None:
        """The printed number on which all candidates agree, if they cover everyone: it is known all the same."""
        numbers = {candidate.number(field, absent) for candidate in self.candidates}
        return numbers.pop() if len(numbers) == 1 and self.for_everyone else None


def value(key: str, place: str, month: Month, facts: Facts | None = None) -> Value | Unknown:
    """The value of `key` for `place` in `month`, given what is known of the person.

    `facts` may hold local_hukou (bool), tier (int) and age (whole years), for the few places whose
    figures depend on them; wage_tier (1 is the highest class of a province's minimum wages), paid_years,
    benefit_month and extended for minimum wages and unemployment benefit.

    >>> value("base.pension", "310000", Month(2026, 7)).number("floor")
    Decimal('7546')
    >>> value("base.pension", "310000", Month(2016, 7)).reason
    'not-recorded'
    >>> value("minimum_wage", "330100", Month(2026, 7), {"wage_tier": 1}).number("amount")
    Decimal('2660')
    """
    rule = _inheritance(key)
    layers = _layers(place, key, rule)
    facts = {**_told_by_the_place(key, place, month), **(facts or {})}
    in_force = _nearest(place, layers, key, lambda entry: entry.covers(month))
    if in_force:
        return _choose(key, place, month, in_force, facts, rule, provisional=False)
    ended = _in_grace(place, layers, key, month, rule["grace_months"])
    if ended:
        return _choose(key, place, month, ended, facts, rule, provisional=True)
    earlier = _nearest(place, layers, key, lambda entry: entry.start <= month)
    return Unknown(key, place, month, "ended" if earlier else "not-recorded", last=earlier[-1] if earlier else None)


def _told_by_the_place(key: str, place: str, month: Month) -> Facts:
    """What a place's own file says of everyone there: the class of its minimum wage."""
    if key not in BY_WAGE_TIER:
        return {}
    found = value("wage_tier", place, month)
    tier = found.number("tier") if isinstance(found, Value) else None
    return {} if tier is None else {"wage_tier": int(tier)}


def answering(key: str, place: str) -> tuple[str, ...]:
    """The layers that may answer for `key` at `place`, nearest first.

    >>> answering("calculation_base", "440300"), answering("calculation_base", "440100")
    (('440300',), ('440000',))
    """
    return _layers(place, key, _inheritance(key))


def ever_known(key: str, place: str) -> bool:
    """Whether the place, or its province, has or had any figure of its own for `key`."""
    return any(applying(key, layer, place) for layer in get(place).layers if layer != NATION)


def _inheritance(key: str) -> Rule:
    rules: dict[str, Rule] = table("data/keys")
    fitting = [prefix for prefix in rules if key == prefix or key.startswith(prefix + ".")]
    if not fitting:
        raise KeyError(f"data/keys.toml says nothing about {key!r}")
    return rules[max(fitting, key=len)]


def _layers(place: str, key: str, rule: Rule) -> tuple[str, ...]:
    """The layers that may answer, nearest first; what the nation may do is told in data/keys.toml."""
    if place == NATION:
        return (NATION,)
    *local, nation = get(place).layers
    if rule["inherits"] == "own":
        return (place,)
    local_has_any = any(applying(key, layer, place) for layer in local)
    if rule.get("nearest_only") and local_has_any:
        return (next(layer for layer in local if applying(key, layer, place)),)
    nation_may = rule["inherits"] == "nation" and (not local_has_any or rule.get("fills_gaps", False))
    return (*local, nation) if nation_may else tuple(local)


def _nearest(place: str, layers: Iterable[str], key: str, fits: Callable[[Entry], bool]) -> tuple[Entry, ...]:
    for layer in layers:
        if found := tuple(entry for entry in applying(key, layer, place) if fits(entry)):
            return found
    return ()


def _in_grace(place: str, layers: tuple[str, ...], key: str, month: Month, grace: int) -> tuple[Entry, ...]:
    """The last ended entries, unless a later one exists: a gap in a history is not a late notice.

    Nor is one that is known to have been replaced by a figure we have not seen.
    """
    if any(entry.start > month for layer in layers for entry in applying(key, layer, place)):
        return ()
    recent = _nearest(place, layers, key, lambda entry: entry.end is not None and 0 < month - entry.end <= grace)
    recent = tuple(entry for entry in recent if not entry.printed.get("replaced"))
    latest = max((entry.end for entry in recent if entry.end), default=None)
    return tuple(entry for entry in recent if entry.end == latest)


def _choose(
    key: str, place: str, month: Month, found: tuple[Entry, ...], facts: Facts, rule: Rule, provisional: bool
) -> Value | Unknown:
    may_apply = [entry for entry in found if _may_hold(entry, facts)]
    values = tuple(Value(key, place, month, entry, _flags(entry, rule, provisional)) for entry in may_apply)
    missing = sorted({field for entry in may_apply for field in _undecided(entry, facts)})
    if missing:
        everyone = _cover_everyone(may_apply, facts)
        return Unknown(key, place, month, "depends", tuple(missing), values, everyone)
    return values[0] if values else Unknown(key, place, month, "not-recorded")


def _cover_everyone(found: list[Entry], facts: Facts) -> bool:
    """Whether some entry holds for every person of whom no more than `facts` is known."""
    kinds = {field: _kinds_of_people(field, found) for entry in found for field in _undecided(entry, facts)}
    people = (dict(zip(kinds, kind, strict=True)) for kind in product(*kinds.values()))
    return all(any(_may_hold(entry, {**facts, **person}) for entry in found) for person in people)


def _kinds_of_people(field: str, found: list[Entry]) -> list[Any]:
    """One person of each kind that a condition can tell apart."""
    if field in CHOICES:
        return list(CHOICES[field])
    limits = [entry.when.get(name) for entry in found for name in (f"{field}_min", f"{field}_max")]
    return sorted({limit + step for limit in limits if limit is not None for step in (-1, 0, 1)})


def _fact(condition: str) -> str:
    """The fact that a condition is about: `age` for age_min and age_max.

    >>> _fact("age_min"), _fact("paid_years_max"), _fact("tier")
    ('age', 'paid_years', 'tier')
    """
    return condition.removesuffix("_min").removesuffix("_max")


def _undecided(entry: Entry, facts: Facts) -> list[str]:
    needed = {_fact(name) for name in entry.when}
    return [name for name in needed if facts.get(name) is None]


def _may_hold(entry: Entry, facts: Facts) -> bool:
    """Whether nothing that is known of the person speaks against the entry."""
    return all(_may_be(name, wanted, facts) for name, wanted in entry.when.items())


def _may_be(condition: str, wanted: Any, facts: Facts) -> bool:
    given = facts.get(_fact(condition))
    if given is None:
        return True
    if condition.endswith("_min"):
        return bool(given >= wanted)
    return bool(given <= wanted if condition.endswith("_max") else given == wanted)


def _flags(entry: Entry, rule: Rule, provisional: bool) -> frozenset[str]:
    printed = entry.printed
    signs = {
        "provisional": provisional or printed.get("provisional", False),
        "disputed": bool(printed.get("other_readings")),
        "one-source": printed["grade"] == "C",
        "start-not-known": printed.get("start") == "uncertain",
        "benchmark": rule.get("benchmark", False) and entry.layer == NATION,
    }
    return frozenset(name for name, on in signs.items() if on)
