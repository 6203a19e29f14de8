"""How a retirement is told: headline, facts, time line, dates, doubts and where to go on, all as messages."""

from collections.abc import Iterator
from dataclasses import dataclass

from calc.month import Age, Month
from calc.pictures import Point, TimeLine
from calc.result import Dated, Message, Next, Table
from calc.retiring import Retirement, figure
from calc.values import Value

NEXT = (Next("calculators/pension", Message("retirement.next.pension")),)


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything worked out for one person: `chosen` is the month they would like, `paid` the months paid by then."""

    now: Month
    category: str
    found: Retirement
    chosen: Month | None
    paid: int | None
    minimum: Value
    minimum_months: int

    @property
    def shortfall(self) -> int | None:
        """The months of contributions that are missing, None where nothing is known of them."""
        return None if self.paid is None else max(0, self.minimum_months - self.paid)

    @property
    def kind(self) -> str:
        """What the chosen month is: none, at (the statutory one), early, late, too-early or too-late."""
        if self.chosen is None:
            return "none"
        if self.chosen < self.found.earliest:
            return "too-early"
        if self.chosen > self.found.latest:
            return "too-late"
        if self.chosen == self.found.statutory:
            return "at"
        return "early" if self.chosen < self.found.statutory else "late"

    @property
    def in_window(self) -> bool:
        return not self.kind.startswith("too-")

    @property
    def minimum_month(self) -> Month:
        """The month whose minimum counts: an earlier chosen one, else the statutory one."""
        early = self.chosen is not None and self.chosen < self.found.statutory
        return self.chosen if early and self.chosen else self.found.statutory

    @property
    def retires(self) -> Month:
        """The chosen month where it can be chosen, else the statutory one."""
        return self.chosen if self.chosen is not None and self.in_window else self.found.statutory

    @property
    def enough(self) -> str:
        return {None: "open", True: "short", False: "enough"}[None if self.shortfall is None else self.shortfall > 0]


def headline(plan: Plan) -> Message:
    """The answer in one sentence."""
    found = plan.found
    values = {
        "month": found.statutory,
        "age": Age.of(found.statutory - found.birth),
        "chosen": plan.chosen,
        "earliest": found.earliest,
        "latest": found.latest,
        "short": plan.shortfall,
        "minimum": plan.minimum_months,
    }
    if not plan.in_window:
        return Message(f"retirement.headline.{plan.kind}", values)
    tense = "past" if plan.chosen is None and found.statutory < plan.now else plan.kind
    return Message(f"retirement.headline.{tense}-{plan.enough}", values)


def facts(plan: Plan) -> tuple[Message, ...]:
    """The short lines under the headline: how much later than before, what may be chosen, what must be paid."""
    found = plan.found
    before = Age.of(found.original - found.birth)
    which = "delay" if found.delay else "no-delay"
    lines = [Message(f"retirement.fact.{which}", {"delay": found.delay, "before": before})]
    if found.is_delayed:
        lines.append(Message("retirement.fact.choice", {"earliest": found.earliest, "latest": found.latest}))
    values = {"minimum": plan.minimum_months, "month": plan.minimum_month}
    lines.append(Message("retirement.fact.minimum", values))
    return tuple(lines)


def time_line(plan: Plan) -> TimeLine:
    """The months in order, with the span that is open to choice; months that fall together are told once."""
    found = plan.found
    points = [Point(found.statutory, Message("retirement.point.statutory"), "main")]
    if found.earliest < found.statutory:
        which = "earliest-original" if found.earliest == found.original else "earliest"
        points.append(Point(found.earliest, Message(f"retirement.point.{which}")))
    if found.delay and found.original < found.earliest:
        points.append(Point(found.original, Message("retirement.point.original")))
    if found.latest > found.statutory:
        points.append(Point(found.latest, Message("retirement.point.latest")))
    if plan.chosen is not None and plan.kind != "at":
        points.append(Point(plan.chosen, Message(f"retirement.point.chosen-{'in' if plan.in_window else 'out'}")))
    points.append(Point(plan.now, _now(plan), "now"))
    span = (found.earliest, found.latest) if found.earliest < found.latest else None
    in_order = tuple(sorted(points, key=lambda point: point.month))
    return TimeLine(in_order, span, Message("retirement.title.months"))


def _now(plan: Plan) -> Message:
    """How far it is to the statutory month, or how long ago it was."""
    ahead = plan.found.statutory - plan.now
    which = "at" if ahead == 0 else "before" if ahead > 0 else "after"
    return Message(f"retirement.point.now-{which}", {"span": abs(ahead)})


def months_table(plan: Plan) -> Table:
    """The twin of the time line."""
    rows = [(point.label, Message("retirement.cell", {"month": point.month})) for point in time_line(plan).points]
    columns = (Message("retirement.column.what"), Message("retirement.column.month"))
    return Table("months", columns, tuple(rows), title=Message("retirement.title.table"))


def dates(plan: Plan) -> tuple[Dated, ...]:
    """What a calendar should hold, in order: what is still to come."""
    coming = [dated for dated in _dates(plan) if isinstance(dated.when, Month) and dated.when >= plan.now]
    return tuple(sorted(coming, key=lambda dated: str(dated.when)))


def _dates(plan: Plan) -> Iterator[Dated]:
    found = plan.found
    if plan.kind in ("none", "early") and found.earliest < found.statutory and not plan.shortfall:
        yield from _early(plan)
    if plan.kind in ("none", "late") and found.is_delayed:
        notice = found.statutory + -figure(found.window, "later_notice_months")
        yield Dated("agreement", notice, Message("retirement.date.agreement", {"month": found.statutory}), ("delay-3",))
    yield Dated("statutory", found.statutory, Message("retirement.date.statutory"), ("delay-1",))
    yield Dated("first-pension", plan.retires + 1, Message("retirement.date.first-pension"))
    if plan.kind == "none" and found.latest > found.statutory:
        yield Dated("latest", found.latest, Message("retirement.date.latest"), ("delay-3",))
    elif plan.kind == "late":
        yield Dated("chosen", plan.retires, Message("retirement.date.chosen"), ("delay-3",))


def _early(plan: Plan) -> Iterator[Dated]:
    """The last month for the notice, and the month itself: the chosen one, or the earliest."""
    notice = figure(plan.found.window, "earlier_notice_months")
    if plan.chosen is not None:
        said = Message("retirement.date.notice", {"chosen": plan.chosen})
        yield Dated("notice", plan.chosen + -notice, said, ("delay-3",))
        yield Dated("chosen", plan.chosen, Message("retirement.date.chosen"), ("delay-3",))
        return
    earliest = plan.found.earliest
    said = Message("retirement.date.earliest-notice", {"month": earliest})
    yield Dated("earliest-notice", earliest + -notice, said, ("delay-3",))
    yield Dated("earliest", earliest, Message("retirement.date.earliest"), ("delay-3",))


def warnings(plan: Plan) -> tuple[Message, ...]:
    """What may still change the answer for this reader."""
    return tuple(Message(f"warning.{name}") for name in _warnings(plan))


def _warnings(plan: Plan) -> Iterator[str]:
    if plan.category != "male":
        yield "category-local"
    if not plan.found.is_delayed:
        yield "before-2025"
    if plan.kind in ("none", "late", "too-late") and plan.found.is_delayed:
        yield "who-may-defer"
    yield "special-work"
    yield "first-pension"
