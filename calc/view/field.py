"""One field of a form: label, hint, error and control. Kept, since a keystroke changes one field only."""

from functools import cache, lru_cache

from calc import places
from calc.month import Month
from calc.questions import OWN_MONEY, Question
from calc.view.html import Markup, escape, prose, tag, void
from calc.words import Words, field_label


@lru_cache(maxsize=512)
def field(question: Question, typed: str, error: str | None, words: Words) -> Markup:
    """The field of a question, holding what was typed."""
    hint_key = f"question.{question.name}.hint"
    hint = words.text(hint_key) if words.has(hint_key) else ""
    if question.choices or question.kind == "flag":
        control = _select(question, typed, error, words)
    else:
        control = _input(question, question.name, typed, error, words, hint=bool(hint))
    return _wrap(question.name, field_label(words, question.name), hint, error, control, words)


@lru_cache(maxsize=128)
def own_figure(name: str, typed: str, error: str | None, words: Words) -> Markup:
    """The field for a figure of the reader's own, such as own.injury.floor."""
    kind = "money" if name.split(".")[2] in OWN_MONEY else "rate"
    control = _input(Question(name, kind), name, typed, error, words, hint=True)
    return _wrap(name, field_label(words, name), words.text("question.own.hint"), error, control, words)


@cache
def choice_of_amount(group: str, members: tuple[str, ...], chosen: str, words: Words) -> Markup:
    """Which of several amounts the reader knows."""
    options = [
        tag("option", words.text(f"question.{name}.label"), value=name, selected=name == chosen) for name in members
    ]
    control = tag("select", *options, id=field_id(f"{group}-kind"), name=f"{group}-kind")
    return _wrap(f"{group}-kind", words.text(f"form.{group}-kind"), "", None, control, words)


def amount(question: Question, group: str, typed: str, error: str | None, words: Words) -> Markup:
    """How much it is, with the hint of the amount that was chosen."""
    control = _input(question, group, typed, error, words, hint=True)
    hint = words.text(f"question.{question.name}.hint")
    return _wrap(group, words.text(f"form.{group}"), hint, error, control, words)


def _wrap(name: str, label: str, hint: str, error: str | None, control: Markup, words: Words) -> Markup:
    identity = field_id(name)
    return tag(
        "div",
        tag("label", prose(label, words.lang), for_=identity),
        tag("p", prose(hint, words.lang), class_="calc-hint", id=f"{identity}-hint") if hint else "",
        tag("p", prose(error, words.lang), class_="calc-error", id=f"{identity}-error") if error else "",
        control,
        class_="calc-field calc-field-wrong" if error else "calc-field",
        id=f"{identity}-group",
    )


def _described(name: str, hint: bool, error: str | None) -> str | None:
    parts = ([f"{field_id(name)}-error"] if error else []) + ([f"{field_id(name)}-hint"] if hint else [])
    return " ".join(parts) or None


def _input(question: Question, name: str, typed: str, error: str | None, words: Words, hint: bool) -> Markup:
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


def _is_month(typed: str) -> bool:
    text = str(typed)
    try:
        return text == str(Month.parse(text))
    except ValueError:
        return False


def _typed_text(question: Question, typed: str, words: Words) -> str:
    """What stands in the box: what was typed; for a code, the place's name; a rate without its sign."""
    text = typed
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


def _select(question: Question, typed: str, error: str | None, words: Words) -> Markup:
    options = []
    if question.shown == "needed" or question.may_be_open:
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
