"""What readers can look for: the sections and groups of docs/navigation.toml, and which pages belong to them.

A page says in its front matter what it answers (`section`, `question`), and which benefit, place, body or law it is
about; nothing else has to be edited for it to be found.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from scripts import pages

ROOT = pages.ROOT
HOME = "index.md"
HEADING_AT_END = re.compile(r"\s*\{ #([a-z][a-z0-9-]*) \}\s*$")
UNORDERED = 100
NUMBER = re.compile(r"(\d+)")

Tree = Mapping[str, pages.Page]
Words = Mapping[str, str]  # by language


class NavError(Exception):
    """A page that cannot be placed; the text names the file, the reason and the remedy."""


@dataclass(frozen=True)
class Section:
    id: str
    key: str
    by: str
    folders: tuple[str, ...]
    own: str
    words: Mapping[str, Words]
    beside: tuple[str, ...] = ()  # pages that stand in the section, but in none of its groups
    only: bool = False  # whether only pages of its own folders are listed

    @property
    def index(self) -> str:
        return f"{self.id}/index.md"

    def houses(self, page: pages.Page) -> bool:
        return page.name not in (self.index, *self.beside) and page.name.startswith(self.folders)

    def rank(self, page: pages.Page) -> tuple[int, int]:
        """Pages that say their place in lists lead; then the section's folders in their order; then other sections."""
        found = (rank for rank, folder in enumerate(self.folders) if page.name.startswith(folder))
        return order(page), next(found, len(self.folders))


@dataclass(frozen=True)
class Site:
    sections: tuple[Section, ...]
    groups: Mapping[str, Mapping[str, Words]]  # by front matter key, then by id, in the order of the file
    provinces: Mapping[str, str]  # group ids by the first two digits of their places' codes

    def group(self, by: str, value: object) -> str | None:
        """The id of the group that a front matter value names."""
        if by == "place":
            return self.provinces.get(str(value)[:2])
        return str(value) if str(value) in self.groups[by] else None


@dataclass(frozen=True)
class Entry:
    """A page in a list, under its title or, among the questions, under one of its questions."""

    page: pages.Page
    text: str
    anchor: str


@cache
def load(root: Path = ROOT) -> Site:
    written = tomllib.loads((root / "docs" / "navigation.toml").read_text(encoding="utf-8"))
    places = tomllib.loads((root / "calc" / "data" / "places.toml").read_text(encoding="utf-8"))
    provinces = {code: place for code, place in places.items() if code.endswith("0000")}
    sections = tuple(
        Section(
            *(s["id"], s["key"], s["by"], tuple(s["folders"]), s.get("own", "")),
            words={tree: s[tree] for tree in pages.TREES},
            beside=tuple(s.get("beside", ())),
            only=s.get("only", False),
        )
        for s in written["sections"]
    )
    by_slug = {place["slug"]: place for place in provinces.values()}
    return Site(
        sections,
        {**written["groups"], "place": by_slug},
        {code[:2]: place["slug"] for code, place in provinces.items()},
    )


def values(page: pages.Page, key: str) -> list[Any]:
    """What the front matter says under a key: one value or a list of them."""
    found = page.meta.get(key) if key else None
    if found is None:
        return []
    return found if isinstance(found, list) else [found]


def order(page: pages.Page) -> int:
    """What a page says of its own place in lists: 1 leads them, pages that say nothing follow."""
    return int(next(iter(values(page, "order")), UNORDERED))


def title(page: pages.Page) -> str:
    return str(values(page, "title")[0])


def questions(page: pages.Page) -> Iterator[tuple[str, str]]:
    """The page's questions, each with the id of the heading that answers it, or an empty text."""
    for text in values(page, "question"):
        found = HEADING_AT_END.search(str(text))
        yield (str(text)[: found.start()], found.group(1)) if found else (str(text), "")


def natural(name: str) -> list[tuple[int, str]]:
    """Sorts article-9 before article-10, and the page about a whole folder before the others in it."""
    name = name.removesuffix("index.md")
    return [(int(part), "") if part.isdigit() else (-1, part) for part in NUMBER.split(name)]


def own_pages(tree: Tree, site: Site) -> list[pages.Page]:
    """The pages that have to be found, in a fixed order: all but the home page and the pages of whole sections."""
    found_by_themselves = {name for section in site.sections for name in (section.index, *section.beside)} | {HOME}
    return [tree[name] for name in sorted(tree, key=natural) if name not in found_by_themselves]


def groups_of(page: pages.Page, section: Section, site: Site) -> list[str]:
    """The ids of the section's groups that the page belongs to, in the order of its front matter."""
    found: list[str] = []
    for value in values(page, section.by):
        group = site.group(section.by, value)
        if group is None:
            known = "a code of calc/data/places.toml" if section.by == "place" else ", ".join(site.groups[section.by])
            raise NavError(f"{page.file}:1: `{section.by}: {value}` is not known; use one of: {known}")
        if group not in found:
            found.append(group)
    if not found:
        raise NavError(f"{page.file}:1: front matter needs `{section.by}: …`; docs/navigation.toml lists the ids")
    return found


def is_own(page: pages.Page, section: Section) -> bool:
    """Whether the page is what a reader expects the section for, not one that touches on it as well."""
    return section.houses(page) or (section.own == "subject" and len(values(page, section.by)) == 1)


def members(section: Section, tree: Tree, site: Site) -> list[pages.Page]:
    """The pages listed in a section; none as long as it is to stay hidden."""
    named = (page for page in own_pages(tree, site) if values(page, section.key))
    found = [page for page in named if section.houses(page) or not section.only]
    if section.own and not any(is_own(page, section) for page in found):
        return []
    return sorted(found, key=section.rank)


def has_index(section: Section, tree: Tree, site: Site) -> bool:
    """A list of one page would only stand in front of it."""
    return section.index in tree or len(members(section, tree, site)) > 1


def entries(section: Section, tree: Tree, site: Site) -> dict[str, list[Entry]]:
    """The section's groups that hold something, in their order."""
    found: dict[str, list[Entry]] = {group: [] for group in site.groups[section.by]}
    for page in members(section, tree, site):
        asked = questions(page) if section.key == "question" else [(title(page), "")]
        listed = [Entry(page, text, anchor) for text, anchor in asked]
        for group in groups_of(page, section, site):
            found[group] += listed
    return {group: listed for group, listed in found.items() if listed}
