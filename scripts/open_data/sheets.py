"""Tables that every spreadsheet reads: UTF-8 with the mark that Excel looks for, and no cell that is a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from calc.words import LANGUAGES
from scripts.kinds import named, place_name
from scripts.open_data.sources import in_words, sources
from scripts.open_data.values import Plain, gaps, known_places, values

MARK = "\ufeff"
# What makes a spreadsheet compute a cell instead of showing it.
FORMULA = ("=", "+", "-", "@", "\t", "\r")
BEFORE = ("id", "key", "kind_en", "kind_zh", "place", "place_en", "place_zh", "from", "to")
AFTER = (
    *("unit", "conditions", "details", "grade", "provisional", "replaced", "other_readings"),
    *("sources_en", "sources_zh", "links", "checked", "recorded", "next_expected", "note_en", "note_zh"),
)
PLACES = (
    *("code", "slug", "en", "zh", "pinyin", "province", "values"),
    *("first_month", "newest_recorded", "oldest_checked"),
)
GAPS = ("place", "place_en", "place_zh", "key", "from", "to", "note_en", "note_zh", "sources_en", "sources_zh")


def sheet(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> bytes:
    """A table as bytes.

    >>> sheet(["a", "b"], [{"a": "=1+1", "b": 2.5}]).decode("utf-8-sig").splitlines()
    ['a,b', "'=1+1,2.5"]
    """
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([cell(row.get(column)) for column in columns] for row in rows)
    return (MARK + written.getvalue()).encode()


def cell(content: Any) -> str:
    """What stands in one cell: yes and no in words, a list with spaces between, text that no program will run.

    >>> cell(True), cell(None), cell([0.2, 0.4]), cell(-1), cell("@x")
    ('yes', '', '0.2 0.4', '-1', "'@x")
    """
    if content is None:
        return ""
    if isinstance(content, bool):
        return "yes" if content else "no"
    if isinstance(content, list):
        return cell(" ".join(str(one) for one in content))
    text = str(content)
    return f"'{text}" if isinstance(content, str) and text.startswith(FORMULA) else text


def figure_columns() -> list[str]:
    """A column for every name of a figure, in a fixed order."""
    return list(named()["figures"])


def value_sheet() -> bytes:
    """One row for each value, with a column for each figure."""
    return sheet([*BEFORE, *figure_columns(), *AFTER], map(_value_row, values()))


def _value_row(value: Plain) -> Plain:
    others = [one for reading in value["other_readings"] for one in reading["sources"]]
    cited = dict.fromkeys([*value["sources"], *others])
    return {
        **value,
        **value["figures"],
        "unit": _units(value["units"]),
        "conditions": _pairs(value["conditions"]),
        "details": _pairs(value["details"]),
        "other_readings": "; ".join(_pairs(reading["figures"]) for reading in value["other_readings"]),
        **{f"sources_{lang}": _cited(value["sources"], value["place"], lang) for lang in LANGUAGES},
        "links": " ".join(url for source_id in cited if (url := sources()[source_id]["url"])),
    }


def _units(units: Plain) -> str:
    """One unit where all figures have the same; else each with its figure."""
    return next(iter(units.values())) if len(set(units.values())) == 1 else _pairs(units)


def _pairs(pairs: Plain) -> str:
    return ", ".join(f"{name}={cell(content)}" for name, content in pairs.items())


def _cited(source_ids: list[str], place: str, lang: str) -> str:
    """Every source once: a compilation in which a document was seen is named with that document."""
    named_already = {via for one in source_ids for via in sources()[one]["via"]}
    return " | ".join(in_words(one, place, lang) for one in source_ids if one not in named_already)


def place_sheet() -> bytes:
    return sheet(PLACES, known_places())


def gap_sheet() -> bytes:
    return sheet(GAPS, map(_gap_row, gaps()))


def _gap_row(gap: Plain) -> Plain:
    place = gap["place"]
    return {
        **gap,
        **{f"place_{lang}": place_name(place, lang) for lang in LANGUAGES},
        **{f"sources_{lang}": _cited(gap["sources"], place, lang) for lang in LANGUAGES},
    }
