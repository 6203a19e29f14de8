"""Markdown pages as the scripts see them: front matter, body, and the twin in the other language."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[1]
TREES = ("en", "zh")
FRONT_MATTER = re.compile(r"\A---\n(.*?\n)---\n", re.DOTALL)


@dataclass(frozen=True)
class Page:
    tree: str
    name: str  # path inside the tree, with forward slashes
    front: str
    body: str

    @property
    def file(self) -> str:
        return f"docs/{self.tree}/{self.name}"

    @property
    def meta(self) -> Mapping[str, Any]:
        return _parsed(self.front)

    @property
    def body_hash(self) -> str:
        return hashlib.sha256(self.body.encode()).hexdigest()

    @property
    def first_body_line(self) -> int:
        """The line of the file, counted from 1, on which the body begins."""
        return self.front.count("\n") + 3 if self.front else 1


@cache
def _parsed(front: str) -> Mapping[str, Any]:
    return yaml.safe_load(front) or {}


def read(path: Path, tree: str, root: Path = ROOT) -> Page:
    text = path.read_text(encoding="utf-8").replace("\r\n", "\n")
    found = FRONT_MATTER.match(text)
    front = found.group(1) if found else ""
    body = text[found.end() :] if found else text
    return Page(tree, path.relative_to(root / "docs" / tree).as_posix(), front, body)


def read_tree(tree: str, root: Path = ROOT) -> dict[str, Page]:
    """All pages of a language by name, in a fixed order."""
    folder = root / "docs" / tree
    found = (read(path, tree, root) for path in sorted(folder.rglob("*.md")))
    return {page.name: page for page in found}


def root_of_tree(name: str) -> str:
    """The way from a page's address to where the pages of its language begin.

    >>> root_of_tree("guides/your-pay.md"), root_of_tree("index.md"), root_of_tree("about/index.md")
    ('../../', '', '../')
    """
    folders = name.removesuffix(".md").removesuffix("index").strip("/")
    return "../" * (folders.count("/") + 1 if folders else 0)


def other(tree: str) -> str:
    return TREES[1] if tree == TREES[0] else TREES[0]
