"""The two pictures: which body stands at which level, and how the money flows. Both are arranged from the register."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from itertools import groupby
from typing import Any

from calc.tables import table
from calc.view.html import Markup
from scripts.bodies.drawing import LINE, WIDTH, Arrow, Box, Label, drawing

COLUMNS = ("human-resources", "healthcare", "tax")
GAP = 5
BAND = 2 * LINE + 8
"""Room above a band of levels: an arrow's end and the band's name."""
BETWEEN = 16
"""Room for an arrow within a band."""
FLOW_GAP = 18
FLOW_BETWEEN = 34

Say = Callable[..., str]


@cache
def register() -> Mapping[str, Any]:
    found: Mapping[str, Any] = table("data/bodies")
    return found


def levels(lang: str, said: Say) -> Markup:
    """The drawn bodies, one column to a branch; levels that hold the same bodies are one band."""
    boxes: list[Box] = []
    labels: list[Label] = []
    top = _heads(boxes, lang)
    for names, bodies in bands(lang):
        labels.append(Label(said("list").join(names), top + BAND - 6))
        top = _band(boxes, bodies, lang, top + BAND)
    return drawing(said("levels-name"), boxes, _ties(boxes), labels)


def bands(lang: str) -> list[tuple[list[str], list[str]]]:
    """Names of neighbouring levels that hold the same drawn bodies, with these bodies.

    >>> [len(names) for names, _ in bands("en")]
    [1, 3, 2]
    """
    found = register()
    drawn = {name: row for name, row in found["bodies"].items() if row.get("drawn")}
    held = [(level, tuple(body for body, row in drawn.items() if level in row["levels"])) for level in found["levels"]]
    return [
        ([str(found["levels"][level][lang]) for level, _ in group], list(bodies))
        for bodies, group in groupby(held, key=lambda pair: pair[1])
    ]


def _heads(boxes: list[Box], lang: str) -> int:
    branches = register()["branches"]
    row = []
    for column in COLUMNS:
        left, width = _column([column])
        head = branches[column]
        row.append(Box(f"head-{column}", head[lang], head[f"about_{lang}"], "head", left, width))
    height = max(box.needs() for box in row)
    boxes += [replace(box, height=height) for box in row]
    return height


def _column(branches: list[str]) -> tuple[int, int]:
    """Where the columns of these branches begin, and how wide they are together."""
    width = (WIDTH - GAP * (len(COLUMNS) - 1)) // len(COLUMNS)
    first, last = COLUMNS.index(branches[0]), COLUMNS.index(branches[-1])
    return first * (width + GAP), (last - first) * (width + GAP) + width


def _band(boxes: list[Box], bodies: list[str], lang: str, top: int) -> int:
    """Add the boxes of a band, those of one branch one under the other; the answer is where the band ends."""
    rows: list[list[Box]] = []
    depth: dict[str, int] = {}
    for body in bodies:
        row = register()["bodies"][body]
        branches = row.get("spans", [row["branch"]])
        left, width = _column(branches)
        at = depth.get(row["branch"], 0)
        depth.update(dict.fromkeys(branches, at + 1))
        rows += [[] for _ in range(at + 1 - len(rows))]
        rows[at].append(Box(body, row.get(f"short_{lang}", row[f"name_{lang}"]), left=left, width=width))
    for index, row_of_boxes in enumerate(rows):
        height = max(box.needs() for box in row_of_boxes)
        top += BETWEEN if index else 0
        boxes += [replace(box, top=top, height=height) for box in row_of_boxes]
        top += height
    return top


def _ties(boxes: list[Box]) -> list[Arrow]:
    """From each body to the nearest box below it in its column; broken where it is not the one above it by law."""
    bodies = register()["bodies"]
    own = [box for box in boxes if box.id in bodies]
    found = []
    for box in own:
        below = [other for other in own if other.top >= box.bottom and _overlap(box, other)]
        if below:
            end = min(below, key=lambda other: other.top)
            found.append(Arrow(box, end, broken=bodies[end.id]["under"] != box.id))
    return [arrow for arrow in found if not _is_second(arrow, found)]


def _overlap(one: Box, other: Box) -> bool:
    return max(one.left, other.left) < min(one.right, other.right)


def _is_second(arrow: Arrow, arrows: list[Arrow]) -> bool:
    """Whether the box it leads to is held by its rightful body already, and this one comes from another branch."""
    bodies = register()["bodies"]
    end = bodies[arrow.end.id]
    spans = end.get("spans", [end["branch"]])
    return arrow.broken and bodies[arrow.start.id]["branch"] not in spans and len(arrows) > 1


def money(lang: str, said: Say) -> Markup:
    """Where the money comes from, who holds it, and where it ends; the numbers are those of the list below."""
    flow = register()["flow"]
    placed: dict[str, Box] = {}
    top = LINE // 2 + 2
    for _, group in groupby(flow["boxes"].items(), key=lambda item: item[1]["row"]):
        row = [_flow_box(name, box, lang) for name, box in group]
        height = max(box.needs() for box in row)
        placed |= {box.id: replace(box, top=top, height=height) for box in row}
        top += height + FLOW_BETWEEN
    arrows = [
        Arrow(placed[step["from"]], placed[step["to"]], number) for number, step in enumerate(flow["steps"], start=1)
    ]
    return drawing(said("money-name"), placed.values(), arrows)


def _flow_box(name: str, box: Mapping[str, Any], lang: str) -> Box:
    unit = (WIDTH + FLOW_GAP) / 6
    left, right = round(box["from"] * unit), round(box["to"] * unit) - FLOW_GAP
    return Box(name, box[lang], box[f"about_{lang}"], box["kind"], left, right - left)
