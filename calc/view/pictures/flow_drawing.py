"""The drawing of a flow: who pays at the left, the rows in the middle, where it ends at the right.

The names stand in three columns of the page's grid, whose lines all have one height; two drawings of bands stretch
between the columns. So the names keep their size and may wrap, and the bands follow them, however large the text is.
All lengths are whole numbers: `UNIT` to a line of the grid.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from calc.pictures import Flow
from calc.view.html import Markup, tag
from calc.view.pictures.tracks import Track, whole_of
from calc.view.said import said, text
from calc.words import Words

UNIT = 40
WIDE = 100
NODE = 3
"""Width of the upright that a band starts from or ends at."""

FLOWING = 15
"""Lines of the grid that all the amounts together fill."""

THINNEST = 8
"""A band that is not nothing stays visible: at least a fifth of a line."""

LINES_OF_ROW = 3
LINES_OF_END = 5
"""Lines that a name needs at least: a row's, and that of an end with its note."""


@dataclass(frozen=True, slots=True)
class Band:
    """What one row takes from, or sends to, one part; `open` where the amount is not known."""

    row: int
    part: str
    thick: int
    open: bool = False
    widened: bool = False


@dataclass(frozen=True, slots=True)
class Side:
    """One half of the drawing: its bands, and the parts that they start from (left) or end at."""

    left: bool
    parts: tuple[str, ...]
    bands: tuple[Band, ...]
    tracks: tuple[Track, ...]

    def of_part(self, part: str) -> list[Band]:
        return [band for band in self.bands if band.part == part]

    def of_row(self, row: int) -> list[Band]:
        return [band for band in self.bands if band.row == row]


def drawing(flow: Flow, words: Words) -> Markup:
    """The whole drawing. Whoever does not see it reads the rows and the table, which say the same."""
    scale = _scale(flow)
    sides = [_side(flow, index, scale) for index in (0, 1)]
    rows = [_lines(max(_thick(side.of_row(row)) for side in sides), LINES_OF_ROW) for row in range(len(flow.rows))]
    parts = [[_lines(_thick(side.of_part(part)), LINES_OF_END) for part in side.parts] for side in sides]
    height = max(sum(lines) for lines in (rows, *parts))
    rows, parts = _filled(rows, height), [_filled(lines, height) for lines in parts]
    left, right = (_part_names(side, lines, flow, words) for side, lines in zip(sides, parts, strict=True))
    bands = [_bands_drawn(side, lines, rows, height) for side, lines in zip(sides, parts, strict=True)]
    inside = (left, bands[0], _row_names(flow, rows, words), bands[1], right, *_notes(sides, words))
    return tag("div", *inside, class_="calc-drawing", aria_hidden="true")


def _scale(flow: Flow) -> Decimal:
    """Length to the yuan, so that all that is known fills its lines."""
    whole = sum((amount for row in flow.rows for _, amount in row.tracks[0] if amount), Decimal(0))
    return FLOWING * UNIT / whole if whole else Decimal(0)


def _side(flow: Flow, index: int, scale: Decimal) -> Side:
    tracks = tuple(row.tracks[index] for row in flow.rows)
    bands = tuple(
        _band(row, part, amount, scale)
        for row, track in enumerate(tracks)
        for part, amount in track
        if amount is None or amount > 0
    )
    named = dict.fromkeys(part for track in tracks for part, _ in track)
    used = {band.part for band in bands}
    return Side(index == 0, tuple(part for part in named if part in used), bands, tracks)


def _band(row: int, part: str, amount: Decimal | None, scale: Decimal) -> Band:
    if amount is None:
        return Band(row, part, THINNEST, open=True)
    exact = int(amount * scale)
    return Band(row, part, max(THINNEST, exact), widened=exact < THINNEST)


def _thick(bands: Sequence[Band]) -> int:
    return sum(band.thick for band in bands)


def _lines(thick: int, least: int) -> int:
    """Lines that hold so much, with air around it."""
    return max(least, -(-thick // UNIT) + 1)


def _filled(lines: list[int], height: int) -> list[int]:
    """The same lines, spread out to a greater height.

    >>> _filled([3, 5], 11)
    [5, 6]
    """
    if not lines:
        return []
    more, rest = divmod(height - sum(lines), len(lines))
    return [line + more + (index < rest) for index, line in enumerate(lines)]


def _row_names(flow: Flow, lines: list[int], words: Words) -> Markup:
    names = [
        tag("span", said(row.label, words), " ", tag("b", whole_of(row.tracks[0], words)), class_=f"tall-{tall} f{n}")
        for n, (row, tall) in enumerate(zip(flow.rows, lines, strict=True), start=1)
    ]
    return tag("div", *names, class_="flow-rows")


def _part_names(side: Side, lines: list[int], flow: Flow, words: Words) -> Markup:
    """The names of one side's ends, each with its sum and what stands beside it."""
    names = []
    for part, tall in zip(side.parts, lines, strict=True):
        every = tuple((name, amount) for track in side.tracks for name, amount in track if name == part)
        note = tag("small", said(flow.notes[part], words)) if part in flow.notes else ""
        total = tag("b", whole_of(every, words))
        names.append(tag("span", words.text(f"part.{part}"), " ", total, note, class_=f"tall-{tall}"))
    return tag("div", *names, class_="flow-parts")


def _bands_drawn(side: Side, part_lines: list[int], row_lines: list[int], height: int) -> Markup:
    """The bands between the parts of one side and the rows, and the uprights at both ends."""
    at_part = _starts([side.of_part(part) for part in side.parts], part_lines)
    at_row = _starts([side.of_row(row) for row in range(len(row_lines))], row_lines)
    drawn = [_drawn(band, at_part[band], at_row[band], side.left) for band in side.bands]
    of_parts = [_upright(side.of_part(part), at_part, f"seg-{part}", side.left) for part in side.parts]
    of_rows = [_upright(side.of_row(n), at_row, f"flow-row f{n + 1}", not side.left) for n in range(len(row_lines))]
    return Markup(
        f'<svg class="flow-bands" viewBox="0 0 {WIDE} {height * UNIT}" preserveAspectRatio="none">'
        f"{''.join(drawn)}{''.join(of_parts)}{''.join(of_rows)}</svg>"
    )


def _drawn(band: Band, at_part: int, at_row: int, left: bool) -> str:
    """One band, between the upright of its part and that of its row."""
    start, end = (at_part, at_row) if left else (at_row, at_part)
    thick, middle = band.thick, WIDE // 2
    if band.open:
        start, end = start + thick // 2, end + thick // 2
        curve = f"M0 {start}C{middle} {start} {middle} {end} {WIDE} {end}"
        return f'<path class="flow f{band.row + 1} flow-open" d="{curve}"/>'
    over = f"M0 {start}C{middle} {start} {middle} {end} {WIDE} {end}"
    under = f"v{thick}C{middle} {end + thick} {middle} {start + thick} 0 {start + thick}z"
    return f'<path class="flow f{band.row + 1} seg-{band.part}" d="{over}{under}"/>'


def _upright(bands: list[Band], starts: dict[Band, int], name: str, left: bool) -> str:
    """The upright at one end of some bands; none where nothing is known of them."""
    known = [band for band in bands if not band.open]
    if not known:
        return ""
    x = 0 if left else WIDE - NODE
    return f'<rect class="{name}" x="{x}" y="{starts[bands[0]]}" width="{NODE}" height="{_thick(bands)}"/>'


def _starts(groups: list[list[Band]], lines: list[int]) -> dict[Band, int]:
    """Where each band begins, from the top: its group in the middle of its lines, one band under the other."""
    found, top = {}, 0
    for bands, tall in zip(groups, lines, strict=True):
        start = top + (tall * UNIT - _thick(bands)) // 2
        for band in bands:
            found[band] = start
            start += band.thick
        top += tall * UNIT
    return found


def _notes(sides: list[Side], words: Words) -> list[Markup]:
    """What the drawing does not draw to scale."""
    bands = [band for side in sides for band in side.bands]
    notes = []
    if any(band.widened for band in bands):
        notes.append(text("view.flow-thin", words))
    if any(band.open for band in bands):
        notes.append(text("view.flow-open", words))
    return [tag("p", Markup(" ".join(notes)), class_="calc-hint")] if notes else []
