"""Every picture says what it shows. One that only decorates has an empty `alt` in HTML; Markdown needs words."""

from __future__ import annotations

import re
from pathlib import Path

from scripts import pages
from scripts.checks.source import line_of, without_code

MARKDOWN = re.compile(r"!\[([^\]]*)\]\s*[(\[]")
HTML = re.compile(r"<img\b[^>]*>", re.IGNORECASE)
ALT = re.compile(r"""\balt=("[^"]*"|'[^']*')""", re.IGNORECASE)
FILE_NAME = re.compile(r"[\w./-]+\.(?:png|jpe?g|svg|gif|webp)", re.IGNORECASE)
NO_TEXT = "the picture has no description; write what it shows between the brackets or in alt"
NAME_ONLY = "the description of the picture is a file name; write what it shows"


def problems(root: Path) -> list[str]:
    return [
        f"{page.file}:{line}: {reason}"
        for tree in pages.TREES
        for page in pages.read_tree(tree, root).values()
        for line, reason in problems_of(page)
    ]


def problems_of(page: pages.Page) -> list[tuple[int, str]]:
    text = without_code(page.body)
    found = []
    for match in MARKDOWN.finditer(text):
        found += [(match.start(), reason) for reason in [fault(match.group(1).strip(), needed=True)] if reason]
    for match in HTML.finditer(text):
        alt = ALT.search(match.group())
        reason = fault(alt.group(1)[1:-1], needed=False) if alt else NO_TEXT
        found += [(match.start(), reason)] if reason else []
    return [(line_of(text, position, page.first_body_line), reason) for position, reason in found]


def fault(description: str, needed: bool) -> str:
    if not description:
        return NO_TEXT if needed else ""
    return NAME_ONLY if FILE_NAME.fullmatch(description) else ""
