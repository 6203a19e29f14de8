"""Both languages hold the same pages, and each page was last compared with its twin as the twin is now."""

from __future__ import annotations

import re
from pathlib import Path

from scripts import pages

RECORD = re.compile(r"^twin_body:.*$", re.MULTILINE)
COMMAND = ".venv/bin/python -m scripts.check twins --record"


def problems(root: Path) -> list[str]:
    trees = {tree: pages.read_tree(tree, root) for tree in pages.TREES}
    found = []
    for tree, own in trees.items():
        twins = trees[pages.other(tree)]
        for name, page in own.items():
            if name not in twins:
                found.append(f"{page.file}: has no twin; write docs/{pages.other(tree)}/{name} in the same change")
            elif page.meta.get("twin_body") != twins[name].body_hash:
                found.append(
                    f"{page.file}: {twins[name].file} has changed since this page was compared with it; "
                    f"bring this page up to date, then: {COMMAND} {page.file}"
                )
    return found


def record(file: Path, root: Path) -> str:
    """Write into the page that it agrees with its twin as the twin is now; the answer says so."""
    path = file.resolve()
    tree = path.relative_to(root / "docs").parts[0]
    page = pages.read(path, tree, root)
    twin = pages.read(root / "docs" / pages.other(tree) / page.name, pages.other(tree), root)
    text = path.read_text(encoding="utf-8")
    line = f"twin_body: {twin.body_hash}"
    recorded = (
        RECORD.sub(line, text, count=1) if RECORD.search(page.front) else text.replace("---\n", f"---\n{line}\n", 1)
    )
    path.write_text(recorded, encoding="utf-8", newline="\n")
    return f"{page.file} is recorded as agreeing with {twin.file}"
