"""A yearly series as a whole: its history at a place, and the figure that measures one year."""

from calc.entries import Entry, applying
from calc.values import answering


def history(key: str, place: str) -> tuple[Entry, ...]:
    """Every entry that may hold at a place, oldest first, from all layers that may answer.

    >>> [str(entry.number("percent")) for entry in history("account_interest", "310000")][-2:]
    ['2.62', '1.50']
    """
    found = [entry for layer in answering(key, place) for entry in applying(key, layer, place)]
    return tuple(sorted(found, key=lambda entry: entry.start))


def of_year(key: str, place: str, year: int) -> Entry | None:
    """The entry that measures `year`, from the nearest layer that has one; None where none is held.

    The year a wage or an income measures is not the time in which it is used.

    >>> wage = of_year("average_wage.full_coverage", "310000", 2024)
    >>> wage.number("monthly"), str(wage.start)
    (Decimal('12434'), '2025-07')
    """
    for layer in answering(key, place):
        for entry in applying(key, layer, place):
            if entry.printed.get("year") == year:
                return entry
    return None
