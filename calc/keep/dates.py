"""The dates of an answer as a calendar file (RFC 5545): whole days, in words that hold without the page."""

import zlib

from calc.keep import Answered
from calc.links import flat
from calc.month import Month
from calc.questions import Problem, RefusedError
from calc.result import Dated

LONGEST_LINE = 75
"""Bytes of a line before it has to be folded."""

END = "\r\n"
ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def as_text(answered: Answered) -> str:
    """One event for each date; a month without a day stands on its first, and says that the month is meant.

    Raises:
        RefusedError: the answer has no dates.
    """
    dates = answered.side.result.dates
    if not dates:
        raise RefusedError(Problem("form", "no-dates"))
    lang = answered.words.lang
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//Shebao Guide//{answered.calculator.id}//{lang.upper()}"]
    lines += ["CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    for dated in dates:
        lines += _event(answered, dated)
    return "".join(_folded(line) + END for line in (*lines, "END:VCALENDAR"))


def _event(answered: Answered, dated: Dated) -> list[str]:
    from calc import RULES_VERSION

    words = answered.words
    said = words.say(dated.message).replace("**", "")
    summary = words.text("calendar.month", month=dated.when, text=said) if isinstance(dated.when, Month) else said
    day = f"{dated.when}-01" if isinstance(dated.when, Month) else dated.when
    description = f"{summary}\n{words.text('calendar.estimate', version=RULES_VERSION)}"
    return [
        "BEGIN:VEVENT",
        f"UID:{_identity(answered, dated)}",
        f"DTSTAMP:{_packed(answered.today)}T000000Z",
        f"DTSTART;VALUE=DATE:{_packed(day)}",
        f"SUMMARY:{_escaped(summary)}",
        f"DESCRIPTION:{_escaped(description)}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _identity(answered: Answered, dated: Dated) -> str:
    """The same for the same date of the same answers: saved again, it replaces what it said before."""
    fields = flat(answered.calculator, answered.side.typed)
    digest = zlib.crc32("&".join(f"{name}={answer}" for name, answer in fields.items()).encode())
    return f"{answered.calculator.id}-{dated.id}-{digest:08x}@shebao-guide"


def _packed(day: str) -> str:
    return day.replace("-", "")


def _escaped(text: str) -> str:
    return text.translate(ESCAPED)


def _folded(line: str) -> str:
    """The line cut where it grows too long, never inside a letter; each further piece begins with a space."""
    pieces, length = [""], 0
    for letter in line:
        size = len(letter.encode())
        if length + size > LONGEST_LINE:
            pieces.append("")
            length = 1
        pieces[-1] += letter
        length += size
    return f"{END} ".join(pieces)
