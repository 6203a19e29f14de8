"""One field of a form: label, unit, hint, help, error and control. Kept, since a keystroke changes one field only."""

from functools import cache, lru_cache
from typing import Any

from calc import places
from calc.month import Month
from calc.questions import OWN_MONEY, Question
from calc.view.fault import Fault, error
from calc.view.html import Markup, escape, join, prose, tag, void
from calc.words import Words, field_label

KEYBOARDS: dict[str, dict[str, Any]] = {
    "money": {"inputmode": "decimal"},
    "rate": {"inputmode": "decimal", "data_unit": "%"},
    "number": {"inputmode": "decimal"},
    "whole": {"inputmode": "numeric"},
    "month": {"inputmode": "numeric"},
    "date": {"inputmode": "numeric"},
    "age": {"autocapitalize": "none", "spellcheck": "false"},
    "place": {"autocapitalize": "words", "spellcheck": "false", "data_places": True},
}
"""By kind of question, which keys a phone offers; a month or a day can be typed in digits alone."""


@lru_cache(maxsize=512)
def field(question: Question, typed: str, wrong: Fault | None, words: Words) -> Markup:
    """The field of a question, holding what was typed."""
    return _field(question, question.name, _label(question.name, words), typed, wrong, words)


@lru_cache(maxsize=2048)
def cell(question: Question, key: str, typed: str, wrong: Fault | None, words: Words) -> Markup:
    """The field of a cell such as history.0.months; its column, `key`, says its hint once, above the rows."""
    return _field(question, key, _label(key, words), typed, wrong, words, hint_at=field_id(key))


@lru_cache(maxsize=128)
def own_figure(name: str, typed: str, wrong: Fault | None, words: Words) -> Markup:
    """The field for a figure of the reader's own, such as own.injury.floor."""
    kind = "money" if name.split(".")[2] in OWN_MONEY else "rate"
    return _field(Question(name, kind), "own", field_label(words, name), typed, wrong, words)


@cache
def choice_of_amount(group: str, members: tuple[str, ...], chosen: str, words: Words) -> Markup:
    """Which of several amounts the reader knows."""
    options = [
        tag("option", words.text(f"question.{name}.label"), value=name, selected=name == chosen) for name in members
    ]
    identity = field_id(f"{group}-kind")
    label = tag("label", words.text(f"form.{group}-kind"), for_=identity)
    control = tag("select", *options, id=identity, name=f"{group}-kind")
    return tag("div", label, control, class_="calc-field", id=f"{identity}-group")


@lru_cache(maxsize=64)
def amount(question: Question, group: str, typed: str, wrong: Fault | None, words: Words) -> Markup:
    """How much it is, with unit, hint and help of the amount that was chosen."""
    asked = Question(group, question.kind, low=question.low, high=question.high)
    return _field(asked, question.name, words.text(f"form.{group}"), typed, wrong, words)


def _label(key: str, words: Words) -> str:
    return words.text(f"question.{key}.label")


def _field(
    question: Question, key: str, label: str, typed: str, wrong: Fault | None, words: Words, hint_at: str = ""
) -> Markup:
    """The parts in their order. `key` names the texts; the hint stands at `hint_at` where others share it."""
    identity = field_id(question.name)
    found = error(wrong, question.name, identity, words) if wrong else ""
    unit = _unit(question, key, identity, words)
    said = hint(question, key, words)
    described = [f"{identity}-error"] if found else []
    described += [f"{hint_at or identity}-hint"] if said else []
    described += [f"{identity}-unit"] if unit else []
    named = tag("label", prose(label, words.lang), for_=identity)
    return tag(
        "div",
        tag("div", named, unit, class_="calc-label") if unit else named,
        hint_line(said, identity, words) if said and not hint_at else "",
        help_line(key, identity, words),
        found,
        _control(question, key, typed, " ".join(described) or None, wrong is not None, words),
        class_="calc-field calc-field-wrong" if wrong else "calc-field",
        id=f"{identity}-group",
    )


def hint(question: Question, key: str, words: Words) -> str:
    """What is said below the label; a question without a hint of its own has that of its kind, if there is one."""
    named = next((one for one in (f"question.{key}.hint", f"form.hint.{question.kind}") if words.has(one)), "")
    return words.text(named) if named else ""


def hint_line(said: str, identity: str, words: Words) -> Markup:
    """The hint that controls point to."""
    return tag("p", prose(said, words.lang), class_="calc-hint", id=f"{identity}-hint")


def _unit(question: Question, key: str, identity: str, words: Words) -> Markup | str:
    """What the number counts: said for the question, or for its kind; a figure of one's own has it in its label."""
    if key == "own":
        return ""
    named = next((one for one in (f"question.{key}.unit", f"unit.{question.kind}") if words.has(one)), "")
    return tag("span", words.text(named), class_="calc-unit", id=f"{identity}-unit") if named else ""


def help_line(key: str, identity: str, words: Words) -> Markup | str:
    """Where a reader finds the number, folded away."""
    if not words.has(f"question.{key}.help"):
        return ""
    asked = tag("span", words.text("form.help-for", label=words.text(f"question.{key}.label")), class_="calc-aside")
    title = tag("summary", words.text("form.help"), asked)
    said = tag("p", prose(words.text(f"question.{key}.help"), words.lang))
    return tag("details", title, said, class_="calc-help", id=f"{identity}-help")


def _control(question: Question, key: str, typed: str, described: str | None, wrong: bool, words: Words) -> Markup:
    invalid = "true" if wrong else None
    if question.kind == "place":
        return _place(question, key, typed, described, invalid, words)
    if question.choices or question.kind == "flag":
        options = [
            tag("option", label, value=value, selected=typed.casefold() == value)
            for value, label in _choices(question, key, words)
        ]
        attributes = {"aria_describedby": described, "aria_invalid": invalid}
        return tag("select", *options, id=field_id(question.name), name=question.name, **attributes)
    return _input(question, typed, described, invalid)


def _input(question: Question, typed: str, described: str | None, invalid: str | None) -> Markup:
    picked = question.kind == "month" and not question.low and _is_month(typed)
    return void(
        "input",
        id=field_id(question.name),
        name=question.name,
        type="month" if picked else "text",
        value=typed.rstrip().removesuffix("%").removesuffix("％") if question.kind == "rate" else typed,
        enterkeyhint="go",
        aria_describedby=described,
        aria_invalid=invalid,
        **KEYBOARDS.get(question.kind, {}),
    )


def _place(
    question: Question, key: str, typed: str, described: str | None, invalid: str | None, words: Words
) -> Markup:
    """A box for a name and, beside it, what may be said instead of a place."""
    chosen = typed.casefold() if typed.casefold() in question.choices else ""
    boxes = [_instead(question, value, key, value == chosen, words) for value in question.choices]
    return join((_input(question, "" if chosen else _place_name(typed, words), described, invalid), *boxes))


def _instead(question: Question, value: str, key: str, checked: bool, words: Words) -> Markup:
    identity = f"{field_id(question.name)}-{value}"
    box = void("input", id=identity, name=question.name, type="checkbox", value=value, checked=checked)
    label = tag("label", prose(words.text(f"choice.{key}.{value}"), words.lang), for_=identity)
    return tag("div", box, label, class_="calc-instead")


def _place_name(typed: str, words: Words) -> str:
    """What was typed; for a code, the place's name."""
    found = places.find(typed) if typed.isdigit() else ()
    return found[0].name(words.lang) if len(found) == 1 else typed


def _is_month(typed: str) -> bool:
    try:
        return typed == str(Month.parse(typed))
    except ValueError:
        return False


def _choices(question: Question, key: str, words: Words) -> list[tuple[str, str]]:
    """What can be chosen; nothing is said for the reader where it has to be said, or is not known."""
    if question.kind == "flag":
        offered = [("true", words.text("form.yes")), ("false", words.text("form.no"))]
    else:
        offered = [(value, words.text(f"choice.{key}.{value}")) for value in question.choices]
    if question.shown == "needed" or question.may_be_open:
        return [("", words.text("form.unknown")), *offered]
    if question.kind == "flag" or question.required or "." in question.name:
        return [("", words.text("form.choose")), *offered]
    return offered


def field_id(name: str) -> str:
    """The id of a field's control."""
    return "f-" + escape(name).replace(".", "-")
