"""What is taken from a month's pay, what the employer adds, and where each fen goes.

What: each scheme's base is the pay (or the declared base) kept between that scheme's own floor and
    ceiling; each side pays its rate of the base, and a fixed sum where a place has one.
Source: Social Insurance Law (社会保险法) arts 10-12, 23, 33, 35, 44, 53, 60; 国办发〔2019〕13号;
    国办发〔2019〕10号; the rates and limits are the dated values of each place.
Limits: income tax, supplementary schemes and an employer's floating work-injury rate are not covered.
"""

from decimal import Decimal
from typing import Any

from calc.lines import Line, known_part, labour_cost, line, net_before_tax, pay_for_cost, pay_for_net
from calc.money import as_text, plainly
from calc.month import Age, Month
from calc.person import PAID_BY_EMPLOYER_ALONE, Person
from calc.questions import HIGHEST_INJURY_RATE, Calculator, Named, Problem, Question, RefusedError
from calc.result import Missing, Result, total
from calc.rules import contributions_doubts, contributions_steps
from calc.rules import contributions_hundred as hundred
from calc.rules import contributions_story as story
from calc.schemes import Terms, terms
from calc.values import Value, value

TOTALS = {"employer_total": "employer", "employee_total": "employee", "pool_total": "pool", "account_total": "account"}


def contributions(
    today: str,
    place: str,
    month: Month,
    worker: str = "employee",
    wage: Decimal | None = None,
    labour_cost: Decimal | None = None,
    net: Decimal | None = None,
    base: Decimal | None = None,
    injury_class: int = 1,
    injury_rate: Decimal | None = None,
    housing_rate: Decimal | None = None,
    local_hukou: bool | None = None,
    medical_tier: int | None = None,
    age: Age | None = None,
    own: dict[str, dict[str, Decimal]] | None = None,
) -> Result:
    """Split a month's pay.

    Args:
        today: the date that decides which figures are stale.
        wage, labour_cost, net: exactly one of them is given, in yuan a month.
        base: the declared base, where it is not the pay.
        own: the reader's own figures by scheme; rates are fractions.
        The others are the typed answers of the questions of the same name.

    >>> from decimal import Decimal
    >>> result = contributions("2026-11-22", "310000", Month(2026, 7), wage=Decimal(12000))
    >>> result.results["employee_total"], result.results["employer_total"]
    ('1260.00', '3084.00')
    """
    facts = {"local_hukou": local_hukou, "tier": medical_tier, "age": None if age is None else age.years}
    person = Person(place, month, worker, facts, own or {}, injury_class, injury_rate, housing_rate)
    _refuse_idle_figures(person)
    schemes = [terms(scheme, person) for scheme in _schemes(person)]
    pay = wage if wage is not None else _pay_behind(schemes, base, labour_cost, net)
    if pay is None:
        lines = [Line(one, None, None, None, None, None, None) for one in schemes]
    else:
        lines = [line(one, base or pay) for one in schemes]
    return _result(today, person, pay, base, lines, asked_net=net, asked_cost=labour_cost)


def _schemes(person: Person) -> list[str]:
    """The schemes this person pays into, in payslip order."""
    if person.worker == "flexible":
        return ["pension", "medical", *(["unemployment"] if _has(person, "unemployment") else [])]
    optional = [scheme for scheme in ("maternity", "long_term_care") if _has(person, scheme)]
    fund = ["housing_fund"] if person.housing_rate or "housing_fund" in person.own else []
    return ["pension", "medical", *optional, "unemployment", "injury", *fund]


def _has(person: Person, scheme: str) -> bool:
    """Whether the place charges this scheme by itself to such a person, or the reader says so."""
    if scheme in person.own:
        return True
    if scheme == "maternity" and _is_merged(person):
        return False
    found = value(f"rate.{scheme}.{person.worker}", person.place, person.month, person.facts)
    if not isinstance(found, Value) and found.reason == "ended":
        return True
    may_apply = (found,) if isinstance(found, Value) else found.candidates
    printed = [one.entry.printed for one in may_apply]
    return any(not row.get("optional") and "paid_from" not in row for row in printed)


def _refuse_idle_figures(person: Person) -> None:
    """A figure for a side that pays nothing by law is a mistake to be told, not to be dropped."""
    idle = [
        Problem(f"own.{scheme}.{name}", "own-not-used", {"scheme": scheme})
        for scheme in PAID_BY_EMPLOYER_ALONE
        for name in person.own.get(scheme, ())
        if name.startswith("employee_")
    ]
    if idle:
        raise RefusedError(*idle)


def _is_merged(person: Person) -> bool:
    """Whether the printed medical rate holds maternity already (国办发〔2019〕10号)."""
    medical = value("rate.medical.employee", person.place, person.month, person.facts)
    return isinstance(medical, Value) and medical.entry.printed.get("includes_maternity", False)


def _pay_behind(
    schemes: list[Terms], base: Decimal | None, cost: Decimal | None, net: Decimal | None
) -> Decimal | None:
    everything_known = not any(one.missing for one in schemes)
    if net is not None:
        pay = pay_for_net(net, schemes, base)
        if pay is None and everything_known:
            raise RefusedError(Problem("net", "above-highest-net"))
        return pay
    assert cost is not None, "parsing gives exactly one of wage, labour_cost and net"
    pay = pay_for_cost(cost, schemes, base)
    if pay is None and everything_known:
        raise RefusedError(Problem("labour_cost", "below-lowest-cost"))
    return pay


def _result(
    today: str,
    person: Person,
    pay: Decimal | None,
    declared: Decimal | None,
    lines: list[Line],
    asked_net: Decimal | None,
    asked_cost: Decimal | None,
) -> Result:
    sums = {name: total(getattr(one, side) for one in lines) for name, side in TOTALS.items()}
    cost = None if pay is None else labour_cost(pay, lines)
    net = None if pay is None else net_before_tax(pay, lines)
    known = {name: known_part(lines, side) for name, side in TOTALS.items()}
    missing = _missing(lines)
    settled = None not in (pay, cost, net)
    results = {
        "lines": [_line_as_json(one) for one in lines],
        **{name: as_text(amount) for name, amount in sums.items()},
        "wage": as_text(pay),
        "labour_cost": as_text(cost),
        "net_before_tax": as_text(net),
        "known_totals": {name: as_text(amount) for name, amount in known.items()},
    }
    told = story.Told(today, person, pay, declared, lines, sums, known, cost, net, asked_net, asked_cost)
    return Result(
        outcome="answered" if settled else "cannot-tell",
        results=results,
        headline=story.headline(told),
        facts=story.facts(told),
        pictures=(*hundred.picture(told), story.flow(told)),
        tables=(story.table(told), *hundred.table(told)),
        steps=contributions_steps.steps(told),
        missing=missing,
        warnings=contributions_doubts.warnings(told),
        dates=story.dates(told),
        next=story.FOLLOWING,
        ask=("hrss", "nhsa", "tax"),
        used=tuple(found for one in lines for found in one.terms.values),
    )


def _missing(lines: list[Line]) -> tuple[Missing, ...]:
    """What would settle the open amounts, each field once, the facts about the person first."""
    fields: dict[str, Missing] = {}
    for one in lines:
        amounts_open = one.employer is None or one.employee is None
        for missing in one.terms.missing:
            if amounts_open or (one.account is None and not missing.field.startswith("own.")):
                fields.setdefault(missing.field, missing)
    return tuple(sorted(fields.values(), key=lambda missing: missing.field.startswith("own.")))


def _line_as_json(one: Line) -> dict[str, Any]:
    rates = {"employer_rate": one.terms.employer_rate, "employee_rate": one.terms.employee_rate}
    amounts = {
        "employer_fixed": one.terms.employer_fixed,
        "employee_fixed": one.terms.employee_fixed,
        "employer": one.employer,
        "employee": one.employee,
        "pool": one.pool,
        "account": one.account,
    }
    return {
        "scheme": one.terms.scheme,
        "base": as_text(one.base),
        "clamped": one.clamped,
        **{name: None if rate is None else plainly(rate) for name, rate in rates.items()},
        **{name: as_text(amount) for name, amount in amounts.items()},
    }


CALCULATOR = Calculator(
    id="contributions",
    rule=contributions,
    example={"place": "310000", "wage": "12000"},
    highlights=(
        Named("employee_total", "CNY"),
        Named("employer_total", "CNY"),
        Named("net_before_tax", "CNY"),
        Named("labour_cost", "CNY"),
    ),
    questions=(
        Question("place", "place", required=True),
        Question("month", "month", required=True),
        Question("wage", "money", low="0.01", one_of="amount"),
        Question("net", "money", low="0.01", one_of="amount"),
        Question("labour_cost", "money", low="0.01", one_of="amount"),
        Question("local_hukou", "flag", shown="needed"),
        Question("medical_tier", "whole", choices=("1", "2"), shown="needed"),
        Question("age", "age", low="16", high="100", shown="needed"),
        Question("worker", "choice", choices=("employee", "flexible"), shown="more"),
        Question("base", "money", low="0.01", shown="more"),
        Question("housing_rate", "rate", low="0.01", high="0.24", shown="more"),
        Question("injury_class", "whole", choices=tuple("12345678"), low="1", high="8", shown="more"),
        Question("injury_rate", "rate", low="0.0005", high=HIGHEST_INJURY_RATE, shown="more"),
        Question("own", "own", shown="needed"),
    ),
)
