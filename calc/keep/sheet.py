"""An answer as a sheet for a spreadsheet program: answers, results, table, steps with their sources, in sections.

A cell that a spreadsheet would run as a formula is marked as text; numbers stay numbers.
"""

import io
import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from calc.citations import is_article, source
from calc.compare import Comparison, Row, compare
from calc.keep import Answered
from calc.links import flat
from calc.measures import as_field
from calc.messages import Figure
from calc.money import as_text as money
from calc.places import NATION, get
from calc.recap import recap
from calc.result import Message, Step, Table
from calc.view.sources import article_name

BYTE_ORDER_MARK = "\ufeff"
"""Without it spreadsheet programs take Chinese for something else."""

Line = list[str]

_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")


def as_text(answered: Answered) -> str:
    """The whole sheet, its lines ended as RFC 4180 asks."""
    import csv

    page = io.StringIO()
    writer = csv.writer(page)
    for section in _sections(answered):
        writer.writerows([harmless(cell) for cell in line] for line in section)
        writer.writerow([])
    return BYTE_ORDER_MARK + page.getvalue()


def harmless(cell: str) -> str:
    """The cell as it is, with an apostrophe before what a spreadsheet would take for a formula.

    >>> harmless("=1+1"), harmless("-30.00"), harmless("北京市")
    ("'=1+1", '-30.00', '北京市')
    """
    runs = cell[:1] in ("=", "+", "-", "@", "\t", "\r") and not _NUMBER.fullmatch(cell)
    return f"'{cell}" if runs else cell


def _sections(answered: Answered) -> Iterable[list[Line]]:
    words, result = answered.words, answered.side.result
    yield _head(answered)
    yield [_heads(answered, "answers"), _heads(answered, "question", "answer", "field", "value"), *_answers(answered)]
    yield [_heads(answered, "results"), _heads(answered, "result", "value", "unit"), *_results(answered)]
    if answered.other:
        found = compare(answered.calculator, answered.other, answered.side)
        yield [_heads(answered, "compared"), *_compared(found, answered)]
    for table in result.tables:
        yield _table(table, answered)
    if result.steps:
        heads = ("step", "formula", "result", "unit", "grade", "sources")
        yield [_heads(answered, "steps"), _heads(answered, *heads), *(_step(step, answered) for step in result.steps)]
    if result.warnings:
        yield [_heads(answered, "warnings"), *([_plain(words.say(warning))] for warning in result.warnings)]


def _heads(answered: Answered, *names: str) -> Line:
    return [answered.words.text(f"saved.{name}") for name in names]


def _head(answered: Answered) -> list[Line]:
    from calc import RULES_VERSION

    words = answered.words
    title = words.text("saved.name", guide=words.text("saved.guide"), title=answered.title)
    told = [
        ("rules", RULES_VERSION),
        ("estimate", words.text("calendar.estimate", version=RULES_VERSION)),
        ("link", answered.link),
    ]
    return [[title], [_plain(words.say(answered.side.result.headline))], *([*_heads(answered, n), t] for n, t in told)]


def _answers(answered: Answered) -> Iterable[Line]:
    said = recap(answered.calculator, answered.side.typed, answered.words)
    for name, value in flat(answered.calculator, answered.side.typed).items():
        yield [said[name].label, said[name].answer, name, value]


def _results(answered: Answered) -> Iterable[Line]:
    words, result = answered.words, answered.side.result
    yield [words.text("result.outcome"), words.text(f"outcome.{result.outcome}"), ""]
    for named in answered.calculator.highlights:
        found = result.results[named.name]
        shown = words.text("view.not-known") if found is None else as_field(found)
        yield [words.text(f"result.{named.name}"), shown, named.unit]


def _compared(found: Comparison, answered: Answered) -> Iterable[Line]:
    words = answered.words
    yield [words.text(f"compare.{name}") for name in ("what", "one", "two", "difference")]
    sides = [recap(answered.calculator, side.typed, words) for side in (found.first, found.second)]
    for name in found.fields:
        label = next(side[name].label for side in sides if name in side)
        yield [label, *(side[name].answer if name in side else "" for side in sides), ""]
    for row in found.rows:
        yield [_label(row, answered), *(_number(one, answered) for one in (row.first, row.second, row.change))]
    for message in (*found.why, *found.aside):
        yield [_plain(words.say(message))]


def _label(row: Row, answered: Answered) -> str:
    names = [row.group, row.label] if row.group is not None else [row.label]
    return answered.words.text("format.comma").join(_cell(name, answered) for name in names)


def _number(figure: Figure | None, answered: Answered) -> str:
    if figure is None:
        return ""
    return money(figure.value) or "" if figure.unit == "CNY" else answered.words.show(figure, "figure")


def _table(table: Table, answered: Answered) -> list[Line]:
    rows = [*table.rows, *([table.total] if table.total else [])]
    columns = [answered.words.say(column) for column in table.columns]
    return [columns, *([_cell(cell, answered) for cell in row] for row in rows)]


def _cell(cell: Any, answered: Answered) -> str:
    """A message with an amount is that amount, so that it can be added up."""
    if cell is None:
        return answered.words.text("view.not-known")
    if isinstance(cell, Message):
        amount = cell.values.get("amount")
        return _plain(answered.words.say(cell)) if amount is None else str(money(amount))
    return str(money(cell)) if isinstance(cell, Decimal) else str(cell)


def _step(step: Step, answered: Answered) -> Line:
    words = answered.words
    value = money(step.value) if step.unit == "CNY" else "" if step.value is None else str(step.value)
    grade = words.text(f"grade.{step.grade}") if step.layers else ""
    cited = words.text("format.semicolon").join(_cited(one, answered) for one in step.citations)
    return [_plain(words.say(step.message)), step.formula, value or "", step.unit, grade, cited]


def _cited(citation: str, answered: Answered) -> str:
    """An article by its number, a source by issuer, number, title and address."""
    words = answered.words
    if is_article(citation):
        return article_name(citation, words)
    place = answered.side.typed.get("place", NATION)
    layers = get(place).layers if place.isdigit() and place != NATION else (NATION,)
    found = source(citation, layers)
    named = [found.get(name) for name in (f"issuer_{words.lang}", "number", f"title_{words.lang}", "url")]
    return words.text("format.pause").join(part for part in named if part) or words.text("view.no-number")


def _plain(text: str) -> str:
    """A sentence without its emphasis."""
    return text.replace("**", "")
