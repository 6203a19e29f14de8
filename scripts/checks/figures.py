"""No figure is typed into a page: percentages, amounts of yuan, counts of days, months and years come from functions.

Dates, numbers of articles and documents, and telephone numbers are no figures in this sense.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from scripts import pages
from scripts.checks.source import Piece, line_of, pieces, visible

REMEDY = (
    "is a typed figure; take it from the values, such as {{ rate(…) }}, {{ base(…) }} or {{ limit(…) }}, "
    "or name it as {{ example(…) }} or {{ claimed(…) }}"
)
REMEDY_IN_FRONT = "is a figure in the front matter, where none can be looked up; say it without the figure"
# Functions whose arguments are names and amounts, not sentences for the reader.
NOT_PROSE = {
    "held_by",
    "rate",
    "base",
    "limit",
    "example",
    "claimed",
    "worked",
    "grace",
    "amount",
    "line",
    "calculator",
    "service",
}
NOT_PROSE |= {"laws", "law", "who", "bodies", "related", "article_name", "body", "questions", "listing"}

DIGITS = r"[0-9０-９](?:[0-9０-９.,，]*[0-9０-９])?"
SMALL = "one|two|three|four|five|six|seven|eight|nine"
TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|dozen|half"
WORD = rf"(?:(?:{SMALL}|{TEENS}|{TENS})(?:[\s-]+(?:and[\s-]+)?(?:{SMALL}|{TENS}|an?))*)"
COUNT = rf"(?<![\w.])(?:{DIGITS}|{WORD})"
PERIOD = r"(?:(?:working|calendar|business|full|more|further)\s+)*(?:hour|day|week|fortnight|month|year)(?:s|ly)?\b"

HAN = "零〇一二两三四五六七八九十百千万亿半"
HAN_COUNT = rf"(?<![第0-9０-９{HAN}.])(?:{DIGITS}|[{HAN}]+)[ ]?(?:多|余|来)?[ ]?"
HAN_PERIOD = r"(?:个?工作日|个?自然日|日|天|个?星期|周(?!期)|个月|年|周年|周岁|岁|个?小时|个?钟头)"

FIGURES = [
    re.compile(rf"{COUNT}\s*(?:[%％‰]|per\s?cent\b|percentage\s+points?\b)", re.IGNORECASE),
    re.compile(rf"(?:[¥￥]|\b(?:CNY|RMB))\s*{DIGITS}", re.IGNORECASE),
    re.compile(rf"{COUNT}\s*(?:yuan|CNY|RMB|fen)\b", re.IGNORECASE),
    re.compile(rf"{COUNT}[\s-]+{PERIOD}", re.IGNORECASE),
    re.compile(rf"\baged?\s+(?:of\s+|from\s+)?(?:{DIGITS}|{WORD})\b", re.IGNORECASE),
    re.compile(rf"{HAN_COUNT}(?:[%％‰]|个百分点|元|块钱|万元|亿元|角|分钱)"),
    re.compile(rf"[{HAN}]+分之[{HAN}0-9０-９.]+"),
    re.compile(rf"{HAN_COUNT}{HAN_PERIOD}"),
]
DATES = [
    re.compile(r"(?<!\d)(?:19|20)\d\d\s?年(?:\s?\d{1,2}\s?月(?:\s?\d{1,2}\s?[日号])?)?"),
    re.compile(r"(?<!\d)\d{1,2}\s?月\s?\d{1,2}\s?[日号]"),
    re.compile(
        r"[一二][九〇零][〇零一二三四五六七八九]{2}年(?:[一二三四五六七八九十]{1,3}月(?:[一二三四五六七八九十]{1,3}日)?)?"
    ),
    re.compile(r"(?<![个一二三四五六七八九十])[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日"),
    re.compile(r"(?<!\d)(?:19|20)\d\d[ ](?=months?\b|days?\b)"),
]
# “Last year”, “every day”: no count.
IDIOMS = re.compile(r"[上下每同某这那]一(?=年|天|日|周|星期|个月)")
CELL = re.compile(r"(?<=\|)[ \t]*([0-9０-９][0-9０-９.,]{0,9})[ \t]*(?=\|)")
PHONE_OR_YEAR = re.compile(r"(?:19|20)\d\d|1\d{4}|\d{7,}")


def problems(root: Path) -> list[str]:
    found = []
    for tree in pages.TREES:
        for page in pages.read_tree(tree, root).values():
            found += [f"{page.file}:{line}: “{text}” {REMEDY}" for line, text in typed(page)]
            found += [f"{page.file}:1: “{text}” {REMEDY_IN_FRONT}" for text in typed_in_front(page)]
    return found


def typed(page: pages.Page) -> list[tuple[int, str]]:
    """Every typed figure of a page with its line."""
    return sorted({figure for piece in pieces(page) for figure in in_piece(piece)})


def typed_in_front(page: pages.Page) -> list[str]:
    meta = page.meta
    asked = meta.get("question") or []
    texts = [meta.get("title"), meta.get("description"), *(asked if isinstance(asked, list) else [asked])]
    return [text for said in texts if said for _, text in figures_in(str(said))]


def in_piece(piece: Piece) -> Iterator[tuple[int, str]]:
    if NOT_PROSE.intersection(piece.calls):
        return
    if piece.kind in ("integer", "float"):
        if not piece.calls:
            yield piece.line, piece.text
        return
    text = visible(piece.text)
    for position, found in figures_in(text):
        yield line_of(text, position, piece.line), found


def figures_in(text: str) -> list[tuple[int, str]]:
    """The figures in a text, with their positions."""
    for date in (*DATES, IDIOMS):
        text = date.sub(lambda match: " " * len(match.group()), text)
    found = {match.start(): " ".join(match.group().split()) for pattern in FIGURES for match in pattern.finditer(text)}
    cells = (match for match in CELL.finditer(text) if not PHONE_OR_YEAR.fullmatch(match.group(1)))
    return sorted({**{match.start(1): match.group(1) for match in cells}, **found}.items())
