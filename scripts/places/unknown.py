"""What is not known of a place: which kinds of figures, since when, and where to look them up."""

from __future__ import annotations

from collections.abc import Iterator

from calc.gaps import Gap, gaps
from calc.places import NATION
from calc.view.html import Markup, join, tag
from calc.view.reasoning import in_force as months_in_force
from scripts.places.contributions import lines
from scripts.places.kinds import KINDS, Kind, figure, in_force, last_one
from scripts.places.wording import Wording


def missing_kinds(place: str, said: Wording) -> list[Kind]:
    """The kinds of figures of which none holds there this month, as far as we know."""
    return [kind for kind in KINDS if not any(in_force(key, place, said) for key in kind.keys)]


def unknown(place: str, said: Wording) -> Markup:
    """What is missing now, and what is missing of the past."""
    told: list[Gap] = []
    now = [*_contributions(place, said, told)]
    now += [
        _item(said.of("column", kind.id), _of_kind(place, kind, said, told), said)
        for kind in missing_kinds(place, said)
    ]
    rest = [gap for gap in gaps(place) if gap not in told]
    present = [_gap(gap, said) for gap in rest if _is_present(gap, said)]
    past = [_gap(gap, said) for gap in rest if not _is_present(gap, said)]
    return join((_now(now + present, said), _past(past, said)))


def _now(items: list[Markup], said: Wording) -> Markup:
    if not items:
        return tag("p", said.html("unknown-none"))
    return join((tag("p", said.html("unknown-lead")), tag("ul", *items, class_="place-unknown")))


def _past(items: list[Markup], said: Wording) -> Markup | str:
    return join((tag("p", said.html("unknown-past")), tag("ul", *items, class_="place-unknown"))) if items else ""


def _contributions(place: str, said: Wording, told: list[Gap]) -> Iterator[Markup]:
    found = lines(place, "employee", said)
    bases = [line.scheme for line in found if line.needs_limits and not line.has_limits]
    rates = [line.scheme for line in found if not line.rates]
    for title, schemes, key in (("limits-of", bases, "base"), ("rates-of", rates, "rate")):
        if schemes:
            notes = [note for scheme in schemes for note in _notes(place, f"{key}.{scheme}", said, told)]
            head = said(title, schemes=said.words.show(schemes, "terms"))
            yield _item(head, [*notes, said.of("lookup", key)], said)


def _of_kind(place: str, kind: Kind, said: Wording, told: list[Gap]) -> list[str]:
    last = last_one(kind, place, said)
    pieces = []
    if last and last.end and (shown := figure(last.key, last, said)):
        pieces.append(said("unknown-last", month=said.when(last.end), figure=shown))
    for key in kind.keys:
        pieces += _notes(place, key, said, told)
    pieces += [said("unknown-nation", figure=shown) for shown in _of_nation(kind, said)]
    return [*pieces, said.of("lookup", kind.id)]


def _of_nation(kind: Kind, said: Wording) -> list[str]:
    """What holds everywhere at least, where the nation sets that."""
    return [figure(key, one.entry, said) for key in kind.keys for one in in_force(key, NATION, said)]


def _notes(place: str, key: str, said: Wording, told: list[Gap]) -> list[str]:
    """What the data itself says on a figure that is missing now; said once on a page."""
    found = [gap for gap in gaps(place, key) if gap not in told and _is_present(gap, said)]
    told += found
    return [gap.note(said.lang) for gap in found]


def _is_present(gap: Gap, said: Wording) -> bool:
    return gap.end is None or gap.end >= said.month


def _gap(gap: Gap, said: Wording) -> Markup:
    """A gap that no missing figure above has told, with what it is about and since when."""
    kind, _, rest = gap.kind.partition(".")
    if kind in ("base", "rate"):
        title = "limits-of" if kind == "base" else "rates-of"
        name = said(title, schemes=said.words.show(rest.partition(".")[0], "term")) if rest else said(f"{title}-any")
    else:
        name = said.of("kind", gap.kind) if said.has("kind", gap.kind) else said.of(_group(kind, said), kind)
    months = months_in_force((gap.start, gap.end), said.words)
    return _item(said("of-months", what=name, months=months) if months else name, [gap.note(said.lang)], said)


def _group(kind: str, said: Wording) -> str:
    """The table of the words file that has a name for all keys of a kind."""
    return "column" if said.has("column", kind) else "kind"


def _item(head: str, pieces: list[str], said: Wording) -> Markup:
    told = tag("strong", said.marked(head + said("stop")))
    return tag("li", told, *(join((said("gap"), said.marked(piece))) for piece in pieces))
