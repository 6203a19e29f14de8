"""value(key, place, month): the figure in force there and then, or the reason why none is known.

The one place that knows layers, time, grace and inheritance. A figure is never carried past its
printed end in silence, never taken from a neighbour, and never guessed.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any

from calc.conditions import Facts, cover_everyone, may_hold, undecided
from calc.entries import Entry, applying
from calc.month import Month
from calc.places import NATION, get
from calc.tables import table

Rule = Mapping[str, Any]

MONTHS_A_CHECK_HOLDS = 12
TOLD_BY_THE_PLACE = {"minimum_wage": ("wage_tier", "tier"), "unemployment_benefit": ("wage_tier", "tier")}
"""Keys whose figure may depend on what a place's own file says of everyone there: the key and the figure of that."""


@dataclass(frozen=True, slots=True)
class Value:
    """A figure as printed, the month it is read for, and how far to trust it.

    `flags` are warning ids: provisional, disputed, one-source, start-not-known, benchmark. `rests_on` is the
    value by which it was chosen, such as the class of a city's minimum wage: its doubts and sources count too.
    """

    key: str
    place: str
    month: Month
    entry: Entry
    flags: frozenset[str]
    rests_on: "Value | None" = None

    @property
    def layer(self) -> str:
        """Code of the layer that answered: the place itself, its province, or the nation."""
        return self.entry.layer

    @property
    def grade(self) -> str:
        """A official text read in a copy, B two sources agree, C one source."""
        return max(self.entry.printed["grade"], self.rests_on.grade if self.rests_on else "A")

    @property
    def sources(self) -> tuple[str, ...]:
        more = self.rests_on.sources if self.rests_on else ()
        return tuple(dict.fromkeys((*self.entry.printed["sources"], *more)))

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
    return _found(key, place, month, tuple((facts or {}).items()))


@lru_cache(maxsize=512)
def _found(key: str, place: str, month: Month, known: tuple[tuple[str, Any], ...]) -> Value | Unknown:
    """Kept, because a keystroke mostly changes an amount and no figure that is looked up."""
    facts, rule = dict(known), _inheritance(key)
    layers = _layers(place, key, rule)
    told = _told_by_the_place(key, place, month, facts)
    in_force = _nearest(place, layers, key, lambda entry: entry.covers(month))
    if in_force:
        return _choose(key, place, month, in_force, facts, told, rule, provisional=False)
    ended = _in_grace(place, layers, key, month, rule["grace_months"])
    if ended:
        return _choose(key, place, month, ended, facts, told, rule, provisional=True)
    earlier = _nearest(place, layers, key, lambda entry: entry.start <= month)
    return Unknown(key, place, month, "ended" if earlier else "not-recorded", last=earlier[-1] if earlier else None)


def _told_by_the_place(key: str, place: str, month: Month, facts: Facts) -> Value | None:
    """What a place's own file says of everyone there, unless it is said of the person."""
    about, _ = TOLD_BY_THE_PLACE.get(key, ("", ""))
    found = value(about, place, month) if about and facts.get(about) is None else None
    return found if isinstance(found, Value) else None


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
    key: str,
    place: str,
    month: Month,
    found: tuple[Entry, ...],
    facts: Facts,
    told: Value | None,
    rule: Rule,
    provisional: bool,
) -> Value | Unknown:
    if told and any(told.key in entry.when for entry in found):
        facts = {**facts, told.key: told.number(TOLD_BY_THE_PLACE[key][1])}
    else:
        told = None
    flags_told = told.flags if told else frozenset()
    may_apply = [entry for entry in found if may_hold(entry, facts)]
    values = tuple(
        Value(key, place, month, entry, _flags(entry, rule, provisional) | flags_told, told) for entry in may_apply
    )
    missing = sorted({field for entry in may_apply for field in undecided(entry, facts)})
    if missing:
        everyone = cover_everyone(may_apply, facts)
        return Unknown(key, place, month, "depends", tuple(missing), values, everyone)
    return values[0] if values else Unknown(key, place, month, "not-recorded")


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
