"""An answer: the sentence first, then the picture and its table, the reasoning, the doubts, who to ask."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from calc import places
from calc.contacts import contacts
from calc.result import Message, Result, Table
from calc.view.field import field_id
from calc.view.html import Markup, join, prose, tag
from calc.view.pictures import picture
from calc.view.reasoning import steps
from calc.words import Words


def answer(typed: Mapping[str, Any], result: Result, words: Words) -> Markup:
    """Everything from the headline down to whom to ask."""
    return tag(
        "div",
        tag("p", _headline(typed, result, words), class_="calc-headline", aria_live="polite", aria_atomic="true"),
        tag("p", *_spaced(result.facts, words), class_="calc-sub") if result.facts else "",
        _open_questions(result, words),
        _picture(result, words),
        *(_table(table, words) for table in result.tables),
        steps(result, typed.get("place", places.NATION), words),
        _warnings(result, words),
        _ending(typed, result, words),
        class_="calc-answer",
        data_outcome=result.outcome,
    )


def _headline(typed: Mapping[str, Any], result: Result, words: Words) -> Markup:
    """The sentence; on a phone, where it stays in sight while the form is filled in, also where and when it holds."""
    where = words.text("view.where", place=typed.get("place", places.NATION), month=typed["month"])
    return join((_said(result.headline, words), tag("span", where, class_="calc-where")))


def _said(message: Message, words: Words) -> Markup:
    return prose(words.say(message), words.lang)


def _spaced(messages: tuple[Message, ...], words: Words) -> list[Any]:
    return [tag("span", _said(message, words)) for message in messages]


def _open_questions(result: Result, words: Words) -> Markup | str:
    if not result.missing:
        return ""
    reasons: dict[str, str] = {}
    for missing in result.missing:
        reasons.setdefault(words.say(missing.why), field_id(missing.field))
    lines = [tag("li", tag("a", prose(why, words.lang), href=f"#{field}")) for why, field in reasons.items()]
    return tag(
        "div", tag("h2", words.text("view.cannot-tell")), tag("ul", *lines), class_="calc-missing", id="calc-missing"
    )


def _picture(result: Result, words: Words) -> Markup | str:
    if not result.pictures:
        return ""
    title = tag("h2", words.text("view.picture"))
    hint = tag("p", words.text("view.picture-hint"), class_="calc-hint")
    drawn = [picture(one, words) for one in result.pictures]
    return tag("section", title, hint, *drawn, class_="calc-picture", aria_label=words.text("view.picture"))


def _table(table: Table, words: Words) -> Markup:
    head = tag("tr", *(tag("th", words.say(column), scope="col") for column in table.columns))
    rows = [_row(cells, words) for cells in table.rows]
    foot = tag("tfoot", _row(table.total, words)) if table.total else ""
    caption = tag("caption", words.text("view.table"))
    inside = tag("table", caption, tag("thead", head), tag("tbody", *rows), foot, class_="calc-table")
    return tag(
        "div",
        inside,
        class_="calc-scroll",
        id=f"calc-table-{table.id}",
        tabindex="0",
        role="region",
        aria_label=words.text("view.table"),
    )


def _row(cells: tuple[Any, ...], words: Words) -> Markup:
    first, *rest = cells
    return tag("tr", tag("th", _cell(first, words), scope="row"), *(tag("td", _cell(cell, words)) for cell in rest))


def _cell(cell: Any, words: Words) -> str:
    if cell is None:
        return words.text("view.not-known")
    if isinstance(cell, Message):
        return words.say(cell)
    return words.show(cell, "yuan") if isinstance(cell, Decimal) else str(cell)


def _warnings(result: Result, words: Words) -> Markup | str:
    if not result.warnings:
        return ""
    lines = [tag("li", _said(warning, words)) for warning in result.warnings]
    return tag("div", tag("h2", words.text("view.warnings")), tag("ul", *lines), class_="calc-warning")


def _ending(typed: Mapping[str, Any], result: Result, words: Words) -> Markup:
    from calc import RULES_VERSION

    estimate = words.text("view.estimate", month=typed["month"], version=RULES_VERSION)
    asked = [
        tag("li", words.text(f"view.ask-{contact.body}"), words.text("format.colon"), _who(contact, words))
        for contact in contacts(typed.get("place", places.NATION), result.ask)
    ]
    whom = join((tag("p", words.text("view.ask"), class_="calc-ask"), tag("ul", *asked))) if asked else ""
    return tag("div", tag("p", estimate), whom, class_="calc-estimate")


def _who(contact: Any, words: Words) -> Markup:
    name = prose(contact.name(words.lang), words.lang)
    who = tag("a", name, href=f"https://{contact.host}/", rel="noopener noreferrer") if contact.host else name
    if not contact.tel:
        return join((who,))
    phone = tag("a", contact.tel, href=f"tel:{contact.tel}")
    return join((who, words.text("format.comma"), phone))
