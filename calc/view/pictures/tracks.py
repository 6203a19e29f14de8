"""One amount divided into its parts: a thin bar of drawn parts, and the legend that names them."""

from decimal import Decimal
from functools import cache

from calc.pictures import Part
from calc.view.html import Markup, escape, tag
from calc.words import Words

Track = tuple[Part, ...]

WIDTH = 1000
THICK = 3
PITCH = 4
"""Height of a track, and from one track to the next."""

SHARE_OF_KNOWN = 500
"""What the known parts fill where another one is not known."""

LEAST = 12
"""A part that is not nothing stays visible: at least this many of the thousand."""


def bar(*tracks: Track) -> Markup:
    """The parts side by side, one track below the other.

    A part that is not known has no length: what is known takes one half, and a broken line goes on from there.
    """
    drawn = "".join(_parts(track, index * PITCH) for index, track in enumerate(tracks))
    height = PITCH * len(tracks) - (PITCH - THICK)
    return Markup(
        f'<svg class="calc-bar calc-bar-{len(tracks)}" viewBox="0 0 {WIDTH} {height}" '
        f'preserveAspectRatio="none" aria-hidden="true">{drawn}</svg>'
    )


def _parts(track: Track, top: int) -> str:
    known = [(part, amount) for part, amount in track if amount]
    open_ended = any(amount is None for _, amount in track)
    end = SHARE_OF_KNOWN if open_ended else WIDTH
    drawn, left = [], 0
    for (part, _), width in zip(known, widths([amount for _, amount in known if amount], end), strict=True):
        drawn.append(rect(part, left, top, width))
        left += width
    if open_ended:
        drawn.append(unknown(left, top))
    return "".join(drawn)


def rect(part: str, left: int, top: int, width: int) -> str:
    return f'<rect class="seg-{part}" x="{left}" y="{top}" width="{width}" height="{THICK}"/>'


def unknown(left: int, top: int) -> str:
    """A broken line in place of a length that nobody knows."""
    return f'<path class="seg-unknown" d="M{left} {top + THICK / 2}H{WIDTH}"/>'


def widths(amounts: list[Decimal], full: int = WIDTH) -> list[int]:
    """Whole widths that add up to the full bar, none of them too thin to see.

    >>> widths([Decimal(1), Decimal(2)]), widths([Decimal("0.01"), Decimal(5000)])
    ([333, 667], [12, 988])
    """
    whole = sum(amounts, Decimal(0))
    found = [max(LEAST, int(amount * full / whole)) for amount in amounts]
    if found:
        found[found.index(max(found))] += full - sum(found)
    return found


def legend(track: Track, words: Words) -> Markup:
    """The parts by name, each with its colour and its amount."""
    named = "".join([_named(part, amount, words) for part, amount in track])
    return Markup(f'<span class="calc-legend">{named}</span>')


def _named(part: str, amount: Decimal | None, words: Words) -> str:
    shown = words.text("view.not-known") if amount is None else words.show(amount, "yuan")
    name = words.text(f"part.{part}")
    return f'<span class="calc-part"><i class="key-{part}"></i>{escape(name)} <b>{escape(shown)}</b></span>'


def key(tracks: tuple[Track, ...], words: Words) -> Markup:
    """What the colours of some bars stand for, without amounts."""
    return _key(tuple(tuple(part for part, _ in track) for track in tracks), words)


@cache
def _key(tracks: tuple[tuple[str, ...], ...], words: Words) -> Markup:
    lines = []
    for number, parts in enumerate(tracks, start=1):
        names = [tag("span", Markup(f'<i class="key-{part}"></i>'), words.text(f"part.{part}")) for part in parts]
        about = tag("span", words.text(f"part.track-{number}"), class_="calc-track-name")
        lines.append(tag("span", about, tag("span", *names, class_="calc-legend"), class_="calc-track"))
    return tag("p", *lines, class_="calc-key")


def whole_of(track: Track, words: Words) -> str:
    """The sum of the parts: as it is, as far as it is known, or not known at all."""
    known = [amount for _, amount in track if amount is not None]
    if not known:
        return words.text("view.not-known")
    whole = sum(known, Decimal(0))
    if len(known) == len(track):
        return words.show(whole, "yuan")
    return words.text("view.at-least", amount=whole) if whole else words.text("view.not-known")
