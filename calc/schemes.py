"""The terms of one scheme for one person: base limits, rates, fixed sums, and what is missing.

Each figure comes from the values of the place and month, or from the reader's own notice; what
neither holds stays None and is named in `missing`.
"""

from dataclasses import dataclass
from decimal import Decimal

from calc.asking import fixed_sum_only, missing_figures
from calc.money import percent
from calc.person import PAID_BY_EMPLOYER_ALONE, Person
from calc.places import NATION
from calc.result import Missing
from calc.values import Unknown, Value, value


@dataclass(frozen=True, slots=True)
class Terms:
    """What a scheme asks of a person. Rates and points are fractions of the base; None is unknown."""

    scheme: str
    worker: str
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
        rates = self.from_us(self.rates, *rates_that_matter(self.scheme, self.worker))
        return tuple(found for found in (limits, rates, self.rounding_value) if found)

    @property
    def rests_on_base(self) -> bool:
        """Whether a base matters at all: not where only a fixed sum is due."""
        only_a_sum = self.employer_rate == self.employee_rate == 0 and (self.employer_fixed or self.employee_fixed)
        return not only_a_sum

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
        "floor": own.get("floor", None if _floor_is_other(rates) else limits.number("floor")),
        "ceiling": own.get("ceiling", limits.number("ceiling")),
        "employer_rate": employer_rate,
        "employee_rate": employee_rate,
    }
    return Terms(
        scheme=scheme,
        worker=person.worker,
        **found,
        employer_fixed=own.get("employer_fixed", _fixed(rates, "employer_fixed")),
        employee_fixed=own.get("employee_fixed", _fixed(rates, "employee_fixed")),
        account_rate=_account_rate(scheme, rates, person, employer_rate, employee_rate),
        rounding=rounding.entry.printed["rule"] if isinstance(rounding, Value) else "fen-half-up",
        limits=limits,
        rates=rates,
        rounding_value=rounding if isinstance(rounding, Value) else None,
        missing=missing_figures(scheme, person, limits, rates, found),
        own=_own_names(scheme, person),
    )


def _own_names(scheme: str, person: Person) -> frozenset[str]:
    """Which figures of the scheme the reader gave."""
    names = set(person.own.get(scheme, ()))
    if scheme == "housing_fund" and person.housing_rate is not None:
        names |= {"employer_rate", "employee_rate"}
    if scheme == "injury" and person.injury_rate is not None:
        names.add("employer_rate")
    return frozenset(names)


def rates_that_matter(scheme: str, worker: str) -> tuple[str, ...]:
    """The rates that are a question at all: one side of some schemes pays nothing by law."""
    if worker == "flexible":
        return ("employee_rate",)
    return ("employer_rate",) if scheme in PAID_BY_EMPLOYER_ALONE else ("employer_rate", "employee_rate")


def _floor_is_other(rates: Value | Unknown) -> bool:
    """Whether these rates are taken of a base that starts elsewhere than the employees' one."""
    candidates = (rates,) if isinstance(rates, Value) else rates.candidates
    return any(candidate.entry.printed.get("floor_differs", False) for candidate in candidates)


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
    own = person.own.get(scheme, {}).get("employer_rate")
    if scheme == "housing_fund":
        return own if own is not None else person.housing_rate
    if scheme == "injury":
        own = own if own is not None else person.injury_rate
        if own is None and isinstance(rates, Value) and "classes" in rates.entry.printed:
            return percent(rates.entry.printed["classes"][person.injury_class - 1])
    return own if own is not None else _printed_rate(rates, "employer")


def _employee_rate(scheme: str, rates: Value | Unknown, person: Person) -> Decimal | None:
    if scheme in PAID_BY_EMPLOYER_ALONE:
        return Decimal(0)
    own = person.own.get(scheme, {})
    if scheme == "housing_fund":
        return own.get("employee_rate", person.housing_rate)
    if "employee_rate" not in own and "employee_fixed" in own and fixed_sum_only(rates):
        return Decimal(0)
    return own.get("employee_rate", _printed_rate(rates, "employee"))


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
    if from_employer and "employer_rate" in person.own.get(scheme, {}):
        return None  # how much of an employer's rate of the reader's own reaches the account is not printed
    from_employee = percent(model.number("employee_to_account", Decimal(0)) or 0)
    goes_whole = from_employee == _printed_rate(model, "employee")
    return total_rate(from_employer, employee_rate if goes_whole else from_employee)


def _account_is_not_printed(scheme: str, person: Person, model: Value) -> bool:
    """No source says how much of a flexible worker's medical payment reaches the account, save where one does."""
    return scheme == "medical" and person.worker == "flexible" and model.number("employee_to_account") is None


def total_rate(first: Decimal | None, second: Decimal | None) -> Decimal | None:
    """Two rates on the same base together, None when either is unknown."""
    return None if first is None or second is None else first + second
