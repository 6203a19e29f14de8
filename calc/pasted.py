"""Lines pasted from a sheet or a chat, cut into rows: one row a line, cells by comma, tab or spaces."""

import re
import unicodedata
from collections.abc import Sequence

from calc.questions import Question

_DIGIT = re.compile(r"[0-9]")
_THOUSANDS = re.compile(r"(?<![0-9])([0-9]{1,3}(?:,[0-9]{3})+)(?![0-9])")

_WITHOUT_DIGITS = ("place", "choice", "flag")


def rows(text: str, columns: Sequence[Question]) -> list[dict[str, str]]:
    """One table a line, by column name; empty lines and a line of headings are left out.

    >>> from calc.questions import Question
    >>> rows("城市，月数\\n北京，60\\n\\n上海  24", (Question("place", "place"), Question("months", "whole")))
    [{'place': '北京', 'months': '60'}, {'place': '上海', 'months': '24'}]
    """
    lines = [line for line in unicodedata.normalize("NFKC", text).splitlines() if line.strip()]
    cut = [_cells(line, columns) for line in lines]
    if _has_headings(lines, cut, columns):
        cut = cut[1:]
    names = [column.name for column in columns]
    last = len(names) - 1
    return [dict(zip(names, [*cells[:last], " ".join(cells[last:])], strict=False)) for cells in cut]


def _cells(line: str, columns: Sequence[Question]) -> list[str]:
    """The cells of a line; the separators inside an amount or a place's name are not taken for those between cells."""
    cells, between = _split(line, columns)
    if any(column.kind == "money" for column in columns):
        joined, sign = _split(_THOUSANDS.sub(lambda found: found[1].replace(",", ""), line), columns)
        if len(joined) >= min(2, len(columns)):
            cells, between = joined, sign
    return _with_whole_place([cell.strip() for cell in cells], columns, between)


def _split(line: str, columns: Sequence[Question]) -> tuple[list[str], str]:
    """The line cut at the strongest separator in it, and that separator."""
    sign = next((sign for sign in ("\t", ";", ",", "、") if sign in line), " ")
    if sign != " ":
        return line.split(sign), f"{sign} "
    cells = re.split(r" {2,}", line.strip())
    return (cells if len(cells) >= min(2, len(columns)) else line.split()), " "


def _with_whole_place(cells: list[str], columns: Sequence[Question], between: str) -> list[str]:
    """Cells without a digit between a place and the number that follows it belong to the place's name."""
    kinds = [column.kind for column in columns]
    at = kinds.index("place") if "place" in kinds else len(columns)
    if at + 1 >= len(kinds) or kinds[at + 1] in _WITHOUT_DIGITS:
        return cells
    after = next((number for number in range(at + 1, len(cells)) if _DIGIT.search(cells[number])), 0)
    if after and all(cells[at:after]):
        return [*cells[:at], between.join(cells[at:after]), *cells[after:]]
    return cells


def _has_headings(lines: list[str], cut: list[list[str]], columns: Sequence[Question]) -> bool:
    """Whether the first line names the columns: a word for each cell of the next, and no digit where that has some."""
    if len(lines) < 2 or all(column.kind in _WITHOUT_DIGITS for column in columns):
        return False
    whole = len(cut[0]) >= len(cut[1]) and all(cut[0])
    return whole and not _DIGIT.search(lines[0]) and bool(_DIGIT.search(lines[1]))
