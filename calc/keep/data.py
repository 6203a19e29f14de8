"""An answer as data: the JSON of the contract, and the link to it."""

from typing import Any

from calc.compare import Side
from calc.contract import as_plain
from calc.keep import Answered
from calc.month import Month


def as_text(answered: Answered) -> str:
    """The dict of `calc.run` with its sentences, indented, with `link` and, where there is another, `compared_with`."""
    import json

    told = [_plain(answered, side) for side in (answered.side, answered.other) if side]
    compared = {"compared_with": told[1]} if len(told) == 2 else {}
    return json.dumps({**told[0], "link": answered.link, **compared}, ensure_ascii=False, indent=2) + "\n"


def _plain(answered: Answered, side: Side) -> dict[str, Any]:
    month = side.typed.get("month", Month.parse(answered.today))
    return as_plain(answered.calculator, dict(side.typed), side.result, month, answered.words)
