"""Result -> HTML, once, for the build and for the browser: form, answer, reasoning."""

from collections.abc import Mapping
from typing import Any

from calc.questions import Calculator, Problem
from calc.result import Result
from calc.view.answer import answer
from calc.view.form import form, summary, unfolded
from calc.view.html import Markup, join, tag
from calc.words import Words

__all__ = ["join", "unfolded", "with_answer", "with_problems"]


def with_answer(
    calculator: Calculator,
    raw: Mapping[str, Any],
    typed: Mapping[str, Any],
    result: Result,
    words: Words,
    twin: Words | None = None,
    above: Markup | str = "",
) -> Markup:
    """The form as it was filled, and its answer below what stands above it: notice, comparison, tools.

    With `twin` the answer stands also in that language, side by side.
    """
    wanted = tuple(missing.field for missing in result.missing)
    filled = form(calculator, raw, wanted, (), words)
    return _whole(filled, join((above, answer(calculator, typed, result, words, twin))), words)


def with_problems(
    calculator: Calculator, raw: Mapping[str, Any], problems: tuple[Problem, ...], words: Words
) -> Markup:
    """The form as it was filled, errors beside the fields, and their summary in place of the answer."""
    filled = form(calculator, raw, tuple(raw), problems, words)
    return _whole(filled, summary(problems, calculator, words), words)


def _whole(filled: Markup, content: Markup, words: Words) -> Markup:
    section = tag("section", content, class_="calc-result", id="calc-result", aria_label=words.text("view.answer"))
    return Markup(filled + section)
