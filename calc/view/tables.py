"""The table twin of a picture, folded away under its name."""

from decimal import Decimal
from typing import Any

from calc.result import Message, Table
from calc.view.html import Markup, tag
from calc.view.pieces import Box, fold
from calc.view.said import said, text
from calc.words import Words


def table(one: Table, words: Words) -> Box:
    """A table that scrolls in its own box where the screen is too narrow for it."""
    name = said(one.title, words) if one.title else text("view.table", words)
    head = tag("tr", *(tag("th", words.say(column), scope="col") for column in one.columns))
    rows = [_row(cells, words) for cells in one.rows]
    foot = tag("tfoot", _row(one.total, words)) if one.total else ""
    caption = tag("caption", name)
    inside = tag("table", caption, tag("thead", head), tag("tbody", *rows), foot, class_="calc-table")
    scroll = tag("div", inside, class_="calc-scroll", tabindex="0", role="region", aria_label=_plain(one, words))
    return fold(name, [scroll], class_="calc-fold calc-twin", id=f"calc-table-{one.id}")


def _plain(one: Table, words: Words) -> str:
    return words.say(one.title) if one.title else words.text("view.table")


def _row(cells: tuple[Any, ...], words: Words) -> Markup:
    first, *rest = cells
    return tag("tr", tag("th", _cell(first, words), scope="row"), *(tag("td", _cell(cell, words)) for cell in rest))


def _cell(cell: Any, words: Words) -> str:
    if cell is None:
        return words.text("view.not-known")
    if isinstance(cell, Message):
        return words.say(cell)
    return words.show(cell, "yuan") if isinstance(cell, Decimal) else str(cell)
