"""Titles tell pages apart in lists, tabs and search results: each once in its language, and not cut off there."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from pathlib import Path

from scripts import pages

# Search engines show about this much, less the name of the site behind it; a Chinese character is two wide.
WIDEST = 64


def problems(root: Path) -> list[str]:
    found = []
    for tree in pages.TREES:
        named = defaultdict(list)
        for page in pages.read_tree(tree, root).values():
            title = str(page.meta.get("title", ""))
            named[plain(title)].append(page)
            if width(title) > WIDEST:
                found.append(
                    f"{page.file}:1: the title is {width(title)} wide; shorten it to {WIDEST} (Chinese counts double)"
                )
        for title, same in named.items():
            for page in same[1:] if title else []:
                found.append(f"{page.file}:1: {same[0].file} has the same title; say what sets this page apart")
    return found


def width(text: str) -> int:
    """How many columns a text takes.

    >>> width("Pension"), width("养老")
    (7, 4)
    """
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


def plain(title: str) -> str:
    """A title without what readers overlook: case, spaces and punctuation."""
    return "".join(letter for letter in unicodedata.normalize("NFKC", title).casefold() if letter.isalnum())
