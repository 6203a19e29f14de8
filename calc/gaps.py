"""What is not known of a place, and where to look it up."""

from dataclasses import dataclass
from typing import Any

from calc.month import Month
from calc.places import NATION, get
from calc.tables import table

NATIONAL_GAPS = "data/national/series"


@dataclass(frozen=True, slots=True)
class Gap:
    """A figure that we do not hold: `kind` is a key of values, or the beginning of one.

    `start` and `end` are the months it is about, None where there is no limit on that side.
    """

    layer: str
    kind: str
    start: Month | None
    end: Month | None
    printed: dict[str, Any]

    def note(self, lang: str) -> str:
        """What is missing and where to look, in one or two sentences."""
        return self.printed[f"note_{lang}"]

    def is_about(self, key: str, month: Month | None = None) -> bool:
        """Whether it answers the question why `key` is unknown, in that month if one is given."""
        fits = key == self.kind or key.startswith(self.kind + ".")
        if month is None:
            return fits
        return fits and (self.start is None or self.start <= month) and (self.end is None or month <= self.end)


def gaps(place: str, key: str = "", month: Month | None = None) -> tuple[Gap, ...]:
    """The gaps of a place and its province; with a key those about it, the nation's too, in `month` if one is given.

    >>> [(gap.layer, gap.note("en")[:38]) for gap in gaps("320100", "medical_years")][0]
    ('320100', 'The years needed for cover in old age ')
    """
    local = [layer for layer in get(place).layers if layer != NATION] if place != NATION else []
    layers = [*local, NATION] if key or place == NATION else local
    found = [_gap(layer, row) for layer in layers for row in _rows(layer)]
    return tuple(gap for gap in found if not key or gap.is_about(key, month))


def _rows(layer: str) -> list[dict[str, Any]]:
    name = NATIONAL_GAPS if layer == NATION else f"data/places/{layer}-{get(layer).slug}"
    try:
        return table(name).get("gaps", [])
    except FileNotFoundError:
        return []


def _gap(layer: str, row: dict[str, Any]) -> Gap:
    start, end = (Month.parse(row[name]) if name in row else None for name in ("from", "to"))
    return Gap(layer, row["kind"], start, end, row)
