"""Bars of one amount seen in several ways, as inline SVG without a single style attribute."""

from decimal import Decimal

from calc.pictures import Bar
from calc.result import known_total
from calc.view.html import Markup, tag
from calc.words import Words

WIDTH = 1000
LEAST = 6
"""A part that is not nothing stays visible: at least this many of the thousand."""


def bars(rows: tuple[Bar, ...], words: Words) -> Markup:
    """One block a row: its name and amount, then its tracks with their legends."""
    return tag("ul", *(_bar(row, words) for row in rows), class_="calc-bars")


def _bar(row: Bar, words: Words) -> Markup:
    amounts = [amount for _, amount in row.tracks[0]]
    whole = known_total(amounts)
    settled = None not in amounts
    shown = words.show(whole, "yuan") if settled else words.text("view.not-known")
    head = tag("p", tag("span", words.say(row.label)), tag("b", shown), class_="calc-bar-head")
    return tag("li", head, *(_track(index, track, words) for index, track in enumerate(row.tracks, start=1)))


def _track(index: int, track: tuple[tuple[str, Decimal | None], ...], words: Words) -> Markup:
    name = tag("span", words.text(f"part.track-{index}"), class_="calc-track-name")
    legend = tag("span", *(_legend(part, amount, words) for part, amount in track), class_="calc-legend")
    return tag("div", name, _drawing(track), legend, class_="calc-track")


def _legend(part: str, amount: Decimal | None, words: Words) -> Markup:
    shown = words.text("view.not-known") if amount is None else words.show(amount, "yuan")
    key = tag("span", class_=f"calc-key key-{part}", aria_hidden="true")
    return tag("span", key, words.text(f"part.{part}"), " ", tag("b", shown), class_="calc-part")


def _drawing(track: tuple[tuple[str, Decimal | None], ...]) -> Markup:
    known = [(part, amount) for part, amount in track if amount]
    rects, left = [], 0
    for (part, _), width in zip(known, _widths([amount for _, amount in known if amount]), strict=True):
        rects.append(tag("rect", class_=f"seg-{part}", x=left, y=0, width=width, height=14))
        left += width
    return tag(
        "svg",
        *rects,
        viewBox=f"0 0 {WIDTH} 14",
        preserveAspectRatio="none",
        aria_hidden="true",
        focusable="false",
    )


def _widths(amounts: list[Decimal]) -> list[int]:
    """Whole widths that add up to the full bar, none of them too thin to see."""
    whole = sum(amounts, Decimal(0))
    widths = [max(LEAST, int(amount * WIDTH / whole)) for amount in amounts]
    if widths:
        widths[widths.index(max(widths))] += WIDTH - sum(widths)
    return widths
