"""How an answer was worked out: each step with its arithmetic, its law, its sources and their grade."""

from functools import lru_cache
from typing import Any

from calc.result import Reason, Result, Step
from calc.view.html import Markup, join, prose, tag
from calc.view.pieces import Box, fold
from calc.view.said import heading, text
from calc.view.sources import Cited
from calc.words import Words

SIGNS = {True: ("yes", "✓"), False: ("no", "✕"), None: ("open", "?")}
"""Met, not met, not known yet: the end of the text key, and the sign that goes with the word."""


def reasons(result: Result, cited: Cited, words: Words) -> Box | str:
    """The conditions one by one, each with sign, word, sentence and law."""
    if not result.reasons:
        return ""
    lines = [_reason(reason, cited, words) for reason in result.reasons]
    title = heading(text("view.reasons", words))
    return Box("section", [title, Box("ul", lines)], class_="calc-reasons")


def _reason(reason: Reason, cited: Cited, words: Words) -> Box:
    kind, sign = SIGNS[reason.met]
    mark = tag("span", sign, class_="calc-sign", aria_hidden="true")
    word = tag("strong", mark, words.text(f"view.reason-{kind}"), class_="calc-met")
    said = tag("p", word, " ", prose(words.say(reason.message), words.lang))
    return Box("li", [join((said, cited.references(reason.citations, words)))], data_met=kind)


def steps(result: Result, cited: Cited, words: Words) -> Box | str:
    """The foldable list of steps, or nothing where there is none."""
    if not result.steps:
        return ""
    lines = [_step(step, cited, words) for step in result.steps]
    about = words.text("view.steps")
    return fold(about, [Box("ol", lines)], class_="calc-fold calc-steps", id="calc-steps")


def _step(step: Step, cited: Cited, words: Words) -> Box:
    said = tag("p", prose(words.say(step.message), words.lang))
    formula = tag("p", step.formula, class_="calc-formula") if step.formula else ""
    evidence = _evidence(
        step.grade if step.layers else "",
        step.layers[:1],
        step.in_force,
        step.own,
        cited.references(step.citations, words),
        words,
    )
    identity = "step-" + step.id.replace(".", "-").replace("_", "-")
    return Box("li", [join((said, formula, evidence))], class_="calc-step", id=identity)


@lru_cache(maxsize=512)
def _evidence(grade: str, layer: tuple[str, ...], months: Any, own: bool, refs: Markup, words: Words) -> Markup | str:
    """One quiet line: how sure, whose figures, since when, resting on what."""
    parts = [tag("span", words.text(f"grade.{grade}"), class_=f"calc-grade calc-grade-{grade}")] if grade else []
    if own:
        parts.append(tag("span", words.text("view.own-figure"), class_="calc-own"))
    if layer:
        told = [words.text("view.in-layer", place=layer[0]), in_force(months, words)]
        parts.append(tag("span", prose(words.text("format.pause").join(filter(None, told)), words.lang)))
    inside = [*parts, refs]
    return tag("p", *inside, class_="calc-evidence") if any(inside) else ""


def in_force(months: Any, words: Words) -> str:
    """The months for which a figure was printed, in words; "" where neither end is known."""
    start, end = months or (None, None)
    if start and end:
        return words.text("view.in-force", start=start, end=end)
    if start:
        return words.text("view.in-force-open", start=start)
    return words.text("view.in-force-until", end=end) if end else ""
