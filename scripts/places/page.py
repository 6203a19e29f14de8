"""The page of one place: the answer first, then the evidence, the history, and who to ask."""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib.util import find_spec

from calc.entries import applying
from calc.places import Place, get
from calc.view.html import Markup, join, tag
from scripts.listing import plain
from scripts.pages import Page
from scripts.places import around, ask, contributions, example, history, now, unknown
from scripts.places.evidence import Evidence
from scripts.places.lede import lede, names
from scripts.places.sources import Sources
from scripts.places.wording import Wording

# From a place's page, at places/SLUG/, to the root of its language.
ROOT = "../../"
# The folder of the open data, from the root of the whole site; the link is there when the data is.
OPEN_DATA = "data/v1/places"


def page_name(place: Place) -> str:
    return f"places/{place.slug}.md"


def front(values: Mapping[str, object]) -> str:
    return "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in values.items())


def section(name: str, said: Wording, *blocks: Markup | str, **values: str) -> str:
    """A heading with its blocks; nothing where there is no block. The search knows a place by its first lines only.

    `values` are those of the heading's own words.
    """
    inside = join(blocks)
    if not inside:
        return ""
    html = tag("div", inside, class_=f"place-section place-section-{name}", data_search_exclude=True)
    return f"## {plain(said(name, **values))} {{ #{name} data-search-exclude }}\n\n{html}\n\n"


def place_page(place: Place, said: Wording) -> Page:
    """The finished Markdown page of one place."""
    code, shown = place.code, said.name(place.code)
    sources = Sources(said)
    evidence = Evidence(said, code, sources)
    blocks = [
        section("now", said, _now(code, said, evidence)),
        section("example", said, example.example(code, said, ROOT)),
        section("figures", said, _with_hint("figures-hint", now.figures(code, said, evidence), said)),
        section(
            "flexible", said, _with_hint("flexible-lead", contributions.table(code, "flexible", said, evidence), said)
        ),
        section("unknown", said, unknown.unknown(code, said)),
        section("ask", said, ask.ask(code, said)),
        section("history", said, _history(code, said, evidence)),
        _around(place, said),
        section("data", said, _data(place, said)),
    ]
    found = sources.section()
    blocks.append(section("sources", said, _with_hint("sources-lead", found, said)))
    # The search knows the page by its title and description: words that all places share would drown every other page.
    heading = f"# {said.marked(said('heading', name=shown))} {{ #place data-search-exclude }}"
    body = f"\n{heading}\n\n{lede(code, said)}\n\n{names(code, said)}\n\n{''.join(blocks)}"
    return Page(said.lang, page_name(place), _front(place, said), body)


def _front(place: Place, said: Wording) -> str:
    words = {"name": said.name(place.code), "zh": place.zh, "pinyin": place.pinyin, "code": place.code}
    texts = {key: said(key, **words) for key in ("title", "description")}
    # Without quotation marks YAML reads a date.
    reviewed = f"reviewed: {newest_check(place.code)}\n"
    return front({**texts, "place": place.code}) + reviewed + 'hide: ["navigation"]\n'


def newest_check(place: str) -> str:
    """The day on which a figure that holds there was last looked at."""
    return max(
        entry.printed["checked"]
        for key in all_keys()
        for layer in get(place).layers
        for entry in applying(key, layer, place)
    )


def all_keys() -> list[str]:
    return [key for keys in around.OWN.values() for key in keys]


def _with_hint(hint: str, block: Markup, said: Wording) -> Markup:
    month = said.when(said.month)
    return join((tag("p", said.html(hint, month=month), class_="place-hint"), block)) if block else Markup("")


def _now(code: str, said: Wording, evidence: Evidence) -> Markup:
    table = contributions.table(code, "employee", said, evidence)
    return _with_hint("now-hint", table, said) if table else tag("p", said.html("now-nothing"))


def _history(code: str, said: Wording, evidence: Evidence) -> Markup:
    own = history.history(code, said, evidence)
    others = history.inherited_from(code, said)
    links = [_origin(layer, said) for layer in others]
    blocks: list[Markup] = [] if own else [tag("p", said.html("history-none", place=said.name(code)))]
    if links:
        before, after = said("history-inherited", places="\0").split("\0")
        blocks.append(tag("p", said.marked(before), *_listed(links, said), said.marked(after)))
    return join([*blocks, own])


def _origin(layer: str, said: Wording) -> Markup:
    if layer == "000000":
        return said.html("history-nation")
    return tag("a", said.name(layer), href=f"../{get(layer).slug}/#history")


def _listed(links: list[Markup], said: Wording) -> list[Markup | str]:
    return [piece for number, one in enumerate(links) for piece in ((said("list-and"), one) if number else (one,))]


def _around(place: Place, said: Wording) -> str:
    others = [city for city in around.cities(place.province) if city != place]
    name = "around-more" if not others else "cities" if place.province == place.code else "around"
    return section(name, said, around.around(place.code, said), place=said.name(place.province))


def _data(place: Place, said: Wording) -> Markup:
    if find_spec("scripts.open_data") is None:
        return Markup("")
    root = ROOT if said.lang == "en" else f"../{ROOT}"
    link = tag("a", said("data-file", place=said.name(place.code)), href=f"{root}{OPEN_DATA}/{place.code}.json")
    return join((tag("p", said.html("data-lead")), tag("p", link)))
