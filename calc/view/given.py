"""What the reader gave, said back in words: on a printed sheet it is the only trace of the form."""

from collections.abc import Mapping
from typing import Any

from calc.questions import Calculator
from calc.recap import Said, recap
from calc.view.html import Markup, join, prose, tag
from calc.view.pieces import Box, fold, listed
from calc.words import Words


def given(calculator: Calculator, typed: Mapping[str, Any], words: Words) -> Box:
    """The typed answers, each behind the label of its field, in the order of the form."""
    lines = [_line(said, words) for said in recap(calculator, typed, words).values()]
    inside = listed("ul", lines, class_="calc-given-list")
    return fold(words.text("view.given"), [inside], class_="calc-fold calc-given", id="calc-given")


def _line(said: Said, words: Words) -> Markup:
    return join((tag("span", prose(said.label, words.lang)), " ", tag("b", prose(said.answer, words.lang))))
