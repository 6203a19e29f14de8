"""A link opened later: whether its result still holds, and what was recorded since it was made."""

from collections.abc import Iterable
from dataclasses import dataclass

from calc.compare import Row
from calc.links import OUTCOME, USUAL_OUTCOME, Link, outcome_and_highlights
from calc.measures import measured
from calc.messages import Figure, Message
from calc.month import Month
from calc.questions import Calculator
from calc.result import Result
from calc.values import Value


@dataclass(frozen=True, slots=True)
class Recorded:
    """A value that was entered after the link was made: what it is of, and the sources behind it."""

    message: Message
    citations: tuple[str, ...]
    layers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Since:
    """What has become of a link's result.

    `kind` is bare (the link holds no result), same, changed (under newer rules), edited (another result under
    the same rules: nobody but a person changes that) or newer (made under rules that this page does not have yet).
    """

    kind: str
    made: str
    now: str
    rows: tuple[Row, ...] = ()
    recorded: tuple[Recorded, ...] = ()


def since(calculator: Calculator, link: Link, result: Result) -> Since:
    """Set the link's result beside that of today.

    >>> from calc import rules
    >>> from calc.door import answer
    >>> from calc.links import Link
    >>> asked = rules.get("contributions")
    >>> typed, result = answer(asked, {"place": "310000", "month": "2026-07", "wage": 12000}, "2026-11-22")
    >>> since(asked, Link({}, "2026-01-01", {"employee_total": "1260.00"}), result).kind
    'same'
    >>> since(asked, Link({}, "2026-01-01", {"employee_total": "1259.00"}), result).kind
    'changed'
    """
    from calc import RULES_VERSION

    if not link.results:
        return Since("bare", "", RULES_VERSION)
    rows = _rows(calculator, link, result)
    if link.rules > RULES_VERSION:
        return Since("newer", link.rules, RULES_VERSION, rows)
    if not rows:
        return Since("same", link.rules, RULES_VERSION)
    if link.rules == RULES_VERSION:
        return Since("edited", link.rules, RULES_VERSION, rows)
    return Since("changed", link.rules, RULES_VERSION, rows, tuple(_recorded_after(link.rules, result)))


def _rows(calculator: Calculator, link: Link, result: Result) -> tuple[Row, ...]:
    """The link's results beside ours, all of them; none where they agree."""
    ours = {OUTCOME: USUAL_OUTCOME} | outcome_and_highlights(calculator, result)
    theirs = {OUTCOME: USUAL_OUTCOME} | dict(link.results)
    if all(ours[name] == found for name, found in theirs.items()):
        return ()
    units = {named.name: named.unit for named in calculator.highlights}
    rows = [
        Row(Message(f"result.{name}"), *(measured(name, units[name], side[name]) for side in (theirs, ours)))
        for name in units
        if name in theirs
    ]
    if ours[OUTCOME] != theirs[OUTCOME]:
        rows.insert(0, Row(Message("result.outcome"), *(_outcome(side[OUTCOME]) for side in (theirs, ours))))
    return tuple(rows)


def _outcome(outcome: str) -> Figure:
    return Figure(OUTCOME, Message(f"outcome.{outcome}"), "message")


def _recorded_after(version: str, result: Result) -> Iterable[Recorded]:
    """The values used here that were entered after that day, those of one notice together."""
    groups: dict[tuple[str, Month, tuple[str, ...]], list[Value]] = {}
    for found in result.used:
        if found.entry.printed["recorded"] > version:
            groups.setdefault((found.layer, found.entry.start, found.sources), []).append(found)
    for (layer, start, sources), values in groups.items():
        items = dict.fromkeys(_item(found.key) for found in values)
        told = {"items": list(items), "place": layer, "month": start}
        yield Recorded(Message("notice.recorded-value", told), sources, (layer,))


def _item(key: str) -> tuple[str, str]:
    """A value's key as kind and scheme: base.pension, minimum_wage."""
    kind, _, rest = key.partition(".")
    return kind, rest.partition(".")[0]
