"""What the figures of one page were found in: each document once, numbered in the order in which it is used."""

from __future__ import annotations

from calc.citations import source
from calc.places import NATION, get
from calc.view.html import Markup, join, tag
from calc.view.sources import citation
from scripts.places.wording import Wording


def layers_of(code: str) -> tuple[str, ...]:
    """The layers in whose files the sources of a figure of that layer stand."""
    return (NATION,) if code == NATION else get(code).layers


class Sources:
    """Hands out links to the list at the end of the page."""

    def __init__(self, said: Wording):
        self._said = said
        self._numbers: dict[Markup, int] = {}

    def links(self, ids: tuple[str, ...], layer: str) -> list[Markup]:
        """A link for each document. A compilation in which one of the documents was seen is named with that one."""
        layers = layers_of(layer)
        named = {via for one in ids for via in source(one, layers).get("via", ())}
        return [self._link(one, layers) for one in ids if one not in named]

    def _link(self, source_id: str, layers: tuple[str, ...]) -> Markup:
        written = citation(source_id, layers, self._said.words)
        number = self._numbers.setdefault(written, len(self._numbers) + 1)
        return tag("a", self._said.marked(self._short(source(source_id, layers), number)), href=f"#source-{number}")

    def _short(self, found: dict[str, str], number: int) -> str:
        """What a document is known by: its number, else who issued it, else what it is; collections are counted."""
        lang = self._said.lang
        if found.get("kind") == "compilation":
            return self._said("compilation", n=number)
        names = (found.get("number"), found.get(f"issuer_{lang}"), found.get(f"title_{lang}"))
        return next((name for name in names if name), self._said.words.text("view.no-number"))

    def section(self) -> Markup:
        """The list itself; nothing where the page has no figure."""
        items = [tag("li", written, id=f"source-{number}") for written, number in self._numbers.items()]
        return tag("ol", *items, class_="place-sources") if items else Markup("")


def sentence(parts: list[Markup | str], said: Wording) -> Markup:
    """Pieces of evidence one after another, with a mark between them."""
    kept = [part for part in parts if part]
    return join(piece for number, part in enumerate(kept) for piece in ((said("between"), part) if number else (part,)))
