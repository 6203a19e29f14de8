"""Boxes and arrows as inline SVG: one drawing for phone and desk, which keeps its text and scales with its column.

All colours come from classes (docs/assets/css/bodies.css). Lengths are whole numbers of the drawing's own unit, one
pixel on a phone of 360.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from calc.view.html import Markup, escape

WIDTH = 328
NAME, ABOUT = 12, 11
"""Heights of the letters of a name, and of what stands under it."""
LINE = 15
PADDING, SIDE = 6, 3
HEAD = 5
NUMBER = 8

NARROW, BROAD = "iljtfrI.,'’()·/ -", "mwMW"


@dataclass(frozen=True)
class Box:
    """A box with its name, in bold, and a line about it. `top` and `left` are set by who arranges the drawing."""

    id: str
    name: str
    about: str = ""
    kind: str = "body"
    left: int = 0
    width: int = WIDTH
    top: int = 0
    height: int = 0

    @property
    def right(self) -> int:
        return self.left + self.width

    @property
    def bottom(self) -> int:
        return self.top + self.height

    def lines(self) -> list[tuple[str, str]]:
        """The lines of its text, each with the class it is set in."""
        room = self.width - 2 * SIDE
        names = [("diagram-name", line) for line in wrapped(self.name, room, NAME)]
        return names + [("diagram-about", line) for line in wrapped(self.about, room, ABOUT)]

    def needs(self) -> int:
        return 2 * PADDING + LINE * len(self.lines())


@dataclass(frozen=True)
class Arrow:
    """From one box to another; broken where the one only guides the other. A number leads to the list below."""

    start: Box
    end: Box
    number: int = 0
    broken: bool = False


@dataclass(frozen=True)
class Label:
    """A line of text above a band of boxes."""

    text: str
    top: int


def broad(text: str, size: int) -> float:
    """How wide a text is at most, in letters of that height: bold, in a broad font.

    >>> broad("社保", 12), round(broad("Tax", 12))
    (24.0, 24)
    """
    return sum(_letter(letter) for letter in text) * size


def _letter(letter: str) -> float:
    if unicodedata.east_asian_width(letter) in "WF":
        return 1.0
    if letter in NARROW:
        return 0.38
    if letter in BROAD:
        return 0.95
    return 0.75 if letter.isupper() else 0.63


def wrapped(text: str, room: int, size: int) -> list[str]:
    """The text in lines that fit: broken at spaces, Chinese between any two characters but before punctuation.

    >>> wrapped("Social insurance agency", 130, 12)
    ['Social insurance', 'agency']
    >>> wrapped("养老、工伤、失业", 60, 12)
    ['养老、工', '伤、失业']

    Raises:
        ValueError: a single word is wider than the room.
    """
    lines: list[str] = []
    for piece in _pieces(text):
        if lines and broad((lines[-1] + piece).rstrip(), size) <= room:
            lines[-1] += piece
        elif broad(piece.rstrip(), size) > room:
            raise ValueError(f"“{piece.strip()}” is too wide for its box; give the body a shorter `short_*` name")
        else:
            lines.append(piece)
    return _balanced([line.rstrip() for line in lines], text, room, size)


def _pieces(text: str) -> list[str]:
    """What may not be broken: words with the space behind them, Chinese characters with the punctuation behind them."""
    found: list[str] = []
    open_word = False
    for letter in text:
        wide = unicodedata.east_asian_width(letter) in "WF"
        punctuation = unicodedata.category(letter).startswith("P")
        if found and (letter == " " or (punctuation and wide) or (open_word and not wide)):
            found[-1] += letter
        else:
            found.append(letter)
        open_word = not wide and letter != " "
    return found


def _balanced(lines: list[str], text: str, room: int, size: int) -> list[str]:
    """The same number of lines, of more even length: the room is narrowed as long as no line is added."""
    best = lines
    for narrower in range(room - size, room // 2, -size // 2):
        tried: list[str] = []
        for piece in _pieces(text):
            if tried and broad((tried[-1] + piece).rstrip(), size) <= narrower:
                tried[-1] += piece
            else:
                tried.append(piece)
        tried = [line.rstrip() for line in tried]
        if len(tried) > len(lines) or any(broad(line, size) > room for line in tried):
            break
        best = tried
    return best


def drawing(name: str, boxes: Iterable[Box], arrows: Sequence[Arrow], labels: Iterable[Label] = ()) -> Markup:
    """The whole drawing. `name` is what somebody hears who does not see it; the list below says the rest."""
    boxes = list(boxes)
    height = max(box.bottom for box in boxes) + 1
    inside = [*map(_box, boxes), *map(_arrow, arrows), *map(_label, labels)]
    return Markup(
        f'<svg class="diagram" role="img" aria-label="{escape(name)}" viewBox="0 0 {WIDTH} {height}">'
        f"{''.join(inside)}</svg>"
    )


def _box(box: Box) -> str:
    rect = (
        f'<rect class="diagram-box diagram-{box.kind}" x="{box.left + 1}" y="{box.top + 1}" '
        f'width="{box.width - 2}" height="{box.height - 2}" rx="6"/>'
    )
    lines = box.lines()
    first = box.top + (box.height - LINE * len(lines)) // 2 + LINE - 4
    middle = box.left + box.width // 2
    texts = (
        f'<text class="{kind}" x="{middle}" y="{first + LINE * index}">{escape(line)}</text>'
        for index, (kind, line) in enumerate(lines)
    )
    return rect + "".join(texts)


def _label(label: Label) -> str:
    return f'<text class="diagram-label" x="0" y="{label.top}">{escape(label.text)}</text>'


def _arrow(arrow: Arrow) -> str:
    one, other = arrow.start, arrow.end
    level = one.top == other.top
    if level:
        x1, x2 = one.right, other.left
        y1 = y2 = one.top + one.height // 2
        head = f"M{x2 - HEAD} {y2 - HEAD}L{x2} {y2}L{x2 - HEAD} {y2 + HEAD}z"
    else:
        x1 = x2 = (max(one.left, other.left) + min(one.right, other.right)) // 2
        y1, y2 = one.bottom, other.top
        head = f"M{x2 - HEAD} {y2 - HEAD}L{x2} {y2}L{x2 + HEAD} {y2 - HEAD}z"
    broken = " diagram-broken" if arrow.broken else ""
    line = f'<path class="diagram-line{broken}" d="M{x1} {y1}L{x2} {y2}"/><path class="diagram-head" d="{head}"/>'
    if not arrow.number:
        return line
    x, y = (x1 + x2) // 2, (y1 + y2) // 2 - (0 if level else HEAD // 2)
    if level:
        y = one.top
    return (
        f'{line}<circle class="diagram-dot" cx="{x}" cy="{y}" r="{NUMBER}"/>'
        f'<text class="diagram-number" x="{x}" y="{y + 4}">{arrow.number}</text>'
    )
