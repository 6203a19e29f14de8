"""Whether a pension is due: the conditions, what would settle them, and the outcome."""

from calc.result import Message, Missing, Reason
from calc.retiring import figure
from calc.rules.pension_facts import Pension
from calc.values import Unknown


def reasons(found: Pension) -> tuple[Reason, ...]:
    """The years, and the age where it can be told."""
    return (*_age(found), _years(found))


def outcome(found: Pension) -> str:
    """No as soon as one condition fails; cannot tell while a condition or an amount is open."""
    met = [reason.met for reason in reasons(found)]
    if False in met:
        return "not-eligible"
    return "cannot-tell" if None in met or found.total is None else "answered"


def missing(found: Pension) -> tuple[Missing, ...]:
    """What would settle the open amounts, then the open condition; nothing where the answer is no."""
    if outcome(found) != "cannot-tell":
        return ()
    condition = () if found.has_enough is not None else _birth_and_category(found)
    fields = {one.field: one for one in (*condition, *_divisor(found), *_base(found))}
    return tuple(fields.values())


def _age(found: Pension) -> tuple[Reason, ...]:
    retirement = found.claim.retirement
    if retirement is None:
        return ()
    met = found.claim.month >= retirement.earliest
    values = {"month": found.claim.month, "earliest": retirement.earliest}
    message = Message(f"pension.reason.age-{'met' if met else 'early'}", values)
    return (Reason("age", met, message, ("delay-1", "delay-3")),)


def _years(found: Pension) -> Reason:
    which = {True: "enough", False: "short", None: "open"}[found.has_enough]
    minimum = figure(found.minimum, "months")
    values = {"paid": found.months, "minimum": minimum, "short": minimum - found.months}
    return Reason("years", found.has_enough, Message(f"pension.reason.years-{which}", values), ("sil-16", "delay-2"))


def _birth_and_category(found: Pension) -> tuple[Missing, ...]:
    why = Message("pension.missing.category", {"month": found.claim.month})
    return (*(() if found.claim.birth else (Missing("birth", why),)), Missing("category", why))


def _divisor(found: Pension) -> tuple[Missing, ...]:
    if found.divisor.months is not None:
        return ()
    if found.claim.age is None:
        return (Missing("birth", Message("pension.missing.birth")),)
    return (Missing("divisor", Message("pension.missing.divisor", {"age": found.claim.age})),)


def _base(found: Pension) -> tuple[Missing, ...]:
    if found.base.amount is not None:
        return ()
    if found.place is None:
        return (Missing("place", Message("pension.missing.place")),)
    values = {"place": found.place, "month": found.claim.month}
    ends = _range(found.base.found)
    if ends:
        message = Message("pension.missing.calculation_base-range", {**values, "low": ends[0], "high": ends[1]})
    else:
        message = Message("pension.missing.calculation_base", values)
    return (Missing("calculation_base", message),)


def _range(found: object) -> list[object] | None:
    """The two ends, where only those are printed."""
    entry = None if found is None or isinstance(found, Unknown) else getattr(found, "entry", None)
    return entry.printed.get("range") if entry else None
