"""The dates of an answer as a calendar file, read by a reader of calendars that is not ours."""

from datetime import date

import icalendar
import pytest

import calc
from calc.compare import Side
from calc.door import answer
from calc.keep import Answered, dates
from calc.month import Month
from calc.result import Dated, Message, Result
from calc.words import words
from tests.rules.test_keep import ASKED, TODAY, USUAL, each_lang, keep

LONG = "退休。" * 60
DATES = (
    Dated("renewal", Month(2027, 7), Message("contributions.fact.where", {"place": "310000", "month": Month(2027, 7)})),
    Dated("limit", "2026-12-31", Message("warning.note", {"scheme": "pension", "text": {"en": LONG, "zh": LONG}})),
    Dated("odd", "2028-02-29", Message("problem.unknown-field", {"name": "a;b,c\\d\ne", "known": ["x"]})),
)


def calendar(lang="en", today=TODAY, given=USUAL) -> icalendar.Calendar:
    typed, _ = answer(ASKED, given, TODAY)
    result = Result("answered", {}, Message("form.yes"), dates=DATES)
    answered = Answered(ASKED, Side(typed, result), words(lang, "contributions"), today)
    text = dates.as_text(answered)
    assert text.endswith("END:VCALENDAR\r\n")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert "\n" not in text.replace("\r\n", "")
    return icalendar.Calendar.from_ical(text)


@each_lang
def test_a_calendar_holds_a_whole_day_for_each_date(lang):
    found = calendar(lang)
    events = found.walk("VEVENT")
    assert (str(found["VERSION"]), found["PRODID"].startswith("-//Shebao Guide//")) == ("2.0", True)
    assert [event["DTSTART"].dt for event in events] == [date(2027, 7, 1), date(2026, 12, 31), date(2028, 2, 29)]
    assert all(event["DTSTART"].params["VALUE"] == "DATE" for event in events)
    assert not [event for event in events if event.errors]
    said = words(lang, "contributions")
    estimate = said.text("calendar.estimate", version=calc.RULES_VERSION)
    assert all(str(event["DESCRIPTION"]).endswith(estimate) for event in events)
    assert str(events[1]["SUMMARY"]) == said.say(DATES[1].message)
    assert str(events[2]["SUMMARY"]) == said.say(DATES[2].message)


def test_a_month_without_a_day_stands_on_its_first_and_says_so():
    assert str(calendar().walk("VEVENT")[0]["SUMMARY"]).startswith("In the month of July 2027: ")
    assert str(calendar("zh").walk("VEVENT")[0]["SUMMARY"]).startswith("2027年7月内：")


def test_a_date_saved_again_replaces_itself_and_not_that_of_other_answers():
    first, again = calendar(), calendar("zh", "2027-01-05")
    other = calendar(given={**USUAL, "place": "110000"})
    names = [[str(event["UID"]) for event in one.walk("VEVENT")] for one in (first, again, other)]
    assert names[0] == names[1]
    assert not set(names[0]) & set(names[2])
    assert len(set(names[0])) == len(DATES)
    assert again.walk("VEVENT")[0]["DTSTAMP"].dt.date() == date(2027, 1, 5)


def test_the_calculators_own_dates_make_a_calendar():
    result = answer(ASKED, USUAL, TODAY)[1]
    found = icalendar.Calendar.from_ical(keep("calendar").content)
    assert len(found.walk("VEVENT")) == len(result.dates) > 0


def test_an_answer_without_dates_makes_no_calendar():
    with pytest.raises(calc.InputError) as raised:
        keep("calendar", month="2012-01")
    assert [problem["code"] for problem in raised.value.problems] == ["no-dates"]
