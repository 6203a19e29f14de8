"""What is wrong with a field, as its form shows it: a sentence, and places to choose from where a name is shared."""

from dataclasses import dataclass

from calc import places
from calc.questions import Problem
from calc.view.html import Markup, prose, tag
from calc.words import Words, problem_text


@dataclass(frozen=True, slots=True)
class Fault:
    """One field's error; `places` are the codes it may mean."""

    text: str
    places: tuple[str, ...] = ()


def fault(problem: Problem, words: Words) -> Fault:
    """The error of a problem."""
    offered = problem.values.get("places", ())
    return Fault(problem_text(problem, words), tuple(offered))


def error(found: Fault, name: str, identity: str, words: Words) -> Markup:
    """The sentence beside the field and, below it, a button for each place that the name can mean."""
    said = tag("p", prose(found.text, words.lang), class_="calc-error", id=f"{identity}-error")
    if not found.places:
        return said
    buttons = [_candidate(code, name, words) for code in found.places]
    choose = words.text("form.choose-place")
    return Markup(said + tag("div", *buttons, class_="calc-candidates", role="group", aria_label=choose))


def _candidate(code: str, name: str, words: Words) -> Markup:
    return tag(
        "button",
        places.get(code).name_in_province(words.lang),
        type="button",
        class_="calc-candidate",
        data_field=name,
        data_value=code,
    )
