"""Notes at the end of a page: one for each figure in its text, numbered in the order in which they are used."""

from __future__ import annotations

import tomllib
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

from calc.view.html import prose
from scripts.pages import ROOT

WORDS = ROOT / "docs" / "components" / "words.toml"
UNITS = ("days", "working_days", "months", "years", "age", "percent", "hours")
SECTION = "figure-sources"


@cache
def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


class Said:
    """The fixed words of guide parts and notes in one language."""

    def __init__(self, lang: str):
        self.lang = lang
        self._words: dict[str, Any] = _read(WORDS)[lang]

    def __call__(self, name: str, **values: object) -> str:
        text: str = self._words[name]
        return text.format(**values) if values else text

    def count(self, unit: str, number: object) -> str:
        """A number with its unit, in the singular or the plural.

        >>> Said("en").count("days", 1), Said("en").count("years", 15), Said("zh").count("months", 6)
        ('1 day', '15 years', '6个月')
        """
        forms: list[str] = self._words[unit]
        return forms[number != 1].format(n=number)


class Notes:
    """What the figures of one page rest on, and the small numbers that lead there."""

    def __init__(self, said: Said):
        self._said = said
        self._uses: dict[str, int] = {}
        self._labels: dict[str, list[str]] = {}

    def mark(self, note: str, doubtful: bool = False, label: str = "") -> str:
        """The small number to set behind a figure. The same note keeps its number and names all its figures."""
        self._uses[note] = self._uses.get(note, 0) + 1
        labels = self._labels.setdefault(note, [])
        if label and label not in labels:
            labels.append(label)
        number = list(self._uses).index(note) + 1
        name = self._said("note-link-doubt" if doubtful else "note-link", n=number)
        link = (
            f'<a href="#figure-{number}" id="figure-{number}-use-{self._uses[note]}" '
            f'aria-label="{escape(name)}">{number}{"?" if doubtful else ""}</a>'
        )
        return f'<sup class="figure-mark" data-search-exclude>{link}</sup>'

    def section(self) -> str:
        """All notes as the last section of the page; nothing where the text has no figure."""
        if not self._uses:
            return ""
        items = "\n".join(self._item(number, note) for number, note in enumerate(self._uses, 1))
        return (
            f"\n\n## {self._said('notes')} {{ #{SECTION} data-search-exclude }}\n\n{self._said('notes-lead')}\n\n"
            f'<ol class="figure-notes">\n{items}\n</ol>\n'
        )

    def _item(self, number: int, note: str) -> str:
        backs = range(1, self._uses[note] + 1)
        name = escape(self._said("note-back"))
        links = " ".join(
            f'<a class="figure-back" href="#figure-{number}-use-{use}" '
            f'aria-label="{name}{f" ({use})" if len(backs) > 1 else ""}">↩</a>'
            for use in backs
        )
        label = self._said("semicolon").join(self._labels[note])
        head = f"<strong>{prose(label, self._said.lang)}</strong>" + self._said("stop") + self._said("between")
        return f'<li id="figure-{number}">{head if label else ""}{note} {links}</li>'
