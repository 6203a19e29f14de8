"""The articles that docs/law holds, read and refused when one of them is not whole."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from scripts.pages import ROOT

FOLDER = Path("docs") / "law"
REGISTER = "laws.toml"
NAMES = Path("calc") / "data" / "laws.toml"
REGISTERED = ("group", "name_zh", "issuer_zh", "issuer_en", "number", "in_force", "text", "link")
TEXTS = ("heading_en", "heading_zh", "says_en", "says_zh", "you_en", "you_zh")
IN_BOTH_OR_NONE = (("changed_en", "changed_zh"),)
DUTY = ("who_en", "who_zh", "what_en", "what_zh")
FIELDS = {"number", "duties", "sure", *TEXTS, *(name for pair in IN_BOTH_OR_NONE for name in pair)}


class LawError(ValueError):
    """A file of docs/law breaks a rule; the text names the file, the article and the remedy."""


@dataclass(frozen=True)
class Article:
    """One article: its id (such as sil-12), its number and our words for it."""

    id: str
    number: int
    row: Mapping[str, Any]

    def text(self, name: str, lang: str) -> str:
        return str(self.row.get(f"{name}_{lang}", "")).strip()


@dataclass(frozen=True)
class Chapter:
    """A chapter, or a whole law that has none; `page` is the page's name without its ending."""

    number: int
    titles: Mapping[str, str]
    articles: tuple[Article, ...]
    page: str


@dataclass(frozen=True)
class Law:
    """A law of the register, with those of its chapters that are here."""

    id: str
    row: Mapping[str, Any]
    chapters: tuple[Chapter, ...]

    @property
    def page(self) -> str:
        return f"law/{self.row['folder']}/index"

    @property
    def articles(self) -> tuple[Article, ...]:
        return tuple(article for chapter in self.chapters for article in chapter.articles)


@cache
def laws(root: Path = ROOT) -> tuple[Law, ...]:
    """All laws of the register that have articles, in its order; none where a tree has no register.

    Raises:
        LawError: an article lacks a text, stands twice, or is out of order.
    """
    path = root / FOLDER / REGISTER
    if not path.exists():
        return ()
    register = tomllib.loads(path.read_text(encoding="utf-8"))
    names = tomllib.loads((root / NAMES).read_text(encoding="utf-8"))
    for law_id, row in register.items():
        if missing := [field for field in REGISTERED if field not in row]:
            raise LawError(f"{(FOLDER / REGISTER).as_posix()}: [{law_id}] lacks {', '.join(missing)}")
        if "folder" not in names.get(law_id, {}):
            raise LawError(
                f"{NAMES.as_posix()}: [{law_id}] needs zh, en and folder: its pages are in {FOLDER.as_posix()}"
            )
    found = tuple(_law(law_id, {**row, **names[law_id]}, root) for law_id, row in register.items())
    return tuple(law for law in found if law.chapters)


def addresses(root: Path = ROOT) -> dict[str, str]:
    """The page of every article by its id, such as law/social-insurance-law/chapter-2."""
    return {article.id: chapter.page for law in laws(root) for chapter in law.chapters for article in chapter.articles}


def _law(law_id: str, row: Mapping[str, Any], root: Path) -> Law:
    files = sorted((root / FOLDER / row["folder"]).glob("*.toml"))
    alone = len(files) == 1
    chapters = tuple(_chapter(law_id, row, path, alone) for path in files)
    _refuse_disorder(law_id, chapters)
    return Law(law_id, row, chapters)


def _chapter(law_id: str, law: Mapping[str, Any], path: Path, alone: bool) -> Chapter:
    content = tomllib.loads(path.read_text(encoding="utf-8"))
    head = content.pop("chapter", None)
    if not head:
        raise LawError(f"{path.name} of {law['folder']}: begin with [chapter]: number, title_en, title_zh")
    articles = tuple(_article(law_id, name, row, path) for name, row in content.items())
    page = f"law/{law['folder']}/" + ("index" if alone else f"chapter-{head['number']}")
    return Chapter(head["number"], {"en": head["title_en"], "zh": head["title_zh"]}, articles, page)


def _article(law_id: str, name: str, row: Mapping[str, Any], path: Path) -> Article:
    faults = list(_faults(law_id, name, row))
    if faults:
        raise LawError("\n".join(f"docs/law/{path.parent.name}/{path.name}: [{name}] {fault}" for fault in faults))
    return Article(name, row["number"], row)


def _faults(law_id: str, name: str, row: Mapping[str, Any]) -> Iterator[str]:
    if name != f"{law_id}-{row.get('number')}":
        yield f"must be called {law_id}-NUMBER, with the article's number in `number`"
    for field in row.keys() - FIELDS:
        yield f"has an unknown field {field!r}; there are {', '.join(sorted(FIELDS))}"
    for field in TEXTS:
        if not str(row.get(field, "")).strip():
            yield f"lacks {field}; write it in our own words"
    for one, other in IN_BOTH_OR_NONE:
        if bool(str(row.get(one, "")).strip()) != bool(str(row.get(other, "")).strip()):
            yield f"has only one of {one} and {other}; write both"
    for duty in row.get("duties", ()):
        if any(not duty.get(field) for field in DUTY):
            yield f"has a duty without one of {', '.join(DUTY)}"
    if row.get("sure") not in ("A", "B", "C"):
        yield 'needs sure = "A" (compared with a copy of the text), "B" or "C"'


def _refuse_disorder(law_id: str, chapters: tuple[Chapter, ...]) -> None:
    numbers = [article.number for chapter in chapters for article in chapter.articles]
    if numbers != sorted(set(numbers)):
        raise LawError(f"docs/law: the articles of {law_id} stand twice or out of order: {numbers}")
