"""How a split month is told: headline, facts, the flow with its stories, the table, what to note, all as messages."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from calc.lines import Line
from calc.month import Month
from calc.person import PAID_BY_EMPLOYER_ALONE, Person
from calc.pictures import Bar, Flow
from calc.result import Dated, Message, Next, Table

FOLLOWING = (
    Next("guides/your-pay", Message("contributions.next.your-pay")),
    Next("guides/social-insurance", Message("contributions.next.social-insurance")),
)
"""Where to go on from any answer."""

LAW_OF_STORY = {
    "pension": ("sil-12", "sil-14", "sil-8"),
    "medical": ("sil-23", "sil-29", "hr-4"),
    "maternity": ("sil-53", "sil-54", "hr-4"),
    "unemployment": ("sil-44", "sil-45", "sil-8"),
    "injury": ("sil-33", "sil-36", "sil-38"),
    "housing_fund": ("hf-3", "hf-16"),
}
"""The articles behind what becomes of each scheme's money; that of long-term care rests on none that we cite."""


@dataclass(frozen=True, slots=True)
class Told:
    """Everything worked out for one person and month, ready to be put into messages."""

    today: str
    person: Person
    pay: Decimal | None
    declared: Decimal | None
    lines: list[Line]
    sums: Mapping[str, Decimal | None]
    known: Mapping[str, Decimal]
    cost: Decimal | None
    net: Decimal | None
    asked_net: Decimal | None
    asked_cost: Decimal | None

    def amount(self, name: str) -> Decimal:
        """A total, or as much of it as is known."""
        whole = self.sums[name]
        return self.known[name] if whole is None else whole


def headline(told: Told) -> Message:
    """The answer in one sentence: the amounts, or as much as is known and what is not."""
    if told.pay is None:
        return Message("contributions.headline.cannot-invert")
    amounts = {
        "pay": told.pay,
        "employee": told.amount("employee_total"),
        "employer": told.amount("employer_total"),
        "net": told.asked_net,
        "cost": told.asked_cost,
    }
    if told.person.worker == "flexible":
        return Message(f"contributions.headline.flexible-{_certainty(told, 'employee_total')}", amounts)
    which = f"{_certainty(told, 'employee_total')}-{_certainty(told, 'employer_total')}"
    if told.asked_net is not None:
        which = "for-net"
    if told.asked_cost is not None:
        which = "for-cost"
    return Message(f"contributions.headline.{which}", amounts)


def _certainty(told: Told, name: str) -> str:
    return "known" if told.sums[name] is not None else "at-least"


def facts(told: Told) -> tuple[Message, ...]:
    """The short lines under the headline: where and when, what is left, what it costs the employer."""
    lines = [Message("contributions.fact.where", {"place": told.person.place, "month": told.person.month})]
    if told.net is not None and told.person.worker == "employee":
        lines.append(Message("contributions.fact.net", {"net": told.net}))
    if told.cost is not None and told.person.worker == "employee":
        lines.append(Message("contributions.fact.cost", {"cost": told.cost}))
    if told.sums["pool_total"] is not None:
        parts = {"pool": told.sums["pool_total"], "account": told.sums["account_total"]}
        lines.append(Message("contributions.fact.pots", parts))
    return tuple(lines)


def flow(told: Told) -> Flow:
    """From who pays, through each scheme, to the pots; each scheme's two ways of dividing add up to it."""
    notes = {}
    if told.net is not None and told.person.worker == "employee":
        notes["employee"] = Message("contributions.flow.pay", {"pay": told.pay, "net": told.net})
    return Flow(
        tuple(_bar(one, told) for one in told.lines),
        Message("contributions.flow.title"),
        (Message("contributions.flow.lead"),),
        notes,
    )


def _bar(one: Line, told: Told) -> Bar:
    payers = (("employee", one.employee), ("employer", one.employer))
    return Bar(
        named(one),
        (
            payers[:1] if told.person.worker == "flexible" else payers,
            (("account", one.account), ("pool", one.pool)),
        ),
        _story(one, told),
        LAW_OF_STORY.get(one.terms.scheme, ()),
    )


def _story(one: Line, told: Told) -> tuple[Message, ...]:
    """Who collects the money, what each pot pays for and from when, and who pays it out."""
    scheme = one.terms.scheme
    told_of = "medical_with_maternity" if one.terms.rates_hold("includes_maternity") else scheme
    pots = [] if scheme == "housing_fund" else [Message(f"contributions.story.pool-{told_of}")]
    if one.account != 0 and scheme in ("pension", "medical", "housing_fund"):
        pots.append(Message(f"contributions.story.account-{scheme}"))
    ends = [] if scheme == "housing_fund" else [Message(f"contributions.story.paid-{scheme}")]
    return (Message(f"contributions.story.collected-{_collector(scheme, told)}"), *pots, *ends)


def _collector(scheme: str, told: Told) -> str:
    if scheme == "housing_fund":
        return "fund"
    if told.person.worker == "flexible":
        return "flexible"
    return "employer" if scheme in PAID_BY_EMPLOYER_ALONE else "both"


def dates(told: Told) -> tuple[Dated, ...]:
    """When the base limits that were used are expected to be renewed, as far as that is told and still ahead."""
    expected: dict[str, list[str]] = {}
    for one in told.lines:
        limits = one.terms.from_us(one.terms.limits, "floor", "ceiling")
        month = limits.entry.printed.get("next_expected", "") if limits else ""
        if month > told.today[:7]:
            expected.setdefault(month, []).append(one.terms.scheme)
    return tuple(
        Dated(
            f"renewal.{month}",
            Month.parse(month),
            Message("contributions.date.renewal", {"schemes": schemes, "place": told.person.place}),
        )
        for month, schemes in sorted(expected.items())
    )


def table(told: Told) -> Table:
    """Scheme by scheme: the base, each side with its rate, and each pot; last the totals."""
    columns = ("scheme", "base", "employee", "employer", "account", "pool")
    rows = tuple(
        (
            named(one),
            one.base,
            _side_cell(one.employee, one.terms.employee_rate),
            _side_cell(one.employer, one.terms.employer_rate),
            one.account,
            one.pool,
        )
        for one in told.lines
    )
    sums = (told.sums[f"{name}_total"] for name in columns[2:])
    return Table(
        "split",
        tuple(Message(f"contributions.column.{name}") for name in columns),
        rows,
        (Message("contributions.column.total"), "", *sums),
        Message("contributions.table.split"),
    )


def named(one: Line) -> Message:
    """The scheme's name; where maternity was merged into medical (国办发〔2019〕10号), the name says so."""
    merged = one.terms.rates_hold("includes_maternity")
    shown = "medical_with_maternity" if merged else one.terms.scheme
    return Message("term-of", {"scheme": shown, "row": one.terms.scheme})


def _side_cell(amount: Decimal | None, rate: Decimal | None) -> Message | None:
    if amount is None or rate is None:
        return None
    return Message("contributions.cell" if rate else "contributions.cell-plain", {"amount": amount, "rate": rate})
