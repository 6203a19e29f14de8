"""Decimals, months of birth, days, ages, places or none: what is understood, and what comes back as a problem."""

import pytest

import calc
from tests.kinds import kinds  # noqa: F401

TODAY = "2026-11-22"
USUAL = {"place": "beijing", "history": "北京 60\n上海 24", "total": "1"}
LONG = "9" * 5000

pytestmark = pytest.mark.usefixtures("kinds")


def understood(**changed):
    """The normalised answers of the calculator that asks everything."""
    return calc.run("kinds", USUAL | changed, None, TODAY)["answers"]


def problems(lang="en", **changed):
    """(field, code) of each problem; every one of them has a sentence."""
    with pytest.raises(calc.InputError) as raised:
        calc.run("kinds", USUAL | changed, lang, TODAY)
    assert all(problem["message"] for problem in raised.value.problems)
    return [(problem["field"], problem["code"]) for problem in raised.value.problems]


UNDERSTOOD = [
    ("index", "0.6", "0.6"),
    ("index", "３", "3"),
    ("index", 1.25, "1.25"),
    ("index", "1.000", "1"),
    ("years", "15.58", "15.58"),
    ("years", "1,234.5", "1234.5"),
    ("years", "0", "0"),
    ("years", "0." + "3" * 20, "0." + "3" * 20),
    ("change", "-2.5", "-2.5"),
    ("change", "−5", "-5"),
    ("birth", "1965-01", "1965-01"),
    ("birth", "1900年1月", "1900-01"),
    ("birth", "1965-01-31", "1965-01"),
    ("paid_on", "2026-07-01", "2026-07-01"),
    ("paid_on", "2026-7-1", "2026-07-01"),
    ("paid_on", "2026/7/1", "2026-07-01"),
    ("paid_on", "2026.07.01", "2026-07-01"),
    ("paid_on", "2026年7月1日", "2026-07-01"),
    ("paid_on", "２０２６年７月１号", "2026-07-01"),
    ("paid_on", "20260701", "2026-07-01"),
    ("paid_on", 20260701, "2026-07-01"),
    ("paid_on", "2028-02-29", "2028-02-29"),
    ("age", "60", {"years": 60, "months": 0}),
    ("age", 60, {"years": 60, "months": 0}),
    ("age", 60.0, {"years": 60, "months": 0}),
    ("age", "60y1m", {"years": 60, "months": 1}),
    ("age", "60Y", {"years": 60, "months": 0}),
    ("age", "60 years 1 month", {"years": 60, "months": 1}),
    ("age", "60 years and 11 months", {"years": 60, "months": 11}),
    ("age", "60岁1个月", {"years": 60, "months": 1}),
    ("age", "60周岁零1个月", {"years": 60, "months": 1}),
    ("age", "６０岁", {"years": 60, "months": 0}),
    ("age", {"years": 60, "months": 1}, {"years": 60, "months": 1}),
    ("age", {"years": "60"}, {"years": 60, "months": 0}),
    ("age", "70y6m", {"years": 70, "months": 6}),
    ("hukou", "none", "none"),
    ("hukou", " None ", "none"),
    ("hukou", "成都", "510100"),
    ("kind", "B", "b"),
]


@pytest.mark.parametrize(("field", "typed", "read"), UNDERSTOOD)
def test_what_is_understood_comes_back_in_the_shape_of_the_contract(field, typed, read):
    assert understood(**{field: typed})[field] == read


REFUSED = [
    ("index", "0.59", "too-small"),
    ("index", "3.0001", "too-large"),
    ("index", "-1", "negative"),
    ("index", "1.2.3", "not-a-number"),
    ("index", "60%", "not-a-number"),
    ("index", "NaN", "not-a-number"),
    ("index", "1e2", "not-a-number"),
    ("index", True, "not-a-number"),
    ("index", ["1"], "not-a-number"),
    ("years", LONG, "too-large"),
    ("years", 10**5000, "not-a-number"),
    ("change", "-5.1", "too-small"),
    ("birth", "1899-12", "too-small"),
    ("birth", "2011-01", "too-large"),
    ("birth", "1965-13", "not-a-month"),
    ("birth", LONG, "not-a-month"),
    ("paid_on", "2011-06-30", "too-small"),
    ("paid_on", "2031-01-01", "too-large"),
    ("paid_on", "2026-02-29", "not-a-day"),
    ("paid_on", "2026-13-01", "not-a-day"),
    ("paid_on", "2026-07", "not-a-day"),
    ("paid_on", "1/7/2026", "not-a-day"),
    ("paid_on", "٢٠٢٦-٠٧-٠١", "not-a-day"),
    ("paid_on", LONG, "not-a-day"),
    ("paid_on", {"year": 2026}, "not-a-day"),
    ("age", "15y11m", "too-small"),
    ("age", "70y7m", "too-large"),
    ("age", "60y12m", "not-an-age"),
    ("age", "60.5", "not-an-age"),
    ("age", "601m", "not-an-age"),
    ("age", "-60", "not-an-age"),
    ("age", "sixty", "not-an-age"),
    ("age", True, "not-an-age"),
    ("age", [60, 1], "not-an-age"),
    ("age", {"years": 60, "days": 1}, "not-an-age"),
    ("age", {"years": 60, "months": -1}, "not-an-age"),
    ("age", {"years": {"years": 60}}, "not-an-age"),
    ("age", LONG, "not-an-age"),
    ("hukou", "nobody", "unknown-place"),
    ("place", "none", "unknown-place"),
    ("kind", "c", "unknown-choice"),
]


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize(
    ("field", "typed", "code"), REFUSED, ids=[f"{number}-{one[0]}" for number, one in enumerate(REFUSED)]
)
def test_what_cannot_be_used_says_why(field, typed, code, lang):
    assert problems(lang, **{field: typed}) == [(field, code)]


SENTENCES = [
    ("en", {"baby": "0"}, "“BABY” must be at least 1 year."),
    ("en", {"baby": "2"}, "“BABY” must be at most 1 year and 1 month."),
    ("en", {"age": "15"}, "“AGE” must be at least 16 years."),
    ("en", {"age": "80"}, "“AGE” must be at most 70 years and 6 months."),
    ("zh", {"age": "80"}, "“AGE”最大是 70岁零6个月。"),
    ("en", {"paid_on": "2010-01-01"}, "“PAID_ON” cannot be before 1 July 2011."),
    ("zh", {"paid_on": "2010-01-01"}, "“PAID_ON”不能早于2011年7月1日。"),
    ("en", {"birth": "2020-01"}, "“BIRTH” cannot be after December 2010."),
    ("en", {"index": "9"}, "“INDEX” must be at most 3."),
    (
        "en",
        {"history": "北京 60\n上海 0"},
        "“Row 2, MONTHS” must be at least 1.",
    ),
    ("zh", {"history": "北京 60\n上海 999"}, "“第 2 行的MONTHS”最多是 600。"),
]


@pytest.mark.parametrize(("lang", "changed", "sentence"), SENTENCES)
def test_bounds_are_told_in_words(lang, changed, sentence):
    with pytest.raises(calc.InputError) as raised:
        calc.run("kinds", USUAL | changed, lang, TODAY)
    assert [problem["message"] for problem in raised.value.problems] == [sentence]


def test_only_the_month_of_the_rules_has_to_lie_where_there_are_rules():
    assert problems(month="1965-01") == [("month", "month-too-early")]
    assert understood(birth="1965-01", month="2026-11")["birth"] == "1965-01"


def test_a_month_that_may_be_left_out_is_todays():
    assert understood()["month"] == calc.run("kinds", USUAL, None, TODAY)["month"] == "2026-11"


def test_the_catalogue_describes_every_column():
    (entry,) = (one for one in calc.catalogue("en") if one["id"] == "kinds")
    asked = {question["name"]: question for question in entry["questions"]}
    assert [(column["name"], column["kind"], column["required"]) for column in asked["history"]["columns"]] == [
        ("place", "place", True),
        ("months", "whole", True),
        ("temporary", "flag", False),
    ]
    assert asked["history"]["columns"][0]["label"] == "PLACE"
    assert asked["place"]["columns"] == []
