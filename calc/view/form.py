"""A calculator's form, from its questions alone."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from calc import places
from calc.door import problem_text
from calc.questions import OWN_MONEY, OWN_RATES, SCHEMES, Calculator, Problem, Question
from calc.view.html import Markup, escape, join, tag, void
from calc.words import Words, field_label

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
    main = [_field(question, raw, errors, words) for question in fields["main"]]
    needed = [_field(question, raw, errors, words) for question in fields["needed"]]
    more = [_field(question, raw, errors, words) for question in fields["more"]]
    own = [_own_field(name, raw, errors, words) for name in _own_names(raw, wanted)]
    actions = tag(
        "div",
        tag("button", words.text("form.submit"), type="submit", class_="calc-submit"),
        tag("button", words.text("form.reset"), type="reset", class_="calc-reset"),
        class_="calc-actions",
    )
    return tag(
        "form",
        *_with_group(calculator, main, raw, errors, words),
        *([tag("div", *needed, *own, class_="calc-needed", id="calc-needed")] if needed or own else []),
        tag("details", tag("summary", words.text("form.more")), *more, class_="calc-more", id="calc-more"),
        actions,
        class_="calc-form",
        novalidate=True,
        autocomplete="off",
    )


def summary(problems: tuple[Problem, ...], calculator: Calculator, words: Words) -> Markup:
    """What is wrong, each line a link to its field; the page moves the focus here on submit."""
    count = len(problems)
    title = words.text("view.errors" if count == 1 else "view.errors-many", count=count)
    lines = [
        tag("li", tag("a", problem_text(problem, words), href=f"#{field_id(_field_of(calculator, problem))}"))
        for problem in problems
    ]
    return tag(
        "div",
        tag("h2", title, id="calc-summary-title"),
        tag("p", words.text("view.errors-lead")),
        tag("ul", *lines),
        class_="calc-summary",
        role="group",
        aria_labelledby="calc-summary-title",
        tabindex="-1",
    )


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


def _with_group(calculator: Calculator, main: list[Markup], raw: Raw, errors: Errors, words: Words) -> list[Markup]:
    return main + [_amount(calculator, group, raw, errors, words) for group in _groups(calculator)]


def _amount(calculator: Calculator, group: str, raw: Raw, errors: Errors, words: Words) -> Markup:
    members = [question.name for question in calculator.questions if question.one_of == group]
    chosen = next((name for name in members if name in raw), members[0])
    options = [
        tag("option", words.text(f"question.{name}.label"), value=name, selected=name == chosen) for name in members
    ]
    kind = tag("select", *options, id=field_id(f"{group}-kind"), name=f"{group}-kind")
    question = calculator.names[chosen]
    box = _input(question, group, raw.get(chosen, ""), errors.get(group), words, hint=True)
    return join(
        (
            _wrap(f"{group}-kind", words.text(f"form.{group}-kind"), "", None, kind),
            _wrap(group, words.text(f"form.{group}"), words.text(f"question.{chosen}.hint"), errors.get(group), box),
        )
    )


def _field(question: Question, raw: Raw, errors: Errors, words: Words) -> Markup:
    name, typed, error = question.name, raw.get(question.name, ""), errors.get(question.name)
    hint_key = f"question.{name}.hint"
    hint = words.text(hint_key) if words.has(hint_key) else ""
    if question.choices or question.kind == "flag":
        control = _select(question, typed, error, words)
    else:
        control = _input(question, name, typed, error, words, hint=bool(hint))
    return _wrap(name, field_label(words, name), hint, error, control)


def _own_names(raw: Raw, wanted: tuple[str, ...]) -> tuple[str, ...]:
    typed = [name for name, answer in raw.items() if name.startswith("own.") and answer]
    names = {*typed, *(name for name in wanted if name.startswith("own."))}
    return tuple(name for name in EVERY_OWN_FIGURE if name in names)


def _own_field(name: str, raw: Raw, errors: Errors, words: Words) -> Markup:
    kind = "money" if name.split(".")[2] in OWN_MONEY else "rate"
    label = field_label(words, name)
    control = _input(Question(name, kind), name, raw.get(name, ""), errors.get(name), words, hint=True)
    return _wrap(name, label, words.text("question.own.hint"), errors.get(name), control)


def _wrap(name: str, label: str, hint: str, error: str | None, control: Markup) -> Markup:
    identity = field_id(name)
    return tag(
        "div",
        tag("label", label, for_=identity),
        tag("p", hint, class_="calc-hint", id=f"{identity}-hint") if hint else "",
        tag("p", error, class_="calc-error", id=f"{identity}-error") if error else "",
        control,
        class_="calc-field calc-field-wrong" if error else "calc-field",
        id=f"{identity}-group",
    )


def _described(name: str, hint: bool, error: str | None) -> str | None:
    parts = ([f"{field_id(name)}-error"] if error else []) + ([f"{field_id(name)}-hint"] if hint else [])
    return " ".join(parts) or None


def _input(question: Question, name: str, typed: Any, error: str | None, words: Words, hint: bool) -> Markup:
    return void(
        "input",
        id=field_id(name),
        name=name,
        type="month" if question.kind == "month" and _is_month(typed) else "text",
        value=_typed_text(question, typed, words),
        inputmode={"money": "decimal", "rate": "decimal", "whole": "numeric"}.get(question.kind),
        list="calc-places" if question.kind == "place" else None,
        data_unit="%" if question.kind == "rate" else None,
        aria_describedby=_described(name, hint, error),
        aria_invalid="true" if error else None,
    )


def _is_month(typed: Any) -> bool:
    text = str(typed)
    return len(text) == 7 and text[4] == "-" and text.replace("-", "").isascii() and text.replace("-", "").isdigit()


def _typed_text(question: Question, typed: Any, words: Words) -> str:
    """What stands in the box: what was typed; for a code, the place's name; a rate without its sign."""
    text = str(typed or "")
    if question.kind == "place" and text.isdigit() and len(places.find(text)) == 1:
        return places.find(text)[0].name(words.lang)
    if question.kind == "rate":
        return text.rstrip().removesuffix("%").removesuffix("％")
    return text


@cache
def place_list(words: Words) -> Markup:
    """The names that a place field offers; made once, since nothing in it depends on the answers."""
    options = [tag("option", value=place.name(words.lang)) for place in places.everywhere()]
    return tag("datalist", *options, id="calc-places")


def _select(question: Question, typed: Any, error: str | None, words: Words) -> Markup:
    options = []
    if question.shown == "needed":
        options.append(tag("option", words.text("form.unknown"), value="", selected=not typed))
    for value, label in _choices(question, words):
        options.append(tag("option", label, value=value, selected=str(typed).casefold() == value))
    hint = words.has(f"question.{question.name}.hint")
    return tag(
        "select",
        *options,
        id=field_id(question.name),
        name=question.name,
        aria_describedby=_described(question.name, hint, error),
        aria_invalid="true" if error else None,
    )


def _choices(question: Question, words: Words) -> list[tuple[str, str]]:
    if question.kind == "flag":
        return [("true", words.text("form.yes")), ("false", words.text("form.no"))]
    return [(value, words.text(f"choice.{question.name}.{value}")) for value in question.choices]


def field_id(name: str) -> str:
    """The id of a field's control."""
    return "f-" + escape(name).replace(".", "-")
