"""Links within a language lead to a page that exists, and to a heading or element that it has."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path

from scripts import dates, pages, stage
from scripts.checks.source import headings, line_of, without_code
from scripts.render import StageError
from scripts.sections import NavError

MARKDOWN = re.compile(r"(?<!!)\[[^\[\]]*\]\(\s*<?([^()\s<>]+)>?(?:\s+\"[^\"]*\")?\s*\)")
HTML = re.compile(r"""<a\b[^>]*\bhref=["']([^"'{]+)["']""", re.IGNORECASE)
ELEMENT_ID = re.compile(r"""<[a-z][^<>]*\bid=["']([^"']+)["']""", re.IGNORECASE)
SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
FIGURE = re.compile(r"figure-\d+")


def problems(root: Path) -> list[str]:
    found = []
    for tree in pages.TREES:
        try:
            bodies = stage.bodies(tree, root, dates.today())
        except (StageError, NavError) as error:
            found.append(str(error))
            continue
        ids = {name: ids_of(body) for name, body in bodies.items()}
        files = stage.other_files(tree, root).keys()
        for page in pages.read_tree(tree, root).values():
            found += [f"{page.file}:{line}: {reason}" for line, reason in problems_of(page, ids, set(files))]
    return found


def ids_of(body: str) -> set[str]:
    """What a link may point at: headings and elements of the finished text."""
    return {heading.id for heading in headings(body) if heading.id} | set(ELEMENT_ID.findall(body))


def problems_of(page: pages.Page, ids: dict[str, set[str]], files: set[str]) -> Iterator[tuple[int, str]]:
    text = without_code(page.body)
    for pattern in (MARKDOWN, HTML):
        for match in pattern.finditer(text):
            reason = fault(match.group(1), page, ids, files)
            if reason:
                yield line_of(text, match.start(), page.first_body_line), reason


def fault(target: str, page: pages.Page, ids: dict[str, set[str]], files: set[str]) -> str:
    scheme = SCHEME.match(target)
    if scheme or target.startswith("//"):
        good = scheme and scheme.group(1).lower() in ("https", "tel", "mailto")
        return "" if good else f"the link to {target} is not encrypted; use https"
    if target.startswith("/"):
        return f"the link {target} would break below a folder; write it from this page, such as ../guides/your-pay.md"
    address, _, part = target.partition("#")
    name = posixpath.normpath(posixpath.join(posixpath.dirname(page.name), address)) if address else page.name
    if name not in ids:
        return "" if name in files else f"the link leads to {name}, which does not exist; correct or remove it"
    if part and part not in ids[name] and not FIGURE.match(part):
        return f"docs/{page.tree}/{name} has no heading or element with the id `{part}`; correct the part after #"
    return ""
