"""Every place that has values, every month, both kinds of worker: always an answer, never a traceback."""

from itertools import cycle
from pathlib import Path

import pytest

import calc
from calc import places
from calc.month import Month
from tests.rules.test_door import KEYS

TODAY = "2026-11-22"
FIRST, LAST = Month(2011, 7), Month(2027, 11)
MONTHS = [str(FIRST + count) for count in range(LAST - FIRST + 1)]
COVERED = sorted(path.name[:6] for path in Path(calc.__file__).parent.glob("data/places/*.toml"))


def results_of(place: str, worker: str):
    """The results of all months, with pays and languages taken in turns so that every sentence comes up somewhere."""
    turns = zip(MONTHS, cycle(("3000", "12000", "60000")), cycle(("en", "zh")), strict=False)
    for month, wage, lang in turns:
        answers = {"place": place, "month": month, "wage": wage, "worker": worker}
        yield calc.run("contributions", answers, lang, TODAY)


@pytest.mark.parametrize("worker", ["employee", "flexible"])
@pytest.mark.parametrize("place", COVERED)
def test_every_month_has_an_answer_that_says_what_is_open(place, worker):
    for result in results_of(place, worker):
        assert list(result) == KEYS
        assert result["outcome"] in ("answered", "cannot-tell")
        fields = [missing["field"] for missing in result["missing"]]
        assert bool(fields) == (result["outcome"] == "cannot-tell"), (result["month"], fields)
        assert len(fields) == len(set(fields))
        results = result["results"]
        unknown = {name for name in ("employer_total", "employee_total") if results[name] is None}
        assert bool(unknown) == (result["outcome"] == "cannot-tell")
        for line in results["lines"]:
            assert None in (line["pool"], line["account"]) or line["clamped"] in ("floor", "ceiling", None)


@pytest.mark.parametrize("place", ["341300", "450300", "460100", "540000"])
def test_a_place_we_can_only_name_asks_for_everything_and_guesses_nothing(place):
    result = calc.run("contributions", {"place": place, "month": "2012-01", "wage": "12000"}, "en", TODAY)
    assert result["outcome"] == "cannot-tell"
    assert result["results"]["known_totals"]["employer_total"] == "0.00"
    assert result["missing"]


def test_every_place_of_the_register_has_an_answer_today():
    for place in places.everywhere():
        result = calc.run("contributions", {"place": place.code, "month": "2026-11", "wage": "12000"}, "zh", TODAY)
        assert result["answers"]["place"] == place.code
