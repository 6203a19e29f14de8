"""Who uses an article: the calculators whose steps cite it, the pages that name it, the values that rest on it."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from calc import rules
from scripts import pages
from scripts.pages import ROOT

NOT_A_RULE = {"calc", "calc.door", "calc.rules", "calc.__main__"}


def used_by(articles: Iterable[str], tree: Mapping[str, pages.Page], root: Path = ROOT) -> dict[str, list[str]]:
    """The names of the pages that use each article: calculators first, then the other pages in their order."""
    found: dict[str, list[str]] = {article: [] for article in articles}
    for calculator in rules.IDS:
        page = f"calculators/{calculator}.md"
        for cited in _cited_by(calculator, root) & found.keys():
            if page in tree:
                found[cited].append(page)
    for name, page_ in tree.items():
        for cited in _named(page_.front + page_.body) & found.keys():
            if name not in found[cited]:
                found[cited].append(name)
    return found


@cache
def places_resting_on(article: str, root: Path = ROOT) -> int:
    """How many value files name the article as the source of a figure."""
    files = [*(root / "calc" / "data" / "places").glob("*.toml"), *(root / "calc" / "data" / "national").glob("*.toml")]
    return sum(article in _sources(path) for path in files)


@cache
def _sources(path: Path) -> frozenset[str]:
    content = tomllib.loads(path.read_text(encoding="utf-8"))
    rows = [row for table in content.values() if isinstance(table, list) for row in table]
    return frozenset(source for row in rows for source in row.get("sources", ()))


def _named(text: str) -> set[str]:
    return set(re.findall(r"\b([a-z][a-z0-9]*-\d+)\b", text))


@cache
def _cited_by(calculator: str, root: Path) -> frozenset[str]:
    """Every text in the calculator's modules, and in those of ours that they import, that looks like an article."""
    waiting, seen, found = [f"calc.rules.{calculator.replace('-', '_')}"], set(NOT_A_RULE), set()
    while waiting:
        module = waiting.pop()
        if module in seen or module.startswith("calc.view"):
            continue
        seen.add(module)
        path = root / (module.replace(".", "/") + ".py")
        if path.exists():
            tree = ast.parse(path.read_text(encoding="utf-8"))
            waiting += _imports(tree)
            found |= {
                text
                for node in ast.walk(tree)
                if isinstance(node, ast.Constant)
                for text in [node.value]
                if isinstance(text, str)
            }
    return frozenset(found)


def _imports(tree: ast.AST) -> list[str]:
    names: list[str] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("calc"):
            names += [str(node.module), *(f"{node.module}.{alias.name}" for alias in node.names)]
    return names
