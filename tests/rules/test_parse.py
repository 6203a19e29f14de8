"""Answers as people type them: what is understood, and what comes back as a problem with its field.

No test here may see anything but an answer or an InputError: never a traceback.
"""

import pytest

import calc

TODAY = "2026-11-22"
USUAL = {"place": "beijing", "month": "2026-11", "wage": "12000"}
OWN_FLOOR = "own.pension.floor"


def understood(**changed):
    """The normalised answers; a change to None leaves an answer out."""
    answers = {name: answer for name, answer in (USUAL | changed).items() if answer is not None}
    return calc.run("contributions", answers, None, TODAY)["answers"]


def problems(lang="en", today=TODAY, **changed):
    """(field, code) of each problem; every one of them has a sentence in the asked language."""
    answers = {name: answer for name, answer in (USUAL | changed).items() if answer is not None}
    with pytest.raises(calc.InputError) as raised:
        calc.run("contributions", answers, lang, today)
    assert all(problem["message"] for problem in raised.value.problems)
    return [(problem["field"], problem["code"]) for problem in raised.value.problems]


# Amounts

AMOUNTS = {
    "12000": "12000.00",
    "12,000": "12000.00",
    "１２，０００": "12000.00",
    "１２０００．５": "12000.50",
    "¥12,000": "12000.00",
    "￥ 12000": "12000.00",
    "12000元": "12000.00",
    "12,000.50 元": "12000.50",
    "12000 yuan": "12000.00",
    "12000 RMB": "12000.00",
    " 12 000 ": "12000.00",
    "1,234,567.89": "1234567.89",
    ".5": "0.50",
    "0.01": "0.01",
    "10000000": "10000000.00",
    12000: "12000.00",
    12000.5: "12000.50",
}


@pytest.mark.parametrize(("typed", "read"), AMOUNTS.items())
def test_an_amount_is_read_with_full_width_digits_separators_and_currency_signs(typed, read):
    assert understood(wage=typed)["wage"] == read


NO_AMOUNTS = {
    "": "required",
    "   ": "required",
    "0": "too-small",
    "0.001": "too-small",
    "-1": "negative",
    "−5": "negative",
    "-0.01": "negative",
    "12.345": "too-precise",
    "10000000.01": "too-large",
    "1" * 60: "too-large",
    "abc": "not-a-number",
    "12万": "not-a-number",
    "1,2,3": "not-a-number",
    "12,00": "not-a-number",
    "1e5": "not-a-number",
    "NaN": "not-a-number",
    "inf": "not-a-number",
    ".": "not-a-number",
    "¥": "not-a-number",
    "<b>1</b>": "not-a-number",
    "{wage}": "not-a-number",
}


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize(("typed", "code"), NO_AMOUNTS.items())
def test_an_amount_that_cannot_be_used_says_why(typed, code, lang):
    assert problems(lang, wage=typed) == [("wage", code)]


@pytest.mark.parametrize("typed", [True, [12000], {"amount": 12000}, float("nan"), float("inf"), 1e22])
def test_an_amount_of_another_shape_is_a_problem_too(typed):
    assert problems(wage=typed)[0][0] == "wage"


def test_exactly_one_of_wage_net_and_labour_cost_is_given():
    assert problems(wage=None) == [("wage", "required")]
    assert problems(net="9000") == [("net", "only-one")]
    assert problems(wage=None, net="9000", labour_cost="20000") == [("labour_cost", "only-one")]
    assert understood(wage=None, labour_cost="20000")["labour_cost"] == "20000.00"


def test_a_labour_cost_below_the_least_contributions_is_a_problem_of_its_field():
    assert problems(wage=None, labour_cost="300") == [("labour_cost", "below-lowest-cost")]


# Months


@pytest.mark.parametrize(
    "typed", ["2026-07", "2026-7", "2026/7", "2026.07", "2026年7月", "２０２６年７月", "202607", 202607, "2026-07-15"]
)
def test_a_month_is_read_in_the_usual_ways_of_writing_it(typed):
    assert understood(month=typed)["month"] == "2026-07"


@pytest.mark.parametrize("typed", ["2026-13", "2026-00", "2026", "7", "soon", "2026-7-", "99999-01", "2026-07-99"])
def test_what_is_no_month_says_so(typed):
    assert problems(month=typed) == [("month", "not-a-month")]


def test_the_first_month_is_the_one_in_which_the_law_came_into_force():
    assert understood(month="2011-07")["month"] == "2011-07"
    assert problems(month="2011-06") == [("month", "month-too-early")]


def test_the_last_month_is_twelve_months_ahead_of_today():
    assert understood(month="2027-11")["month"] == "2027-11"
    assert problems(month="2027-12") == [("month", "month-too-late")]
    assert problems(month="2026-02", today="2025-01-31") == [("month", "month-too-late")]


# Places


@pytest.mark.parametrize(
    "typed",
    ["110000", 110000, "beijing", "Beijing", "BEIJING", "北京", "北京市", "Bei Jing", "Beijing City", "ｂｅｉｊｉｎｇ"],
)
def test_a_place_is_read_by_code_slug_english_chinese_or_pinyin(typed):
    assert understood(place=typed)["place"] == "110000"


@pytest.mark.parametrize("typed", ["Suzhou", "fuzhou", "Taizhou"])
def test_a_name_that_two_cities_share_lists_both(typed):
    with pytest.raises(calc.InputError) as raised:
        calc.run("contributions", USUAL | {"place": typed}, "en", TODAY)
    (problem,) = raised.value.problems
    assert (problem["field"], problem["code"]) == ("place", "ambiguous-place")
    assert problem["message"].count(f"{typed.capitalize()}, ") == 2


@pytest.mark.parametrize(
    ("typed", "code"),
    [("苏州", "320500"), ("宿州", "341300"), ("泰州", "321200"), ("台州市", "331000"), ("Suzhou, Anhui", "341300")],
)
def test_namesakes_are_told_apart_by_their_characters_or_their_province(typed, code):
    assert understood(place=typed)["place"] == code


def test_shaanxi_is_not_shanxi():
    assert understood(place="shaanxi")["place"] == "610000"
    assert understood(place="shanxi")["place"] == "140000"


@pytest.mark.parametrize("typed", ["Atlantis", "000000", "999999", "市", "中国", "<script>", "{place}", "x" * 5000])
def test_an_unknown_place_says_so(typed):
    assert problems(place=typed) == [("place", "unknown-place")]


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("typed", ["香港", "澳門", "Taiwan"])
def test_a_region_with_insurance_of_its_own_is_told_apart_from_a_typing_error(typed, lang):
    assert problems(lang, place=typed) == [("place", "place-elsewhere")]


# Rates, counts, choices


@pytest.mark.parametrize("typed", ["0.004", "0.4%", "0.40 %", "０．４％", ".004"])
def test_a_rate_is_a_fraction_or_a_percentage(typed):
    assert understood(injury_rate=typed)["injury_rate"] == "0.004"


@pytest.mark.parametrize(
    ("typed", "code"),
    [("7", "too-large"), ("25%", "too-large"), ("-1%", "negative"), ("%", "not-a-number"), ("x%", "not-a-number")],
)
def test_a_rate_out_of_reach_says_why(typed, code):
    assert problems(housing_rate=typed) == [("housing_rate", code)]


@pytest.mark.parametrize(
    ("field", "typed", "code"),
    [
        ("injury_class", "0", "unknown-choice"),
        ("injury_class", "9", "unknown-choice"),
        ("injury_class", "2.5", "not-whole"),
        ("injury_class", "first", "not-a-number"),
        ("medical_tier", "3", "unknown-choice"),
        ("age", "15", "too-small"),
        ("age", "101", "too-large"),
        ("age", "40.5", "not-an-age"),
        ("worker", "robot", "unknown-choice"),
        ("local_hukou", "maybe", "unknown-choice"),
        ("base", "0", "too-small"),
    ],
)
def test_other_answers_out_of_reach_say_why(field, typed, code):
    assert problems(**{field: typed}) == [(field, code)]


@pytest.mark.parametrize(
    ("typed", "read"), [("yes", True), ("是", True), (True, True), ("0", False), ("否", False), (False, False)]
)
def test_yes_and_no_are_understood_in_both_languages(typed, read):
    assert understood(local_hukou=typed)["local_hukou"] is read


# All at once


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_all_problems_come_at_once(lang):
    found = problems(lang, place="Suzhou", month="soon", wage="abc", age="7", colour="red")
    assert set(found) == {
        ("place", "ambiguous-place"),
        ("month", "not-a-month"),
        ("wage", "not-a-number"),
        ("age", "too-small"),
        ("colour", "unknown-field"),
    }


def test_no_answers_at_all_name_what_is_required():
    assert problems(place=None, month=None, wage=None) == [(name, "required") for name in ("place", "month", "wage")]


def test_without_a_language_a_problem_is_field_and_code():
    with pytest.raises(calc.InputError) as raised:
        calc.run("contributions", USUAL | {"wage": "abc"}, None, TODAY)
    assert raised.value.problems == [{"field": "wage", "code": "not-a-number"}]


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("name", ["", "WAGE", "wage ", "{x}", "own.pension", "own.pension.floor.high", "<b>"])
def test_an_unknown_field_says_so(name, lang):
    assert problems(lang, **{name: "1"}) == [(name, "unknown-field")]
