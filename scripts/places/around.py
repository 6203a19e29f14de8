"""From one place to the next: the cities of a province with what they set themselves, the neighbours of a city."""

from __future__ import annotations

from calc.entries import applying
from calc.places import Place, everywhere, get
from calc.view.html import Markup, join, tag
from scripts.places.contributions import SCHEMES
from scripts.places.kinds import KINDS
from scripts.places.wording import Wording

OWN = {
    "bases": tuple(f"base.{scheme}" for scheme in SCHEMES),
    "rates": tuple(f"rate.{scheme}.{worker}" for scheme in SCHEMES for worker in ("employee", "flexible")),
    **{kind.id: kind.keys for kind in KINDS},
}


def cities(province: str) -> list[Place]:
    """The places below a province, in the order of the codes."""
    return [place for place in everywhere() if place.province == province != place.code]


def own_kinds(place: str) -> list[str]:
    """What the place sets itself, as far as we know. The medical rates are told as rates, not as account credits."""
    return [name for name, keys in OWN.items() if any(_has_own(key, place) for key in keys)]


def _has_own(key: str, place: str) -> bool:
    return any(key.startswith("rate.") or "scheme" not in entry.printed for entry in applying(key, place, place))


def around(place: str, said: Wording) -> Markup:
    """The list of a province, or a city's way to its province and its neighbours."""
    return _of_province(place, said) if get(place).province == place else _of_city(place, said)


def _of_province(place: str, said: Wording) -> Markup:
    items = [tag("li", _link(city, said), " ", _own(city, said)) for city in cities(place)]
    lead = tag("p", said.html("cities-lead", place=said.name(place)))
    return join((lead, tag("ul", *items, class_="place-cities"), _all(said))) if items else _all(said)


def _own(city: Place, said: Wording) -> Markup:
    kinds = own_kinds(city.code)
    text = (
        said("cities-own", kinds=said.listed([said.of("own", kind) for kind in kinds]))
        if kinds
        else said("cities-same")
    )
    return tag("span", said.marked(text), class_="place-about")


def _of_city(place: str, said: Wording) -> Markup:
    province = get(get(place).province)
    up = tag("a", said.marked(said("around-province", place=said.name(province.code))), href=f"../{province.slug}/")
    others = [tag("li", _link(city, said)) for city in cities(province.code) if city.code != place]
    return join((tag("p", up), tag("ul", *others, class_="place-neighbours") if others else "", _all(said)))


def _link(place: Place, said: Wording) -> Markup:
    return tag("a", said.short(place.code), href=f"../{place.slug}/")


def _all(said: Wording) -> Markup:
    everywhere_ = tag("a", said("around-all"), href="../")
    return tag("p", everywhere_, said("between"), tag("a", said("around-coverage"), href="../coverage/"))
