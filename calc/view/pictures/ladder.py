"""Levels to compare with each other: a list with a bar for each, the one that was asked marked by sign and word."""

from decimal import Decimal

from calc.pictures import Ladder, Rung
from calc.view.html import Markup, join, tag
from calc.view.pictures.tracks import LEAST, THICK, WIDTH, rect, unknown
from calc.view.pieces import Box
from calc.view.said import said
from calc.words import Words


def ladder(drawn: Ladder, words: Words) -> Box:
    """The levels in the order given; the highest fills the width."""
    highest = max((rung.amount for rung in drawn.rungs if rung.amount), default=Decimal(0))
    lines = [
        Box("li", [_rung(rung, highest, words)], class_="calc-rung-marked" if rung.marked else None)
        for rung in drawn.rungs
    ]
    return Box("ol", lines, class_="calc-ladder")


def _rung(rung: Rung, highest: Decimal, words: Words) -> Markup:
    mark = tag("em", tag("span", "▸ ", aria_hidden="true"), words.text("view.marked")) if rung.marked else ""
    shown = words.text("view.not-known") if rung.amount is None else said(rung.shown, words)
    head = tag("p", tag("span", said(rung.label, words), " ", mark), tag("b", shown), class_="calc-head")
    return join((head, _bar(rung.amount, highest)))


def _bar(amount: Decimal | None, highest: Decimal) -> Markup:
    if amount is None:
        drawn = unknown(0, 0)
    else:
        width = max(LEAST, int(amount * WIDTH / highest)) if amount > 0 else 0
        drawn = rect("rung", 0, 0, width)
    return Markup(
        f'<svg class="calc-bar calc-bar-1" viewBox="0 0 {WIDTH} {THICK}" preserveAspectRatio="none" '
        f'aria-hidden="true">{drawn}</svg>'
    )
