"""The list of all places by region, which can be narrowed by typing: docs/assets/js/finder.js."""

from __future__ import annotations

from itertools import groupby

from calc.places import Place, everywhere
from calc.view.html import Markup, tag
from scripts.pages import Page
from scripts.places import coverage, example
from scripts.places.around import cities
from scripts.places.narrowing import search_field, spellings
from scripts.places.page import front
from scripts.places.wording import Wording

NAME = "places/index.md"
# The regions in their usual order, by the first two digits of the codes of their provinces.
REGIONS = {
    "north": range(11, 20),
    "northeast": range(21, 30),
    "east": range(31, 40),
    "central": range(41, 44),
    "south": range(44, 50),
    "southwest": range(50, 60),
    "northwest": range(61, 70),
}


def region(place: Place) -> str:
    return next(name for name, codes in REGIONS.items() if int(place.code[:2]) in codes)


def page(said: Wording) -> Page:
    places = everywhere()
    regions = groupby((place for place in places if place.province == place.code), key=region)
    blocks = "".join(_region(name, list(provinces), said) for name, provinces in regions)
    lede = said.html("finder-lede", count=len(places))
    title = said("finder-title")
    opening = tag("div", search_field(said), _levels(said), class_="place-opening", data_search_exclude=True)
    body = f"\n# {title} {{ #places }}\n\n{tag('p', lede, class_='lede')}\n\n{opening}\n\n{blocks}"
    words = {"title": title, "description": said("finder-description")}
    newest = max(
        cell.found.entry.printed["checked"]
        for place in places
        for cell in coverage.cells(place.code, said.today)
        if cell.found
    )
    return Page(said.lang, NAME, front(words) + f"reviewed: {newest}\n" + 'hide: ["navigation", "toc"]\n', body)


def _region(name: str, provinces: list[Place], said: Wording) -> str:
    heading = f"## {said('region-' + name)} {{ #{name} data-search-exclude }}\n\n"
    blocks = tag("div", *(_province(one, said) for one in provinces), class_="place-region", data_search_exclude=True)
    return f"{heading}{blocks}\n\n"


def _province(province: Place, said: Wording) -> Markup:
    items = [_entry(city, said) for city in cities(province.code)]
    head = tag(
        "div", _link(province, said), _level(province, said), class_="place-province", data_find=spellings(province)
    )
    return tag("div", head, tag("ul", *items) if items else "", class_="place-group", data_group=True)


def _entry(place: Place, said: Wording) -> Markup:
    return tag("li", _link(place, said), _level(place, said), data_find=spellings(place))


def _link(place: Place, said: Wording) -> Markup:
    return tag("a", said.short(place.code), href=f"{place.slug}/")


def _level(place: Place, said: Wording) -> Markup:
    level = example.level(place.code, said)
    return tag("span", said(f"level-{level}"), class_=f"place-level place-level-{level}")


def _levels(said: Wording) -> Markup:
    terms = [
        tag("div", tag("dt", said(f"level-{level}")), tag("dd", said.html(f"level-{level}-means")))
        for level in coverage.LEVELS
    ]
    link = tag("p", tag("a", said("finder-coverage"), href="coverage/"))
    head = tag("p", tag("strong", said("finder-levels")))
    return tag("div", head, tag("dl", *terms, class_="place-levels"), link)
