"""What a citation id stands for: a source of a figure, or an article of law."""

from functools import cache
from typing import Any

from calc.numerals import chinese
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


@cache
def article(article_id: str) -> dict[str, Any]:
    """The record of an article: law and number in both languages, what it gives, and the page that has it.

    >>> article("sil-12")["number"], article("sil-12")["page"]
    (12, 'law/social-insurance-law/chapter-2')

    Raises:
        KeyError: there is no such article to cite.
    """
    prefix, _, number = article_id.rpartition("-")
    law, row = table("data/laws")[prefix], table(f"data/articles/{prefix}")[article_id]
    return {
        "law_zh": law["zh"],
        "law_en": law["en"],
        "number": int(number),
        "number_zh": chinese(int(number)),
        "page": _page(law, row),
        "unit": law.get("unit", "article"),
        **row,
    }


def _page(law: dict[str, Any], row: dict[str, Any]) -> str:
    if "folder" not in law:
        return ""
    return f"law/{law['folder']}/" + (f"chapter-{row['chapter']}" if "chapter" in row else "index")


@cache
def is_article(citation: str) -> bool:
    prefix = citation.rpartition("-")[0]
    return prefix in table("data/laws") and citation in table(f"data/articles/{prefix}")


def articles() -> list[str]:
    """The ids of all articles that can be cited, law by law."""
    return [article_id for prefix in table("data/laws") for article_id in table(f"data/articles/{prefix}")]


@cache
def _of_place(layer: str) -> dict[str, Any]:
    try:
        return table(f"data/places/{layer}-{get(layer).slug}").get("sources", {})
    except FileNotFoundError:
        return {}
