"""The pieces an answer is made of, so that it can be written in one language, or in two side by side.

An answer in two languages is the same tree of pieces twice: boxes are written once, around both; only the text in
them stands twice, each text beside its twin. So no id comes up twice, and one fold opens both languages.
"""

from collections.abc import Iterable
from typing import Any, Union

from calc.view.html import Markup, join, tag

PHRASING = ("summary", "h2", "p")
"""Elements that may hold no block, so that a pair in them is made of spans."""

Piece = Union[Markup, "Box"]


class Box:
    """An element around pieces; what is "" is left out."""

    __slots__ = ("attributes", "inside", "name")

    def __init__(self, name: str, inside: Iterable[Piece | str], /, **attributes: Any):
        self.name = name
        self.inside = [piece for piece in inside if isinstance(piece, (Markup, Box)) and piece != ""]
        self.attributes = attributes


def single(piece: Piece) -> Markup:
    """A piece in its one language.

    >>> single(Box("ul", [Box("li", [Markup("one")]), ""], class_="calc-list"))
    '<ul class="calc-list"><li>one</li></ul>'
    """
    if isinstance(piece, Box):
        return tag(piece.name, *[single(inner) for inner in piece.inside], **piece.attributes)
    return piece


def paired(first: Piece, second: Piece, lang: str, around: str = "div") -> Markup:
    """A piece and its twin in the language `lang`, text beside text.

    >>> paired(Box("h2", [Markup("Answer")]), Box("h2", [Markup("结果")]), "zh-Hans")
    '<h2><span class="calc-pair"><span>Answer</span><span lang="zh-Hans">结果</span></span></h2>'
    """
    if isinstance(first, Box) and isinstance(second, Box):
        inner = "span" if first.name in PHRASING else around
        both = zip(first.inside, second.inside, strict=True)
        return tag(first.name, *[paired(one, two, lang, inner) for one, two in both], **first.attributes)
    return tag(around, tag(around, first), tag(around, second, lang=lang), class_="calc-pair")


def fold(summary: str | Markup, inside: Iterable[Piece | str], **attributes: Any) -> Box:
    """Pieces behind a line that opens and closes them."""
    return Box("details", [Box("summary", [join((summary,))]), *inside], **attributes)


def listed(name: str, items: Iterable[Markup], **attributes: Any) -> Box:
    """A list, one piece an item."""
    return Box(name, [Box("li", [item]) for item in items], **attributes)
