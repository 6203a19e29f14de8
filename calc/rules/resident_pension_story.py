"""How a residents' pension is told: headline, facts, conditions, pictures, table and dates, all as messages."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from calc.money import rounded
from calc.pictures import Bar, Bars, Ladder, Picture, Rung
from calc.places import NATION
from calc.residents import MONTHS, Worked, least_subsidy
from calc.result import Dated, Message, Next, Reason, Table
from calc.values import Value, value

LAW = "ro14-7"
NEXT = (
    Next("calculators/pension", Message("resident-pension.next.employee")),
    Next("guides/social-insurance", Message("resident-pension.next.basics")),
)


def headline(found: Worked) -> Message:
    """Yes with the amount, no with the condition that is not met, or the amount alone where nobody's age is known."""
    refused = _refused(found)
    if refused:
        return Message(f"resident-pension.headline.{refused}", _values(found))
    if found.short_but_perhaps_enough:
        return Message("resident-pension.headline.years-open", _values(found))
    who = "eligible" if found.outcome == "eligible" or (found.of_age and found.years_met) else "amount"
    return Message(f"resident-pension.headline.{who}-{_known(found)}", _values(found))


def facts(found: Worked) -> tuple[Message, ...]:
    """The amount where the headline is a no; then where and when, and what the answer takes for granted."""
    values = _values(found)
    lines = []
    if _refused(found) or found.short_but_perhaps_enough:
        lines.append(Message(f"resident-pension.fact.amount-{_known(found)}", values))
    where = "where" if found.asked.place else "when"
    lines.append(Message(f"resident-pension.fact.{where}", values))
    if found.outcome != "not-eligible" and found.of_age is None:
        lines.append(Message("resident-pension.fact.conditions", values))
    return tuple(lines)


def reasons(found: Worked) -> tuple[Reason, ...]:
    """The conditions of the scheme, each met, not met, or not known yet."""
    values = _values(found)
    told = {"age": found.of_age, "years": found.years_met}
    if found.asked.other_pension:
        told["other_pension"] = False
    return tuple(
        Reason(name, met, Message(f"resident-pension.reason.{name}-{_how(name, met, found)}", values), (LAW,))
        for name, met in told.items()
    )


def pictures(found: Worked) -> tuple[Picture, ...]:
    """The parts of the pension, and what one more year at each step of payment would add to it."""
    drawn: list[Picture] = []
    if found.total is not None:
        parts = (("pool", found.basic), ("account", found.account))
        bar = Bar(Message("resident-pension.bar"), (parts,))
        drawn.append(Bars((bar,), Message("resident-pension.title.parts")))
    rungs = tuple(
        Rung(
            Message("resident-pension.tier", {"tier": tier}),
            adds,
            Message("resident-pension.adds", {"amount": adds}),
            marked=tier == found.asked.tier,
        )
        for tier, _, adds in steps_of_payment(found)
    )
    if rungs:
        lead = (Message("resident-pension.title.years-lead"),)
        drawn.append(Ladder(rungs, Message("resident-pension.title.years"), lead))
    return tuple(drawn)


def tables(found: Worked) -> tuple[Table, ...]:
    """Step by step of payment: what is paid, what is added to it, and what the year adds to the pension."""
    rows = tuple(steps_of_payment(found))
    columns = ("tier", "subsidy", "adds")
    heads = tuple(Message(f"resident-pension.column.{name}") for name in columns)
    title = Message("resident-pension.title.table")
    return (Table("tiers", heads, tuple((_yuan(tier), *rest) for tier, *rest in rows), title=title),) if rows else ()


def steps_of_payment(found: Worked) -> Iterable[tuple[Decimal, Decimal, Decimal]]:
    """Each yearly payment that can be chosen, the subsidy to it, and what one such year adds to the monthly pension."""
    tiers = value("resident_tiers", found.asked.place or NATION, found.asked.month)
    listed = {Decimal(amount) for amount in tiers.entry.printed["amounts"]} if isinstance(tiers, Value) else set()
    for tier in sorted(listed if found.asked.tier is None else listed | {found.asked.tier}):
        own = found.asked.own_subsidy if tier == found.asked.tier else None
        subsidy = least_subsidy(tier, found.terms) if own is None else own
        yield tier, subsidy, rounded((tier + subsidy) / found.divisor)


def dates(found: Worked) -> tuple[Dated, ...]:
    """The month of the birthday from which the pension is paid, where it is still to come."""
    if found.claim is None or found.claim <= found.asked.month:
        return ()
    return (Dated("claim", found.claim, Message("resident-pension.date.claim", _values(found)), (LAW,)),)


def _refused(found: Worked) -> str:
    """Which condition says no, the plainest first; "" where none does."""
    if found.asked.other_pension:
        return "other-pension"
    if found.of_age is False:
        return "too-young"
    return "too-few-years" if found.years_met is False else ""


def _known(found: Worked) -> str:
    """How much of the amount is known: all of it, at least with the national minimum, or the account's part."""
    if found.total is not None:
        return "known"
    return "account" if found.least.number("amount") is None else "at-least"


def _how(name: str, met: bool | None, found: Worked) -> str:
    """Which sentence tells the state of a condition."""
    if name == "years" and met is None and found.asked.years is not None:
        return "open" if found.of_age else "short"
    return {True: "met", False: "not", None: "unknown"}[met]


def _values(found: Worked) -> Mapping[str, Any]:
    asked = found.asked
    least = found.least.number("amount")
    return {
        "total": found.total,
        "account": found.account,
        "least": None if least is None else least + found.account,
        "age": found.claim_age,
        "years": None if asked.years is None else asked.years * MONTHS,
        "needed": found.years_needed * MONTHS,
        "short": None if asked.years is None else (found.years_needed - asked.years) * MONTHS,
        "claim": found.claim,
        "place": asked.place or NATION,
        "month": asked.month,
    }


def _yuan(amount: Decimal) -> Message:
    return Message("resident-pension.tier", {"tier": amount})
