"""Every dated value as plain data, and what else is told of a place."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Any

from calc import citations, places
from calc.tables import table
from scripts.kinds import Kinds, place_name, unit
from scripts.ledger import Dated, ledger, value_files

Plain = dict[str, Any]
# What an entry says beside its figures, its months and its evidence; the rest of it is in its key.
DETAILS = (
    *("year", "first_age", "no_ceiling", "own_only", "optional", "paid_from", "includes_maternity", "floor_differs"),
)
TOLD = {"from", "to", "start", "sources", "grade", "checked", "recorded", "next_expected", "when", "provisional"}
TOLD |= {"replaced", "other_readings", "note_en", "note_zh", "schemes", "scheme", "worker", "kind", "category"}


@cache
def values() -> tuple[Plain, ...]:
    """One record for each figure and key, in the order of the files: limits of three insurances are three records."""
    return tuple(_value(entry, key) for entry in ledger() for key in entry.keys)


def values_of(place: str) -> list[Plain]:
    return [one for one in values() if one["place"] == place]


def _value(entry: Dated, key: str) -> Plain:
    row = entry.row
    _refuse_what_is_not_told(entry)
    single = Dated(entry.place, entry.file, entry.section, entry.index, (key,), {**row, "when": {}})
    return {
        "id": entry.id(key),
        "key": key,
        **{f"kind_{lang}": Kinds(lang).entry(single) for lang in ("en", "zh")},
        "place": entry.place,
        **{f"place_{lang}": place_name(entry.place, lang) for lang in ("en", "zh")},
        "from": row.get("from"),
        "to": row.get("to"),
        "figures": _numbers(entry.figures),
        "units": {name: unit(entry.section, name) for name in entry.figures},
        "conditions": dict(entry.conditions),
        "details": {name: row[name] for name in DETAILS if name in row},
        "grade": row["grade"],
        "provisional": bool(row.get("provisional")),
        "replaced": bool(row.get("replaced")),
        "other_readings": [_reading(reading) for reading in row.get("other_readings", ())],
        "sources": list(row["sources"]),
        **{name: row[name] for name in ("checked", "recorded")},
        **{name: row.get(name) for name in ("next_expected", "note_en", "note_zh")},
    }


def _refuse_what_is_not_told(entry: Dated) -> None:
    """A new field of the value files has to be told here too, or people who take the data would miss it."""
    unknown = entry.row.keys() - TOLD - entry.figures.keys() - set(DETAILS)
    if unknown:
        where = f"{entry.file}:{entry.line}"
        raise KeyError(
            f"{where}: scripts/open_data/values.py does not tell {sorted(unknown)}; add it to DETAILS or TOLD"
        )


def _reading(reading: Plain) -> Plain:
    figures = {name: figure for name, figure in reading.items() if name != "sources"}
    return {"figures": _numbers(figures), "sources": list(reading["sources"])}


def _numbers(figures: Plain) -> Plain:
    return {
        name: [number(one) for one in figure] if isinstance(figure, list) else number(figure)
        for name, figure in figures.items()
    }


def number(printed: Any) -> Any:
    """A number with the digits of the source, as JSON writes it.

    >>> number(Decimal("9.80")), number(Decimal("16")), number(7546), number("yuan-half-up")
    (9.8, 16, 7546, 'yuan-half-up')
    """
    if not isinstance(printed, Decimal):
        return printed
    whole = printed == printed.to_integral_value()
    return int(printed) if whole else float(printed)


@cache
def gaps() -> tuple[Plain, ...]:
    """What is known to be missing, and where to look it up."""
    return tuple(
        {
            "place": place,
            "key": row["kind"],
            **{name: row.get(name) for name in ("from", "to", "note_en", "note_zh")},
            "sources": list(row.get("sources", ())),
        }
        for place, name in value_files()
        for row in table(name).get("gaps", ())
    )


def contacts_of(place: str) -> list[Plain]:
    """The bodies of a place and their telephone lines, as its own file names them."""
    return [
        {
            **{name: row[name] for name in ("body", "name_en", "name_zh", "grade")},
            **{name: row.get(name) for name in ("host", "tel")},
            "sources": list(row["sources"]),
        }
        for own, name in value_files()
        if own == place
        for row in table(name).get("contacts", ())
    ]


@cache
def articles() -> tuple[Plain, ...]:
    """Every article that the guide cites; a single limit of an article is told as `limits`, like several."""
    kept = ("law_en", "law_zh", "number", "number_zh", "gives_en", "gives_zh")
    return tuple(
        {"id": article_id, **{name: row[name] for name in kept}, "limits": _limits(row)}
        for article_id in citations.articles()
        for row in [citations.article(article_id)]
    )


def _limits(row: Plain) -> Plain:
    alone = {unit: row[unit] for unit in ("days", "working_days", "months", "years", "percent") if unit in row}
    named = row.get("limits", {})
    told = {"": alone, **named} if alone else named
    return {name: _numbers(limit) for name, limit in told.items()}


@cache
def known_places() -> tuple[Plain, ...]:
    """The nation and every place of the register, with how much of it is known, and how old that is."""
    return tuple(_place(code) for code in (places.NATION, *(place.code for place in places.everywhere())))


def _place(code: str) -> Plain:
    own = values_of(code)
    known = None if code == places.NATION else places.get(code)
    return {
        "code": code,
        "slug": known.slug if known else "china",
        **{lang: place_name(code, lang) for lang in ("en", "zh")},
        "pinyin": known.pinyin if known else "zhongguo",
        "province": known.province if known else "",
        "values": len(own),
        "first_month": min((one["from"] for one in own if one["from"]), default=""),
        "newest_recorded": max((one["recorded"] for one in own), default=""),
        "oldest_checked": min((one["checked"] for one in own), default=""),
    }
