"""How hard the pages are to read, in both languages, worst first.

English: words to a sentence, and the Flesch-Kincaid grade (school years that a reader needs), by the formula of 1975
with a count of syllables of our own: the libraries that have one bring a whole language toolkit along. Chinese:
characters to a sentence, the share of long sentences, and the share of characters beyond the first level of GB/T 2312
(3,755 characters in common use), which Python's own codec tells.

Counted is what stands in whole sentences: no headings, tables, names of laws or figures.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from posixpath import dirname, relpath

from scripts import pages
from scripts.checks.source import TARGET, pieces, without_code
from scripts.law.pages import law_pages
from scripts.listing import plain as plain_title

ROOT = pages.ROOT
LONG_SENTENCE = 60
"""Characters from which a Chinese sentence counts as long."""

TOO_LONG = {"en": 26.0, "zh": 60.0}
"""Words, or characters, to a sentence over a whole page. Good pages have half of it: beyond it is no accident."""

ENOUGH = 12
"""Sentences below which a page says too little to be judged."""

TAG = re.compile(r"<[^<>]*>")
LINK = re.compile(r"\[([^\[\]]*)\]")
MARKS = re.compile(r"\*\*|(?<!\w)\*|\*(?!\w)|\{ [.#][^}]*\}")
NO_PROSE = re.compile(r"^\s*(?:#|\||</?[a-z]+[^>]*>\s*$)")
ITEM = re.compile(r"^\s*(?:[-*]|\d+\.)\s+")
SENTENCE_END = {"en": re.compile(r"(?<=[.!?])[\"”’)*]*(?=\s|$)"), "zh": re.compile(r"(?<=[。！？；])")}
WORD = re.compile(r"[A-Za-z]+(?:['’-][A-Za-z]+)*")
HAN = re.compile(r"[\u3400-\u9fff]")
VOWELS = re.compile(r"[aeiouy]+")


@dataclass(frozen=True)
class Measure:
    """What one page was found to be: sentences, words or characters, and the measures made of them."""

    page: str
    sentences: int
    units: int
    grade: float = 0.0
    long: float = 0.0
    rare: float = 0.0

    @property
    def per_sentence(self) -> float:
        return self.units / self.sentences if self.sentences else 0.0


def syllables(word: str) -> int:
    """How many syllables an English word has, near enough: groups of vowels, without a silent e.

    >>> [syllables(word) for word in ("tax", "pension", "contribution", "registered", "people", "made")]
    [1, 2, 4, 3, 2, 1]
    """
    low = word.lower()
    stem = re.sub(r"(?<=[^aeiouydt])ed$|(?<=[^aeiouylsxzcg])es$|(?<=[^aeiouyl])e$", "", low)
    return max(1, len(VOWELS.findall(stem)) + len(re.findall(r"i(?:a|o(?!n|u))|eo(?!p|u)", stem)))


def grade(words: list[str], sentences: int) -> float:
    """The Flesch-Kincaid grade of so many words in so many sentences.

    >>> round(grade(["The", "agency", "pays", "your", "pension"], 1), 1)
    5.2
    """
    if not words or not sentences:
        return 0.0
    return 0.39 * len(words) / sentences + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def is_common(character: str) -> bool:
    """Whether a Chinese character is of the first level of GB/T 2312.

    >>> is_common("保"), is_common("恤")
    (True, True)
    >>> is_common("曦")
    False
    """
    try:
        return 0xB0 <= character.encode("gb2312")[0] <= 0xD7
    except UnicodeEncodeError:
        return False


def sentences(page: pages.Page) -> Iterator[str]:
    """The sentences of a page: of its running text, and those that are handed to a part of it."""
    for block in blocks(page):
        for sentence in SENTENCE_END[page.tree].split(block):
            if (HAN if page.tree == "zh" else WORD).search(sentence):
                yield sentence.strip()


def blocks(page: pages.Page) -> Iterator[str]:
    """Paragraphs and items of lists, each a text without marks; figures and names of laws are blanks."""
    running: list[str] = []
    for piece in pieces(page):
        if not piece.calls and piece.kind == "data":
            running.append(piece.text)
        elif piece.kind == "string":
            if "zh" not in piece.calls and SENTENCE_END[page.tree].search(piece.text):
                yield plain(piece.text)
            running.append(" ")
    paragraph: list[str] = []
    for line in [*without_code("".join(running)).splitlines(), ""]:
        if NO_PROSE.match(line) or ITEM.match(line) or not line.strip():
            if paragraph:
                yield plain(" ".join(paragraph))
            paragraph = []
        if line.strip() and not NO_PROSE.match(line):
            paragraph.append(ITEM.sub("", line))


def plain(text: str) -> str:
    """Text without tags, targets of links and marks of Markdown.

    >>> plain("**Pay** at [the counter](a.md) <b>now</b>.")
    'Pay at the counter now.'
    """
    return " ".join(MARKS.sub("", LINK.sub(r"\1", TAG.sub("", TARGET.sub("]", text)))).split())


def measure(page: pages.Page) -> Measure:
    found = list(sentences(page))
    if page.tree == "en":
        words = WORD.findall(" ".join(found))
        return Measure(page.name, len(found), len(words), grade=grade(words, len(found)))
    lengths = [len(HAN.findall(sentence)) for sentence in found]
    characters = HAN.findall("".join(found))
    rare = sum(not is_common(character) for character in characters)
    return Measure(
        page.name,
        len(found),
        len(characters),
        long=sum(length > LONG_SENTENCE for length in lengths) / len(found) if found else 0.0,
        rare=rare / len(characters) if characters else 0.0,
    )


def measured(tree: str, root: Path = ROOT) -> list[Measure]:
    """Every page with enough sentences, those with the longest ones first. Place pages are tables and left out."""
    own = pages.read_tree(tree, root)
    found: Mapping[str, pages.Page] = {**own, **law_pages(tree, own, root)}
    judged = (measure(page) for page in found.values())
    return sorted((one for one in judged if one.sentences >= ENOUGH), key=lambda one: -one.per_sentence)


def problems(root: Path) -> list[str]:
    """Pages whose sentences are, on the whole, far too long."""
    units = {"en": "words", "zh": "characters"}
    return [
        f"docs/{tree}/{one.page}: has {one.per_sentence:.0f} {units[tree]} to a sentence; "
        f"cut the longest in two, until it has {TOO_LONG[tree]:.0f}"
        for tree in pages.TREES
        for one in measured(tree, root)
        if one.per_sentence > TOO_LONG[tree]
    ]


def rows(tree: str, measures: Iterable[Measure]) -> list[tuple[str, ...]]:
    """The measures of each page as text."""
    if tree == "en":
        return [(one.page, str(one.sentences), f"{one.per_sentence:.1f}", f"{one.grade:.1f}") for one in measures]
    return [
        (one.page, str(one.sentences), f"{one.per_sentence:.1f}", f"{one.long:.0%}", f"{one.rare:.1%}")
        for one in measures
    ]


def functions(page: pages.Page, tree: Mapping[str, pages.Page]) -> dict[str, Callable[[], str]]:
    """What the page of this report may call: the table, with links."""
    return {"readability_table": lambda: linked_table(page, tree)}


def linked_table(page: pages.Page, tree: Mapping[str, pages.Page]) -> str:
    """The rows without their heading, as a table of Markdown has them; pages by their title."""
    lines = []
    for name, *cells in rows(page.tree, measured(page.tree)):
        title = plain_title(str(tree[name].meta["title"])) if name in tree else name
        lines.append(f"| [{title}]({relpath(name, dirname(page.name))}) | {' | '.join(cells)} |")
    return "\n".join(lines)


HEADS = {
    "en": ("page", "sentences", "words to a sentence", "Flesch-Kincaid grade"),
    "zh": ("page", "sentences", "characters to a sentence", "long sentences", "rare characters"),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tree", nargs="*", default=[*pages.TREES], help="en or zh (default: both)")
    parser.add_argument("--worst", type=int, default=0, metavar="N", help="only so many pages of each language")
    options = parser.parse_args()
    for tree in options.tree:
        table = [HEADS[tree], *rows(tree, measured(tree)[: options.worst or None])]
        widths = [max(len(row[column]) for row in table) for column in range(len(HEADS[tree]))]
        for row in table:
            cells = (
                cell.ljust(width) if not at else cell.rjust(width)
                for at, (cell, width) in enumerate(zip(row, widths, strict=True))
            )
            print("  ".join(cells))
        print()


if __name__ == "__main__":
    main()
