"""What to ask back when a figure of a scheme is not known: the field that settles it, and why."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from calc.money import percent
from calc.person import Person
from calc.result import Message, Missing
from calc.values import Unknown, Value

QUESTION_OF_FACT = {"local_hukou": "local_hukou", "tier": "medical_tier", "age": "age"}


def missing_figures(
    scheme: str, person: Person, limits: Value | Unknown, rates: Value | Unknown, found: Mapping[str, Decimal | None]
) -> tuple[Missing, ...]:
    """What would have to be known of one scheme: facts about the person first, then figures."""
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


def fixed_sum_only(rates: Value | Unknown) -> bool:
    """Whether what is charged, or was when it ended, is a sum of money and no rate."""
    entry = rates.entry if isinstance(rates, Value) else rates.last
    return entry is not None and entry.number("employee") == 0 and entry.number("employee_fixed") is not None


def _depends(found: Value | Unknown) -> bool:
    return isinstance(found, Unknown) and found.reason == "depends"


def _ask_fact(name: str, scheme: str, person: Person) -> Missing:
    why = Message(f"missing.{name}", {"scheme": scheme, "place": person.place})
    return Missing(QUESTION_OF_FACT[name], why)


def _ask_figure(name: str, scheme: str, rates: Value | Unknown, place: Mapping[str, Any]) -> Missing:
    field_name = f"own.{scheme}.{name}"
    if name == "employee_rate" and fixed_sum_only(rates):
        return Missing(f"own.{scheme}.employee_fixed", Message("missing.sum", place))
    if scheme == "injury" and name == "employer_rate":
        field_name = "injury_rate"
    if name == "employer_rate" and isinstance(rates, Value) and "range" in rates.entry.printed:
        low, high = (percent(end) for end in rates.entry.printed["range"])
        return Missing(field_name, Message("missing.range", {**place, "low": low, "high": high}))
    return Missing(field_name, Message(f"missing.{'base' if name in ('floor', 'ceiling') else 'rate'}", place))
