"""The register of bodies holds: whatever it names exists, and every text stands in both languages, without figures."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scripts import pages
from scripts.checks.figures import figures_in
from scripts.glossary import refused
from scripts.notes import UNITS

FILE = Path("calc") / "data" / "bodies.toml"
CONTACTS = ("hrss", "nhsa", "tax", "service", "")
GRADES = ("A", "B", "C")
BOX = {"row", "from", "to", "en", "zh", "about_en", "about_zh", "kind"}
KINDS = ("you", "employer", "body", "pool")
NEEDED = {
    "bodies": {"branch", "page", "levels", "name_en", "name_zh", "does_en", "does_zh", "under", "articles"}
    | {"contact", "sure"},
    "tasks": {"name_en", "name_zh", "body", "also", "articles", "limits", "online", "appeal"},
    "appeals": {"name_en", "name_zh", "says_en", "says_zh", "bodies", "articles"},
    "duties": {"id", "name_en", "name_zh", "holders", "articles"},
    "steps": {"from", "to", "says_en", "says_zh", "articles"},
    "reforms": {"date", "document", "what_en", "what_zh", "sure"},
}
ALLOWED = {
    "bodies": {"short_en", "short_zh", "drawn", "spans", "reforms"},
    "tasks": {"guide", "decides"},
}
DATE = re.compile(r"(19|20)\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")

Row = Mapping[str, Any]


def problems(root: Path) -> list[str]:
    path = root / FILE
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        return [f"{FILE.as_posix()}: {error}; mend the line, or the one before it"]
    articles = {
        name: row for file in sorted((root / "calc/data/articles").glob("*.toml")) for name, row in _table(file).items()
    }
    contacts = _table(root / "calc/data/national/contacts.toml")["contacts"]
    known = Known(
        articles=articles,
        pages=set(pages.read_tree("en", root)) & set(pages.read_tree("zh", root)),
        hosts={row["host"] for row in contacts if "host" in row},
    )
    return [f"{FILE.as_posix()}: [{where}] {what}" for where, what in faults(content, known, root)]


def _table(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Known:
    """What a row may name outside this file."""

    articles: Mapping[str, Row]
    pages: set[str]
    hosts: set[str]


def faults(content: Row, known: Known, root: Path) -> Iterator[tuple[str, str]]:
    for where, kind, row in rows_of(content):
        yield from ((where, what) for what in _keys(kind, row))
        yield from ((where, what) for what in _articles(row, known))
        yield from ((where, what) for what in _texts(row, root))
        yield from ((where, what) for what in _names(kind, row, content, known))
    yield from _boxes(content)


def rows_of(content: Row) -> Iterator[tuple[str, str, Row]]:
    """Every row with its place in the file and its kind."""
    for kind in ("bodies", "tasks", "appeals"):
        for name, row in content.get(kind, {}).items():
            yield f"{kind}.{name}", kind, row
            for index, reform in enumerate(row.get("reforms", ()), start=1):
                yield f"{kind}.{name}.reforms {index}", "reforms", reform
    for row in content.get("duties", ()):
        yield f"duties {row.get('id', '?')}", "duties", row
    for row in content.get("flow", {}).get("steps", ()):
        yield f"flow.steps {row.get('from', '?')} to {row.get('to', '?')}", "steps", row


def _keys(kind: str, row: Row) -> Iterator[str]:
    yield from (f"lacks {key!r}; add it" for key in sorted(NEEDED[kind] - row.keys()))
    for key in sorted(row.keys() - NEEDED[kind] - ALLOWED.get(kind, set())):
        yield f"has an unknown key {key!r}; correct or remove it"


def _articles(row: Row, known: Known) -> Iterator[str]:
    for article in row.get("articles", ()):
        if article not in known.articles:
            yield f"cites {article}, which calc/data/articles does not have; add it there or correct it"


def _texts(row: Row, root: Path) -> Iterator[str]:
    """Both languages say as much, nothing that the glossary rules out, and no figure."""
    for key, text in row.items():
        stem, _, lang = key.rpartition("_")
        if lang not in pages.TREES:
            continue
        twin = row.get(f"{stem}_{pages.other(lang)}")
        if not text or (isinstance(text, list) and (not isinstance(twin, list) or len(twin) != len(text))):
            yield f"{key} and its twin need the same number of texts; write each in both languages"
        for said in text if isinstance(text, list) else [text]:
            yield from (
                f"{key} says “{wrong}”; the glossary has “{right}”" for wrong, right in refused(said, lang, root)
            )
            yield from (
                f"{key} has a typed figure “{found}”; name the article's limit" for _, found in figures_in(said)
            )


def _names(kind: str, row: Row, content: Row, known: Known) -> Iterator[str]:
    bodies = content.get("bodies", {})
    named = [row.get("body"), row.get("decides"), row.get("under") or None]
    named += [*row.get("also", ()), *row.get("holders", ()), *(row.get("bodies", ()) if kind == "appeals" else ())]
    for body in named:
        if body is not None and body not in bodies:
            yield f"names the body {body!r}, which this file does not have; use one of [bodies]"
    for key in ("page", "guide"):
        if key in row and row[key] not in known.pages:
            yield f"{key} is {row[key]!r}, which is no page of both languages; correct or remove it"
    for branch in row.get("spans", ()):
        if branch not in content.get("branches", {}):
            yield f"spans {branch!r}, which is none of [branches]"
    for level in row.get("levels", ()):
        if level not in content.get("levels", {}):
            yield f"has the level {level!r}; use {', '.join(content.get('levels', {}))}"
    if kind == "bodies" and row.get("branch") not in content.get("branches", {}):
        yield f"has the branch {row.get('branch')!r}; use {', '.join(content.get('branches', {}))}"
    if kind == "bodies" and row.get("contact") not in CONTACTS:
        yield f"has the contact {row.get('contact')!r}; use hrss, nhsa, tax, service or nothing"
    if kind == "tasks" and row.get("appeal") not in content.get("appeals", {}):
        yield f"has the appeal {row.get('appeal')!r}; use {', '.join(content.get('appeals', {}))}"
    if "sure" in row and row["sure"] not in GRADES:
        yield f"has the grade {row['sure']!r}; use A, B or C: what is less sure does not stand here"
    if kind == "reforms" and not DATE.fullmatch(str(row.get("date", ""))):
        yield f"has the date {row.get('date')!r}; write YYYY, YYYY-MM or YYYY-MM-DD"
    for host in row.get("online", ()):
        if host not in known.hosts:
            yield f"names the host {host}, which calc/data/national/contacts.toml does not have"
    yield from _limits(row.get("limits", ()), known)


def _limits(limits: list[Any], known: Known) -> Iterator[str]:
    for limit in limits:
        article, name = (limit, "") if isinstance(limit, str) else (limit.get("article"), limit.get("name"))
        row = known.articles.get(str(article), {})
        holder = row.get("limits", {}).get(name, {}) if name else row
        if not any(unit in holder for unit in UNITS):
            yield f"takes a limit from {article}{f' ({name})' if name else ''}, which holds none; add it there"


def _boxes(content: Row) -> Iterator[tuple[str, str]]:
    """The picture of the money: every box has its place, and every step joins two neighbours."""
    flow = content.get("flow", {})
    boxes = flow.get("boxes", {})
    for name, box in boxes.items():
        if sorted(box.keys() - {"body"}) != sorted(BOX):
            yield f"flow.boxes.{name}", f"needs exactly {', '.join(sorted(BOX))}, and a body if it is one"
        if box.get("kind") not in KINDS:
            yield f"flow.boxes.{name}", f"has the kind {box.get('kind')!r}; use {', '.join(KINDS)}"
        if "body" in box and box["body"] not in content.get("bodies", {}):
            yield f"flow.boxes.{name}", f"names the body {box['body']!r}, which this file does not have"
    for step in flow.get("steps", ()):
        ends = [boxes.get(step.get(end)) for end in ("from", "to")]
        where = f"flow.steps {step.get('from')} to {step.get('to')}"
        if None in ends:
            yield where, "`from` or `to` is no box of [flow.boxes]"
        elif not _joined(*ends):
            yield where, "joins two boxes that are neither one above the other nor side by side; move one of them"


def _joined(one: Row, other: Row) -> bool:
    if one.get("row") == other.get("row"):
        return one.get("to") == other.get("from")
    return max(one.get("from", 0), other.get("from", 0)) < min(one.get("to", 0), other.get("to", 0))
