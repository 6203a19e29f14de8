"""The pages of a calculator: form and answer as HTML, from what was typed or from a link, alone or compared."""

from collections.abc import Mapping
from typing import Any

from calc import links, rules
from calc.door import answer, opened, refusal
from calc.month import Month
from calc.questions import Calculator, InputError, Problem, RefusedError
from calc.recap import as_typed
from calc.result import Result
from calc.words import LANGUAGES, Words, words

Raw = Mapping[str, Any]
Answered = tuple[dict[str, Any], Result]


def page(
    calculator: str,
    answers: Raw,
    lang: str,
    today: str | None = None,
    *,
    beside: bool = False,
    against: Raw | None = None,
    link: str | None = None,
) -> str:
    """The form and the answer as an HTML fragment.

    Answers that cannot be used are no error here: the form says what to mend beside each field, and
    keeps what was typed. Without any answers, the worked example is shown.

    Args:
        calculator, answers, lang, today: as for `calc.run`; the answers may also come as the form sends them.
        beside: the answer in both languages, side by side.
        against: other answers, usable ones, to compare with.
        link: the part of an address after the #; its answers take the place of `answers` and `against`. One that
            cannot be used is told above the worked example.

    Raises:
        InputError: there is no such calculator or language, the day is none, or `against` cannot be used.

    >>> page("contributions", {}, "en", "2026-11-22").startswith("<form")
    True
    """
    from calc import view

    asked, said, day = opened(calculator, lang, today)
    if link is not None:
        return _from_link(asked, said, day, link, beside)
    if not isinstance(answers, Mapping):
        raise refusal(RefusedError(Problem("answers", "not-answers")), said)
    raw = view.unfolded(asked, answers) if answers else _example(asked, day)
    try:
        found = answer(asked, raw, day)
    except RefusedError as refused:
        return view.with_problems(asked, raw, refused.problems, said)
    other = None if against is None else usable(asked, said, day, against)
    return _answered(asked, said, day, raw, found, other=other, beside=beside)


def problems(calculator: str, answers: Raw, lang: str, today: str | None = None) -> list[dict[str, str]]:
    """What `page` would say is wrong with these answers; empty when they can be used."""
    asked, said, day = opened(calculator, lang, today)
    try:
        usable(asked, said, day, answers)
    except InputError as error:
        return error.problems
    return []


def usable(asked: Calculator, said: Words, day: str, raw: Raw) -> Answered:
    """The answer to what a form or a shell gave.

    Raises:
        InputError: with every problem of it.
    """
    from calc import view

    try:
        return answer(asked, view.unfolded(asked, raw), day)
    except RefusedError as refused:
        raise refusal(refused, said) from None


def pinned(calculator: str, link: str) -> Mapping[str, str] | None:
    """The answers that a link compares with; None where it compares with none or cannot be used."""
    asked = rules.get(calculator)
    found = links.read(asked, link)
    return as_typed(asked, found.other) if isinstance(found, links.Link) and found.other else None


def _example(calculator: Calculator, today: str) -> dict[str, Any]:
    month = {"month": today[:7]} if "month" in calculator.names else {}
    return {**calculator.example, **month}


def _from_link(asked: Calculator, said: Words, day: str, fragment: str, beside: bool) -> str:
    from calc.since import since
    from calc.view import notice

    found = links.read(asked, fragment)
    if isinstance(found, links.Link):
        try:
            answered = answer(asked, found.answers, day)
            other = answer(asked, found.other, day) if found.other else None
        except RefusedError as refused:
            found = refused.problems
        else:
            above = notice.opened(since(asked, found, answered[1]), said)
            raw = as_typed(asked, found.answers)
            return _answered(asked, said, day, raw, answered, above, other, beside)
    example = _example(asked, day)
    return _answered(asked, said, day, example, answer(asked, example, day), notice.refused(found, said))


def _answered(
    asked: Calculator,
    said: Words,
    day: str,
    raw: Raw,
    found: Answered,
    notice: str = "",
    other: Answered | None = None,
    beside: bool = False,
) -> str:
    """Form and answer, and above the answer: what there is to say of its link, the tools, the comparison."""
    from calc import view
    from calc.view.tools import tools

    typed, result = found
    above = (
        notice,
        tools(_link(asked, found, other), bool(result.dates), beside, other is not None, said),
        _compared(asked, said, other, found) if other else "",
    )
    twin = words(next(lang for lang in LANGUAGES if lang != said.lang), asked.id) if beside else None
    return view.with_answer(asked, raw, {"month": Month.parse(day), **typed}, result, said, twin, view.join(above))


def _compared(asked: Calculator, said: Words, first: Answered, second: Answered) -> str:
    from calc.compare import Side, compare
    from calc.view.compare import compared

    return compared(asked, compare(asked, Side(*first), Side(*second)), said)


def _link(asked: Calculator, found: Answered, other: Answered | None) -> str:
    """The link to the answer, "" where it would be too long for one."""
    try:
        return links.written(asked, *found, other and other[0])
    except RefusedError:
        return ""
