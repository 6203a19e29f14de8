"""Headings: one at the top, none that skips a level, each with an id of its own that is the same in both languages."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from pathlib import Path

from scripts import pages
from scripts.checks.source import Heading, headings

RESERVED = {"figure-sources"}


def problems(root: Path) -> list[str]:
    found = []
    ids: dict[str, dict[str, list[str]]] = {tree: {} for tree in pages.TREES}
    for tree in pages.TREES:
        for name, page in pages.read_tree(tree, root).items():
            own = headings(page.body, page.first_body_line)
            found += [f"{page.file}:{line}: {reason}" for line, reason in problems_of(own, page)]
            ids[tree][name] = [heading.id for heading in own if heading.id]
    return found + unequal_ids(ids)


def problems_of(own: list[Heading], page: pages.Page) -> list[tuple[int, str]]:
    found = []
    titles = [heading for heading in own if heading.level == 1]
    if len(titles) != 1:
        found.append((page.first_body_line, f"the page has {len(titles)} top headings (`# `); it needs exactly one"))
    for heading in own:
        if not heading.id:
            found.append(
                (heading.line, "the heading has no id; end it with `{ #short-name }`, the same in both languages")
            )
        if heading.id in RESERVED or heading.id.startswith("figure-"):
            found.append((heading.line, f"the id `{heading.id}` is kept for the notes under figures; choose another"))
    for before, after in pairwise(own):
        if after.level > before.level + 1:
            found.append((after.line, f"the heading skips a level; use {'#' * (before.level + 1)}"))
    times = Counter(heading.id for heading in own if heading.id)
    for heading in own:
        if times[heading.id] > 1:
            found.append((heading.line, f"the id `{heading.id}` is used {times[heading.id]} times; give each its own"))
    return found


def unequal_ids(ids: dict[str, dict[str, list[str]]]) -> list[str]:
    """A link to a heading has to work in both languages."""
    found = []
    for tree, own in ids.items():
        for name, names in own.items():
            twin = ids[pages.other(tree)].get(name, [])
            for missing in sorted(set(twin) - set(names)):
                found.append(f"docs/{tree}/{name}:1: no heading has the id `{missing}`, which its twin has; add it")
    return found
