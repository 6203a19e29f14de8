"""What stands above an answer that was opened from a link: whether its result still holds, or why it cannot be used."""

from calc.questions import Problem
from calc.since import Recorded, Since
from calc.view.compare import then_and_now
from calc.view.html import Markup, prose, tag
from calc.view.sources import citation
from calc.words import Words, problem_text

QUIET = ("bare", "same")
"""Kinds of which there is nothing to explain."""


def opened(found: Since, words: Words) -> Markup:
    """A quiet line where the result still holds; else the old and the new one, and what was recorded since."""
    told = {"made": found.made, "now": found.now}
    if found.kind in QUIET:
        line = tag("p", words.text(f"notice.{found.kind}", **told), id="calc-opened-title")
        return tag("div", line, class_="calc-opened calc-opened-quiet", id="calc-opened")
    lead = tag("p", words.text(f"notice.{found.kind}-lead", **told))
    table = then_and_now(found.rows, words) if found.rows else ""
    recorded = _recorded(found.recorded, words) if found.kind == "changed" else ""
    return _notice(words.text(f"notice.{found.kind}"), (lead, table, recorded))


def refused(problems: tuple[Problem, ...], words: Words) -> Markup:
    """The link was of no use: why, and that nothing in it was taken."""
    why = [tag("li", prose(problem_text(problem, words), words.lang)) for problem in problems]
    return _notice(words.text("notice.refused"), (tag("ul", *why), tag("p", words.text("notice.refused-lead"))))


def _notice(title: str, inside: tuple[Markup | str, ...]) -> Markup:
    heading = tag("h2", title, id="calc-opened-title")
    return tag("section", heading, *inside, class_="calc-opened", id="calc-opened", aria_labelledby="calc-opened-title")


def _recorded(values: tuple[Recorded, ...], words: Words) -> Markup:
    if not values:
        return tag("p", words.text("notice.rules-changed"))
    lines = [
        tag("li", prose(words.say(one.message), words.lang), _sources(one, words), class_="calc-recorded")
        for one in values
    ]
    summary = tag("summary", words.text("notice.recorded"))
    return tag("details", summary, tag("ul", *lines), class_="calc-fold", id="calc-recorded")


def _sources(one: Recorded, words: Words) -> Markup:
    cited = [tag("li", citation(source, one.layers, words)) for source in one.citations]
    return tag("ul", *cited, class_="calc-sources")
