"""One term, one translation: what the glossary rules out stands in no page and in no sentence of a calculator."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from scripts import pages
from scripts.glossary import FILE, GlossaryError, refused, terms

QUOTED = re.compile(r"\{\{\s*claimed\(.*?\)\s*\}\}|<q>.*?</q>", re.DOTALL)
"""What others say may be said in their words."""


def problems(root: Path) -> list[str]:
    try:
        terms(root)
    except GlossaryError as error:
        return [str(error)]
    return list(_wrong_words(root))


def _wrong_words(root: Path) -> Iterator[str]:
    for tree in pages.TREES:
        for page in pages.read_tree(tree, root).values():
            for number, line in enumerate(QUOTED.sub("", page.body).splitlines(), start=page.first_body_line):
                yield from _said(f"{page.file}:{number}", line, tree, root)
        for path in sorted((root / "calc" / "text" / tree).glob("*.toml")):
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
                yield from _said(f"{path.relative_to(root).as_posix()}:{number}", line, tree, root)
    for path in sorted((root / "docs" / "law").rglob("*.toml")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            lang = "zh" if re.match(r"\w+_zh\b", line) else "en" if re.match(r"\w+_en\b", line) else ""
            if lang:
                yield from _said(f"{path.relative_to(root).as_posix()}:{number}", line, lang, root)


def _said(where: str, line: str, lang: str, root: Path) -> Iterator[str]:
    for wrong, right in refused(line, lang, root):
        yield f"{where}: says “{wrong}”; {FILE.as_posix()} has “{right}” for it"
