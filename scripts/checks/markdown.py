"""What the source of a page must keep to: headings with an id of their own, pictures with a description."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from scripts import pages

FENCE = re.compile(r"^\s*(```|~~~)")
HEADING = re.compile(r"^#{1,6}\s")
HEADING_ID = re.compile(r"\{ #([a-z][a-z0-9-]*) \}\s*$")
PICTURE = re.compile(r"!\[(\s*)\]\(")
HTML_PICTURE = re.compile(r"<img\b(?![^>]*\balt=)", re.IGNORECASE)


def lines(page: pages.Page) -> Iterator[tuple[int, str]]:
    """The lines of the body outside code blocks, with their number in the file."""
    inside = False
    for number, line in enumerate(page.body.split("\n"), page.first_body_line):
        if FENCE.match(line):
            inside = not inside
        elif not inside:
            yield number, line


def problems(root: Path) -> list[str]:
    found = []
    ids: dict[str, dict[str, set[str]]] = {tree: {} for tree in pages.TREES}
    for tree in pages.TREES:
        for name, page in pages.read_tree(tree, root).items():
            found += [f"{page.file}:{number}: {reason}" for number, reason in problems_of(page)]
            ids[tree][name] = heading_ids(page)
    return found + unequal_ids(ids)


def problems_of(page: pages.Page) -> list[tuple[int, str]]:
    found = []
    titles = 0
    for number, line in lines(page):
        titles += line.startswith("# ")
        if HEADING.match(line) and not HEADING_ID.search(line):
            found.append((number, "the heading has no id; end it with `{ #short-name }`, the same in both languages"))
        if PICTURE.search(line) or HTML_PICTURE.search(line):
            found.append((number, "the picture has no description; write what it shows between the brackets or in alt"))
    if titles != 1:
        found.append((page.first_body_line, f"the page has {titles} top headings (`# `); it needs exactly one"))
    return found


def heading_ids(page: pages.Page) -> set[str]:
    matches = (HEADING_ID.search(line) for _, line in lines(page) if HEADING.match(line))
    return {match.group(1) for match in matches if match}


def unequal_ids(ids: dict[str, dict[str, set[str]]]) -> list[str]:
    """A link to a heading has to work in both languages."""
    found = []
    for tree, own in ids.items():
        twins = ids[pages.other(tree)]
        for name, names in own.items():
            for missing in sorted(twins.get(name, set()) - names):
                found.append(f"docs/{tree}/{name}: no heading has the id `{missing}`, which its twin has; add it")
    return found
