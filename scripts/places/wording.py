"""The words of the place pages in one language, and how their figures look on one day."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from calc.money import grouped
from calc.month import Month
from calc.places import get
from calc.view.html import Markup, prose
from calc.words import words
from scripts.pages import ROOT

WORDS = ROOT / "docs" / "components" / "places.toml"


@cache
def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


class Wording:
    """Says sentences and shows values in one language, for the month of one day.

    >>> Wording("en", "2026-11-22")("span", low="1", high="2")
    '1 to 2'
    """

    def __init__(self, lang: str, today: str):
        self.lang, self.today = lang, today
        self.month = Month.parse(today)
        self.words = words(lang)
        self._said: dict[str, Any] = _read(WORDS)[lang]

    def __call__(self, name: str, /, **values: object) -> str:
        text: str = self._said[name]
        return text.format(**values) if values else text

    def of(self, group: str, name: str, /, **values: object) -> str:
        """A sentence of one of the tables of the words file, such as `kind` or `doubt`."""
        text: str = self._said[group][name]
        return text.format(**values) if values else text

    def has(self, group: str, name: str) -> bool:
        return name in self._said[group]

    def first_fitting(self, group: str, name: str, values: dict[str, str]) -> str:
        """The first of several sentences whose values are all there; "" where none is."""
        for text in self._said[group][name]:
            try:
                found: str = text.format_map(values)
            except KeyError:
                continue
            return found
        return ""

    def html(self, name: str, /, **values: object) -> Markup:
        """A sentence with the other language marked in it."""
        return prose(self(name, **values), self.lang)

    def marked(self, text: str) -> Markup:
        return prose(text, self.lang)

    # How values look

    def yuan(self, amount: Decimal | str) -> str:
        return self.words.show(Decimal(amount), "yuan")

    def yuan_span(self, low: Decimal | int, high: Decimal | int) -> str:
        return self("yuan-span", low=grouped(Decimal(low)), high=grouped(Decimal(high)))

    def plain(self, number: Decimal | int) -> str:
        return self.words.show(Decimal(number), "")

    def percent(self, printed: Decimal | int) -> str:
        """A rate that is kept in percent, as notices print it."""
        return f"{self.plain(printed)}%"

    def when(self, month: Month) -> str:
        return self.words.show(month, "month")

    def name(self, code: str) -> str:
        return self.words.show(code, "place")

    def short(self, code: str) -> str:
        """The name among places of one province: nothing has to be told apart there."""
        return get(code).zh if self.lang == "zh" else get(code).en

    def term(self, scheme: str) -> str:
        return self.words.show(scheme, "start")

    def listed(self, parts: Sequence[str]) -> str:
        """Parts of a sentence, with the word for "and" before the last one."""
        if len(parts) < 2:
            return "".join(parts)
        return self("list-comma").join(parts[:-1]) + self("list-and") + parts[-1]
