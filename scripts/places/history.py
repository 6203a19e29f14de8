"""How the figures of a place have changed: its own dated entries, newest first, one table for each kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from calc.entries import Entry, entries
from calc.places import NATION, get
from calc.values import value
from calc.view.html import Markup, join, tag
from scripts.places import chart
from scripts.places.contributions import SCHEMES, candidates, rate, span_of
from scripts.places.evidence import Evidence, flags_of
from scripts.places.kinds import BESIDE, KINDS, condition, figure, order
from scripts.places.sources import sentence
from scripts.places.wording import Wording

WORKERS = ("employee", "flexible")


@dataclass(frozen=True)
class Row:
    """An entry with the schemes that share it."""

    entry: Entry
    schemes: tuple[str, ...]


def history(place: str, said: Wording, evidence: Evidence) -> Markup:
    """The tables of the place's own figures, the limits of the base with their picture; nothing where it has none."""
    blocks = [*_bases(place, said, evidence), *_rates(place, said, evidence), *_others(place, said, evidence)]
    return join(blocks)


def inherited_from(place: str, said: Wording) -> tuple[str, ...]:
    """The layers whose figures hold in the place, other than its own: the province, the nation, or both."""
    keys = [*(f"base.{scheme}" for scheme in SCHEMES), *(f"rate.{scheme}.employee" for scheme in SCHEMES)]
    keys += [key for kind in KINDS for key in kind.keys]
    layers = {one.layer for key in keys for one in candidates(value(key, place, said.month))} - {place}
    return tuple(layer for layer in (get(place).province, NATION) if layer in layers)


def merged(found: Iterator[tuple[str, Entry]]) -> list[Row]:
    """Entries of several schemes that are one row of the file, together; newest first."""
    kept: dict[int, tuple[Entry, list[str]]] = {}
    for scheme, entry in found:
        kept.setdefault(id(entry.printed), (entry, []))[1].append(scheme)
    rows = [Row(entry, tuple(schemes)) for entry, schemes in kept.values()]
    return sorted(rows, key=lambda row: row.entry.start, reverse=True)


def _bases(place: str, said: Wording, evidence: Evidence) -> Iterator[Markup]:
    rows = merged((scheme, entry) for scheme in SCHEMES for entry in entries(f"base.{scheme}", place))
    if rows:
        yield chart.figure(place, rows, said)
        yield _table(place, "history-base", [(row, _base(row.entry, said)) for row in rows], said, evidence)


def _base(entry: Entry, said: Wording) -> list[str]:
    wage = entry.printed.get("reference_wage")
    has_limits = {"floor", "ceiling", "no_ceiling"} & entry.printed.keys()
    return [
        *([span_of(entry, said)] if has_limits else []),
        *([said("history-wage", wage=said.yuan(wage))] if wage else []),
    ]


def _rates(place: str, said: Wording, evidence: Evidence) -> Iterator[Markup]:
    for worker in WORKERS:
        found = ((scheme, entry) for scheme in SCHEMES for entry in reversed(entries(f"rate.{scheme}.{worker}", place)))
        rows = [Row(entry, (scheme,)) for scheme, entry in found]
        if rows:
            title = "history-rate" if worker == "employee" else "history-rate-flexible"
            yield _table(place, title, [(row, _rate(row.entry, worker, said)) for row in rows], said, evidence)


def _rate(entry: Entry, worker: str, said: Wording) -> list[str]:
    you = said("history-you", rate=rate(entry, "employee", said))
    if worker == "flexible":
        return [you]
    return [you, said("history-employer", rate=rate(entry, "employer", said))]


def _others(place: str, said: Wording, evidence: Evidence) -> Iterator[Markup]:
    for key in (*(key for kind in KINDS for key in kind.keys), *BESIDE):
        own = [entry for entry in entries(key, place) if "scheme" not in entry.printed or key.startswith("flexible")]
        told = sorted(
            ((Row(entry, ()), [shown]) for entry in own if (shown := figure(key, entry, said))),
            key=lambda one: (-(one[0].entry.start.year * 12 + one[0].entry.start.number), order(one[0].entry)),
        )
        if told:
            yield _table(place, said.of("kind", key), told, said, evidence)


def _table(place: str, title: str, rows: list[tuple[Row, list[str]]], said: Wording, evidence: Evidence) -> Markup:
    kind = said(title) if title.startswith("history-") else title
    caption = said("history-caption", kind=kind, place=said.name(place))
    heads = ("history-figure", "history-sure")
    table = tag(
        "table",
        tag("caption", said.marked(caption)),
        tag("thead", tag("tr", *(tag("th", said(head), scope="col") for head in heads))),
        tag("tbody", *(_row(row, told, said, evidence) for row, told in rows)),
        class_="place-table place-history",
    )
    count = said("history-count", n=len(rows)) if len(rows) > 1 else said("history-count-one")
    summary = tag("summary", tag("span", said.marked(kind)), " ", tag("span", count, class_="place-about"))
    return tag("details", summary, table, class_="place-fold")


def _row(row: Row, told: list[str], said: Wording, evidence: Evidence) -> Markup:
    entry = row.entry
    heads = [*(said.term(scheme) for scheme in row.schemes), condition(entry, said)]
    of_whom = said("list-comma").join(head for head in heads if head)
    small = tag("span", said.marked(of_whom), class_="place-condition") if of_whom else ""
    shown = sentence([said.marked(one) for one in told], said)
    why = evidence.of_entry(entry, flags_of(entry))
    return tag("tr", tag("th", shown, small, scope="row"), tag("td", why))
