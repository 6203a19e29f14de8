"""What a step rests on: sources and articles, whose figures they are, since when, and how far to trust them."""

from collections.abc import Iterable
from typing import Any

from calc.result import worst
from calc.values import Value


def evidence(values: Iterable[Value], *articles: str) -> dict[str, Any]:
    """The fields of a `Step` that say what it rests on: citations, layers, grade and the months in force.

    >>> evidence([], "sil-15")
    {'citations': ('sil-15',), 'layers': (), 'grade': 'A', 'in_force': None}
    """
    used = list(values)
    sources = [source for found in used for source in found.sources]
    first = used[0].entry if used else None
    return {
        "citations": tuple(dict.fromkeys((*sources, *articles))),
        "layers": tuple(dict.fromkeys(found.layer for found in used)),
        "grade": worst(found.grade for found in used),
        "in_force": (first.start if "from" in first.printed else None, first.end) if first else None,
    }
