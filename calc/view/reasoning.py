"""How an answer was worked out: each step with its arithmetic, its law, its sources and their grade."""

from typing import Any

from calc.citations import article, is_article, source
from calc.places import NATION, get
from calc.result import Result, Step
from calc.view.html import Markup, join, tag
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
    cited = [_citation(citation, layers, words) for citation in step.citations]
    formula = tag("p", step.formula, class_="calc-formula") if step.formula else ""
    evidence = tag("p", _evidence(step, words), class_=f"calc-grade calc-grade-{step.grade}") if step.layers else ""
    own = tag("p", words.text("view.own-figure"), class_="calc-grade") if step.own else ""
    return tag(
        "li",
        tag("p", words.say(step.message)),
        formula,
        tag("ul", *(tag("li", one) for one in cited), class_="calc-sources") if cited else "",
        evidence,
        own,
        class_="calc-step",
        id="step-" + step.id.replace(".", "-").replace("_", "-"),
    )


def _evidence(step: Step, words: Words) -> str:
    parts = [words.text("view.in-layer", place=step.layers[0]), _in_force(step.in_force, words)]
    parts.append(words.text(f"grade.{step.grade}"))
    return words.text("format.semicolon").join(part for part in parts if part)


def _in_force(months: Any, words: Words) -> str:
    start, end = months or (None, None)
    if start and end:
        return words.text("view.in-force", start=start, end=end)
    if start:
        return words.text("view.in-force-open", start=start)
    return words.text("view.in-force-until", end=end) if end else ""


def _citation(citation: str, layers: tuple[str, ...], words: Words) -> Markup:
    if is_article(citation):
        found = article(citation)
        name = words.text("view.article", law=found[f"law_{words.lang}"], number=found["number"], zh=found["number_zh"])
        return join((tag("cite", name), words.text("format.colon"), found[f"gives_{words.lang}"]))
    return _source(source(citation, layers), layers, words)


def _source(found: dict[str, Any], layers: tuple[str, ...], words: Words) -> Markup:
    """Issuer, number, title; the address with its state; the compilations it was seen in."""
    lang = words.lang
    issuer, number, title = found.get(f"issuer_{lang}"), found.get("number"), found.get(f"title_{lang}")
    named = [part for part in (issuer, number, title) if part]
    name = join(_between(named or [words.text("view.no-number")], words.text("format.pause")))
    via = [source(one, layers)[f"title_{lang}"] for one in found.get("via", ())]
    state = words.text(f"view.link-{found['link']}") if "url" in found else ""
    notes = [state, words.text("view.seen-in", via=words.text("format.comma").join(via)) if via else ""]
    linked = tag("a", name, href=found["url"], rel="noopener noreferrer") if "url" in found else tag("cite", name)
    said = words.text("format.semicolon").join(note for note in notes if note)
    return join((linked, f" ({said})" if said and lang == "en" else f"（{said}）" if said else ""))


def _between(parts: list[Any], separator: str) -> list[Any]:
    return [piece for part in parts for piece in (separator, part)][1:]
