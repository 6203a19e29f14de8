"""An answer in the forms in which a reader can keep it: a sheet, data, dates for a calendar, an error report."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from calc import places
from calc.compare import Side
from calc.links import written
from calc.questions import Calculator, Problem, RefusedError
from calc.words import Words

Raw = Mapping[str, Any]

FORMS = {
    "csv": ("sheet", "csv", "text/csv"),
    "json": ("data", "json", "application/json"),
    "calendar": ("dates", "ics", "text/calendar"),
    "report": ("report", "txt", "text/plain"),
    "link": ("address", "txt", "text/plain"),
}
"""Form -> the module that writes it (loaded when asked for), the ending of its file, its media type."""


@dataclass(frozen=True, slots=True)
class Answered:
    """Everything a kept form may tell: the answer, the one it is compared with, the day, and where the page stands."""

    calculator: Calculator
    side: Side
    words: Words
    today: str
    other: Side | None = None
    address: str = ""

    @property
    def link(self) -> str:
        """The address that brings a reader back to this answer."""
        other = self.other.typed if self.other else None
        return self.address + written(self.calculator, self.side.typed, self.side.result, other)

    @property
    def title(self) -> str:
        return self.words.text(f"calculator.{self.calculator.id}.title")


@dataclass(frozen=True, slots=True)
class File:
    """A file to be saved: its name, its media type, its text."""

    name: str
    media_type: str
    content: str


def kept(
    calculator: str,
    answers: Raw,
    lang: str,
    today: str | None,
    form: str,
    *,
    against: Raw | None = None,
    address: str = "",
) -> File:
    """An answer in one of the `FORMS`.

    Args:
        calculator, answers, lang, today: as for `calc.page`.
        form: csv, json, calendar, report or link.
        against: the answers it is compared with, if it is.
        address: of the page the reader is on, for the link; "" leaves the link with its fragment alone.

    Raises:
        InputError: answers that cannot be used, a form that is none, a calendar of an answer without dates,
            a link that would be too long.

    >>> kept("contributions", {"place": "310000", "month": "2026-07", "wage": 12000}, "en", None, "link").content[:29]
    '#answer&place=310000&month=20'
    """
    from calc.door import opened, refusal
    from calc.pages import usable

    asked, said, day = opened(calculator, lang, today)
    other = None if against is None else Side(*usable(asked, said, day, against))
    answered = Answered(asked, Side(*usable(asked, said, day, answers)), said, day, other, address)
    try:
        return _file(answered, form)
    except RefusedError as refused:
        raise refusal(refused, said) from None


def _file(answered: Answered, form: str) -> File:
    if form not in FORMS:
        raise RefusedError(Problem("form", "unknown-form", {"typed": form, "known": list(FORMS)}))
    module, ending, media_type = FORMS[form]
    content = import_module(f"calc.keep.{module}").as_text(answered)
    return File(f"{_name(answered)}.{ending}", media_type, content)


def _name(answered: Answered) -> str:
    """What the file is about, in letters that every system takes: shebao-contributions-shanghai-2026-07."""
    typed = answered.side.typed
    place = [places.get(typed["place"]).slug] if typed.get("place", "none").isdigit() else []
    month = [str(typed["month"])] if "month" in typed else []
    return "-".join(["shebao", answered.calculator.id, *place, *month])
