"""The places that the page suggests while a name is typed: every way in which a name can be begun.

Runs in the packer, from the same register and the same folding of names as the calculator's own.
"""

import json
import re
from functools import cache

from calc import places
from calc.tables import table

_FINALS = (
    "iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|aan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|ve|a|e|i|o|u|v"
)
_SYLLABLE = re.compile(f"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])(?:{_FINALS})|ang|ai|an|ao|a|ei|eng|en|er|e|ou|o")


def as_json(lang: str) -> str:
    """The register as the page's script reads it, in one language."""
    rows = [_row(place, lang) for place in places.everywhere()]
    return json.dumps({"simplified": table("data/traditional"), "places": rows}, ensure_ascii=False)


def _row(place: places.Place, lang: str) -> dict[str, object]:
    """`beside` and `other` stand beside the name: the province, and the Chinese name in English."""
    name, province = place.name(lang), places.get(place.province).name(lang)
    keys = (name, place.zh, places.short(place.zh), place.en, place.pinyin, place.slug)
    return {
        "code": place.code,
        "name": name,
        "beside": "" if province in name else province,
        "other": place.zh if lang == "en" else "",
        "keys": sorted({places.folded(key) for key in keys}),
        "longer": sorted({places.folded(key) for key in places.names_with_province(place)}),
        "initials": initials(place.pinyin, len(places.short(place.zh))),
    }


def initials(pinyin: str, count: int) -> str:
    """The first letter of each of `count` syllables; "" where the name cannot be cut so.

    >>> initials("xian", 2), initials("guangzhou", 2), initials("henan", 2)
    ('xa', 'gz', 'hn')
    """
    found = _cuts(pinyin, count)
    best = min(found, key=lambda cut: sum(syllable[0] in "aeo" for syllable in cut), default=())
    return "".join(syllable[0] for syllable in best)


@cache
def _cuts(pinyin: str, count: int) -> tuple[tuple[str, ...], ...]:
    """Every way to cut a name into so many syllables. One that begins with a vowel is rare, so others come first."""
    if count == 0:
        return ((),) if not pinyin else ()
    return tuple(
        (pinyin[:end], *rest)
        for end in range(min(6, len(pinyin)), 0, -1)
        if _SYLLABLE.fullmatch(pinyin[:end])
        for rest in _cuts(pinyin[end:], count - 1)
    )
