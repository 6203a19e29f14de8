"""The text of a page as its checks see it: what a reader will read, each piece with its line in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import jinja2

from scripts import pages

FENCE = re.compile(r"^[ \t]*(```|~~~).*?^[ \t]*\1[ \t]*$", re.DOTALL | re.MULTILINE)
CODE = re.compile(r"`[^`\n]+`")
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
TAG = re.compile(r"<[^<>\n]*>")
ATTRIBUTE = re.compile(r"""\b(?:alt|title|aria-label)=(?:"([^"]*)"|'([^']*)')""")
TARGET = re.compile(r"\]\([^()\n]*\)")
HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*$", re.MULTILINE)
HEADING_ID = re.compile(r"\{ #([a-z][a-z0-9-]*)(?: [^}]*)?\}$")


@dataclass(frozen=True)
class Piece:
    """A run of text, or a text that is handed to a function of the page: `calls` names those around it."""

    line: int
    text: str
    calls: tuple[str, ...] = ()
    kind: str = "data"


def pieces(page: pages.Page) -> Iterator[Piece]:
    """The page cut at its template expressions. A page whose template is broken has none: staging says why."""
    lexer = jinja2.Environment(comment_start_string="{##", comment_end_string="##}", keep_trailing_newline=True)
    calls: list[str] = []
    before = ""
    try:
        for line, kind, text in lexer.lex(page.body):
            at = page.first_body_line + line - 1
            if kind == "operator" and text == "(":
                calls.append(before)
            elif kind == "operator" and text == ")" and calls:
                calls.pop()
            elif kind in ("data", "string", "integer", "float"):
                yield Piece(at, text[1:-1] if kind == "string" else text, tuple(calls), kind)
            if kind != "whitespace":
                before = text if kind == "name" else ""
    except jinja2.TemplateSyntaxError:
        return


def without_code(text: str) -> str:
    """The same text with code blanked, each character where it was."""
    for pattern in (FENCE, CODE, COMMENT):
        text = pattern.sub(blank, text)
    return text


def visible(text: str) -> str:
    """What a reader reads: code, link targets and tags are blanked, texts for those who hear a page are kept."""
    text = TARGET.sub(blank, without_code(text))
    return TAG.sub(lambda tag: spoken(tag.group()), text)


def spoken(tag: str) -> str:
    kept = [match.span(1 if match.group(1) is not None else 2) for match in ATTRIBUTE.finditer(tag)]
    return "".join(letter if any(start <= at < end for start, end in kept) else " " for at, letter in enumerate(tag))


def blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match.group())


def line_of(text: str, position: int, first: int) -> int:
    return first + text.count("\n", 0, position)


@dataclass(frozen=True)
class Heading:
    line: int
    level: int
    text: str
    id: str


def headings(text: str, first_line: int = 1) -> list[Heading]:
    """The headings of a text outside code; an id that is missing is empty."""
    plain = without_code(text)
    return [_heading(match, line_of(plain, match.start(), first_line)) for match in HEADING.finditer(plain)]


def _heading(match: re.Match[str], line: int) -> Heading:
    found = HEADING_ID.search(match.group(2))
    text = match.group(2)[: found.start()].strip() if found else match.group(2)
    return Heading(line, len(match.group(1)), text, found.group(1) if found else "")
