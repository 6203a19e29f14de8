"""The reader's own figures, by scheme: as one table, as form fields, and everything that cannot be used."""

import pytest

import calc
from tests.rules.test_parse import problems, understood


def test_own_figures_come_as_a_table_or_as_single_fields():
    table = understood(own={"injury": {"floor": 5000, "employer_rate": "0.4%"}})
    fields = understood(**{"own.injury.floor": "5,000", "own.injury.employer_rate": "0.004"})
    assert table["own"] == fields["own"] == {"injury": {"floor": "5000.00", "employer_rate": "0.004"}}


def test_both_ways_may_be_mixed():
    both = {"own": {"injury": {"ceiling": "9000"}}, "own.injury.floor": "5000"}
    for mixed in (both, dict(reversed(both.items()))):
        assert understood(**mixed)["own"] == {"injury": {"ceiling": "9000.00", "floor": "5000.00"}}
    assert problems(**{"own": [1], "own.injury.floor": "5000"}) == [("own", "own-shape")]


def test_the_callers_answers_stay_as_they_were():
    table = {"injury": {"ceiling": "9000"}}
    understood(**{"own": table, "own.injury.floor": "5000"})
    assert table == {"injury": {"ceiling": "9000"}}


@pytest.mark.parametrize("empty", [{}, {"injury": {}}, {"injury": {"floor": ""}}])
def test_own_figures_left_empty_are_none(empty):
    assert not understood(own=empty).get("own")
    assert "own" not in understood(**{"own.injury.floor": " "})


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize(
    ("figures", "field", "code"),
    [
        ([1], "own", "own-shape"),
        ("0.004", "own", "own-shape"),
        ({"injury": "0.004"}, "own", "own-shape"),
        ({"injury": {"employer_rate": "x"}}, "own.injury.employer_rate", "not-a-number"),
        ({"injury": {"employer_rate": "2"}}, "own.injury.employer_rate", "too-large"),
        ({"injury": {"floor": "-1"}}, "own.injury.floor", "negative"),
        ({"injury": {"floor": {"a": 1}}}, "own.injury.floor", "not-a-number"),
        ({"injury": {"floor": "9", "ceiling": "8"}}, "own.injury.floor", "floor-above-ceiling"),
        ({"injury": {"colour": "1"}}, "own", "unknown-field"),
        ({"fishing": {"floor": "1"}}, "own", "unknown-choice"),
        ({"fi.sh.ing": {"floor": "1"}}, "own", "unknown-choice"),
    ],
)
def test_own_figures_that_cannot_be_used_say_which_and_why(figures, field, code, lang):
    assert problems(lang, own=figures) == [(field, code)]


def test_all_problems_of_own_figures_come_at_once():
    found = problems(own={"injury": {"floor": "x", "ceiling": "-1"}, "pension": {"employer_rate": "200%"}}, wage="")
    assert found == [
        ("own.injury.floor", "not-a-number"),
        ("own.injury.ceiling", "negative"),
        ("own.pension.employer_rate", "too-large"),
        ("wage", "required"),
    ]


@pytest.mark.parametrize(
    ("scheme", "figure"),
    [("housing_fund", "employer_rate"), ("maternity", "employee_rate"), ("injury", "employee_rate")],
)
def test_an_own_figure_is_used_or_refused_but_never_silently_dropped(scheme, figure):
    answers = {"place": "guangzhou", "month": "2026-03", "wage": "12000", "own": {scheme: {figure: "8%"}}}
    try:
        result = calc.run("contributions", answers, None, "2026-11-22")
    except calc.InputError as refused:
        assert refused.problems
    else:
        assert [line[figure] for line in result["results"]["lines"] if line["scheme"] == scheme] == ["0.08"]
