"""Cut text into the words that the search knows: English words, Chinese words, and article numbers.

The page's half of this is docs/assets/search/query.js. Both fold text in the same way; only this side needs a
dictionary, because the page recognises Chinese words by looking them up in the finished index.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

import opencc
import rjieba

from scripts.glossary import terms
from scripts.pages import ROOT

HAN = "\u3007\u3400-\u9fff"
TOKEN = re.compile(f"[{HAN}]+|[a-z0-9]+")
NUMERAL = "〇零一二三四五六七八九十百0-9"
# One article, or several as in 第十一、十二条 and "articles 11, 12 and 14".
ARTICLE = re.compile(
    f"第([{NUMERAL}](?:[{NUMERAL}]|[、和至](?=[{NUMERAL}]))*)条"
    r"|\b(?:articles?|arts?\.?)\s*([0-9]+(?:(?:\s*(?:,|and|to|[-\u2013])\s*)+[0-9]+)*)"
)
APOSTROPHES = re.compile("['\u2019]")
DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")} | {"〇": 0}
PLACES = {"十": 10, "百": 100}
# Two ways to write one character; our pages have the second.
ALIKE = str.maketrans("帐", "账")


@cache
def simplified() -> dict[int, str]:
    """Every Traditional character with its Simplified form, as `str.translate` takes it."""
    convert = opencc.OpenCC("t2s").convert
    characters = (chr(code) for code in range(0x3400, 0xA000))
    found = ((c, convert(c).translate(ALIKE)) for c in characters)
    return {ord(c): plain for c, plain in found if plain != c and len(plain) == 1}


def fold(text: str) -> str:
    """The text as it is compared: small letters without accents, plain digits, Simplified characters."""
    bare = (c for c in unicodedata.normalize("NFKD", text) if not unicodedata.category(c).startswith("M"))
    return APOSTROPHES.sub("", "".join(bare).lower()).translate(simplified())


def numeral(written: str) -> int:
    """The value of 58 or 五十八."""
    if written.isdigit() and written.isascii():
        return int(written)
    total = digit = 0
    for character in written:
        if character in PLACES:
            total += (digit or 1) * PLACES[character]
            digit = 0
        else:
            digit = DIGITS.get(character, 0)
    return total + digit


def articles(folded: str) -> Iterator[str]:
    """A word like §58 for each article that the text names, in either language."""
    for found in ARTICLE.finditer(folded):
        for written in re.findall(f"[{NUMERAL}]+", found.group(1) or found.group(2)):
            yield f"§{numeral(written)}"


@dataclass(frozen=True)
class Glossary:
    """What docs/search.toml says: extra words, words to leave out, and what stands for what."""

    dictionary: frozenset[str]
    ignored: frozenset[str]
    synonyms: dict[str, list[str]]
    weights: dict[str, float]
    weights_of_articles: dict[str, float]

    def weighed(self, url: str) -> list[float]:
        """How near a page is to what people ask, and to an article asked for by number; [] where both are usual."""
        both = [_by_start(url, weights) for weights in (self.weights, self.weights_of_articles)]
        return [] if both == [1, 1] else both


def _by_start(url: str, weights: dict[str, float]) -> float:
    return next((weight for start, weight in weights.items() if url.startswith(start)), 1)


def read_glossary(path: Path, root: Path = ROOT) -> Glossary:
    given = tomllib.loads(path.read_text(encoding="utf-8"))
    synonyms: dict[str, list[str]] = {}
    for group in given["synonym"]:
        same = group.get("same", [])
        for typed in [*same, *group.get("typed", [])]:
            others = [phrase for phrase in [*group.get("means", []), *same] if phrase != typed]
            known = synonyms.setdefault(fold(typed), [])
            known.extend(folded for phrase in others if (folded := fold(phrase)) not in known)
    named = [name for term in terms(root) for name in (term.name("zh"), *term.others("also", "zh"))]
    phrases = [*given["dictionary"], *named, *synonyms, *(phrase for known in synonyms.values() for phrase in known)]
    chinese = frozenset(run for phrase in phrases for run in TOKEN.findall(fold(phrase)) if not run.isascii())
    return Glossary(
        chinese, frozenset(map(fold, given["ignored"])), synonyms, given["weights"], given["weights_of_articles"]
    )


class Cutter:
    """Cuts text with the dictionary of jieba and ours on top.

    Of Chinese, every dictionary word is taken, also one inside another or across two: a word that a reader types is
    then found wherever it stands, whatever the sentence around it would have been cut into.
    """

    def __init__(self, glossary: Glossary) -> None:
        self._ignored = glossary.ignored
        self._jieba = rjieba.Jieba()
        for word in sorted(glossary.dictionary):
            self._jieba.add_word(word, None, None)

    def words(self, text: str, every: bool = False) -> list[str]:
        """The words of the text. `every` adds what no dictionary knows: single characters and all pairs of them.

        For titles that is little, and they are then found by whatever part of them is typed.
        """
        folded = fold(text)
        found = [*articles(folded)]
        for run in TOKEN.findall(folded):
            found += [run] if run.isascii() else self._chinese(run, every)
        return [word for word in found if word not in self._ignored]

    def _chinese(self, run: str, every: bool) -> list[str]:
        known = self._jieba.cut_all(run)
        if not every:
            return [word for word in known if len(word) > 1]
        pairs = [first + second for first, second in pairwise(run)]
        return known + [pair for pair in pairs if pair not in known]
