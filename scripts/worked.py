"""A worked example in a page: the calculator's own answer, with amounts for the text and rows for a table."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from calc.money import grouped
from calc.month import Month
from calc.words import Words
from scripts.notes import Notes, Said

SIDES = ("employee", "employer", "account", "pool")


class Worked:
    """A complete answer of the contributions calculator."""

    def __init__(self, answer: dict[str, Any], words: Words, said: Said, notes: Notes):
        self._answer, self._words, self._said, self._notes = answer, words, said, notes
        self.place = words.show(answer["answers"]["place"], "place")
        self.month = words.show(Month.parse(answer["month"]), "month")
        self.wage = self._yuan(answer["answers"]["wage"])

    def amount(self, name: str) -> str:
        """One of the named results, such as employee_total, with its note."""
        return self._noted(self._answer["results"][name])

    def line(self, scheme: str, side: str) -> str:
        """What one scheme takes or where it goes: employee, employer, account or pool."""
        return self._noted(next(line[side] for line in self._lines() if line["scheme"] == scheme))

    def mark(self) -> str:
        """Only the small number, for the caption of a table."""
        return self._notes.mark(*self._note())

    def rows(self) -> list[dict[str, str]]:
        """A row per scheme, and the totals as the last one."""
        schemes = [{"scheme": self._name(line["scheme"]), **self._sides(line.__getitem__)} for line in self._lines()]
        totals = self._sides(lambda side: self._answer["results"][f"{side}_total"])
        return [*schemes, {"scheme": self._said("split-total"), **totals}]

    def _sides(self, of: Callable[[str], Any]) -> dict[str, str]:
        return {side: grouped(Decimal(of(side))) for side in SIDES}

    def _lines(self) -> list[dict[str, Any]]:
        return self._answer["results"]["lines"]

    def _name(self, scheme: str) -> str:
        merged = scheme == "medical" and "maternity" not in {line["scheme"] for line in self._lines()}
        return self._words.show("medical_with_maternity" if merged else scheme, "start")

    def _noted(self, amount: str) -> str:
        return f'<span class="figure">{self._yuan(amount)}{self.mark()}</span>'

    def _note(self) -> tuple[str, bool]:
        grade = max(step["grade"] for step in self._answer["steps"])
        said = self._words.text(f"grade.{grade}")
        return self._said("note-worked", place=self.place, month=self.month, wage=self.wage, grade=said), grade == "C"

    def _yuan(self, amount: str) -> str:
        return self._words.show(Decimal(amount), "yuan")
