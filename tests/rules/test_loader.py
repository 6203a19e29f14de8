"""What the loader refuses in a value file: always file, line, what is wrong and what to do."""

import re

import pytest

from calc import tables
from calc.checks import DataError

NAME = "data/places/110000-beijing"

EVIDENCE = """sources = ["city-salary"]
grade = "B"
checked = "2026-11-22"
recorded = "2026-11-22"
"""
BASE = (
    """[[bases]]
schemes = ["pension"]
from = "2026-01"
to = "2026-12"
floor = 1000
ceiling = 9000
"""
    + EVIDENCE
)
RATE = (
    """[[rates]]
scheme = "medical"
worker = "employee"
from = "2026-01"
employer = 9.8
employee = 2
"""
    + EVIDENCE
)
CONTACT = """[[contacts]]
body = "hrss"
name_zh = "人社局"
name_en = "HRSS"
grade = "B"
sources = ["city-salary"]
"""
SOURCE = """[sources.bj-1]
number = "1"
link = "none"
"""
ROUNDING = '[[rounding]]\nscheme = "pension"\nfrom = "2026-01"\nrule = "yuan-half-up"\n' + EVIDENCE


@pytest.fixture
def refused(use_tables):
    """refused(text): the faults of a value file, as (line, what is wrong); [] when it is accepted."""

    def load(text: str) -> list[tuple[int, str]]:
        use_tables({NAME: text})
        try:
            tables.table(NAME)
        except DataError as error:
            return [_fault(line) for line in str(error).splitlines()]
        return []

    return load


def _fault(line: str) -> tuple[int, str]:
    found = re.fullmatch(rf"{NAME}\.toml:(\d+): (.+)", line)
    assert found, f"{line!r} names no file and line"
    return int(found[1]), found[2]


def test_a_file_that_keeps_the_rules_is_accepted(refused):
    assert refused(SOURCE + BASE + RATE + ROUNDING + CONTACT) == []


ONE_FAULT = {
    # what is done to the file: (text, line, words of the message)
    "an unknown table": ("[[bsaes]]\n", 1, "use bases"),
    "an unknown key": (BASE.replace("floor", "flor"), 5, "unknown key 'flor'"),
    "an unknown key of a source": (SOURCE + 'titel = "x"\n', 4, "unknown key 'titel'"),
    "a source without a link state": (SOURCE.replace('link = "none"\n', ""), 1, "link must be"),
    "a source seen in none we know": (SOURCE + 'via = ["a-blog"]\n', 4, "no source 'a-blog'"),
    "a missing grade": (RATE.replace('grade = "B"\n', ""), 1, "'grade' is missing"),
    "a missing check date": (BASE.replace('checked = "2026-11-22"\n', ""), 1, "'checked' is missing"),
    "a source that is nowhere": (BASE.replace("city-salary", "nobody"), 7, "add [sources.nobody]"),
    "a source of another reading that is nowhere": (
        BASE + 'other_readings = [{ floor = 2, sources = ["nobody"] }]\n',
        7,
        "add [sources.nobody]",
    ),
    "no source": (BASE.replace('["city-salary"]', "[]"), 7, "no source; name at least one"),
    "grade D": (BASE.replace('grade = "B"', 'grade = "D"'), 8, "a grade D figure is not entered at all"),
    "a note in one language": (BASE + 'note_en = "Only here."\n', 1, "both note_en and note_zh"),
    "a date that is none": (BASE.replace('checked = "2026-11-22"', 'checked = "November"'), 9, "must be a date"),
    "a month that is none": (BASE.replace('"2026-12"', '"2026-13"'), 4, "must be a month"),
    "no first month": (BASE.replace('from = "2026-01"\n', ""), 1, 'start = "uncertain"'),
    "a start that is something else": (BASE + 'start = "maybe"\n', 11, 'only be "uncertain"'),
    "an end before the start": (BASE.replace('"2026-12"', '"2025-12"'), 4, "before `from`"),
    "an unknown scheme of a base": (BASE.replace("pension", "pensoin"), 2, "no scheme 'pensoin'"),
    "a base without limits": (BASE.replace("floor = 1000\nceiling = 9000\n", ""), 1, "neither floor nor ceiling"),
    "a floor above the ceiling": (BASE.replace("1000", "10000"), 5, "above the ceiling"),
    "an unknown scheme of a rate": (RATE.replace('"medical"', '"medcial"'), 2, "no such scheme"),
    "an unknown worker": (RATE.replace('"employee"', '"robot"'), 3, "worker must be"),
    "an unknown condition": (RATE + "when = { sex = 1 }\n", 11, "no condition 'sex'"),
    "seven injury classes": (RATE.replace("employer = 9.8", "classes = [1, 2, 3, 4, 5, 6, 7]"), 5, "eight rates"),
    "a rate above a hundred": (RATE.replace("9.8", "980"), 1, "percent as printed"),
    "a rate below nought": (RATE.replace("9.8", "-9.8"), 1, "percent as printed"),
    "a rate without any figure": (RATE.replace("employer = 9.8\nemployee = 2\n", ""), 1, "no rate at all"),
    "an unknown rounding": (ROUNDING.replace("yuan-half-up", "by feel"), 4, "no rounding rule"),
    "an unknown kind of body": (CONTACT.replace("hrss", "club"), 2, "no such kind of body"),
    "an overlap": (
        BASE + BASE.replace('"2026-01"', '"2026-12"').replace('"2026-12"\nfloor', '"2027-11"\nfloor'),
        13,
        "overlaps",
    ),
}


@pytest.mark.parametrize(("text", "line", "words"), ONE_FAULT.values(), ids=ONE_FAULT.keys())
def test_the_loader_refuses(refused, text, line, words):
    ((found_line, message),) = refused(text)
    assert found_line == line
    assert words in message


OUT_OF_SHAPE = {
    # mistakes of hand that Python would otherwise answer with a traceback, or not notice
    "broken TOML": BASE.replace('"2026-12"', '"2026-12'),
    "a table in single brackets": BASE.replace("[[bases]]", "[bases]"),
    "a floor in quotation marks": BASE.replace("1000", '"1000"'),
    "a rate in quotation marks": RATE.replace("9.8", '"9.8"'),
    "another reading without a source": BASE + "other_readings = [{ floor = 2 }]\n",
    "another reading with an unknown key": BASE + 'other_readings = [{ flor = 2, sources = ["city-salary"] }]\n',
    "a range of three": RATE.replace("employer = 9.8", "range = [1, 2, 3]"),
    "a range upside down": RATE.replace("employer = 9.8", "range = [2, 1]"),
    "paid from nowhere": RATE + 'paid_from = "thin air"\n',
    "a tier that nobody can choose": RATE + "when = { tier = 3 }\n",
    "more to the account than is paid": RATE + "employee_to_account = 5\n",
    "a fixed sum below nought": RATE + "employee_fixed = -3\n",
    "an end before the month in which an uncertain start begins": BASE.replace(
        'from = "2026-01"\nto = "2026-12"', 'start = "uncertain"\nto = "2023-12"'
    ),
}


@pytest.mark.parametrize("text", OUT_OF_SHAPE.values(), ids=OUT_OF_SHAPE.keys())
def test_the_loader_refuses_what_is_out_of_shape(refused, text):
    assert refused(text)


def test_every_fault_of_a_file_is_named_at_once(refused):
    assert (
        len(
            refused(
                BASE.replace('grade = "B"', 'grade = "E"').replace("1000", "10000") + CONTACT.replace("hrss", "club")
            )
        )
        == 3
    )


NO_OVERLAP = {
    "one ends before the other starts": BASE + BASE.replace('"2026-01"', '"2027-01"').replace('"2026-12"', '"2027-12"'),
    "they are for different schemes": BASE + BASE.replace("pension", "medical"),
    "they are for different workers": RATE + RATE.replace('"employee"\nfrom', '"flexible"\nfrom'),
    "they are for different tiers": RATE + "when = { tier = 1 }\n" + RATE + "when = { tier = 2 }\n",
    "they are for different households": RATE
    + "when = { local_hukou = true }\n"
    + RATE
    + "when = { local_hukou = false }\n",
    "they are for different ages": RATE + "when = { age_max = 34 }\n" + RATE + "when = { age_min = 35 }\n",
}


@pytest.mark.parametrize("text", NO_OVERLAP.values(), ids=NO_OVERLAP.keys())
def test_entries_do_not_overlap_when(refused, text):
    assert refused(text) == []


OVERLAP = {
    "an open entry runs into a later one": BASE.replace('to = "2026-12"\n', "")
    + BASE.replace('"2026-01"', '"2026-06"'),
    "one of several schemes is the same": BASE + BASE.replace('["pension"]', '["medical", "pension"]'),
    "an uncertain start reaches back to January 2024": RATE.replace("2026-01", "2024-02").replace(
        "employer = 9.8", 'to = "2024-05"\nemployer = 9.8'
    )
    + RATE.replace('from = "2026-01"', 'start = "uncertain"'),
    "ages share a year": RATE + "when = { age_max = 35 }\n" + RATE + "when = { age_min = 35 }\n",
    "one is for everyone": RATE + RATE + "when = { tier = 2 }\n",
}


@pytest.mark.parametrize("text", OVERLAP.values(), ids=OVERLAP.keys())
def test_entries_overlap_when(refused, text):
    ((_, message),) = refused(text)
    assert "overlaps another entry" in message
