"""A calculator's form, from its questions alone."""

from collections.abc import Mapping
from typing import Any

from calc.questions import OWN_MONEY, OWN_RATES, SCHEMES, Calculator, Problem, Question
from calc.view.field import amount, choice_of_amount, field, field_id, own_figure
from calc.view.html import Markup, prose, tag
from calc.words import Words, problem_text

EVERY_OWN_FIGURE = tuple(f"own.{scheme}.{figure}" for scheme in SCHEMES for figure in OWN_MONEY + OWN_RATES)

Raw = Mapping[str, Any]
Errors = Mapping[str, str]


def unfolded(calculator: Calculator, raw: Raw) -> dict[str, Any]:
    """Answers by question name, from the form's two fields for "which amount" and "how much"."""
    answers = dict(raw)
    for group in _groups(calculator):
        kind = answers.pop(f"{group}-kind", None)
        typed = answers.pop(group, None)
        members = [question.name for question in calculator.questions if question.one_of == group]
        if typed is not None or kind is not None:
            answers[kind if kind in members else members[0]] = typed or ""
    return answers


def form(
    calculator: Calculator, raw: Raw, wanted: tuple[str, ...], problems: tuple[Problem, ...], words: Words
) -> Markup:
    """The form, filled with what was typed, with the fields that the place still needs, and errors."""
    errors = {_field_of(calculator, problem): problem_text(problem, words) for problem in reversed(problems)}
    fields = _fields(calculator, raw, wanted)

    def filled(shown: str) -> list[Markup]:
        return [
            field(question, str(raw.get(question.name, "")), errors.get(question.name), words)
            for question in fields[shown]
        ]

    needed = filled("needed")
    needed += [own_figure(name, str(raw.get(name, "")), errors.get(name), words) for name in _own_names(raw, wanted)]
    amounts = [_amount(calculator, group, raw, errors, words) for group in _groups(calculator)]
    actions = tag(
        "div",
        tag("button", words.text("form.submit"), type="submit", class_="calc-submit"),
        tag("button", words.text("form.reset"), type="reset", class_="calc-reset"),
        class_="calc-actions",
    )
    return tag(
        "form",
        *filled("main"),
        *amounts,
        tag("div", *needed, class_="calc-needed", id="calc-needed") if needed else "",
        tag("details", tag("summary", words.text("form.more")), *filled("more"), class_="calc-more", id="calc-more"),
        actions,
        class_="calc-form",
        method="dialog",  # without its script the button does nothing, rather than send the answers anywhere
        novalidate=True,
        autocomplete="off",
    )


def summary(problems: tuple[Problem, ...], calculator: Calculator, words: Words) -> Markup:
    """What is wrong, each line a link to its field; the page moves the focus here on submit."""
    count = len(problems)
    title = words.text("view.errors" if count == 1 else "view.errors-many", count=count)
    return tag(
        "div",
        tag("h2", title, id="calc-summary-title"),
        tag("p", words.text("view.errors-lead")),
        tag("ul", *(tag("li", _told(problem, calculator, words)) for problem in problems)),
        class_="calc-summary",
        role="group",
        aria_labelledby="calc-summary-title",
        tabindex="-1",
    )


def _told(problem: Problem, calculator: Calculator, words: Words) -> Markup:
    """The problem's sentence, as a link where the form has a field for it."""
    sentence = prose(problem_text(problem, words), words.lang)
    name = _field_of(calculator, problem)
    question = calculator.names.get(problem.field)
    has_field = question.kind != "own" if question else name in EVERY_OWN_FIGURE
    return tag("a", sentence, href=f"#{field_id(name)}") if has_field else sentence


def _groups(calculator: Calculator) -> tuple[str, ...]:
    return tuple(dict.fromkeys(question.one_of for question in calculator.questions if question.one_of))


def _field_of(calculator: Calculator, problem: Problem) -> str:
    """The form field that a problem belongs to: an amount's group stands for its members."""
    question = calculator.names.get(problem.field)
    return question.one_of if question and question.one_of else problem.field


def _fields(calculator: Calculator, raw: Raw, wanted: tuple[str, ...]) -> dict[str, list[Question]]:
    shown: dict[str, list[Question]] = {"main": [], "more": [], "needed": []}
    for question in calculator.questions:
        if question.one_of or question.kind == "own":
            continue
        asked = question.name in wanted or raw.get(question.name) not in (None, "")
        if question.shown != "needed" or asked:
            shown[question.shown].append(question)
    return shown


def _amount(calculator: Calculator, group: str, raw: Raw, errors: Errors, words: Words) -> Markup:
    """Which amount is known, and how much it is."""
    members = tuple(question.name for question in calculator.questions if question.one_of == group)
    chosen = next((name for name in members if name in raw), members[0])
    kind = choice_of_amount(group, members, chosen, words)
    return Markup(kind + amount(calculator.names[chosen], group, str(raw.get(chosen, "")), errors.get(group), words))


def _own_names(raw: Raw, wanted: tuple[str, ...]) -> tuple[str, ...]:
    typed = [name for name, answer in raw.items() if name in EVERY_OWN_FIGURE and answer]
    names = {*typed, *(name for name in wanted if name.startswith("own."))}
    return tuple(name for name in EVERY_OWN_FIGURE if name in names)
