"""Who to ask: every office and telephone line that the data names, of the place, its province and the nation."""

from __future__ import annotations

from typing import Any

from calc.places import NATION, get
from calc.tables import table
from calc.view.html import Markup, join, tag
from scripts.places.wording import Wording

ABOUT = ("hrss", "nhsa", "tax")


def ask(place: str, said: Wording) -> Markup:
    """The offices, nearest first."""
    return join((tag("p", said.html("ask-lead")), *(_layer(layer, place, said) for layer in get(place).layers)))


def contacts(layer: str) -> list[dict[str, Any]]:
    """What the data of one layer names."""
    name = "data/national/contacts" if layer == NATION else f"data/places/{layer}-{get(layer).slug}"
    try:
        found: list[dict[str, Any]] = table(name).get("contacts", [])
    except FileNotFoundError:
        return []
    return found


def _layer(layer: str, place: str, said: Wording) -> Markup:
    # Of the national offices only their telephone lines help with one's own case.
    rows = [row for row in contacts(layer) if layer != NATION or "tel" in row]
    head = tag("h3", said.marked(_head(layer, place, said)), id=f"ask-{_id(layer, place)}")
    if not rows:
        return join((head, tag("p", said.html("ask-none")))) if layer == place else Markup("")
    return join((head, tag("ul", *(_contact(row, said) for row in rows), class_="place-ask")))


def _id(layer: str, place: str) -> str:
    return "nation" if layer == NATION else "here" if layer == place else "province"


def _head(layer: str, place: str, said: Wording) -> str:
    return said(f"ask-{_id(layer, place)}", place=said.name(layer))


def _contact(row: dict[str, Any], said: Wording) -> Markup:
    name = tag("strong", said.marked(row[f"name_{said.lang}"]))
    if "host" in row:
        where = tag("a", row["host"], href=f"https://{row['host']}/", rel="noopener noreferrer")
    else:
        where = tag("a", row["tel"], href=f"tel:{row['tel']}")
    about = said.words.text(f"view.ask-{row['body']}") if row["body"] in ABOUT else said(f"ask-{row['body']}")
    return tag(
        "li", name, said("colon"), where, tag("span", said.marked(said("between") + about), class_="place-about")
    )
