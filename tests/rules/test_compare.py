"""Two answers side by side: what differs is found, explained by the figures behind it, and nothing else is."""

from decimal import Decimal

import pytest

import calc
from calc import rules
from calc.compare import Side, compare
from calc.door import answer
from calc.explain import explain
from calc.messages import Figure
from calc.questions import Calculator, Named, Question
from calc.result import Message, Missing, Reason, Result, Step, Table
from calc.words import words
from tests.cases import load_cases
from tests.html import read

TODAY = "2026-11-22"
ASKED = rules.get("contributions")
SHANGHAI = {"place": "310000", "month": "2026-07", "wage": 12000}
EN, ZH = words("en", "contributions"), words("zh", "contributions")
each_lang = pytest.mark.parametrize("lang", ["en", "zh"])


def side(**changed) -> Side:
    given = {**SHANGHAI, **changed}
    return Side(*answer(ASKED, {name: one for name, one in given.items() if one is not None}, TODAY))


def between(first, second):
    return compare(ASKED, side(**first), side(**second))


def told(comparison, said=EN) -> str:
    return " ".join(said.say(one) for one in comparison.why)


def aside(comparison, said=EN) -> str:
    return " ".join(said.say(one) for one in comparison.aside)


def shown(row) -> tuple[str, ...]:
    return tuple(EN.show(one, "figure") for one in (row.first, row.second))


def test_the_highlights_come_first_and_all_of_them_then_the_cells_that_differ():
    found = between({}, {"place": "110000"})
    highlights = [row for row in found.rows if row.group is None]
    assert [row.label.id for row in highlights] == [f"result.{named.name}" for named in ASKED.highlights]
    assert shown(highlights[0]) == ("¥1,260.00", "¥1,263.00")
    assert found.rows[: len(highlights)] == tuple(highlights)
    cells = found.rows[len(highlights) :]
    assert cells
    assert not [row for row in cells if row.same]
    assert {EN.say(row.group) for row in cells} == {"Medical insurance (with maternity)"}
    assert "Pension insurance" in [EN.say(name) for name in found.alike]


def test_a_scheme_with_another_name_in_the_other_place_is_the_same_row():
    found = between({}, {"place": "440100"})
    groups = [EN.say(row.group) for row in found.rows if row.group]
    assert "Medical insurance (with maternity)" in groups
    assert "Medical insurance" not in groups
    assert "Only B counts maternity insurance." in told(found)


def test_equal_answers_differ_in_nothing():
    found = between({}, {})
    assert (found.fields, found.why, found.aside) == ((), (), ())
    assert all(row.same for row in found.rows)


EXPLAINED = [
    # what differs, what has to be said, what must not be said as a reason
    ({}, {"place": "110000"}, "9.8% instead of 9%", "lowest base"),
    ({"wage": 3000}, {"wage": 3000, "month": "2025-08"}, "lowest base for", "highest base"),
    ({"wage": 90000}, {"wage": 90000, "place": "110000"}, "highest base for", "lowest base"),
    ({"wage": 5000}, {"wage": 9000}, "lies within the limits", "the pay is"),
    ({}, {"injury_class": "3"}, "employer's rate for work-injury insurance is", "base"),
    ({}, {"housing_rate": "7%"}, "Only B counts housing fund", "rate"),
    ({"housing_rate": "5%"}, {"housing_rate": "7%"}, "", "rate"),
    ({}, {"wage": None, "net": 12000}, "The pay is", "lowest base"),
    ({}, {"wage": 20000}, "", "pay"),
    ({}, {"place": "500000"}, "B is not settled yet.", "A is not settled"),
    ({"place": "500000"}, {}, "A is not settled yet.", "B is not settled"),
]


@pytest.mark.parametrize(("first", "second", "said", "unsaid"), EXPLAINED)
def test_what_differs_is_explained(first, second, said, unsaid):
    found = told(between(first, second))
    assert said.casefold() in found.casefold()
    assert unsaid.casefold() not in found.casefold()


def test_figures_without_a_share_in_the_difference_stand_aside():
    found = between({}, {"place": "110000"})
    assert "lowest base" in aside(found)
    assert "highest base" in aside(found)


def test_sentences_fit_time_in_both_directions():
    earlier, later = {"wage": 3000, "month": "2025-08"}, {"wage": 3000, "month": "2026-08"}
    for found in (between(earlier, later), between(later, earlier)):
        assert "rose by" in told(found)
        assert "in August 2025" in told(found)
        assert told(found).index("August 2025") < told(found).index("August 2026")


def test_sentences_fit_places():
    assert "higher in Beijing than in Shanghai" in told(between({}, {"place": "110000"}))
    assert "lower in Shanghai than in Beijing" in told(between({"place": "110000"}, {}))
    chinese = told(between({}, {"place": "110000"}), ZH)
    assert "医疗保险的单位费率，北京市是 9.8%，比上海市的 9%高 0.8 个百分点。" in chinese


def test_no_more_than_a_few_reasons_and_the_rest_aside():
    found = between({"place": "110000", "wage": 5000}, {"place": "440100", "wage": 5000})
    assert len(found.why) == 8
    assert "The employer's rate for unemployment insurance" in aside(found)


def test_no_figure_is_told_twice_nor_one_that_another_step_worked_out():
    for second in ({"place": "440100"}, {"month": "2025-08"}, {"wage": 3000}, {"worker": "flexible"}):
        found = between({}, second)
        sentences = [EN.say(one) for one in (*found.why, *found.aside)]
        assert len(sentences) == len(set(sentences))
        assert not [one for one in sentences if one.startswith("The base for")]


CASES = load_cases("contributions")


@pytest.mark.parametrize("case", CASES, ids=str)
def test_any_two_cases_can_be_compared_and_told_in_both_languages(case):
    first = Side(*answer(ASKED, CASES[0].answers, CASES[0].today))
    second = Side(*answer(ASKED, case.answers, case.today))
    found = compare(ASKED, first, second)
    for row in found.rows:
        if row.change is not None:
            assert row.first.value + row.change.value == row.second.value
    for said in (EN, ZH):
        for message in (*found.why, *found.aside):
            assert said.say(message)
    assert {row.label.id for row in compare(ASKED, second, first).rows} == {row.label.id for row in found.rows}


# Calculators of other kinds


def yes_or_no(months: int, limit: Decimal) -> Result:
    met = None if months == 0 else months >= 180
    return Result(
        outcome="cannot-tell" if met is None else "eligible" if met else "not-eligible",
        results={"shortfall": None if met is None else max(0, 180 - months)},
        headline=Message("form.yes"),
        reasons=(Reason("enough", met, Message("form.yes" if met else "form.no")),),
        steps=(Step("shortfall", Message("form.yes"), value=months, figures=(Figure("amount", limit, "CNY"),)),),
        missing=(Missing("months", Message("form.unknown")),) if met is None else (),
        tables=(Table("t", (Message("form.yes"), Message("form.no")), (("row", Decimal(months)),)),),
    )


def test_conditions_that_one_side_meets_and_the_other_does_not_are_reasons():
    told_of = explain(yes_or_no(100, Decimal(7)), yes_or_no(200, Decimal(7)), {"months": (100, 200)})
    assert [EN.say(one.message) for one in told_of if one.matters] == ["A: No B: Yes"]


def test_a_limit_that_is_none_at_all_is_told_without_a_difference():
    results = (yes_or_no(200, Decimal(7)), yes_or_no(300, Decimal("Infinity")))
    told_of = explain(*results, {"months": (200, 300)})
    assert "The pay: no limit instead of ¥7.00." in [EN.say(one.message) for one in told_of]


def test_results_in_months_are_compared_too():
    asked = Calculator(
        "contributions", (Question("months", "whole"),), lambda **_: None, {}, (Named("shortfall", "months"),)
    )
    sides = [Side({"months": months}, yes_or_no(months, Decimal(7))) for months in (100, 170)]
    row = compare(asked, *sides).rows[0]
    assert (EN.show(row.first, "figure"), EN.show(row.change, "change")) == ("80 months", "70 months")
    assert ZH.show(row.first, "figure") == "80 个月"


# On the page


def block(lang="en", today=TODAY, **second):
    page = read(calc.page("contributions", {**SHANGHAI, **second}, lang, today, against=SHANGHAI))
    assert page.faults == []
    return page


@each_lang
def test_the_page_shows_both_answers_the_differences_and_why(lang):
    page = block(lang, place="110000")
    said = words(lang, "contributions")
    heads = [one.text for one in page.named("h3")]
    assert heads[:2] == [
        said.text("compare.side", letter=said.text("compare.one"), what=said.show("310000", "place")),
        said.text("compare.side", letter=said.text("compare.two"), what=said.show("110000", "place")),
    ]
    cells = [one.text for one in page.named("td") if one.attributes.get("role") == "cell"]
    assert {"en": "+¥3.00 (more)", "zh": "+3.00 元（多）"}[lang] in cells
    assert {"en": "−¥3.00 (less)", "zh": "−3.00 元（少）"}[lang] in cells
    assert said.text("compare.reasons") in heads
    assert page.with_id("calc-tool-compare").attributes["aria-pressed"] == "true"


@each_lang
def test_two_equal_answers_are_said_to_be_equal(lang):
    page = block(lang)
    assert words(lang).text("compare.nothing") in page.with_id("calc-compare").text
    assert not page.of_class("calc-differences")


def test_what_is_the_same_and_what_is_not_there_are_said():
    page = block(worker="flexible", injury_class=None, housing_rate="7%")
    cells = [one.text for one in page.named("td")]
    assert "not there" in cells
    assert "not given" in cells


def test_answers_that_cannot_be_compared_with_are_an_error():
    with pytest.raises(calc.InputError):
        calc.page("contributions", SHANGHAI, "en", TODAY, against={"place": "Mars"})


def test_the_answers_may_come_as_the_form_sends_them():
    form = {"place": "Beijing", "month": "2026-07", "amount-kind": "wage", "amount": "12,000"}
    assert "B: Shanghai" in calc.page("contributions", SHANGHAI, "en", TODAY, against=form)
