"""The terms of one scheme for one person: base limits, rates, fixed sums, and what is missing.

Each figure comes from the values of the place and month, or from the reader's own notice; what
neither holds stays None and is named in `missing`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from calc.money import percent
from calc.month import Month
from calc.places import NATION
from calc.result import Message, Missing
from calc.values import Unknown, Value, value

QUESTION_OF_FACT = {"local_hukou": "local_hukou", "tier": "medical_tier", "age": "age"}

PAID_BY_EMPLOYER_ALONE = {"injury": "sil-33", "maternity": "sil-53"}
"""Schemes to which an employee pays nothing, and the article that says so."""


@dataclass(frozen=True, slots=True)
class Person:
    """Where and when someone is insured, and what their figures may depend on.

    `facts` holds local_hukou, tier and age where given; `own` the reader's own figures by scheme.
    """

    place: str
    month: Month
    worker: str
    facts: Mapping[str, Any] = field(default_factory=dict)
    own: Mapping[str, Mapping[str, Decimal]] = field(default_factory=dict)
    injury_class: int = 1
    injury_rate: Decimal | None = None
    housing_rate: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Terms:
    """What a scheme asks of a person. Rates and points are fractions of the base; None is unknown."""

    scheme: str
    floor: Decimal | None
    ceiling: Decimal | None
    employer_rate: Decimal | None
    employee_rate: Decimal | None
    employer_fixed: Decimal | None
    employee_fixed: Decimal | None
    account_rate: Decimal | None
    rounding: str
    limits: Value | Unknown
    rates: Value | Unknown
    rounding_value: Value | None
    missing: tuple[Missing, ...]
    own: frozenset[str]

    @property
    def values(self) -> tuple[Value, ...]:
        """The values of ours that the answer rests on: not those the reader's own figures replace."""
        limits = self.from_us(self.limits, "floor", "ceiling")
        rates = self.from_us(self.rates, "employer_rate", "employee_rate")
        return tuple(found for found in (limits, rates, self.rounding_value) if found)

    @property
    def rests_on_base(self) -> bool:
        """Whether any rate, known or not, is taken of a base: not where only fixed sums are due."""
        return self.employer_rate != 0 or self.employee_rate != 0

    def rates_hold(self, mark: str) -> bool:
        """Whether the printed rates carry a mark such as includes_maternity or classes."""
        return isinstance(self.rates, Value) and bool(self.rates.entry.printed.get(mark))

    def from_us(self, found: Value | Unknown, *figures: str) -> Value | None:
        """The value (any of those that agree), unless it is unknown or the reader gave all of these figures."""
        if self.own.issuperset(figures):
            return None
        return found if isinstance(found, Value) else next(iter(found.candidates), None)


def terms(scheme: str, person: Person) -> Terms:
    """The terms of `scheme` for `person`, as far as they are known."""
    limits = value(f"base.{scheme}", person.place, person.month, person.facts)
    rates = value(f"rate.{scheme}.{person.worker}", person.place, person.month, person.facts)
    rounding = value(f"rounding.{scheme}", person.place, person.month)
    own = person.own.get(scheme, {})
    employer_rate = _employer_rate(scheme, rates, person)
    employee_rate = _employee_rate(scheme, rates, person)
    found = {
        "floor": own.get("floor", limits.number("floor")),
        "ceiling": own.get("ceiling", limits.number("ceiling")),
        "employer_rate": employer_rate,
        "employee_rate": employee_rate,
    }
    return Terms(
        scheme=scheme,
        **found,
        employer_fixed=own.get("employer_fixed", _fixed(rates, "employer_fixed")),
        employee_fixed=own.get("employee_fixed", _fixed(rates, "employee_fixed")),
        account_rate=_account_rate(scheme, rates, person, employer_rate, employee_rate),
        rounding=rounding.entry.printed["rule"] if isinstance(rounding, Value) else "fen-half-up",
        limits=limits,
        rates=rates,
        rounding_value=rounding if isinstance(rounding, Value) else None,
        missing=_missing(scheme, person, limits, rates, found),
        own=_own_names(scheme, person),
    )


def _own_names(scheme: str, person: Person) -> frozenset[str]:
    """Which figures of the scheme the reader gave."""
    names = set(person.own.get(scheme, ()))
    if scheme == "housing_fund":
        names |= {"employer_rate", "employee_rate"}
    if scheme == "injury" and person.injury_rate is not None:
        names.add("employer_rate")
    return frozenset(names)


def _fixed(rates: Value | Unknown, name: str) -> Decimal | None:
    """A fixed sum: nothing where none is printed, None where those that may apply differ."""
    if isinstance(rates, Unknown) and not rates.candidates:
        return Decimal(0)
    return rates.number(name, Decimal(0))


def _printed_rate(found: Value | Unknown, name: str) -> Decimal | None:
    printed = found.number(name)
    return None if printed is None else percent(printed)


def _employer_rate(scheme: str, rates: Value | Unknown, person: Person) -> Decimal | None:
    if person.worker == "flexible":
        return Decimal(0)
    if scheme == "housing_fund":
        return person.housing_rate
    own = person.own.get(scheme, {}).get("employer_rate")
    if scheme == "injury":
        own = own if own is not None else person.injury_rate
        if own is None and isinstance(rates, Value) and "classes" in rates.entry.printed:
            return percent(rates.entry.printed["classes"][person.injury_class - 1])
    return own if own is not None else _printed_rate(rates, "employer")


def _employee_rate(scheme: str, rates: Value | Unknown, person: Person) -> Decimal | None:
    if scheme in PAID_BY_EMPLOYER_ALONE:
        return Decimal(0)
    if scheme == "housing_fund":
        return person.housing_rate
    own = person.own.get(scheme, {}).get("employee_rate")
    return own if own is not None else _printed_rate(rates, "employee")


def _account_rate(
    scheme: str,
    rates: Value | Unknown,
    person: Person,
    employer_rate: Decimal | None,
    employee_rate: Decimal | None,
) -> Decimal | None:
    """The fraction of the base that reaches the person's own account, where all that may apply agree."""
    if scheme == "housing_fund":
        return total_rate(employer_rate, employee_rate)
    if scheme not in ("pension", "medical"):
        return Decimal(0)
    local = (rates,) if isinstance(rates, Value) else rates.candidates
    nation = value(f"rate.{scheme}.{person.worker}", NATION, person.month)
    models = local or ((nation,) if isinstance(nation, Value) else ())
    points = {_points(scheme, model, person, employee_rate) for model in models}
    return points.pop() if len(points) == 1 else None


def _points(scheme: str, model: Value, person: Person, employee_rate: Decimal | None) -> Decimal | None:
    """What one set of printed rates sends to the account.

    Where all of the employee's printed rate goes there, so does a rate of the reader's own.
    """
    if _account_is_not_printed(scheme, person, model):
        return None
    from_employer = percent(model.number("employer_to_account", Decimal(0)) or 0)
    from_employee = percent(model.number("employee_to_account", Decimal(0)) or 0)
    goes_whole = from_employee == _printed_rate(model, "employee")
    return total_rate(from_employer, employee_rate if goes_whole else from_employee)


def _account_is_not_printed(scheme: str, person: Person, model: Value) -> bool:
    """No source says how much of a flexible worker's medical payment reaches the account, save where one does."""
    return scheme == "medical" and person.worker == "flexible" and model.number("employee_to_account") is None


def total_rate(first: Decimal | None, second: Decimal | None) -> Decimal | None:
    """Two rates on the same base together, None when either is unknown."""
    return None if first is None or second is None else first + second


def _missing(
    scheme: str, person: Person, limits: Value | Unknown, rates: Value | Unknown, found: Mapping[str, Decimal | None]
) -> tuple[Missing, ...]:
    wanted: list[Missing] = []
    for looked_up in (rates, limits):
        if isinstance(looked_up, Unknown) and _depends(looked_up):
            wanted += [_ask_fact(name, scheme, person) for name in looked_up.fields]
    place = {"scheme": scheme, "place": person.place, "month": person.month}
    base_matters = found["employer_rate"] != 0 or found["employee_rate"] != 0
    depends = {"rate": _depends(rates), "base": _depends(limits)}
    for name in ("employer_rate", "employee_rate", "floor", "ceiling"):
        of_base = name in ("floor", "ceiling")
        if found[name] is None and not depends["base" if of_base else "rate"] and (base_matters or not of_base):
            wanted.append(_ask_figure(name, scheme, rates, place))
    return tuple(wanted)


def _depends(found: Value | Unknown) -> bool:
    return isinstance(found, Unknown) and found.reason == "depends"


def _ask_fact(name: str, scheme: str, person: Person) -> Missing:
    why = Message(f"missing.{name}", {"scheme": scheme, "place": person.place})
    return Missing(QUESTION_OF_FACT[name], why)


def _ask_figure(name: str, scheme: str, rates: Value | Unknown, place: Mapping[str, Any]) -> Missing:
    field_name = f"own.{scheme}.{name}"
    if scheme == "injury" and name == "employer_rate":
        field_name = "injury_rate"
    if name == "employer_rate" and isinstance(rates, Value) and "range" in rates.entry.printed:
        low, high = (percent(end) for end in rates.entry.printed["range"])
        return Missing(field_name, Message("missing.range", {**place, "low": low, "high": high}))
    return Missing(field_name, Message(f"missing.{'base' if name in ('floor', 'ceiling') else 'rate'}", place))
