"""How a pension is told: headline, facts, the parts as bars, what a later claim adds, dates, where to go on."""

from decimal import Decimal

from calc.money import ZERO
from calc.pictures import Bar, Bars, Ladder, Picture, Rung
from calc.result import Dated, Message, Next, Table
from calc.retiring import figure
from calc.rules.pension_facts import Pension
from calc.rules.pension_later import Later

PARTS = {"basic": "pool", "account": "account", "transitional": "transitional", "local_extras": "local_extras"}
"""Part of a pension -> part of a picture."""

NEXT = (
    Next("calculators/retirement", Message("pension.next.retirement")),
    Next("calculators/contributions", Message("pension.next.contributions")),
)


def headline(found: Pension, outcome: str) -> Message:
    """The answer in one sentence: the sum, or no, or what is known so far."""
    known = {name: amount for name, amount in found.parts.items() if amount}
    values = {
        "total": found.total,
        "month": found.claim.month,
        "short": figure(found.minimum, "months") - found.months,
        "minimum": figure(found.minimum, "months"),
        "known": sum(known.values(), ZERO),
    }
    if outcome == "not-eligible":
        return Message(f"pension.headline.{'short' if found.is_short else 'early'}", values)
    if found.total is not None:
        tense = "future" if found.claim.is_future else "now"
        return Message(f"pension.headline.{tense if outcome == 'answered' else 'open-years'}", values)
    return Message(f"pension.headline.{'at-least' if known else 'open'}", values)


def facts(found: Pension) -> tuple[Message, ...]:
    """Where and when, the parts, what one more year adds."""
    lines = []
    if found.claim.age is not None:
        lines.append(Message("pension.fact.claim", {"month": found.claim.month, "age": found.claim.age}))
    if found.is_short and found.total is not None:
        lines.append(Message("pension.fact.by-formula", {"total": found.total}))
    if found.basic is not None and found.account is not None:
        lines.append(Message("pension.fact.parts", {"basic": found.basic, "account": found.account}))
    if found.a_further_year is not None:
        lines.append(Message("pension.fact.further-year", {"amount": found.a_further_year}))
    return tuple(lines)


def pictures(found: Pension, later: list[Later]) -> tuple[Picture, ...]:
    """The parts of the pension; then what putting off the claim would add."""
    drawn: list[Picture] = []
    if found.total:
        track = tuple((PARTS[name], amount) for name, amount in found.parts.items() if amount)
        drawn.append(Bars((Bar(Message("pension.bar"), (track,)),), Message("pension.title.parts")))
    if later:
        rungs = tuple(_rung(one, later[0]) for one in later)
        drawn.append(Ladder(rungs, Message("pension.title.later"), (Message("pension.title.later-lead"),)))
    return tuple(drawn)


def _rung(one: Later, first: Later) -> Rung:
    label = Message("pension.rung.label", {"month": one.month})
    if one is first:
        return Rung(label, one.total, Message("pension.rung.first", {"total": one.total}), marked=True)
    return Rung(label, one.total, Message("pension.rung.more", {"total": one.total, "more": one.total - first.total}))


def tables(found: Pension, later: list[Later]) -> tuple[Table, ...]:
    """The parts; and, for each later claim, the years, the payment months, the sum and the difference."""
    drawn = []
    if found.total:
        rows = [(Message(f"pension.part.{name}"), amount) for name, amount in found.parts.items() if amount]
        columns = (Message("pension.column.part"), Message("pension.column.amount"))
        total = (Message("pension.column.total"), found.total)
        drawn.append(Table("parts", columns, tuple(rows), total, Message("pension.title.parts-table")))
    if later:
        names = ("claim", "years", "divisor", "total", "more")
        head = tuple(Message(f"pension.column.{name}") for name in names)
        claims = tuple(_later_row(one, later[0]) for one in later)
        drawn.append(Table("later", head, claims, title=Message("pension.title.later-table")))
    return tuple(drawn)


def _later_row(one: Later, first: Later) -> tuple[Message | Decimal, ...]:
    return (
        Message("pension.cell.claim", {"month": one.month, "age": one.age}),
        Message("pension.cell.span", {"months": one.months}),
        Message("pension.cell.plain", {"number": one.divisor}),
        one.total,
        one.total - first.total,
    )


def dates(found: Pension) -> tuple[Dated, ...]:
    """The month of the claim and the first month that is paid: where a claim is due then, and still to come."""
    month, retirement = found.claim.month, found.claim.retirement
    if retirement is None or month < max(found.claim.now, retirement.earliest) or not found.has_enough:
        return ()
    first = Dated("first-pension", month + 1, Message("pension.date.first-pension"))
    return (Dated("claim", month, Message("pension.date.claim"), ("sil-16",)), first)
