"""The list of all places by region, which can be narrowed by typing: docs/assets/js/finder.js."""

from __future__ import annotations

from functools import cache
from itertools import groupby

import opencc

from calc.places import Place, everywhere
from calc.view.html import Markup, join, tag, void
from scripts.pages import Page
from scripts.places import coverage, example
from scripts.places.around import cities
from scripts.places.page import front
from scripts.places.wording import Wording
from scripts.search_words import fold

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
# In four spellings, so that nobody has to guess which one is meant.
SAMPLE = "320500"


def region(place: Place) -> str:
    return next(name for name, codes in REGIONS.items() if int(place.code[:2]) in codes)


@cache
def _traditional() -> opencc.OpenCC:
    return opencc.OpenCC("s2t")


def spellings(place: Place) -> str:
    """What a reader may type for the place: its names and its province's, folded as docs/assets/js/finder.js folds.

    >>> from calc.places import get
    >>> spellings(get("610100"))
    '西安市 xian 610100 陕西省 陝西省 shaanxi'
    """
    names = [name for one in dict.fromkeys((place.code, place.province)) for name in _names(one)]
    return " ".join(dict.fromkeys(names))


def _names(code: str) -> list[str]:
    from calc.places import get

    place = get(code)
    latin = [fold(name).replace(" ", "") for name in (place.en, place.pinyin)]
    return [place.zh, _traditional().convert(place.zh), *latin, place.code]


def page(said: Wording) -> Page:
    places = everywhere()
    regions = groupby((place for place in places if place.province == place.code), key=region)
    blocks = "".join(_region(name, list(provinces), said) for name, provinces in regions)
    lede = said.html("finder-lede", count=len(places))
    title = said("finder-title")
    body = (
        f"\n# {title} {{ #places }}\n\n{tag('p', lede, class_='lede')}\n\n{search_field(said)}\n\n{blocks}"
        f"## {said('finder-levels')} {{ #levels data-search-exclude }}\n\n{_levels(said)}\n"
    )
    words = {"title": title, "description": said("finder-description")}
    newest = max(cell.found.entry.printed["checked"] for place in places for cell in coverage.cells(place.code, said.today) if cell.found)
    return Page(said.lang, NAME, front(words) + f"reviewed: {newest}\n" + 'hide: ["navigation", "toc"]\n', body)


def search_field(said: Wording) -> Markup:
    """The field that narrows the list below it, for as long as a script is there to do it."""
    sample = next(place for place in everywhere() if place.code == SAMPLE)
    samples = said.listed([sample.zh.removesuffix("市"), sample.pinyin, sample.code])
    return tag(
        "div",
        tag("label", said("finder-label"), for_="place-find"),
        tag("p", said.html("finder-hint", samples=samples), id="place-find-hint", class_="place-hint"),
        void("input", type="search", id="place-find", autocomplete="off", spellcheck="false", aria_describedby="place-find-hint"),
        tag("p", "", id="place-find-status", role="status", data_many=said("finder-status", n="#"), data_one=said("finder-status-one"), data_none=said("finder-status-none")),
        class_="place-find",
        data_finder=True,
        hidden=True,
    )


def _region(name: str, provinces: list[Place], said: Wording) -> str:
    heading = f"## {said('region-' + name)} {{ #{name} data-search-exclude }}\n\n"
    blocks = tag("div", *(_province(one, said) for one in provinces), class_="place-region", data_search_exclude=True)
    return f"{heading}{blocks}\n\n"


def _province(province: Place, said: Wording) -> Markup:
    items = [_entry(city, said) for city in cities(province.code)]
    head = tag("div", _link(province, said), _level(province, said), class_="place-province", data_find=spellings(province))
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
    return join((tag("dl", *terms, class_="place-levels"), link))
