"""Warnings about figures that may be right: each sort, and what is quietly accepted."""

import tomllib
from decimal import Decimal

import pytest

from calc.checking.warnings import warnings_of
from tests.rules.test_loader_of_kinds import WAGE, entry

NAME = "data/places/110000-beijing"
TODAY = "2026-11-22"


def base(floor, ceiling, wage="", start="2026-01"):
    lines = [f'from = "{start}"', 'schemes = ["pension"]', f"floor = {floor}", f"ceiling = {ceiling}"]
    return entry("bases", *lines, *([f"reference_wage = {wage}"] if wage else []))


def warned(text, today=TODAY):
    content = tomllib.loads(text, parse_float=Decimal)
    return [(warn.line, warn.sort, warn.message) for warn in warnings_of(NAME, content, text, today)]


AVERAGE = entry("average_wages", 'from = "2026-01"', 'to = "2026-12"', 'kind = "full_coverage"', "monthly = 10000")
LATER = WAGE.replace("2026", "2027").replace('"2027-11-22"', '"2026-11-22"')

ONE_WARNING = {
    "a floor that is not 60 %": (base(5500, 30000, 10000), 1, "share", "55.0% of the average wage 10000, not 60%"),
    "a ceiling that is not 300 %": (base(6000, 25000, 10000), 1, "share", "250.0% of the average wage 10000"),
    "a floor that does not fit the file's own average wage": (base(5500, 30000) + AVERAGE, 1, "share", "55.0%"),
    "a sudden jump": (LATER.replace("2000", "2700") + WAGE, 1, "jump", "goes from 2000 to 2700"),
    "a sudden fall": (LATER.replace("2000", "1300") + WAGE, 1, "jump", "goes from 2000 to 1300"),
    "a hole in a history": (
        LATER.replace('"2027-01"', '"2027-03"') + WAGE,
        1,
        "hole",
        "nothing for minimum_wage from 2027-01 to 2027-02",
    ),
    "an older entry above": (WAGE + LATER, 9, "order", "stands below an older entry"),
    "an old check": (WAGE.replace('checked = "2026-11-22"', 'checked = "2025-10-31"'), 1, "stale", "2025-10-31"),
}


@pytest.mark.parametrize(("text", "line", "sort", "words"), ONE_WARNING.values(), ids=ONE_WARNING.keys())
def test_a_warning_names_its_line_and_what_to_look_at(text, line, sort, words):
    ((found_line, found_sort, message),) = warned(text)
    assert (found_line, found_sort) == (line, sort)
    assert words in message


NONE = {
    "60 and 300 % to the yuan": base(6001, 29999, 10000),
    "limits without a wage": base(5500, 30000),
    "a rise of thirty percent": LATER.replace("2000", "2600") + WAGE,
    "one year after another": LATER + WAGE,
    "other people's histories": WAGE.replace("amount", "when = { wage_tier = 1 }\namount")
    + WAGE.replace("amount = 2000", "when = { wage_tier = 2 }\namount = 900"),
    "a check of a year ago": WAGE.replace('checked = "2026-11-22"', 'checked = "2025-11-01"'),
}


@pytest.mark.parametrize("text", NONE.values(), ids=NONE.keys())
def test_nothing_is_said_of(text):
    assert warned(text) == []
