"""Figures of the value files in words: what they are called, with their unit, in both languages."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from functools import cache
from typing import Any

from calc import places
from calc.money import grouped, plainly
from calc.month import Month
from calc.words import Words, words
from scripts.ledger import Dated
from scripts.pages import ROOT

FILE = ROOT / "docs" / "components" / "kinds.toml"
# What these are follows from the kind and the unit.
NEEDS_NO_NAME = {"amount", "percent", "amounts", "percents", "rule", "months", "tier", "annual"}


@cache
def named() -> dict[str, Any]:
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


def unit(section: str, figure: str) -> str:
    """The unit of a figure.

    >>> unit("bases", "floor"), unit("medical_years", "male")
    ('CNY/month', 'years')

    Raises:
        KeyError: the figure has no unit yet; the text says where to add it.
    """
    try:
        found: str = named()["unit_of"][section][figure]
    except KeyError:
        raise KeyError(f"docs/components/kinds.toml has no unit_of.{section}.{figure}; add it") from None
    return found


class Kinds:
    """The names in one language."""

    def __init__(self, lang: str):
        self.lang = lang
        self._said: dict[str, str] = named()["words"][lang]
        self._words: Words = words(lang)

    def kind(self, key: str) -> str:
        """What the first part of a key stands for.

        >>> Kinds("en").kind("base.pension"), Kinds("zh").kind("minimum_wage")
        ('contribution limits', '最低工资标准')
        """
        found: str = named()["kinds"][key.partition(".")[0]][self.lang]
        return found

    def entry(self, entry: Dated) -> str:
        """What an entry is about: its kind, the insurances or groups it is for, and its conditions.

        >>> from scripts.ledger import ledger
        >>> Kinds("en").entry(next(one for one in ledger() if one.keys == ("rate.pension.employee",)))
        'contribution rate (pension insurance, employees)'
        """
        parts = list(dict.fromkeys(part for key in entry.keys for part in key.split(".")[1:]))
        said = [*(self._part(part) for part in parts), *self.conditions(entry.conditions)]
        kind = self.kind(entry.keys[0])
        return self._said["of"].format(kind=kind, parts=self._said["list"].join(said)) if said else kind

    def conditions(self, asked: dict[str, Any]) -> list[str]:
        """What an entry asks of the person."""
        return [self._one("conditions", name).format(n=self._plain(wanted)) for name, wanted in asked.items()]

    def figure(self, section: str, name: str, figure: Any) -> str:
        """One figure with its name and unit; the name is left out where the kind has said it."""
        amount = self.amount(section, name, figure)
        return (
            amount if name in NEEDS_NO_NAME else self._said["figure"].format(name=self.figure_name(name), amount=amount)
        )

    def figure_name(self, name: str) -> str:
        return self._one("figures", name)

    def amount(self, section: str, name: str, figure: Any) -> str:
        """A number with its unit.

        >>> Kinds("en").amount("bases", "floor", 7546), Kinds("zh").amount("medical_years", "male", 25)
        ('¥7,546', '25年')
        """
        between = self._said["to"] if name == "range" else self._said["list"]
        numbers = figure if isinstance(figure, list) else [figure]
        return self._one("units", unit(section, name)).format(n=between.join(self._plain(number) for number in numbers))

    def months(self, entry: Dated) -> str:
        """When an entry is in force."""
        start = entry.start if "from" in entry.row else None
        if start and entry.end:
            return self._words.text("view.in-force", start=start, end=entry.end)
        if start:
            return self._words.text("view.in-force-open", start=start)
        until = [self._words.text("view.in-force-until", end=entry.end)] if entry.end else []
        return self._said["between"].join([self._said["uncertain"], *until])

    def month(self, month: Month) -> str:
        return self._words.show(month, "month")

    def month_name(self, number: int) -> str:
        return self._words.text(f"format.month-{number}")

    def grade(self, grade: str) -> str:
        return self._words.text(f"grade.{grade}")

    def place(self, code: str) -> str:
        return self._words.show(code, "place")

    def joined(self, parts: list[str]) -> str:
        return self._said["list"].join(parts)

    def _part(self, part: str) -> str:
        known = named()["parts"]
        return str(known[part][self.lang]) if part in known else self._words.show(part, "term")

    def _one(self, table: str, name: str) -> str:
        found: str = named()[table][name][self.lang]
        return found

    def _plain(self, value: Any) -> str:
        if isinstance(value, bool):
            return self._said["yes" if value else "no"]
        if isinstance(value, (Decimal, int)):
            number = Decimal(value)
            return grouped(number) if number >= 1000 else plainly(number)
        return str(value)


def place_name(code: str, lang: str) -> str:
    """The plain name of a place; of the nation too, which no register holds.

    >>> place_name("000000", "zh"), place_name("320500", "en")
    ('全国', 'Suzhou, Jiangsu')
    """
    if code == places.NATION:
        return {"en": "China", "zh": "全国"}[lang]
    return places.get(code).name(lang)
