"""Every source of the value files, in full and in words."""

from __future__ import annotations

from functools import cache
from typing import Any

from calc import citations, places
from calc.tables import table
from calc.words import LANGUAGES, words
from scripts.ledger import value_files
from scripts.open_data.fields import said

Source = dict[str, Any]
TEXTS = ("number", "title_en", "title_zh", "issuer_en", "issuer_zh", "url")


@cache
def sources() -> dict[str, Source]:
    """All sources by id: those that several places share, then those of one place.

    Raises:
        ValueError: two places use one id for different documents.
    """
    found: dict[str, Source] = {}
    for place, rows in (("", table("data/sources")["sources"]), *_of_places()):
        for source_id in rows:
            told = _in_full(source_id, place)
            if found.setdefault(source_id, told) is not told:
                raise ValueError(f"the source id {source_id!r} is used twice; give one of the two another id")
    return found


def in_words(source_id: str, place: str, lang: str) -> str:
    """A source as a reader finds it cited: issuer, number, title, and what is known of its address.

    >>> in_words("nat-2019-13", "000000", "zh").startswith("国务院办公厅，国办发〔2019〕13号")
    True
    """
    row, speech = _row(source_id, place), words(lang)
    named = [part for part in (row.get(f"issuer_{lang}"), row.get("number"), row.get(f"title_{lang}")) if part]
    aside = [link_in_words(row, lang)] if "url" in row else []
    via = [_row(one, place)[f"title_{lang}"] for one in row.get("via", ())]
    aside += [speech.text("view.seen-in", via=speech.text("format.comma").join(via))] if via else []
    name = speech.text("format.pause").join(named or [speech.text("view.no-number")])
    return name + (speech.text("format.aside", text=speech.text("format.semicolon").join(aside)) if aside else "")


def link_in_words(row: Source, lang: str) -> str:
    """Whether we opened the address."""
    return said(lang, "link-none") if "url" not in row else words(lang).text(f"view.link-{row['link']}")


def _in_full(source_id: str, place: str) -> Source:
    row = _row(source_id, place or places.NATION)
    return {
        "id": source_id,
        "place": place or None,
        "kind": row.get("kind", "notice"),
        **{name: row.get(name) for name in TEXTS},
        "link": row["link"],
        **{f"link_{lang}": link_in_words(row, lang) for lang in LANGUAGES},
        "via": list(row.get("via", ())),
        **{f"cited_{lang}": in_words(source_id, place or places.NATION, lang) for lang in LANGUAGES},
    }


def _of_places() -> list[tuple[str, dict[str, Source]]]:
    return [(place, table(name).get("sources", {})) for place, name in value_files()]


def _row(source_id: str, place: str) -> Source:
    layers = (places.NATION,) if place == places.NATION else places.get(place).layers
    return citations.source(source_id, layers)
