"""The field that narrows a list of places, and what each place can be found by: docs/assets/js/finder.js."""

from __future__ import annotations

from functools import cache

import opencc

from calc.places import Place, get
from calc.view.html import Markup, tag, void
from scripts.places.wording import Wording
from scripts.search_words import fold

# A city with a namesake: the hint shows it in several spellings, so that nobody has to guess what may be typed.
SAMPLE = "320500"


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
    place = get(code)
    latin = [fold(name).replace(" ", "") for name in (place.en, place.pinyin)]
    return [place.zh, _traditional().convert(place.zh), *latin, place.code]


def search_field(said: Wording) -> Markup:
    """The field that narrows the list below it, for as long as a script is there to do it."""
    sample = get(SAMPLE)
    samples = said.listed([sample.zh.removesuffix("市"), sample.pinyin, sample.code])
    return tag(
        "div",
        tag("label", said("finder-label"), for_="place-find"),
        tag("p", said.html("finder-hint", samples=samples), id="place-find-hint", class_="place-hint"),
        void(
            "input",
            type="search",
            id="place-find",
            autocomplete="off",
            spellcheck="false",
            aria_describedby="place-find-hint",
        ),
        tag(
            "p",
            "",
            id="place-find-status",
            role="status",
            data_many=said("finder-status", n="#"),
            data_one=said("finder-status-one"),
            data_none=said("finder-status-none"),
        ),
        class_="place-find",
        data_finder=True,
        hidden=True,
    )
