"""What weakens the answer on a pension: late, thin or disputed figures, money of another year, what is not counted."""

from collections.abc import Iterator
from decimal import Decimal

from calc.gaps import gaps
from calc.pension_parts import account_pension
from calc.places import get
from calc.result import Message
from calc.rules.pension_facts import Pension
from calc.values import Value, value

FLAGS = ("provisional", "stale", "start-not-known", "one-source")


def warnings(found: Pension) -> tuple[Message, ...]:
    """What weakens the answer, the heaviest first."""
    return (*_of_time(found), *_of_base(found), *_of_divisor(found), *_of_place(found), *_not_counted(found))


def _of_time(found: Pension) -> Iterator[Message]:
    base = found.base.value
    year = base.entry.printed["year"] if base else None
    if found.claim.is_future and found.base.amount is not None:
        yield Message("warning.today-money")
    elif base and year != found.claim.month.year:
        yield Message("warning.base-of-earlier-year", {"year": year, "wanted": found.claim.month.year})


def _of_base(found: Pension) -> Iterator[Message]:
    base = found.base.value
    if base is None:
        yield from _where_to_look(found)
        return
    flags = base.flags | ({"stale"} if base.is_stale(found.today) else frozenset())
    for flag in FLAGS:
        if flag in flags:
            yield Message(f"warning.{flag}", {"items": [("calculation_base", "pension")]})
    for reading in base.entry.printed.get("other_readings", ()):
        values = {"used": base.number("amount"), "other": Decimal(reading["amount"])}
        yield Message("warning.disputed-calculation_base", values)
    if "note_en" in base.entry.printed:
        yield _note(base)


def _where_to_look(found: Pension) -> Iterator[Message]:
    """Where the base can be looked up that we do not hold."""
    if found.base.amount is None and found.place is not None:
        for gap in gaps(found.place, "calculation_base", min(found.claim.month, found.claim.now)):
            yield Message("warning.look-up", {"text": {lang: gap.note(lang) for lang in ("en", "zh")}})


def _note(of: Value) -> Message:
    printed = of.entry.printed
    return Message("warning.note", {"scheme": "pension", "text": {"en": printed["note_en"], "zh": printed["note_zh"]}})


def _of_divisor(found: Pension) -> Iterator[Message]:
    """Both readings of the table, with what each gives."""
    table = found.divisor.found
    if table is None or table.other is None or found.account is None:
        return
    other = account_pension(found.balance, table.other)
    values = {"used": table.months, "other": table.other, "account": found.account, "other_account": other}
    yield Message("warning.disputed-divisor", values)


def _of_place(found: Pension) -> Iterator[Message]:
    """A place that prints its pensions rounded in its own way."""
    if found.place is None:
        return
    rule = value("rounding.pension_benefit", get(found.place).province, found.claim.now)
    if isinstance(rule, Value) and "note_en" in rule.entry.printed:
        printed = rule.entry.printed
        text = {"en": printed["note_en"], "zh": printed["note_zh"]}
        yield Message("warning.local-variation", {"place": rule.layer, "text": text})


def _not_counted(found: Pension) -> Iterator[Message]:
    if not found.transitional:
        yield Message("warning.transitional-not-counted")
