"""What follows the reasoning: how sure we are, what to note, where to go on, the estimate line, whom to ask."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from calc import places
from calc.contacts import contacts
from calc.month import Month
from calc.result import Dated, Next, Result
from calc.view.html import Markup, join, prose, tag
from calc.view.pieces import Box, listed
from calc.view.said import heading, said, text
from calc.view.sources import ROOT_OF_TREE, Cited
from calc.words import Words

OTHER_TREE = {"en": "zh/", "zh": "../"}
"""The way from the root of a page's tree to the root of the other language's."""


def doubts(result: Result, words: Words) -> Box | str:
    """How sure we are."""
    if not result.warnings:
        return ""
    lines = listed("ul", (said(warning, words) for warning in result.warnings))
    return Box("div", [heading(text("view.warnings", words)), lines], class_="calc-warning")


def notes(result: Result, cited: Cited, words: Words) -> Box | str:
    """Dates to note, each as the calendar file holds it."""
    if not result.dates:
        return ""
    lines = listed("ul", (_dated(one, cited, words) for one in result.dates), class_="calc-dates")
    return Box("section", [heading(text("view.dates", words)), lines])


def _dated(one: Dated, cited: Cited, words: Words) -> Markup:
    shown = words.show(one.when, "month" if isinstance(one.when, Month) else "date")
    when = tag("time", shown, datetime=str(one.when))
    told = tag("span", said(one.message, words), cited.references(one.citations, words))
    return join((when, " ", told))


def following(result: Result, words: Words, page_lang: str) -> Box | str:
    """Where to go on in this guide."""
    if not result.next:
        return ""
    lines = listed("ul", (_next(one, words, page_lang) for one in result.next), class_="calc-next")
    return Box("section", [heading(text("view.next", words)), lines])


def _next(one: Next, words: Words, page_lang: str) -> Markup:
    tree = ROOT_OF_TREE if words.lang == page_lang else ROOT_OF_TREE + OTHER_TREE[page_lang]
    return tag("a", said(one.message, words), href=f"{tree}{one.page}/")


def ending(typed: Mapping[str, Any], result: Result, words: Words) -> list[Box | str]:
    """That it is an estimate, and whom to ask; on paper also when and where it was printed."""
    from calc import RULES_VERSION

    estimate = words.text("view.estimate", month=typed["month"], version=RULES_VERSION)
    printed = tag("span", hidden=True, data_sheet=words.text("view.printed", today="{today}", page="{page}"))
    return [
        _whom_to_ask(typed.get("place", places.NATION), result.ask, words),
        Box("p", [join((prose(estimate, words.lang), " ", printed))], class_="calc-estimate"),
    ]


@lru_cache(maxsize=64)
def _whom_to_ask(place: str, bodies: tuple[str, ...], words: Words) -> Box | str:
    """The bodies that can settle it; kept, because they change with the place alone."""
    asked = [_contact(contact, words) for contact in contacts(place, bodies)]
    if not asked:
        return ""
    return Box("section", [heading(text("view.ask", words)), listed("ul", asked)], class_="calc-ask")


def _contact(contact: Any, words: Words) -> Markup:
    about = words.text(f"view.ask-{contact.body}") + words.text("format.colon")
    name = prose(contact.name(words.lang), words.lang)
    who = tag("a", name, href=f"https://{contact.host}/", rel="noopener noreferrer") if contact.host else name
    if not contact.tel:
        return join((about, who))
    return join((about, who, words.text("format.comma"), tag("a", contact.tel, href=f"tel:{contact.tel}")))
