"""The changes as an Atom feed, one in each language: changes.xml, the same bytes from the same commit."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID, uuid5
from xml.etree import ElementTree as ET

import calc
from scripts.changes import Day, Teller, days
from scripts.changes_page import anchor

ATOM = "http://www.w3.org/2005/Atom"
NAME = "changes.xml"
PAGE = "reference/changes/"
FOLDERS = {"en": "", "zh": "zh/"}
HTML_LANG = {"en": "en", "zh": "zh-Hans"}
# All ids are made under this one, so that they depend neither on where a copy of the guide lies nor on its text.
OURS = UUID("6f0d5a0e-6c1b-5f0e-9b6f-2f7c1a6f3d21")
# A reader's program asks often, and older changes stand on the page.
LONGEST = 60
MIDNIGHT = "T00:00:00+08:00"


@dataclass(frozen=True)
class Item:
    """One entry of the feed: `about` names it for ever."""

    about: str
    date: str
    title: str
    text: str


def files(lang: str) -> dict[str, bytes]:
    """The feed of a language by its name below that language's root."""
    return {NAME: feed(lang, list(items(days(), lang))[:LONGEST], os.environ.get("SITE_URL", ""))}


def items(told: list[Day], lang: str) -> Iterator[Item]:
    """What a subscriber is told: each note, each place; a day with very many figures once."""
    teller = Teller(lang)
    for day in told:
        title = teller.date(day.date)
        # Counted from the last: a note that is added later stands above the others, and must not take over their ids.
        for number, note in zip(range(len(day.notes), 0, -1), day.notes, strict=True):
            yield Item(f"{day.date}/note/{number}", day.date, title + teller("colon") + teller("notes"), note[lang])
        if day.is_told_by_numbers:
            text = teller.numbers(day)
            yield Item(f"{day.date}/all", day.date, title + teller("colon") + teller("figures-title"), text)
            continue
        for place, entries in day.by_place().items():
            lines = [teller.name(entry) + teller("semicolon") + teller.entry(entry) for entry in entries]
            name = teller.kinds.place(place)
            head = name[:1].upper() + name[1:] + teller("colon") + teller.count("figures", len(entries))
            yield Item(f"{day.date}/{place}", day.date, head, "\n".join(line + teller("stop") for line in lines))


def feed(lang: str, entries: list[Item], site_url: str) -> bytes:
    """The file. Without a public address its links are relative: it then works wherever it is opened from."""
    ET.register_namespace("", ATOM)
    teller = Teller(lang)
    root = f"{site_url.rstrip('/')}/{FOLDERS[lang]}" if site_url else ""
    made = ET.Element(f"{{{ATOM}}}feed", {"xml:lang": HTML_LANG[lang]})
    _add(made, "id", _id(lang, "feed"))
    _add(made, "title", teller("title"))
    _add(made, "subtitle", teller("subtitle"))
    _add(made, "updated", max((one.date for one in entries), default=calc.RULES_VERSION) + MIDNIGHT)
    _add(_add(made, "author"), "name", teller("author"))
    if site_url:
        _add(made, "link", rel="self", type="application/atom+xml", href=root + NAME)
    _add(made, "link", rel="alternate", type="text/html", hreflang=HTML_LANG[lang], href=root + PAGE)
    for item in entries:
        _entry(made, item, lang, root)
    ET.indent(made)
    return ET.tostring(made, encoding="utf-8", xml_declaration=True) + b"\n"


def _entry(made: ET.Element, item: Item, lang: str, root: str) -> None:
    entry = _add(made, "entry")
    _add(entry, "id", _id(lang, item.about))
    _add(entry, "title", item.title)
    _add(entry, "updated", item.date + MIDNIGHT)
    _add(entry, "link", rel="alternate", type="text/html", href=f"{root}{PAGE}#{anchor(item.date)}")
    _add(entry, "content", item.text, type="text")


def _add(parent: ET.Element, name: str, text: str = "", **attributes: str) -> ET.Element:
    child = ET.SubElement(parent, f"{{{ATOM}}}{name}", attributes)
    child.text = text or None
    return child


def _id(lang: str, about: str) -> str:
    return f"urn:uuid:{uuid5(OURS, f'{lang}/{about}')}"
