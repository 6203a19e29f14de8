"""A calculator's form, from its questions alone."""

from collections.abc import Mapping
from typing import Any

from calc.given import fold_rows
from calc.questions import OWN_MONEY, OWN_RATES, SCHEMES, Calculator, Problem, Question
from calc.view.fault import Fault, fault
from calc.view.field import amount, choice_of_amount, field, field_id, own_figure
from calc.view.html import Markup, prose, tag
from calc.view.rows import rows
from calc.words import Words, problem_text

EVERY_OWN_FIGURE = tuple(f"own.{scheme}.{figure}" for scheme in SCHEMES for figure in OWN_MONEY + OWN_RATES)

Raw = Mapping[str, Any]
Faults = Mapping[str, Fault]


def unfolded(calculator: Calculator, raw: Raw) -> dict[str, Any]:
    """Answers by question name, from the form's two fields for "which amount" and "how much", and from its cells."""
    answers = fold_rows(raw, calculator)
    for group in _groups(calculator):
        kind = answers.pop(f"{group}-kind", None)
        typed = answers.pop(group, None)
        members = [question.name for question in calculator.questions if question.one_of == group]
        if typed is None and kind is None:
            continue
        chosen = kind if kind in members else members[0]
        if calculator.names[chosen].kind == "rows":
            typed = answers.get(chosen)
        for other in members:
            answers.pop(other, None)  # left over from the amount that was chosen before
        answers[chosen] = typed or ""
    return answers


def form(
    calculator: Calculator, raw: Raw, wanted: tuple[str, ...], problems: tuple[Problem, ...], words: Words
) -> Markup:
    """The form, filled with what was typed, with the fields that the place still needs, and errors."""
    raw = fold_rows(raw, calculator)
    faults = {_field_of(calculator, problem): fault(problem, words) for problem in reversed(problems)}
    fields = _fields(calculator, raw, wanted)

    def filled(shown: str) -> list[Markup]:
        return [_asked(question, raw, faults, words) for question in fields[shown]]

    needed = filled("needed")
    needed += [own_figure(name, str(raw.get(name, "")), faults.get(name), words) for name in _own_names(raw, wanted)]
    amounts = [_amount(calculator, group, raw, faults, words) for group in _groups(calculator)]
    actions = tag(
        "div",
        tag("button", words.text("form.submit"), type="submit", class_="calc-submit", id="calc-submit"),
        tag("button", words.text("form.reset"), type="reset", class_="calc-reset", id="calc-reset"),
        class_="calc-actions",
    )
    return tag(
        "form",
        *filled("main"),
        *amounts,
        tag("div", *needed, class_="calc-needed", id="calc-needed") if needed else "",
        _folded_away(filled("more"), words),
        actions,
        class_="calc-form",
        method="dialog",  # without its script the button does nothing, rather than send the answers anywhere
        novalidate=True,
        autocomplete="off",
    )


def _asked(question: Question, raw: Raw, faults: Faults, words: Words) -> Markup:
    if question.kind == "rows":
        return rows(question, raw.get(question.name), faults, words)
    return field(question, str(raw.get(question.name, "")), faults.get(question.name), words)


def _folded_away(fields: list[Markup], words: Words) -> Markup | str:
    if not fields:
        return ""
    return tag("details", tag("summary", words.text("form.more")), *fields, class_="calc-more", id="calc-more")


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
    return tag("a", sentence, href=f"#{field_id(name)}") if _has_field(calculator, name) else sentence


def _has_field(calculator: Calculator, name: str) -> bool:
    """Whether the form has something to link to: a field, a group of amounts, a row or one of its cells."""
    first, *rest = name.split(".")
    question = calculator.names.get(first)
    if question is None or question.kind == "own":
        return name in _groups(calculator) or name in EVERY_OWN_FIGURE
    if not rest:
        return True
    columns = [column.name for column in question.columns]
    is_row = rest[0].isdecimal() and int(rest[0]) < question.most
    return is_row and (len(rest) == 1 or (len(rest) == 2 and rest[1] in columns))


def _groups(calculator: Calculator) -> tuple[str, ...]:
    return tuple(dict.fromkeys(question.one_of for question in calculator.questions if question.one_of))


def _field_of(calculator: Calculator, problem: Problem) -> str:
    """The form field that a problem belongs to: an amount's group stands for its members, but not for their rows."""
    question = calculator.names.get(problem.field)
    is_amount = question and question.one_of and question.kind != "rows"
    return question.one_of if question and is_amount else problem.field


def _fields(calculator: Calculator, raw: Raw, wanted: tuple[str, ...]) -> dict[str, list[Question]]:
    shown: dict[str, list[Question]] = {"main": [], "more": [], "needed": []}
    for question in calculator.questions:
        if question.one_of or question.kind == "own":
            continue
        asked = question.name in wanted or raw.get(question.name) not in (None, "")
        if question.shown != "needed" or asked:
            shown[question.shown].append(question)
    return shown


def _amount(calculator: Calculator, group: str, raw: Raw, faults: Faults, words: Words) -> Markup:
    """Which amount is known, and how much it is."""
    members = tuple(question.name for question in calculator.questions if question.one_of == group)
    chosen = next((name for name in members if name in raw), members[0])
    kind = choice_of_amount(group, members, chosen, words)
    question = calculator.names[chosen]
    if question.kind == "rows":
        wrong = {chosen: faults[group]} if group in faults else {}
        table = rows(question, raw.get(chosen), {**wrong, **faults}, words)
        return Markup(kind + tag("div", table, id=field_id(group), tabindex="-1"))
    return Markup(kind + amount(question, group, str(raw.get(chosen, "")), faults.get(group), words))


def _own_names(raw: Raw, wanted: tuple[str, ...]) -> tuple[str, ...]:
    typed = [name for name, answer in raw.items() if name in EVERY_OWN_FIGURE and answer]
    names = {*typed, *(name for name in wanted if name.startswith("own."))}
    return tuple(name for name in EVERY_OWN_FIGURE if name in names)
