"""An error report: everything that makes an error findable, in a text that the reader completes and sends."""

from calc.keep import Answered
from calc.links import flat, outcome_and_highlights
from calc.recap import recap


def as_text(answered: Answered) -> str:
    """The report in the reader's language; lines for the browser and for what is wrong are left to fill in."""
    from calc import RULES_VERSION

    words = answered.words
    colon = words.text("format.colon")

    def head(key: str) -> str:
        return words.text(key) + colon

    privacy = words.text("report.privacy", answers=words.text("saved.answers"), link=words.text("saved.link"))
    lines = [
        words.text("report.title"),
        "",
        head("report.calculator") + f"{answered.calculator.id}{words.text('format.aside', text=answered.title)}",
        head("saved.rules") + RULES_VERSION,
        head("report.language") + words.lang,
        head("saved.page") + answered.address,
        "",
        head("saved.answers").rstrip(),
        *_answers(answered),
        head("saved.results").rstrip(),
        *_results(answered),
        head("saved.link") + answered.link,
        privacy,
        "",
        head("report.browser").rstrip(),
        "",
        head("report.wrong").rstrip(),
        "",
    ]
    return "\n".join(lines)


def _answers(answered: Answered) -> list[str]:
    said = recap(answered.calculator, answered.side.typed, answered.words)
    fields = flat(answered.calculator, answered.side.typed)
    return [
        f"  {name} = {value}" + answered.words.text("format.aside", text=f"{said[name].label} {said[name].answer}")
        for name, value in fields.items()
    ]


def _results(answered: Answered) -> list[str]:
    result = answered.side.result
    found = {"outcome": result.outcome} | outcome_and_highlights(answered.calculator, result)
    return [f"  {name} = {value}" for name, value in found.items()]
