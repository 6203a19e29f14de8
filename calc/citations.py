"""What a citation id stands for: a source of a figure, or an article of law."""

from functools import cache
from typing import Any

from calc.places import NATION, get
from calc.tables import table


def source(source_id: str, layers: tuple[str, ...] = (NATION,)) -> dict[str, Any]:
    """The record behind a source id: number, titles, issuer, url, link state, via.

    Place files hold the sources that only they use; `layers` says which files to look in.

    Raises:
        KeyError: no file has that id.
    """
    for layer in layers:
        if layer != NATION and source_id in (found := _of_place(layer)):
            return found[source_id]
    return table("data/sources")["sources"][source_id]


def article(article_id: str) -> dict[str, Any]:
    """The record of an article: law and number in both languages, and what it gives the step.

    >>> article("sil-12")["number"]
    12
    """
    return table("data/articles")[article_id]


def is_article(citation: str) -> bool:
    return citation in table("data/articles")


@cache
def _of_place(layer: str) -> dict[str, Any]:
    try:
        return table(f"data/places/{layer}-{get(layer).slug}").get("sources", {})
    except FileNotFoundError:
        return {}
