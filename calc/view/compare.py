"""Two answers side by side: both headlines, what was answered differently, what came out, and why."""

from typing import Any

from calc.compare import Comparison, Row, Side
from calc.questions import Calculator
from calc.recap import Said, recap
from calc.result import Message
from calc.view.html import Markup, join, prose, tag
from calc.words import Words

LETTERS = ("one", "two")


def compared(calculator: Calculator, comparison: Comparison, words: Words) -> Markup:
    """The whole block that stands above the answer."""
    sides = (comparison.first, comparison.second)
    said = [recap(calculator, side.typed, words) for side in sides]
    names = [_name(letter, one, comparison.fields, words) for letter, one in zip(LETTERS, said, strict=True)]
    if comparison.fields:
        found: tuple[Markup | str, ...] = (
            _table(comparison, said, names, words),
            _reasons(comparison, words),
            _parts(comparison, names, words),
            _aside(comparison, words),
        )
    else:
        found = (tag("p", words.text("compare.nothing")),)
    return tag(
        "section",
        tag("h2", words.text("compare.title"), id="calc-compare-title"),
        tag("p", words.text("compare.lead"), class_="calc-hint", id="calc-compare-lead"),
        tag("div", *map(_side, names, sides, [words] * 2), class_="calc-sides"),
        *found,
        _buttons(words),
        class_="calc-compare",
        id="calc-compare",
        aria_labelledby="calc-compare-title",
    )


def _name(letter: str, said: dict[str, Said], fields: tuple[str, ...], words: Words) -> str:
    """A or B; where one answer sets the two apart, with that answer."""
    name = words.text(f"compare.{letter}")
    if len(fields) == 1 and fields[0] in said:
        return words.text("compare.side", letter=name, what=said[fields[0]].answer)
    return name


def _side(name: str, side: Side, words: Words) -> Markup:
    headline = prose(words.say(side.result.headline), words.lang)
    return tag("div", tag("h3", prose(name, words.lang)), tag("p", headline), class_="calc-side")


def _table(comparison: Comparison, said: list[dict[str, Said]], names: list[str], words: Words) -> Markup:
    """What was answered differently, and the results that matter most."""
    answers = [_answer(name, said, words) for name in comparison.fields]
    results = [_row(row, words) for row in comparison.rows if row.group is None]
    groups = [
        _group(words.text("compare.answers"), answers, words),
        _group(words.text("compare.results"), results, words),
    ]
    return _differences("compare.table", names, groups, words)


def _parts(comparison: Comparison, names: list[str], words: Words) -> Markup | str:
    """Folded, since it can be long: each row of the first table in which something differs."""
    by_name: dict[str, list[Markup]] = {}
    for row in comparison.rows:
        if row.group is not None:
            by_name.setdefault(_heading(row.group, words), []).append(_row(row, words))
    if not by_name:
        return ""
    groups = [_group(name, rows, words) for name, rows in by_name.items()]
    table = _differences("compare.parts", names, groups, words)
    return _fold("parts", (table, _alike(comparison, words)), words)


def _heading(cell: Any, words: Words) -> str:
    """What heads a row: a sentence, or a figure such as a year."""
    return words.say(cell) if isinstance(cell, Message) else words.show(cell, "")


def _differences(caption: str, names: list[str], groups: list[Markup], words: Words) -> Markup:
    """A table with a column for each side; its parts say what they are, since on a phone they are drawn otherwise."""
    columns = [words.text("compare.what"), *names, words.text("compare.difference")]
    heads = [tag("th", prose(name, words.lang), scope="col", role="columnheader") for name in columns]
    return tag(
        "table",
        tag("caption", words.text(caption)),
        tag("thead", tag("tr", *heads, role="row"), role="rowgroup"),
        *groups,
        class_="calc-differences",
        role="table",
    )


def _fold(name: str, inside: tuple[Markup | str, ...], words: Words) -> Markup:
    summary = tag("summary", words.text(f"compare.{name}"))
    return tag("details", summary, *inside, class_="calc-fold", id=f"calc-compare-{name}")


def _group(name: str, rows: list[Markup], words: Words) -> Markup:
    head = tag("th", prose(name, words.lang), scope="rowgroup", colspan="4", role="rowheader")
    return tag("tbody", tag("tr", head, class_="calc-group", role="row"), *rows, role="rowgroup")


def _answer(name: str, said: list[dict[str, Said]], words: Words) -> Markup:
    label = next(one[name].label for one in said if name in one)
    cells = [one[name].answer if name in one else words.text("compare.not-given") for one in said]
    return _cells(label, [*cells, words.text("compare.differs")], words)


def _row(row: Row, words: Words) -> Markup:
    sides = [words.show(one, "figure") if one else words.text("compare.not-there") for one in (row.first, row.second)]
    return _cells(words.say(row.label), [*sides, change(row, words)], words)


def change(row: Row, words: Words) -> str:
    """How far apart, with a sign and a word: neither colour nor sign alone says it."""
    by = row.change
    if row.same:
        return words.text("compare.same")
    if by is None:
        is_open = any(figure and figure.value is None for figure in (row.first, row.second))
        return words.text("view.not-known" if is_open else "compare.differs")
    sign, word = ("+", "compare.more") if by.value > 0 else ("−", "compare.less")
    return sign + words.show(by, "change") + words.text("format.aside", text=words.text(word))


def _cells(label: str, cells: list[str], words: Words) -> Markup:
    columns = [tag("td", prose(cell, words.lang), role="cell") for cell in cells]
    return tag("tr", tag("th", prose(label, words.lang), scope="row", role="rowheader"), *columns, role="row")


def _alike(comparison: Comparison, words: Words) -> Markup | str:
    if not comparison.alike:
        return ""
    names = words.text("format.comma").join(_heading(name, words) for name in comparison.alike)
    return tag("p", prose(words.text("compare.alike", names=names), words.lang), class_="calc-hint")


def _reasons(comparison: Comparison, words: Words) -> Markup | str:
    if not comparison.why:
        return ""
    return join((tag("h3", words.text("compare.reasons")), _list(comparison.why, words)))


def _aside(comparison: Comparison, words: Words) -> Markup | str:
    return _fold("aside", (_list(comparison.aside, words),), words) if comparison.aside else ""


def _list(messages: tuple[Message, ...], words: Words) -> Markup:
    return tag("ul", *(tag("li", prose(words.say(message), words.lang)) for message in messages))


def _buttons(words: Words) -> Markup:
    buttons = [
        tag("button", words.text(f"compare.{name}"), type="button", id=f"calc-tool-{name}", data_tool=name)
        for name in ("swap", "stop")
    ]
    return tag("div", *buttons, class_="calc-compare-actions")


def then_and_now(rows: tuple[Row, ...], words: Words) -> Markup:
    """The results of a link beside those of today."""
    names = [words.text(f"notice.{name}") for name in ("then", "now")]
    lines = tag("tbody", *(_row(row, words) for row in rows), role="rowgroup")
    return _differences("notice.table", names, [lines], words)
