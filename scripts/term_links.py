"""The first use of a glossary term on a page leads to the glossary; docs/assets/js/terms.js shows what it means.

It works on the finished HTML of a page: there, headings, links, figures and calculators can be told apart from prose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from calc.view.html import escape
from scripts.glossary import PAGE, terms

TAG = re.compile(r"(<[^>]+>)")
NAME = re.compile(r"<(/?)([a-z0-9-]+)")
NOT_PROSE = {
    *(
        "a",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "code",
        "pre",
        "dfn",
        "dt",
        "th",
        "caption",
        "summary",
        "label",
        "button",
    ),
    *("select", "option", "svg", "nav", "script", "style", "q", "figure", "shebao-calculator"),
}
"""Elements whose words stay as they are. A calculator's answer has to stay what the calculator made."""


def linked(html: str, lang: str, root: str) -> str:
    """The HTML with its first use of each term linked; `root` is the way from the page to where its language begins.

    >>> linked("<h1>Pooled fund</h1><p>The pooled fund pays.</p>", "en", "../")[:52]
    '<h1>Pooled fund</h1><p>The <a class="term" href="../'
    """
    return "".join(_pieces(html, lang, f"{root}{PAGE.removesuffix('.md')}/"))


def _pieces(html: str, lang: str, glossary: str) -> Iterator[str]:
    pattern, ids, said = _names(lang)
    seen: set[str] = set()

    def link(found: re.Match[str]) -> str:
        term = ids[found.group(1).casefold()]
        if term in seen:
            return found.group()
        seen.add(term)
        return f'<a class="term" href="{glossary}#{term}" data-says="{said[term]}">{found.group()}</a>'

    around: list[str] = []
    for piece in TAG.split(html):
        if tag := NAME.match(piece):
            _step(around, closing=bool(tag.group(1)), name=tag.group(2))
            yield piece
        else:
            yield piece if around else pattern.sub(link, piece)


def _step(around: list[str], closing: bool, name: str) -> None:
    """Keep the stack of open elements that are not prose."""
    if name not in NOT_PROSE:
        return
    if not closing:
        around.append(name)
    elif around and around[-1] == name:
        around.pop()


@cache
def _names(lang: str) -> tuple[re.Pattern[str], dict[str, str], dict[str, str]]:
    """What to look for, the longest names first; the term of each name; and what is said about each term."""
    explained = [term for term in terms() if not term.row.get("plain")]
    ids = {term.name(lang).casefold(): term.id for term in explained}
    said = {term.id: str(escape(str(term.row[f"says_{lang}"]))) for term in explained}
    names = "|".join(re.escape(name) for name in sorted(ids, key=len, reverse=True))
    return re.compile(rf"\b({names})s?\b" if lang == "en" else f"({names})", re.IGNORECASE), ids, said
