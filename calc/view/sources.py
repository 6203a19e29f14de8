"""What an answer rests on: one numbered list of articles and sources, and the short references that lead to it."""

from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import count
from typing import Any

from calc.citations import article, is_article, source
from calc.places import NATION, get
from calc.result import Result
from calc.view.html import Markup, join, prose, tag
from calc.view.pieces import Box, fold
from calc.words import Words

ROOT_OF_TREE = "../../"
"""The way from a calculator's page, which lies two folders deep in the tree of its language, to that tree's root."""


class Cited:
    """Every article and source of an answer, each once, numbered as it first comes up."""

    def __init__(self, result: Result, place: str):
        found = dict.fromkeys(_all_citations(result))
        self.numbers = dict(zip(found, count(1), strict=False))
        self.layers = get(place).layers if place != NATION else (NATION,)

    def references(self, citations: tuple[str, ...], words: Words) -> Markup:
        """Short links to the list, one for each citation; "" where there is none."""
        return _references(tuple((cited, self.numbers[cited]) for cited in citations), words)

    def listed(self, words: Words) -> Box | str:
        """The list itself, folded; "" where nothing is cited."""
        if not self.numbers:
            return ""
        items = _items(tuple(self.numbers), self.layers, words)
        lines = [Box("li", [item], id=f"calc-source-{number}") for number, item in enumerate(items, start=1)]
        about = words.text("view.sources")
        return fold(about, [Box("ol", lines, class_="calc-sources")], class_="calc-fold calc-law", id="calc-law")


def _all_citations(result: Result) -> Iterable[str]:
    for step in result.steps:
        yield from step.citations
    for reason in result.reasons:
        yield from reason.citations
    for dated in result.dates:
        yield from dated.citations
    for picture in result.pictures:
        for row in getattr(picture, "rows", ()):
            yield from row.citations


@lru_cache(maxsize=512)
def _references(numbered: tuple[tuple[str, int], ...], words: Words) -> Markup:
    links = [
        tag("a", prose(_short(cited, number, words), words.lang), href=f"#calc-source-{number}")
        for cited, number in numbered
    ]
    return tag("span", *links, class_="calc-refs") if links else Markup("")


def _short(cited: str, number: int, words: Words) -> str:
    if not is_article(cited):
        return words.text("view.source", number=number)
    return article_name(cited, words)


def article_name(article_id: str, words: Words) -> str:
    """An article, or the part of a document, by its law and number."""
    found = article(article_id)
    law = {"law": found[f"law_{words.lang}"], "number": found["number"], "zh": found["number_zh"]}
    return words.text(f"view.{found['unit']}", **law)


@lru_cache(maxsize=64)
def _items(citations: tuple[str, ...], layers: tuple[str, ...], words: Words) -> tuple[Markup, ...]:
    """The lines of the list; kept, because a keystroke changes figures and no sources."""
    return tuple(citation(cited, layers, words) for cited in citations)


@cache
def citation(cited: str, layers: tuple[str, ...], words: Words, tree: str = ROOT_OF_TREE) -> Markup:
    """What a step or a figure rests on: an article with what it gives, or a source with its state.

    An article leads to its own words in this guide; `tree` is the way from the page to where that language begins.
    """
    if is_article(cited):
        found = article(cited)
        name = tag("cite", prose(article_name(cited, words), words.lang))
        if place := address(cited):
            name = tag("a", name, href=f"{tree}{place}")
        return join((name, words.text("format.colon"), prose(found[f"gives_{words.lang}"], words.lang)))
    return _source(source(cited, layers), layers, words)


def address(article_id: str) -> str:
    """Where this guide tells the article, from the root of the language's tree; "" where it does not.

    >>> address("sil-12")
    'law/social-insurance-law/chapter-2/#sil-12'
    """
    page = article(article_id).get("page", "")
    return f"{(page + '/').removesuffix('index/')}#{article_id}" if page else ""


def _source(found: dict[str, Any], layers: tuple[str, ...], words: Words) -> Markup:
    """Issuer, number, title; the address with its state; the compilations it was seen in."""
    lang = words.lang
    named = [part for part in (found.get(f"issuer_{lang}"), found.get("number"), found.get(f"title_{lang}")) if part]
    name = prose(words.text("format.pause").join(named or [words.text("view.no-number")]), lang)
    via = [source(one, layers)[f"title_{lang}"] for one in found.get("via", ())]
    notes = [words.text(f"view.link-{found['link']}")] if "url" in found else []
    notes += [words.text("view.seen-in", via=words.text("format.comma").join(via))] if via else []
    said = words.text("format.aside", text=words.text("format.semicolon").join(notes)) if notes else ""
    linked = tag("a", name, href=found["url"], rel="noopener noreferrer") if "url" in found else tag("cite", name)
    return join((linked, prose(said, lang)))
