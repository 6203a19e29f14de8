"""The menu of a language, made from its staged pages: section, group, page, and never deeper.

Printed as JSON it is what the site builder's `nav` takes. What belongs where is said in scripts/sections.py.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from scripts import pages
from scripts.sections import (
    HOME,
    NavError,
    Section,
    Site,
    Tree,
    entries,
    groups_of,
    has_index,
    load,
    own_pages,
    questions,
    values,
)

ROOT = pages.ROOT
# The keys under which both languages have to say the same.
SHARED = ("section", "order", "benefit", "place", "body", "law")


def menu(language: str, tree: Tree, site: Site) -> list[Any]:
    """The home page, then each section that has something to show. Every page stands in it once."""
    found: list[Any] = [HOME]
    housed = pages_by_section(tree, site)
    for section in site.sections:
        own, words = housed[section.id], section.words[language]
        if section.key and has_index(section, tree, site):
            beside = [name for name in section.beside if name in tree]
            found.append({words["name"]: [section.index, *beside, *by_group(section, own, language, site)]})
        elif own:
            name = words.get("one", words["name"]) if len(own) == 1 else words["name"]
            found.append({name: [page.name for page in own]})
    return found


def pages_by_section(tree: Tree, site: Site) -> dict[str, list[pages.Page]]:
    """A page stands in the part of the menu that its folder belongs to."""
    found: dict[str, list[pages.Page]] = {section.id: [] for section in site.sections}
    for page in own_pages(tree, site):
        section = next((section for section in site.sections if section.houses(page)), None)
        if section is None:
            folders = ", ".join(folder for section in site.sections for folder in section.folders)
            raise NavError(f"{page.file}:1: lies in no section's folder; move it into one of: {folders}")
        if section.key and not values(page, section.key):
            raise NavError(
                f"{page.file}:1: front matter needs `{section.key}: …`; docs/navigation.toml says what goes there"
            )
        found[section.id].append(page)
    return found


def by_group(section: Section, own: list[pages.Page], language: str, site: Site) -> list[Any]:
    found: dict[str, list[str]] = {}
    for page in sorted(own, key=section.rank):
        found.setdefault(groups_of(page, section, site)[0], []).append(page.name)
    return [{words[language]: found[group]} for group, words in site.groups[section.by].items() if group in found]


def problems(root: Path) -> list[str]:
    """Pages that cannot be placed, or that their two languages place differently."""
    site = load(root)
    trees = {language: pages.read_tree(language, root) for language in pages.TREES}
    found = [problem for language, tree in trees.items() for problem in unplaced(language, tree, site)]
    twins = [(page, trees["zh"].get(page.name)) for page in own_pages(trees["en"], site)]
    return found + [problem for page, twin in twins if twin for problem in unequal(page, twin)]


def unplaced(language: str, tree: Tree, site: Site) -> Iterator[str]:
    try:
        menu(language, tree, site)
        for section in site.sections:
            if section.key:
                entries(section, tree, site)
    except NavError as error:
        yield str(error)


def unequal(page: pages.Page, twin: pages.Page) -> Iterator[str]:
    """Both languages have to be found in the same ways."""
    for key in SHARED:
        if values(page, key) != values(twin, key):
            yield f"{twin.file}:1: `{key}` differs from its twin's; write {values(page, key)} in both"
    if [anchor for _, anchor in questions(page)] != [anchor for _, anchor in questions(twin)]:
        yield f"{twin.file}:1: `question` needs the same questions as its twin, with the same heading ids"


def read_staged(folder: Path, language: str) -> dict[str, pages.Page]:
    """The pages of a staged folder, those that were generated too."""
    found = {}
    for path in sorted(folder.rglob("*.md")):
        front = pages.FRONT_MATTER.match(path.read_text(encoding="utf-8"))
        name = path.relative_to(folder).as_posix()
        found[name] = pages.Page(language, name, front.group(1) if front else "", "")
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tree", choices=pages.TREES, help="the language")
    parser.add_argument("--staged", type=Path, help="the staged folder (default: build/stage/LANG)")
    options = parser.parse_args()
    folder = options.staged or ROOT / "build" / "stage" / options.tree
    try:
        found = menu(options.tree, read_staged(folder, options.tree), load())
    except NavError as error:
        sys.exit(f"nav: {error}")
    print(json.dumps(found, ensure_ascii=False))


if __name__ == "__main__":
    main()
