"""Which place a reader means: by code, Chinese, English, pinyin or slug."""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from calc.tables import table

NATION = "000000"
_ENDINGS = (
    "特别行政区",
    "土家族苗族自治州",
    "维吾尔自治区",
    "壮族自治区",
    "回族自治区",
    "自治区",
    "自治州",
    "地区",
    "省",
    "市",
)
_ELSEWHERE = (
    *("810000", "香港", "hongkong", "xianggang", "hk"),
    *("820000", "澳门", "macao", "macau", "aomen"),
    *("710000", "台湾", "台北", "taiwan", "taipei"),
)
"""How people write the three regions that are not in the register, as `folded` leaves it."""


@dataclass(frozen=True, slots=True)
class Place:
    """A province or city: six-digit GB/T 2260 code, names, and the slug used in addresses."""

    code: str
    slug: str
    en: str
    zh: str
    pinyin: str

    @property
    def province(self) -> str:
        """The code of the province it lies in (its own, for a province or municipality)."""
        return self.code[:2] + "0000"

    @property
    def layers(self) -> tuple[str, ...]:
        """Codes from the nearest to the nation: a city, its province, the country.

        >>> get("440300").layers
        ('440300', '440000', '000000')
        """
        return tuple(dict.fromkeys((self.code, self.province, NATION)))

    def name(self, lang: str) -> str:
        """Its name, with the province where another place has the same English name.

        >>> get("341300").name("en"), get("341300").name("zh")
        ('Suzhou, Anhui', '宿州市')
        """
        if lang == "zh":
            return self.zh
        return f"{self.en}, {get(self.province).en}" if self.en in _namesakes() else self.en

    def name_in_province(self, lang: str) -> str:
        """Its name and its province's, for a choice among places.

        >>> get("320500").name_in_province("en"), get("320500").name_in_province("zh")
        ('Suzhou, Jiangsu', '苏州市（江苏省）')
        """
        if self.code == self.province:
            return self.name(lang)
        province = get(self.province)
        return f"{self.zh}（{province.zh}）" if lang == "zh" else f"{self.en}, {province.en}"


def get(code: str) -> Place:
    """The place with that code; KeyError when the register has none."""
    return Place(code=code, **table("data/places")[code])


@cache
def everywhere() -> tuple[Place, ...]:
    """Every place in the register, by code."""
    return tuple(get(code) for code in sorted(table("data/places")))


def find(text: str) -> tuple[Place, ...]:
    """The places that `text` may name: none, one, or the namesakes to choose from.

    >>> [place.code for place in find("上海")], [place.name("en") for place in find("Suzhou")]
    (['310000'], ['Suzhou, Jiangsu', 'Suzhou, Anhui'])
    """
    wanted = folded(text)
    if wanted in table("data/places"):
        return (get(wanted),)  # a code needs no index of all names, whose making grows with the register
    return _whole_names().get(wanted) or _short_names().get(wanted, ())


@cache
def _whole_names() -> dict[str, tuple[Place, ...]]:
    """Places by code, full Chinese name, and English name with the province where there are namesakes."""
    return _index(lambda place: (place.code, place.name("en"), place.zh, *names_with_province(place)))


@cache
def _short_names() -> dict[str, tuple[Place, ...]]:
    """Places by slug, bare English name, pinyin, and Chinese name without 市 or 省."""
    return _index(lambda place: (place.slug, place.en, place.pinyin, short(place.zh)))


def names_with_province(place: Place) -> tuple[str, ...]:
    """江苏省苏州市, 苏州市（江苏省）, 江苏苏州, Jiangsu Suzhou and Suzhou, Jiangsu."""
    if place.code == place.province:
        return ()
    province = get(place.province)
    joined = short(province.zh) + short(place.zh)
    chinese = (province.zh + place.zh, place.zh + province.zh, joined)
    return (*chinese, province.en + place.en, place.en + province.en)


def _index(names: Callable[[Place], tuple[str, ...]]) -> dict[str, tuple[Place, ...]]:
    found: dict[str, list[Place]] = {}
    for place in everywhere():
        for name in {folded(name) for name in names(place)} - {""}:
            found.setdefault(name, []).append(place)
    return {name: tuple(places) for name, places in found.items()}


@cache
def _namesakes() -> frozenset[str]:
    names = sorted(row["en"] for row in table("data/places").values())
    return frozenset(name for name, following in pairwise(names) if name == following)


def short(zh: str) -> str:
    """A Chinese name without what kind of place it is.

    >>> short("广西壮族自治区"), short("上海市")
    ('广西', '上海')
    """
    return next((zh.removesuffix(ending) for ending in _ENDINGS if zh.endswith(ending)), zh)


@cache
def _simplified() -> dict[int, str]:
    """Each Traditional character that a name may be written with, and the one that the register has."""
    return str.maketrans(table("data/traditional"))


def is_elsewhere(text: str) -> bool:
    """Whether this names Hong Kong, Macao or Taiwan, which have social insurance of their own.

    >>> is_elsewhere("香港"), is_elsewhere("Macau"), is_elsewhere("上海")
    (True, True, False)
    """
    wanted = folded(text)
    return wanted in _ELSEWHERE or short(wanted) in _ELSEWHERE


def folded(text: str) -> str:
    """A name as names are compared: letters and digits alone, small, without accents, in Simplified characters.

    >>> folded("Ürümqi City"), folded("廣州 市")
    ('urumqi', '广州市')
    """
    decomposed = unicodedata.normalize("NFKD", text).casefold().strip()
    plain = decomposed.translate(_simplified())
    for ending in (" city", " province", " municipality"):
        plain = plain.removesuffix(ending)
    return "".join(letter for letter in plain if letter.isalnum())
