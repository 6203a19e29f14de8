"""How much is known of each place: a count in words, and a table that can be read on a phone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from calc.places import NATION, Place, everywhere, get
from calc.values import Value, value
from calc.view.html import Markup, join, tag
from scripts.pages import Page
from scripts.places import example
from scripts.places.around import cities
from scripts.places.contributions import candidates
from scripts.places.kinds import KINDS
from scripts.places.narrowing import search_field, spellings
from scripts.places.page import front, section
from scripts.places.wording import Wording

NAME = "places/coverage.md"
COLUMNS = {
    "bases": ("base.pension", "base.medical"),
    "medical_rate": ("rate.medical.employee",),
    "unemployment_rate": ("rate.unemployment.employee",),
    "injury_rate": ("rate.injury.employee",),
    **{kind.id: kind.keys for kind in KINDS},
}
GRADES = "ABC"
WEAKEST = 5
LEVELS = ("full", "part", "none")


@dataclass(frozen=True)
class Cell:
    """What is known of one kind of figure in one place: the value, or None."""

    place: str
    column: str
    found: Value | None

    @property
    def whose(self) -> str:
        if self.found is None:
            return "unknown"
        return "nation" if self.found.layer == NATION else "own" if self.found.layer == self.place else "province"


@cache
def cells(place: str, today: str) -> tuple[Cell, ...]:
    said = Wording("en", today)
    return tuple(Cell(place, column, _first(keys, place, said)) for column, keys in COLUMNS.items())


def _first(keys: Sequence[str], place: str, said: Wording) -> Value | None:
    """The first key that has a value for someone there; the weakest of those that may apply."""
    for key in keys:
        if found := candidates(value(key, place, said.month)):
            return max(found, key=lambda one: one.grade)
    return None


def page(said: Wording) -> Page:
    places = everywhere()
    all_cells = [cell for place in places for cell in cells(place.code, said.today)]
    lede = tag("p", said.marked(_lede(all_cells, said)), said("gap"), said.marked(_levels(places, said)), class_="lede")
    body = (
        f"\n# {said('coverage-title')} {{ #coverage }}\n\n{lede}\n\n"
        + section("coverage-weakest", said, _weakest(all_cells, said))
        + section("coverage-grades", said, _grades(all_cells, said))
        + section("coverage-read", said, _how_to_read(said))
        + section(
            "coverage-table",
            said,
            search_field(said),
            *(_province(one, said) for one in places if one.province == one.code),
        )
    )
    words = {"title": said("coverage-title"), "description": said("coverage-description")}
    return Page(said.lang, NAME, front(words) + f"reviewed: {_reviewed(all_cells)}\n" + 'hide: ["navigation"]\n', body)


def _reviewed(found: list[Cell]) -> str:
    return max(cell.found.entry.printed["checked"] for cell in found if cell.found)


def _lede(found: list[Cell], said: Wording) -> str:
    count = Counter(cell.whose for cell in found)
    return said(
        "coverage-lede",
        known=f"{len(found) - count['unknown']:,}",
        cells=f"{len(found):,}",
        count=len(found) // len(COLUMNS),
        own=f"{count['own']:,}",
        missing=f"{count['unknown']:,}",
        month=said.when(said.month),
    )


def _levels(places: Sequence[Place], said: Wording) -> str:
    count = Counter(example.level(place.code, said) for place in places)
    return said("coverage-contributions", count=len(places), **{level: count[level] for level in LEVELS})


def _weakest(found: list[Cell], said: Wording) -> Markup:
    known = Counter(cell.column for cell in found if cell.found)
    places = len(found) // len(COLUMNS)
    worst = sorted(COLUMNS, key=lambda column: known[column])[:WEAKEST]
    lines = [
        tag("li", said.html("coverage-weakest-line", kind=said.of("column", one), known=known[one], count=places))
        for one in worst
    ]
    return join((tag("p", said.html("coverage-weakest-lead")), tag("ul", *lines)))


def _grades(found: list[Cell], said: Wording) -> Markup:
    known = [cell.found for cell in found if cell.found]
    grades = Counter(one.grade for one in known)
    lines = [
        tag(
            "li",
            said.html("coverage-grade-line", grade=grade, means=said.words.text(f"grade.{grade}"), n=grades[grade]),
        )
        for grade in GRADES
    ]
    flags = Counter(flag for one in known for flag in one.flags)
    counts = {"provisional": flags["provisional"], "disputed": flags["disputed"], "uncertain": flags["start-not-known"]}
    return join((tag("ul", *lines), tag("p", said.html("coverage-renewal", **counts))))


def _how_to_read(said: Wording) -> Markup:
    names = ("own", "province", "nation", "grade", "month", "old")
    return tag("ul", *(tag("li", said.html(f"coverage-read-{name}")) for name in names))


def _province(province: Place, said: Wording) -> Markup:
    """One province with its cities, folded away under a count."""
    places = [province, *cities(province.code)]
    found = [cell for place in places for cell in cells(place.code, said.today)]
    known = said("coverage-summary", known=sum(1 for cell in found if cell.found), cells=len(found))
    caption = said("coverage-caption", place=said.name(province.code), month=said.when(said.month))
    head = tag(
        "tr", *(tag("th", said.marked(text), scope="col", role="columnheader") for text in _heads(said)), role="row"
    )
    table = tag(
        "table",
        tag("caption", said.marked(caption)),
        tag("thead", head, role="rowgroup"),
        tag("tbody", *(_row(place, said) for place in places), role="rowgroup"),
        class_="place-coverage",
        role="table",
    )
    name = tag("strong", said.name(province.code))
    return tag(
        "details",
        tag("summary", name, " ", tag("span", known, class_="place-about")),
        table,
        class_="place-fold",
        data_group=True,
    )


def _heads(said: Wording) -> list[str]:
    return [said("coverage-place"), *(said.of("column", column) for column in COLUMNS)]


def _row(place: Place, said: Wording) -> Markup:
    link = tag("a", said.short(place.code), href=f"../{get(place.code).slug}/")
    cells_ = [_cell(cell, said) for cell in cells(place.code, said.today)]
    return tag("tr", tag("th", link, scope="row", role="rowheader"), *cells_, data_find=spellings(place), role="row")


def _cell(cell: Cell, said: Wording) -> Markup:
    label = said.of("column", cell.column)
    return tag("td", said.marked(_known(cell, said)), class_=f"place-is-{cell.whose}", data_label=label, role="cell")


def _known(cell: Cell, said: Wording) -> str:
    if cell.found is None:
        return said("cell-unknown")
    entry = cell.found.entry
    month = str(entry.start) if "from" in entry.printed else said("cell-uncertain")
    old = said("cell-old") if "provisional" in cell.found.flags else ""
    return said("list-comma").join(part for part in (said(f"cell-{cell.whose}"), cell.found.grade, month, old) if part)
