"""All place pages of a language: a pure function of the values, the words and the day."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from calc.places import everywhere
from scripts.pages import ROOT, Page
from scripts.places import coverage, finder
from scripts.places.page import place_page
from scripts.places.wording import Wording


def generated(tree: str, root: Path, today: str) -> dict[str, Page]:
    """The pages by name; none for a copy of the sources that is not this one, as tests make them."""
    return _pages(tree, today) if root == ROOT else {}


@cache
def _pages(tree: str, today: str) -> dict[str, Page]:
    said = Wording(tree, today)
    found = [finder.page(said), coverage.page(said), *(place_page(place, said) for place in everywhere())]
    return {page.name: page for page in found}
