"""A flow: on a wide screen the drawing; on every screen the rows it is made of, each of which opens.

An open row lights its part of the drawing up: by its place in the list, in the style sheet alone.
"""

from calc.pictures import Bar, Flow
from calc.view.html import Markup, join, tag
from calc.view.pictures.bars import named
from calc.view.pictures.flow_drawing import drawing
from calc.view.pictures.tracks import bar, key, whole_of
from calc.view.pieces import Box
from calc.view.said import said, story
from calc.view.sources import Cited
from calc.words import Words


def flow(drawn: Flow, name: str, cited: Cited, words: Words) -> Box:
    """The drawing and, under it, its rows; of the rows one is open at a time, which `name` brings about."""
    rows = [Box("li", [_row(row, name, cited, words)]) for row in drawn.rows]
    named = key(drawn.rows[0].tracks, words) if drawn.rows else ""
    return Box("div", [drawing(drawn, words), named, Box("ul", rows, class_="calc-rows")], class_="calc-flow")


def _row(row: Bar, name: str, cited: Cited, words: Words) -> Box:
    """The name, the amount and two thin bars; inside, what the bars show, and what becomes of the amount."""
    label, amount = said(row.label, words), whole_of(row.tracks[0], words)
    summary = join((tag("span", tag("span", label), tag("b", amount), class_="calc-head"), bar(*row.tracks)))
    tracks = [named(index, track, row, words) for index, track in enumerate(row.tracks)]
    told = story(row.story, cited.references(row.citations, words), words) if row.story else ""
    inside = Markup(join((*tracks, told)))
    return Box("details", [Box("summary", [summary]), inside], name=name)
