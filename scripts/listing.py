"""The pages that list what there is: an index page for each section, and the questions of the home page.

All of it is Markdown made from the front matter of the pages, so that the builder checks every link.
"""

from __future__ import annotations

import html
import json
import re
import tomllib
from collections import Counter
from collections.abc import Callable
from functools import cache
from operator import itemgetter
from pathlib import Path
from posixpath import dirname, relpath

from scripts import pages
from scripts.sections import HOME, Entry, Section, Site, Tree, entries, has_index, load, values

ICONS = Path(__file__).resolve().parents[1] / "docs" / "theme" / ".icons" / "guide"
SPECIAL = re.compile(r"([\\`*_{}\[\]])")
# Of each subject the home page shows this many questions; its own page has the rest.
ON_HOME = 4
# A section with more pages is one to scan: names only, in columns.
WITH_DESCRIPTIONS = 24
# From this many groups on, a page begins with links to them.
JUMPS = 4


@cache
def words(language: str, root: Path = pages.ROOT) -> dict[str, str]:
    found: dict[str, str] = tomllib.loads((root / "docs" / "navigation.toml").read_text(encoding="utf-8"))["words"][
        language
    ]
    return found


def plain(text: str) -> str:
    """Text that Markdown shows as it is."""
    return SPECIAL.sub(r"\\\1", html.escape(text, quote=False))


def link(entry: Entry, start: str) -> str:
    """A link to the entry from the page `start`."""
    address = relpath(entry.page.name, dirname(start) or ".") + (f"#{entry.anchor}" if entry.anchor else "")
    return f"[{plain(entry.text)}]({address})"


def icon(name: str) -> str:
    path = ICONS / f"{name}.svg"
    if not path.exists():
        return ""
    return f'<span class="subject__icon" aria-hidden="true">{path.read_text(encoding="utf-8").strip()}</span>\n\n'


def listing(section: Section, language: str, tree: Tree, site: Site) -> str:
    """Everything in a section, group by group, for its index page."""
    groups = entries(section, tree, site)
    names = {group: site.groups[section.by][group][language] for group in groups}
    short = sum(map(len, groups.values())) > WITH_DESCRIPTIONS
    blocks = [
        f"## {plain(names[group])} {{ #{group} }}\n\n{group_list(section, listed, short)}"
        for group, listed in groups.items()
    ]
    return jumps(names) + "\n".join(blocks)


def jumps(names: dict[str, str]) -> str:
    if len(names) < JUMPS:
        return ""
    links = "\n".join(f"- [{plain(name)}](#{group})" for group, name in names.items())
    return f'<div class="jumps" markdown>\n\n{links}\n\n</div>\n\n'


def group_list(section: Section, listed: list[Entry], short: bool) -> str:
    if section.key == "question":
        kind, lines = "listing", [f"- {link(entry, section.index)}" for entry in listed]
    elif short:
        kind, lines = "listing listing--names", [f"- {link(entry, section.index)}" for entry in listed]
    else:
        kind, lines = "listing", [f"- {link(entry, section.index)}{about(entry)}" for entry in listed]
    return f'<div class="{kind}" markdown>\n\n' + "\n".join(lines) + "\n\n</div>\n"


def about(entry: Entry) -> str:
    return f'<span class="listing__about">{plain(str(values(entry.page, "description")[0]))}</span>'


def home_questions(language: str, tree: Tree, site: Site) -> str:
    """What people ask, by subject: the first questions of each page come first."""
    section = site.sections[0]
    blocks = [
        subject(section, group, listed, language, tree, site) for group, listed in entries(section, tree, site).items()
    ]
    return '<div class="subjects" markdown>\n\n' + "\n".join(blocks) + "\n</div>\n"


def ways_in(language: str, tree: Tree, site: Site) -> str:
    """The sections beside the questions, each with what it holds, as far as they have something to show."""
    lines = [
        f"- **[{plain(section.words[language]['title'])}]({section.index})** {plain(section.words[language]['lede'])}"
        for section in site.sections[1:]
        if section.key and has_index(section, tree, site)
    ]
    return '<div class="ways" markdown>\n\n' + "\n".join(lines) + "\n\n</div>\n"


def subject(section: Section, group: str, listed: list[Entry], language: str, tree: Tree, site: Site) -> str:
    name = plain(site.groups[section.by][group][language])
    lines = [f"- {link(entry, HOME)}" for entry in in_turn(listed)[:ON_HOME]]
    more = ""
    if len(listed) > ON_HOME and has_index(section, tree, site):
        text = words(language)["all"].format(count=len(listed))
        more = f"\n[{text}]({section.index}#{group}){{ .subject__more }}\n"
    return (
        f'<div class="subject" markdown>\n\n{icon(group)}## {name} {{ #{group} }}\n\n'
        + "\n".join(lines)
        + f"\n{more}\n</div>\n"
    )


def in_turn(listed: list[Entry]) -> list[Entry]:
    """Each page's first question, then each page's second, and so on; a question is asked once."""
    turns: Counter[str] = Counter()
    ranked = []
    for entry in listed:
        turns[entry.page.name] += 1
        ranked.append((turns[entry.page.name], entry))
    found: dict[str, Entry] = {}
    for _, entry in sorted(ranked, key=itemgetter(0)):
        found.setdefault(entry.text, entry)
    return list(found.values())


def index_pages(language: str, tree: Tree, site: Site) -> dict[str, pages.Page]:
    """The index pages that sections need and nobody has written by hand."""
    found = {}
    for section in site.sections:
        if section.key and section.index not in tree and has_index(section, tree, site):
            found[section.index] = index_page(section, language, tree, site)
    return found


def index_page(section: Section, language: str, tree: Tree, site: Site) -> pages.Page:
    said = section.words[language]
    front = "".join(f"{key}: {json.dumps(said[key], ensure_ascii=False)}\n" for key in ("title", "description"))
    body = f"\n# {plain(said['title'])} {{ #{section.id} }}\n\n{plain(said['lede'])}\n{{ .lede }}\n\n"
    body += listing(section, language, tree, site)
    return pages.Page(language, section.index, front + "hide: [navigation, toc]\n", body)


def functions(language: str, tree: Tree) -> dict[str, Callable[..., str]]:
    """What a page may call between double braces to list other pages."""
    site = load()
    sections = {section.id: section for section in site.sections}
    return {
        "questions": lambda: home_questions(language, tree, site),
        "ways_in": lambda: ways_in(language, tree, site),
        "listing": lambda section: listing(sections[section], language, tree, site),
    }
