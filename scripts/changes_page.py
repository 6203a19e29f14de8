"""The page of changes: one section for each day, newest first."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from posixpath import dirname, relpath

from calc import places
from calc.view.html import Markup, escape, join, prose, tag
from scripts import pages
from scripts.changes import Day, Teller, days, kind_of
from scripts.ledger import Dated


def functions(page: pages.Page, tree: Mapping[str, pages.Page]) -> dict[str, Callable[..., str]]:
    """What a page may call between double braces."""
    feed = relpath("changes.xml", dirname(page.name))
    return {
        "changes": partial(written, Teller(page.tree), partial(place_link, page, tree)),
        "feed_address": lambda: feed,
    }


PlaceLink = Callable[[str], Markup]


def written(teller: Teller, link: PlaceLink) -> str:
    """All days as Markdown headings with finished HTML below each."""
    sections = [section(day, teller, link) for day in days()]
    return "\n".join(sections) if sections else teller("nothing")


def anchor(day: str) -> str:
    return f"d-{day}"


def section(day: Day, teller: Teller, link: PlaceLink) -> str:
    notes = [tag("li", prose(note[teller.lang], teller.lang)) for note in day.notes]
    told = numbers if day.is_told_by_numbers else in_full
    blocks = [
        tag("ul", *notes, class_="changes-notes") if notes else "",
        *(told(day, teller, link) if day.entries else []),
    ]
    head = f"## {teller.date(day.date)} {{ #{anchor(day.date)} }}\n"
    return head + "\n" + "\n\n".join(block for block in blocks if block) + "\n"


def in_full(day: Day, teller: Teller, link: PlaceLink) -> list[Markup]:
    """Every entry of the day, place by place."""
    return [
        tag(
            "div",
            tag("h3", link(place)),
            tag("ul", *[_entry(entry, teller) for entry in entries]),
            class_="changes-place",
        )
        for place, entries in day.by_place().items()
    ]


def _entry(entry: Dated, teller: Teller) -> Markup:
    told = tag("strong", prose(teller.name(entry), teller.lang))
    return tag("li", told, teller("semicolon"), prose(teller.entry(entry), teller.lang), teller("stop"))


def numbers(day: Day, teller: Teller, link: PlaceLink) -> list[Markup]:
    """How many figures of which kind, and of which place."""
    kinds = [(prose(_capital(teller.kinds.kind(kind)), teller.lang), *counts) for kind, counts in day.by_kind().items()]
    own = [
        (link(place), teller.kinds.joined(sorted({teller.kinds.kind(kind_of(one)) for one in entries})), len(entries))
        for place, entries in day.by_place().items()
    ]
    return [
        tag("p", prose(teller.numbers(day), teller.lang)),
        _folded(teller("by-kind"), [teller(name) for name in ("kind", "count-places", "count-figures")], kinds),
        _folded(teller("by-place"), [teller(name) for name in ("place", "kind", "count-figures")], own),
    ]


def _folded(name: str, heads: list[str], rows: Sequence[tuple[object, ...]]) -> Markup:
    """A table that opens on request; the first cell of each row names it."""
    head = tag("tr", *[tag("th", one, scope="col") for one in heads])
    lines = [tag("tr", tag("th", row[0], scope="row"), *[tag("td", cell) for cell in row[1:]]) for row in rows]
    table = tag("table", tag("thead", head), tag("tbody", *lines))
    box = tag("div", table, class_="reference-table", role="region", aria_label=name, tabindex="0")
    return tag("details", tag("summary", name), box, class_="changes-numbers", data_search_exclude=True)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def place_link(page: pages.Page, tree: Mapping[str, pages.Page], code: str) -> Markup:
    """The name of a place, as a link where it has a page."""
    name = prose(_capital(Teller(page.tree).kinds.place(code)), page.tree)
    slug = "" if code == places.NATION else places.get(code).slug
    for target in (f"places/{slug}.md", f"places/{slug}/index.md"):
        if slug and target in tree:
            address = relpath(target.removesuffix("/index.md").removesuffix(".md"), page.name.removesuffix(".md"))
            return tag("a", name, href=escape(address + "/"))
    return join([name])
