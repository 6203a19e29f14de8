"""Sentences from the text files, with values shown as each language shows them.

A template names a value and how to show it: `{wage:yuan}`, `{rate:percent}`, `{month:month}`, `{day:date}`,
`{age:age}`, `{months:span}`, `{place:place}`, `{scheme:term}`, `{schemes:terms}` (`start`, `starts`: with a capital),
`{names:list}`, `{base:figure}` and `{base:change}` (a number with its unit), `{what:message}` (`opening`: with a
capital).
"""

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import Any

from calc import places
from calc.money import as_percent, grouped, plainly
from calc.month import Age, Month
from calc.questions import Problem
from calc.result import Figure, Message
from calc.tables import table

LANGUAGES = ("en", "zh")
SHARED = ("frame", "form", "doubts", "keep", "client", "retiring")
"""The text files that every calculator says its answer with, beside the one of its own id."""


class Words:
    """The sentences of one language: those that all calculators share, and those of one calculator.

    >>> Words("en", "contributions").text("contributions.fact.net", net=Decimal("1260.00"))
    'You keep ¥1,260 before income tax.'
    """

    def __init__(self, lang: str, calculator: str = ""):
        if lang not in LANGUAGES:
            raise ValueError(f"no text in {lang!r}: there is {', '.join(LANGUAGES)}")
        self.lang = lang
        self._texts: dict[str, str] = {}
        for name in (*SHARED, calculator) if calculator else SHARED:
            self._texts |= _flatten(table(f"text/{lang}/{name}"))

    def has(self, key: str) -> bool:
        return key in self._texts

    def text(self, key: str, **values: Any) -> str:
        """The sentence `key` with its values filled in; KeyError when the text file lacks it."""
        if not values:
            return self._plain(key)
        return self._texts[key].format_map({name: _Shown(self, value) for name, value in values.items()})

    def _plain(self, key: str) -> str:
        text = self._texts[key]
        return text.format_map({}) if "{" in text else text

    def say(self, message: Message) -> str:
        return self.text(message.id, **message.values)

    def show(self, value: Any, how: str) -> str:
        """One value, shown as `how` says in this language."""
        return getattr(self, f"_show_{how or 'plain'}")(value)

    def _show_plain(self, value: Any) -> str:
        return plainly(value) if isinstance(value, Decimal) else str(value)

    def _show_yuan(self, value: Decimal) -> str:
        return self._texts["format.yuan"].replace("#", grouped(value))

    def _show_percent(self, value: Decimal) -> str:
        return as_percent(value)

    def _show_month(self, value: Month) -> str:
        name = self._texts[f"format.month-{value.number}"]
        return self._texts["format.month"].replace("#month", name).replace("#year", str(value.year))

    def _show_date(self, value: str) -> str:
        year, month, day = (int(part) for part in value.split("-"))
        name = self._texts[f"format.month-{month}"]
        shown = self._texts["format.date"].replace("#month", name).replace("#year", str(year))
        return shown.replace("#day", str(day))

    def _show_age(self, value: Age) -> str:
        years = self._counted("age-year", value.years)
        return years + self._counted("age-month", value.months) if value.months else years

    def _show_span(self, value: int | Decimal) -> str:
        """A number of months as years and months; a part of a month as a decimal of a year."""
        if value != int(value):
            return self._counted("span-year", plainly(Decimal(value) / 12))
        years, months = divmod(int(value), 12)
        if not years:
            return self._counted("span-month", months)
        said = self._counted("span-year", years)
        return said + self._counted("span-and-month", months) if months else said

    def _counted(self, unit: str, count: int | str) -> str:
        return self._texts[f"format.{unit}" if count == 1 else f"format.{unit}s"].replace("#", str(count))

    def _show_place(self, value: str) -> str:
        return self._texts["format.nation"] if value == places.NATION else places.get(value).name(self.lang)

    def _show_places(self, value: list[str]) -> str:
        return self._join([self._show_place(code) for code in value], "or")

    def _show_term(self, value: str) -> str:
        return self._texts[f"term.{value}"]

    def _show_terms(self, value: list[str]) -> str:
        return self._join([self._show_term(name) for name in value], "and")

    def _show_list(self, value: list[Any]) -> str:
        return self._join([str(part) for part in value], "or")

    def _show_start(self, value: str) -> str:
        return _capital(self._show_term(value))

    def _show_starts(self, value: list[str]) -> str:
        return _capital(self._show_terms(value))

    def _show_items(self, value: list[tuple[str, str]]) -> str:
        return self._join([self.text(f"item.{kind}", scheme=scheme) for kind, scheme in value], "and")

    def _show_figure(self, value: Figure) -> str:
        number = value.value
        if number is None:
            return self._texts["view.not-known"]
        if isinstance(number, Decimal) and not number.is_finite():
            return self._texts["format.no-limit"]
        return self._in_unit(number, value.unit)

    def _show_change(self, value: Figure) -> str:
        """How far two figures are apart, without a sign: rates in points."""
        number = abs(value.value)
        return self._in_unit(number * 100, "points") if value.unit == "rate" else self._in_unit(number, value.unit)

    def _in_unit(self, number: Any, unit: str) -> str:
        if unit == "CNY":
            return self._texts["format.yuan"].replace("#", f"{number:,.2f}")
        if unit in ("points", "months"):
            form = f"format.{unit}" if number != 1 else f"format.{unit}-1"
            return self._texts[form].replace("#", self._show_plain(number))
        if unit in ("month", "date", "age", "message"):
            return self.show(number, unit)
        return as_percent(number) if unit == "rate" else self._show_plain(number)

    def _show_message(self, value: Message) -> str:
        return self.say(value)

    def _show_opening(self, value: Message) -> str:
        return _capital(self.say(value))

    def _show_bilingual(self, value: Mapping[str, str]) -> str:
        return value[self.lang]

    def _show_field(self, value: str) -> str:
        return field_label(self, value)

    def _show_fields(self, value: list[str]) -> str:
        return self._join([field_label(self, name) for name in value], "or")

    def _show_all_fields(self, value: list[str]) -> str:
        return self._join([field_label(self, name) for name in value], "and")

    def _join(self, parts: list[str], last: str) -> str:
        if len(parts) < 2:
            return "".join(parts)
        between, before_last = self._texts["format.comma"], self._texts[f"format.{last}"]
        return between.join(parts[:-1]) + before_last + parts[-1]


class _Shown:
    """Lets `str.format` ask the language how a value looks."""

    def __init__(self, words: Words, value: Any):
        self._words, self._value = words, value

    def __format__(self, how: str) -> str:
        return self._words.show(self._value, how)


def question_key(name: str) -> str:
    """Whose texts a field says: a cell those of its column.

    >>> question_key("history.0.months"), question_key("place")
    ('history.months', 'place')
    """
    parts = name.split(".")
    return f"{parts[0]}.{parts[2]}" if len(parts) == 3 and parts[1].isdecimal() else name


def field_label(words: Words, name: str) -> str:
    """The label of a question; of the reader's own figure, the scheme and what figure it is; of a cell, its row too."""
    if name.startswith("own."):
        _, scheme, figure = name.split(".")
        return words.text(f"own.{figure}", scheme=scheme)
    parts = name.split(".")
    if len(parts) > 1 and parts[1].isdecimal():
        row = words.text("form.row", row=int(parts[1]) + 1)
        if len(parts) == 2:
            return row
        return words.text("form.cell", row=row, column=field_label(words, question_key(name)))
    return words.text(f"question.{name}.label")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def problem_text(problem: Problem, said: Words) -> str:
    """The sentence for a problem; bounds have one sentence for each kind of number."""
    key = f"problem.{problem.code}"
    if "kind" in problem.values:
        key += f"-{problem.values['kind']}"
    name = problem.field.replace("{", "(").replace("}", ")")
    return said.text(key, **{"field": problem.field, "name": name, **problem.values})


def _flatten(texts: Mapping[str, Any], prefix: str = "") -> dict[str, str]:
    flat: dict[str, str] = {}
    for name, text in texts.items():
        if isinstance(text, Mapping):
            flat |= _flatten(text, f"{prefix}{name}.")
        else:
            flat[prefix + name] = text
    return flat


@cache
def words(lang: str, calculator: str = "") -> Words:
    """The sentences of `lang` for a calculator, read once."""
    return Words(lang, calculator)
