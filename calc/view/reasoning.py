"""How an answer was worked out: each step with its arithmetic, its law, its sources and their grade."""

from functools import cache
from typing import Any

from calc.citations import article, is_article, source
from calc.places import NATION, get
from calc.result import Result, Step
from calc.view.html import Markup, join, prose, tag
from calc.words import Words


def steps(result: Result, place: str, words: Words) -> Markup | str:
    """The foldable list of steps, or nothing where there is none."""
    if not result.steps:
        return ""
    layers = get(place).layers if place != NATION else (NATION,)
    lines = [_step(step, layers, words) for step in result.steps]
    return tag(
        "details",
        tag("summary", words.text("view.steps")),
        tag("ol", *lines),
        class_="calc-steps",
        id="calc-steps",
    )


def _step(step: Step, layers: tuple[str, ...], words: Words) -> Markup:
    formula = tag("p", step.formula, class_="calc-formula") if step.formula else ""
    evidence = (
        tag("p", prose(_evidence(step, words), words.lang), class_=f"calc-grade calc-grade-{step.grade}")
        if step.layers
        else ""
    )
    own = tag("p", words.text("view.own-figure"), class_="calc-grade") if step.own else ""
    return tag(
        "li",
        tag("p", prose(words.say(step.message), words.lang)),
        formula,
        _citations(step.citations, layers, words),
        evidence,
        own,
        class_="calc-step",
        id="step-" + step.id.replace(".", "-").replace("_", "-"),
    )


@cache
def _citations(citations: tuple[str, ...], layers: tuple[str, ...], words: Words) -> Markup:
    """The list of what a step rests on; kept, because the same steps are told again at every keystroke."""
    lines = [tag("li", citation(cited, layers, words)) for cited in citations]
    return tag("ul", *lines, class_="calc-sources") if lines else Markup("")


def _evidence(step: Step, words: Words) -> str:
    parts = [words.text("view.in-layer", place=step.layers[0]), in_force(step.in_force, words)]
    parts.append(words.text(f"grade.{step.grade}"))
    return words.text("format.semicolon").join(part for part in parts if part)


def in_force(months: Any, words: Words) -> str:
    """The months for which a figure was printed, in words; "" where neither end is known."""
    start, end = months or (None, None)
    if start and end:
        return words.text("view.in-force", start=start, end=end)
    if start:
        return words.text("view.in-force-open", start=start)
    return words.text("view.in-force-until", end=end) if end else ""


def citation(cited: str, layers: tuple[str, ...], words: Words) -> Markup:
    """What a step or a figure rests on: an article with what it gives, or a source with its state."""
    if is_article(cited):
        found = article(cited)
        law = {"law": found[f"law_{words.lang}"], "number": found["number"], "zh": found["number_zh"]}
        name = tag("cite", prose(words.text("view.article", **law), words.lang))
        return join((name, words.text("format.colon"), prose(found[f"gives_{words.lang}"], words.lang)))
    return _source(source(cited, layers), layers, words)


def _source(found: dict[str, Any], layers: tuple[str, ...], words: Words) -> Markup:
    """Issuer, number, title; the address with its state; the compilations it was seen in."""
    lang = words.lang
    named = [part for part in (found.get(f"issuer_{lang}"), found.get("number"), found.get(f"title_{lang}")) if part]
    name = prose(words.text("format.pause").join(named or [words.text("view.no-number")]), lang)
    via = [source(one, layers)[f"title_{lang}"] for one in found.get("via", ())]
    notes = [words.text(f"view.link-{found['link']}")] if "url" in found else []
    notes += [words.text("view.seen-in", via=words.text("format.comma").join(via))] if via else []
    said = words.text("format.aside", text=words.text("format.semicolon").join(notes)) if notes else ""
    linked = tag("a", name, href=found["url"], rel="noopener noreferrer") if "url" in found else tag("cite", name)
    return join((linked, prose(said, lang)))
