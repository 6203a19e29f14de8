"""A page that says `procedure: true` leads through a procedure, and has every part that a reader needs for that."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from scripts import pages

PARTS = ("short", "before", "steps", "wrong", "varies", "who", "law", "evidence", "related")
"""The parts of docs/components/guide.md that every procedure has, in their order on the page."""

COMMENT = re.compile(r"\{##.*?##\}", re.DOTALL)
CALL = re.compile(r"\{[{%][^{}]*?\bguide\.(\w+)\(")


def problems(root: Path) -> list[str]:
    return [
        f"{page.file}:1: {what}"
        for tree in pages.TREES
        for page in pages.read_tree(tree, root).values()
        for what in faults(page)
    ]


def faults(page: pages.Page) -> Iterator[str]:
    said = page.meta.get("procedure")
    if said is None:
        return
    if said is not True:
        yield f"`procedure: {said}` says nothing; write `procedure: true`, or remove the line"
        return
    called = CALL.findall(COMMENT.sub("", page.body))
    for part in PARTS:
        if part not in called:
            yield f"the procedure lacks the part `guide.{part}(…)`; write it, as docs/components/guide.md has it"
    placed = [part for part in dict.fromkeys(called) if part in PARTS]
    if placed != [part for part in PARTS if part in placed]:
        yield f"the parts stand in the order {', '.join(placed)}; put them in this one: {', '.join(PARTS)}"
