"""Bars of one amount seen in one or several ways, one below the other."""

from calc.pictures import Bar, Bars
from calc.view.html import Markup, join, tag
from calc.view.pictures.tracks import Track, bar, legend, whole_of
from calc.view.pieces import Box
from calc.view.said import said, story
from calc.view.sources import Cited
from calc.words import Words


def bars(drawn: Bars, cited: Cited, words: Words) -> Box:
    """One block a row: its name and amount, then its tracks with their legends, then its story."""
    rows = [Box("li", [_block(row, cited, words)]) for row in drawn.rows]
    return Box("ul", rows, class_="calc-bars")


def _block(row: Bar, cited: Cited, words: Words) -> Markup:
    head = tag("p", tag("span", said(row.label, words)), tag("b", whole_of(row.tracks[0], words)), class_="calc-head")
    tracks = [tag("div", bar(track), named(index, track, row, words)) for index, track in enumerate(row.tracks)]
    told = story(row.story, cited.references(row.citations, words), words) if row.story else ""
    return join((head, *tracks, told))


def named(index: int, track: Track, row: Bar, words: Words) -> Markup:
    """The legend of a track; where there are several, each begins with what it shows."""
    several = len(row.tracks) > 1
    name = tag("span", words.text(f"part.track-{index + 1}"), class_="calc-track-name") if several else ""
    return tag("p", name, legend(track, words), class_="calc-track")
