"""Months in order on an upright line: a list that reads by itself, with how long it is from each to the next."""

from calc.month import Month
from calc.pictures import Point, TimeLine
from calc.view.html import Markup, join, tag
from calc.view.pieces import Box
from calc.view.said import said
from calc.words import Words

MONTHS_A_YEAR = 12


def timeline(drawn: TimeLine, words: Words) -> list[Box]:
    """The span that is open to choice in a sentence, then the points."""
    points = drawn.points
    following = (*(point.month for point in points[1:]), None)
    lines = [
        Box("li", [_point(point, after, words)], class_=_classes(point, after, drawn.span))
        for point, after in zip(points, following, strict=True)
    ]
    line = Box("ol", lines, class_="calc-timeline")
    if not drawn.span:
        return [line]
    start, end = drawn.span
    told = words.text("view.span", start=start, end=end)
    return [Box("p", [tag("span", told)], class_="calc-span"), line]


def _classes(point: Point, after: Month | None, span: tuple[Month, Month] | None) -> str:
    """How heavy the point is, and whether the line from it to the next one belongs to the span."""
    inside = span is not None and after is not None and span[0] <= point.month and after <= span[1]
    return f"time-{point.kind}" + (" time-span" if inside else "")


def _point(point: Point, after: Month | None, words: Words) -> Markup:
    when = tag("time", words.show(point.month, "month"), datetime=str(point.month))
    now = (tag("em", words.text("view.now")), " ") if point.kind == "now" else ()
    label = tag("span", *now, said(point.label, words), class_="time-label")
    return join((when, " ", label, _distance(point.month, after, words)))


def _distance(month: Month, after: Month | None, words: Words) -> Markup | str:
    """How long it is to the next point, since the line is not drawn to scale."""
    if after is None or after <= month:
        return ""
    years, months = divmod(after - month, MONTHS_A_YEAR)
    parts = [_count("years", years, words), _count("months", months, words)]
    told = words.text("view.later", time=words.text("format.space").join(filter(None, parts)))
    return tag("small", told, class_="time-later")


def _count(unit: str, count: int, words: Words) -> str:
    if not count:
        return ""
    return words.text(f"view.{unit}-1" if count == 1 else f"view.{unit}", count=count)
