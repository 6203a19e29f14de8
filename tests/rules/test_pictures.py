"""Pictures: their parts add up, their labels are text, what is not known is told, and nothing typed becomes markup."""

import re
from decimal import Decimal
from pathlib import Path

import pytest

import calc
from calc.messages import Message
from calc.pictures import Bar, Flow
from calc.view.pictures import flow_drawing, tracks
from calc.words import words
from tests import samples
from tests.cases import load_cases
from tests.html import read

each_lang = pytest.mark.parametrize("lang", ["en", "zh"])
CSS = Path(calc.__file__).parents[1] / "docs" / "assets" / "css"

SVG = re.compile(r'<svg class="(calc-bar|flow-bands)[^"]*" viewBox="0 0 (\d+) (\d+)"[^>]*>(.*?)</svg>', re.DOTALL)
RECT = re.compile(r'<rect class="([^"]*)" x="(\d+)" y="(\d+)" width="(\d+)" height="(\d+)"/>')
BAND = re.compile(r'<path class="flow f(\d) seg-(\w+)" d="M0 (\d+)C50 \3 50 (\d+) 100 \4v(\d+)C.*?z"/>')

FLOWS = {
    "one scheme": [[100, 200, 150, 150]],
    "two that are very unlike": [[100000, 200000, 300000, 0], ["0.01", 0, 0, "0.01"]],
    "nine schemes": [[number, 1, 1, number] for number in range(1, 10)],
    "one side pays": [[5, 0, 2, 3], [7, 0, 0, 7]],
    "nothing is known": [[None, None, None, None], [None, None, None, None]],
    "a side is not known": [[960, None, 960, None], [60, 60, 0, 120]],
    "nothing is paid": [[0, 0, 0, 0]],
}
each_flow = pytest.mark.parametrize("amounts", FLOWS.values(), ids=FLOWS.keys())


def flow_of(amounts) -> Flow:
    parts = [[None if amount is None else Decimal(amount) for amount in row] for row in amounts]
    rows = [
        Bar(
            samples.named("pension"),
            ((("employee", you), ("employer", employer)), (("account", account), ("pool", pool))),
        )
        for you, employer, account, pool in parts
    ]
    return Flow(tuple(rows), notes={"employee": samples.named("medical")})


def drawn(amounts, lang="en") -> str:
    return flow_drawing.drawing(flow_of(amounts), words(lang, "contributions"))


def columns(html: str) -> list[list[int]]:
    """How many lines of the grid each name takes, column by column."""
    found = re.findall(r'<div class="flow-(?:parts|rows)">(.*?)</div>', html, re.DOTALL)
    return [[int(tall) for tall in re.findall(r'class="tall-(\d+)', column)] for column in found]


@each_flow
def test_the_columns_of_a_flow_are_of_one_height_that_the_style_sheet_knows(amounts):
    html = drawn(amounts)
    heights = [int(height) for _, _, height, _ in SVG.findall(html)]
    sums = {sum(column) for column in columns(html) if column}
    assert {height // flow_drawing.UNIT for height in heights} == sums
    sheet = (CSS / "calculator-grid.css").read_text(encoding="utf-8")
    for tall in {tall for column in columns(html) for tall in column}:
        assert f".tall-{tall} {{" in sheet


@each_flow
def test_bands_stay_in_the_drawing_and_are_as_thick_as_the_uprights_they_join(amounts):
    for left, (_, _, height, inside) in zip((True, False), SVG.findall(drawn(amounts)), strict=True):
        rects = [(name, int(x), int(y), int(tall)) for name, x, y, _, tall in RECT.findall(inside)]
        bands = [(int(row), part, int(a), int(b), int(thick)) for row, part, a, b, thick in BAND.findall(inside)]
        for _, _, top, tall in rects:
            assert 0 <= top <= top + tall <= int(height)
        for row, part, start, end, thick in bands:
            at_part, at_row = (start, end) if left else (end, start)
            assert any(
                name == f"seg-{part}" and y <= at_part and at_part + thick <= y + tall for name, _, y, tall in rects
            )
            assert any(
                name == f"flow-row f{row}" and y <= at_row and at_row + thick <= y + tall for name, _, y, tall in rects
            )


def test_bands_are_to_scale_save_the_thinnest():
    html = drawn(FLOWS["two that are very unlike"])
    (_, _, _, inside), _ = SVG.findall(html)
    thick = {(row, part): int(height) for row, part, _, _, height in BAND.findall(inside)}
    assert thick["1", "employer"] == pytest.approx(2 * thick["1", "employee"], abs=1)
    assert thick["2", "employee"] == flow_drawing.THINNEST
    assert words("en").text("view.flow-thin") in html
    assert words("en").text("view.flow-thin") not in drawn(FLOWS["one scheme"])


@each_lang
def test_an_unknown_amount_is_a_broken_line_and_is_said(lang):
    html, said = drawn(FLOWS["nothing is known"], lang), words(lang)
    assert html.count("flow-open") == 8
    assert said.text("view.flow-open") in html
    assert html.count(f"<b>{said.text('view.not-known')}</b>") == 6
    partly = drawn(FLOWS["a side is not known"], lang)
    assert f"<b>{said.show(Decimal(1020), 'yuan')}</b>" in partly
    for amount in (60, 120, 960):
        assert said.text("view.at-least", amount=Decimal(amount)) in partly


@each_lang
def test_the_names_of_a_drawing_are_real_text_and_their_sums_add_up(lang):
    html = drawn(FLOWS["one side pays"], lang)
    assert "<text" not in html
    assert [len(column) for column in columns(html)] == [1, 2, 2]
    said = words(lang)
    for amount in (12, 2, 10, 5, 7):
        assert f"<b>{said.show(Decimal(amount), 'yuan')}</b>" in html


def test_hostile_labels_stay_text(monkeypatch):
    said = words("en", "contributions")
    hostile = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>"
    monkeypatch.setitem(said._texts, "hostile", hostile)
    label = Message("hostile")
    html = flow_drawing.drawing(
        Flow((Bar(label, ((("employee", Decimal(1)),), (("pool", Decimal(1)),))),), notes={"employee": label}), said
    )
    assert hostile not in html
    assert "&lt;script&gt;" in html
    assert read(html).faults == []


@pytest.mark.parametrize(
    ("amounts", "expected"),
    [([1, 1], 500), (["0.01", 5000], tracks.LEAST), ([7], tracks.WIDTH), ([1, 1, 1], 334)],
)
def test_a_bar_is_full_and_no_part_too_thin_to_see(amounts, expected):
    found = tracks.widths([Decimal(amount) for amount in amounts])
    assert (sum(found), found[0]) == (tracks.WIDTH, expected if len(amounts) != 1 else tracks.WIDTH)
    assert min(found) >= tracks.LEAST


def test_a_part_that_is_not_known_is_a_broken_line_after_the_known_ones():
    html = tracks.bar((("employee", Decimal(960)), ("employer", None)))
    assert RECT.findall(html) == [("seg-employee", "0", "0", str(tracks.SHARE_OF_KNOWN), str(tracks.THICK))]
    assert f"M{tracks.SHARE_OF_KNOWN} " in html
    assert f"H{tracks.WIDTH}" in html


@pytest.mark.parametrize("case", load_cases("contributions"), ids=str)
def test_every_bar_of_every_case_is_full(case):
    html = calc.page("contributions", case.form, "en", case.today)
    bars = [(inside, height) for kind, _, height, inside in SVG.findall(html) if kind == "calc-bar"]
    assert bars
    for inside, _ in bars:
        rows: dict[str, int] = {}
        for _, x, y, width, _ in RECT.findall(inside):
            assert rows.get(y, 0) == int(x)
            rows[y] = int(x) + int(width)
        broken = inside.count("seg-unknown")
        assert all(end in (tracks.WIDTH, tracks.SHARE_OF_KNOWN) for end in rows.values())
        assert sum(end == tracks.SHARE_OF_KNOWN for end in rows.values()) <= broken


# Time lines and ladders


@each_lang
def test_a_time_line_is_a_list_that_reads_by_itself(lang):
    page, said = read(samples.html(samples.result("eligible", samples.LINE), lang)), words(lang)
    (line,) = page.of_class("calc-timeline")
    assert line.name == "ol"
    points = [
        element for element in page.elements if "time-" in element.attributes.get("class", "") and element.name == "li"
    ]
    assert [point.attributes["class"] for point in points] == [
        "time-now",
        "time-other time-span",
        "time-main time-span",
        "time-other",
    ]
    for point, drawn_point in zip(points, samples.POINTS, strict=True):
        assert said.show(drawn_point.month, "month") in point.text
        assert said.say(drawn_point.label) in point.text
    assert said.text("view.now") in points[0].text
    assert (
        said.text("view.span", start=samples.LINE.span[0], end=samples.LINE.span[1])
        in page.of_class("calc-span")[0].text
    )
    months = [element.attributes["datetime"] for element in page.named("time") if "ol" in element.around]
    assert months == [str(point.month) for point in samples.POINTS]


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("en", ["1 year 1 month later", "2 months later", "2 years 11 months later"]),
        ("zh", ["再过1年1个月", "再过2个月", "再过2年11个月"]),
    ],
)
def test_a_time_line_says_how_long_it_is_from_one_point_to_the_next(lang, expected):
    page = read(samples.html(samples.result("eligible", samples.LINE), lang))
    assert [one.text for one in page.of_class("time-later")] == expected


@each_lang
def test_a_ladder_marks_one_level_by_word_and_tells_what_is_not_known(lang):
    page = read(samples.html(samples.result("eligible", samples.STEPS), lang))
    said = words(lang, "contributions")
    (marked,) = page.of_class("calc-rung-marked")
    assert said.text("view.marked") in marked.text
    rungs = [element.text for element in page.elements if element.name == "li" and element.around[-1] == "ol"][:4]
    assert said.text("view.not-known") in rungs[2]
    assert said.say(samples.yuan(2500)) in rungs[1]


def test_the_bars_of_a_ladder_are_in_proportion():
    html = samples.html(samples.result("eligible", samples.STEPS), "en")
    assert [int(width) for name, _, _, width, _ in RECT.findall(html) if name == "seg-rung"] == [400, 1000, 0]
    assert html.count("seg-unknown") == 1
