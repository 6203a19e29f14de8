"""Answers out of a list: a place, one of a few choices, yes or no."""

from typing import Any

from calc import places
from calc.questions import Question
from calc.reading.refusal import refuse, shown, text_of

YES = ("true", "yes", "y", "1", "是")
NO = ("false", "no", "n", "0", "否")


def read_place(question: Question, answer: Any) -> str:
    """The code of a place, by any of its names; or one of the question's own choices, such as none."""
    text = text_of(answer)
    if text.casefold() in question.choices:
        return text.casefold()
    found = places.find(text)
    if len(found) > 1:
        raise refuse(question.name, "ambiguous-place", typed=shown(answer), places=[place.code for place in found])
    if not found and places.is_elsewhere(text):
        raise refuse(question.name, "place-elsewhere", typed=shown(answer))
    if not found:
        raise refuse(question.name, "unknown-place", typed=shown(answer))
    return found[0].code


def read_choice(question: Question, answer: Any) -> str:
    """One of the question's choices."""
    chosen = text_of(answer).casefold()
    if chosen not in question.choices:
        raise refuse(question.name, "unknown-choice", typed=shown(answer), known=list(question.choices))
    return chosen


def read_flag(question: Question, answer: Any) -> bool:
    """Yes or no, in either language."""
    said = text_of(answer).casefold()
    if said not in YES + NO:
        raise refuse(question.name, "unknown-choice", typed=shown(answer), known=["true", "false"])
    return said in YES
