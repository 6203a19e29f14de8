"""The table twin of a picture, folded away under its name."""

from decimal import Decimal
from typing import Any

from calc.result import Message, Table
from calc.view.html import Markup, escape, tag
from calc.view.pieces import Box, fold
from calc.view.said import said, text
from calc.words import Words


def table(one: Table, words: Words) -> Box:
    """A table that scrolls in its own box where the screen is too narrow for it."""
    name = said(one.title, words) if one.title else text("view.table", words)
    heads = "".join([f'<th scope="col">{said(column, words)}</th>' for column in one.columns])
    rows = "".join([_row(cells, words) for cells in one.rows])
    foot = f"<tfoot>{_row(one.total, words)}</tfoot>" if one.total else ""
    body = f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody>{foot}"
    inside = tag("table", tag("caption", name), Markup(body), class_="calc-table")
    scroll = tag("div", inside, class_="calc-scroll", tabindex="0", role="region", aria_label=_plain(one, words))
    return fold(name, [scroll], class_="calc-fold calc-twin", id=f"calc-table-{one.id}")


def _plain(one: Table, words: Words) -> str:
    return words.say(one.title) if one.title else words.text("view.table")


def _row(cells: tuple[Any, ...], words: Words) -> str:
    """A row, its first cell its name; without `tag`, since a table has many."""
    first, *rest = [_cell(cell, words) for cell in cells]
    return f'<tr><th scope="row">{first}</th>{"".join([f"<td>{cell}</td>" for cell in rest])}</tr>'


def _cell(cell: Any, words: Words) -> Markup:
    if cell is None:
        return text("view.not-known", words)
    if isinstance(cell, Message):
        return said(cell, words)
    return escape(words.show(cell, "yuan") if isinstance(cell, Decimal) else cell)
