"""Repeated rows in a form: a group of fields for each row, buttons to move and remove it, and lines to paste.

The page's script adds rows from the template and numbers them anew.
"""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache, lru_cache
from typing import Any

from calc.questions import Question
from calc.view.fault import Fault
from calc.view.field import cell, field_id, help_line, hint, hint_line
from calc.view.html import Markup, join, prose, tag
from calc.words import Words, field_label

BLANK = "_"
"""What stands for the number of the row in the template."""

Faults = Mapping[str, Fault]


def rows(question: Question, given: Any, faults: Faults, words: Words) -> Markup:
    """All rows that were typed, blank ones too, and at least as many as are needed."""
    identity = field_id(question.name)
    typed = _typed_rows(question, given)
    wrong = faults.get(question.name)
    return tag(
        "fieldset",
        tag("legend", prose(field_label(words, question.name), words.lang)),
        _hints(question, words),
        tag("p", prose(wrong.text, words.lang), class_="calc-error", id=f"{identity}-error") if wrong else "",
        tag(
            "ol",
            *(_row(question, str(number), row, faults, words) for number, row in enumerate(typed)),
            class_="calc-row-list",
        ),
        _ending(question, words),
        class_="calc-rows calc-field-wrong" if wrong else "calc-rows",
        id=identity,
        tabindex="-1",
        data_rows=question.name,
        data_least=question.least,
        data_most=question.most,
        aria_describedby=f"{identity}-error" if wrong else None,
    )


def _typed_rows(question: Question, given: Any) -> list[Mapping[str, Any]]:
    """What stands in each row; no more rows than the calculator takes, whatever was sent."""
    listed = given[: question.most] if isinstance(given, list) else []
    kept = [row if isinstance(row, Mapping) else {} for row in listed]
    missing = max(question.least, 1) - len(kept)
    return kept + [{}] * missing


def _row(question: Question, number: str, row: Mapping[str, Any], faults: Faults, words: Words) -> Markup:
    name = f"{question.name}.{number}"
    typed = tuple(str(row.get(column.name, "")) for column in question.columns)
    errors = tuple(faults.get(f"{name}.{column.name}") for column in question.columns)
    return _filled_row(question, number, typed, errors, faults.get(name), words)


@lru_cache(maxsize=512)
def _filled_row(
    question: Question,
    number: str,
    typed: tuple[str, ...],
    errors: tuple[Fault | None, ...],
    wrong: Fault | None,
    words: Words,
) -> Markup:
    name = f"{question.name}.{number}"
    identity = field_id(name)
    shown = str(int(number) + 1) if number != BLANK else BLANK
    cells = [
        cell(replace(column, name=f"{name}.{column.name}"), f"{question.name}.{column.name}", said, error, words)
        for column, said, error in zip(question.columns, typed, errors, strict=True)
    ]
    group = tag(
        "fieldset",
        tag("legend", words.text("form.row", row=shown)),
        tag("p", prose(wrong.text, words.lang), class_="calc-error", id=f"{identity}-error") if wrong else "",
        tag("div", *cells, class_="calc-cells"),
        tag("div", *(_tool(action, sign, shown, words) for action, sign in _TOOLS), class_="calc-row-tools"),
        id=identity,
        tabindex="-1",
        aria_describedby=f"{identity}-error" if wrong else None,
    )
    return tag("li", group, class_="calc-row", id=f"{identity}-row")


_TOOLS = (("up", "↑"), ("down", "↓"), ("remove", "×"))


def _tool(action: str, sign: str, row: str, words: Words) -> Markup:
    said = words.text(f"form.row-{action}", row=row)
    return tag("button", sign, type="button", class_=f"calc-row-{action}", aria_label=said, title=said)


@cache
def _hints(question: Question, words: Words) -> Markup:
    """The hint of the rows and of each column, said once for all of them, and where to find them."""
    own = f"question.{question.name}.hint"
    lines = [hint_line(words.text(own), field_id(question.name), words)] if words.has(own) else []
    for column in question.columns:
        key = f"{question.name}.{column.name}"
        if said := hint(column, key, words):
            named = words.text("form.column-hint", column=words.text(f"question.{key}.label"), hint=said)
            lines.append(hint_line(named, field_id(key), words))
    return join((*lines, help_line(question.name, field_id(question.name), words)))


@cache
def _ending(question: Question, words: Words) -> Markup:
    """What stands below the rows, whatever is in them."""
    blank = _row(question, BLANK, {}, {}, words)
    return join(
        (
            tag("div", class_="calc-row-status", role="status", data_keep=True),
            tag("button", words.text("form.row-add"), type="button", class_="calc-row-add"),
            _paste(question, words),
            tag("template", blank),
        )
    )


def _paste(question: Question, words: Words) -> Markup:
    identity = f"{field_id(question.name)}-lines"
    columns = [f"{question.name}.{column.name}" for column in question.columns]
    label = tag("label", prose(words.text("form.paste-label", columns=columns), words.lang), for_=identity)
    return tag(
        "details",
        tag("summary", words.text("form.paste")),
        label,
        tag("textarea", id=identity, rows="4", autocapitalize="none", spellcheck="false", class_="calc-lines"),
        tag("button", words.text("form.paste-do"), type="button", class_="calc-row-paste"),
        class_="calc-paste",
        id=f"{identity}-box",
    )
