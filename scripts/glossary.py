"""The glossary: one term, one translation, each with a sentence in both languages (docs/glossary.toml).

It feeds the glossary page, the words that the Chinese search keeps together, what a page explains at the first use of a
term (scripts/term_links.py), and the check that refuses other translations.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from calc.view.html import escape, prose
from scripts.pages import ROOT

FILE = Path("docs") / "glossary.toml"
PAGE = "reference/glossary.md"
FIELDS = {"zh", "en", "plain", "says_en", "says_zh", "not_en", "not_zh", "also_zh", "also_en", "article", "group"}
NEEDED = ("zh", "en", "says_en", "says_zh", "group")


class GlossaryError(ValueError):
    """The glossary is not whole; the text names the term and the remedy."""


@dataclass(frozen=True)
class Term:
    """A term with its one translation.

    `also_*` are other right names that people use (医保 for 基本医疗保险); `not_*` are translations that we do
    not use, which the check refuses in our texts.
    """

    id: str
    row: Mapping[str, Any]

    def name(self, lang: str) -> str:
        return str(self.row[lang])

    def others(self, kind: str, lang: str) -> list[str]:
        return list(self.row.get(f"{kind}_{lang}", ()))


@cache
def glossary(root: Path = ROOT) -> tuple[tuple[str, Mapping[str, str]], ...]:
    """The groups of terms in their order: id, and names by language."""
    written = tomllib.loads((root / FILE).read_text(encoding="utf-8"))["groups"]
    return tuple(written.items())


@cache
def terms(root: Path = ROOT) -> tuple[Term, ...]:
    """All terms, in the order of the file.

    Raises:
        GlossaryError: a term lacks something, or two share a name.
    """
    written = tomllib.loads((root / FILE).read_text(encoding="utf-8"))["terms"]
    groups = dict(glossary(root))
    for name, row in written.items():
        for field in NEEDED:
            if not row.get(field):
                raise GlossaryError(f"{FILE.as_posix()}: [terms.{name}] lacks {field}")
        if unknown := row.keys() - FIELDS:
            raise GlossaryError(f"{FILE.as_posix()}: [terms.{name}] has unknown fields {', '.join(sorted(unknown))}")
        if row["group"] not in groups:
            raise GlossaryError(f"{FILE.as_posix()}: [terms.{name}] is in no group; use one of {', '.join(groups)}")
    found = tuple(Term(name, row) for name, row in written.items())
    for lang in ("en", "zh"):
        names = [term.name(lang).casefold() for term in found]
        if twice := {name for name in names if names.count(name) > 1}:
            raise GlossaryError(f"{FILE.as_posix()}: two terms are called {', '.join(sorted(twice))}; merge them")
    return found


def page_body(lang: str, root: Path = ROOT) -> str:
    """The list of terms for the glossary page, group by group; English ones in the order of the alphabet."""
    blocks = []
    for group, names in glossary(root):
        own = [term for term in terms(root) if term.row["group"] == group]
        if lang == "en":
            own.sort(key=lambda term: term.name("en").casefold())
        lines = "".join(_line(term, lang) for term in own)
        blocks.append(f'## {escape(names[lang])} {{ #{group} }}\n\n<dl class="glossary">{lines}</dl>\n')
    return "\n".join(blocks)


def _line(term: Term, lang: str) -> str:
    other = "zh" if lang == "en" else "en"
    code = "zh-Hans" if other == "zh" else "en"
    twin = f'<span lang="{code}" class="glossary-other">{escape(term.name(other))}</span>'
    name = f"<dfn>{escape(term.name(lang))}</dfn> {twin}"
    return f'<div id="{term.id}"><dt>{name}</dt><dd>{prose(str(term.row[f"says_{lang}"]), lang)}</dd></div>'


def refused(text: str, lang: str, root: Path = ROOT) -> list[tuple[str, str]]:
    """Each translation in the text that the glossary does not use, with the one that it does."""
    found = []
    for term in terms(root):
        for wrong in term.others("not", lang):
            pattern = re.escape(wrong) if lang == "zh" else rf"\b{re.escape(wrong)}s?\b"
            if re.search(pattern, text, re.IGNORECASE):
                found.append((wrong, term.name(lang)))
    return found
