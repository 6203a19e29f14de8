"""What weakens an answer because of the values it uses: late, old, disputed or thin figures, in words."""

from collections.abc import Iterable
from decimal import Decimal

from calc.result import Message
from calc.values import Value

Used = Iterable[tuple[str, Value]]
"""Values with the scheme they are about."""

FLAGS = ("provisional", "benchmark", "stale", "start-not-known", "one-source")
DISPUTED = {
    "floor": "money",
    "ceiling": "money",
    "employer": "rate",
    "employee": "rate",
    "employer_fixed": "money",
    "employee_fixed": "money",
    "employer_to_account": "account",
    "employee_to_account": "account",
    "amount": "value",
    "monthly": "value",
}
"""Figures on which sources may differ, and the kind of sentence that tells it."""


def doubts(used: Used, today: str) -> tuple[Message, ...]:
    """Every doubt about the values, by kind; each kind names all the values it is about.

    >>> from calc.month import Month
    >>> from calc.values import value
    >>> late = value("base.pension", "310000", Month(2027, 9))
    >>> [message.id for message in doubts([("pension", late)], "2027-09-30")]
    ['warning.provisional']
    """
    kept = list(used)
    return (*by_flag(kept, today), *disputes(kept), *notes(kept))


def by_flag(used: Used, today: str) -> Iterable[Message]:
    """Values that are late, national only, old, of uncertain start, or from one source."""
    kept = list(used)
    for flag in FLAGS:
        items = [(found.key.split(".")[0], scheme) for scheme, found in kept if flag in _flags(found, today)]
        if items:
            yield Message(f"warning.{flag}", {"items": list(dict.fromkeys(items))})


def disputes(used: Used) -> Iterable[Message]:
    """Figures that sources print differently, with both readings."""
    for scheme, found in used:
        for reading in found.entry.printed.get("other_readings", ()):
            for name in reading.keys() & DISPUTED.keys():
                ours = found.number(name, Decimal(0) if name.endswith("_to_account") else None)
                if ours is not None:
                    items = [(found.key.split(".")[0], scheme)]
                    both = {"used": ours, "other": Decimal(reading[name]), "items": items}
                    yield Message(f"warning.disputed-{DISPUTED[name]}", {"scheme": scheme, "name": name, **both})


def notes(used: Used) -> Iterable[Message]:
    """What the data says beside a value, once each."""
    seen = set()
    for scheme, found in used:
        printed = found.entry.printed
        if "note_en" in printed and printed["note_en"] not in seen:
            seen.add(printed["note_en"])
            text = {"en": printed["note_en"], "zh": printed["note_zh"]}
            yield Message("warning.note", {"scheme": scheme, "text": text})


def _flags(found: Value, today: str) -> frozenset[str]:
    return found.flags | {"stale"} if found.is_stale(today) else found.flags
