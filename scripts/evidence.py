"""What stands behind a figure, said to the reader: where it holds, since when, who printed it, how sure we are."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import Any

from calc.citations import source
from calc.entries import SECTIONS
from calc.places import NATION, get
from calc.tables import table
from calc.values import Value
from calc.view.html import escape, prose
from calc.view.reasoning import in_force
from calc.view.sources import citation
from calc.words import Words
from scripts.notes import Said
from scripts.pages import ROOT
from scripts.places.due import due
from scripts.places.wording import Wording

DOUBTS = ("provisional", "disputed", "one-source", "start-not-known", "benchmark")
VALUE_FILES = ("calc/data/national/*.toml", "calc/data/places/*.toml")
DATED = ("bases", "rates", *SECTIONS)


def printed(entry: dict[str, Any], field: str) -> Decimal | None:
    """A number of an entry as printed; `class-3` is the third rate of a table of classes."""
    if field.startswith("class-"):
        classes = entry.get("classes")
        return Decimal(classes[int(field.removeprefix("class-")) - 1]) if classes else None
    return Decimal(entry[field]) if field in entry else None


def other_numbers(entry: dict[str, Any], field: str) -> list[Decimal]:
    """What other sources print in its place."""
    found = (printed(reading, field) for reading in entry.get("other_readings", ()))
    return sorted({number for number in found if number is not None})


class Evidence:
    """Writes notes in one language."""

    def __init__(self, words: Words, said: Said, tree: str = ""):
        self._words, self._said, self._tree = words, said, tree
        self._stop = said("stop")

    def of_value(self, found: Value, disputed: bool, today: str) -> tuple[str, bool]:
        """The note of a value, and whether it is less than certain."""
        flags = found.flags - {"disputed"} | ({"disputed"} if disputed else set())
        doubts = [self._said(name) for name in DOUBTS if name in flags]
        doubts += [self._said("stale")] if found.is_stale(today) else []
        remark = found.entry.printed.get(f"note_{self._words.lang}", "")
        told = self._said("between").join(part for part in (self._facts(found) + self._stop, *doubts, remark) if part)
        mark = "" if flags & {"provisional", "stale"} else due(found.entry.printed, Wording(self._words.lang, today))
        said = (prose(told, self._words.lang), self._said("between"), self._sources(found), self._said("between"), mark)
        return "".join(said).rstrip(), bool(doubts)

    def of_article(self, article_id: str) -> str:
        return citation(article_id, (NATION,), self._words, self._tree)

    def _facts(self, found: Value) -> str:
        start = found.entry.start if "from" in found.entry.printed else None
        facts = (
            self._words.text("view.in-layer", place=found.layer),
            in_force((start, found.entry.end), self._words),
            "" if "one-source" in found.flags else self._words.text(f"grade.{found.grade}"),
            self._said("note-checked", day=found.entry.printed["checked"]),
        )
        return self._words.text("format.semicolon").join(fact for fact in facts if fact)

    def _sources(self, found: Value) -> str:
        """Every source once: a compilation in which a document was seen is named with that document."""
        layers = (NATION,) if found.layer == NATION else get(found.layer).layers
        named = {via for one in found.sources for via in source(one, layers).get("via", ())}
        cited = [citation(one, layers, self._words, self._tree) for one in found.sources if one not in named]
        return escape(self._said("note-sources")) + self._words.text("format.semicolon").join(cited) + self._stop


def count_by_grade() -> dict[str, int]:
    """How many dated entries of the data carry each grade."""
    names = [path.relative_to(ROOT / "calc").with_suffix("") for glob in VALUE_FILES for path in ROOT.glob(glob)]
    rows = [row for name in names for kind in DATED for row in table(name.as_posix()).get(kind, ())]
    return dict(sorted(Counter(row["grade"] for row in rows).items()))
