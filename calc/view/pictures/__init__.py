"""Each kind of picture as HTML and inline SVG, without a single style attribute.

Labels are real text in the page's own grid, never text inside a drawing: they wrap, grow and are read out.
"""

from calc.pictures import Bars, Flow, Ladder, Picture
from calc.view.pictures.bars import bars
from calc.view.pictures.flow import flow
from calc.view.pieces import Box
from calc.view.said import heading, paragraphs, said, text
from calc.view.sources import Cited
from calc.words import Words


def picture(drawn: Picture, number: int, cited: Cited, words: Words) -> Box:
    """The picture under its title; `number` tells it from the others of the same answer."""
    title = said(drawn.title, words) if drawn.title else text("view.picture", words)
    lead = paragraphs(drawn.lead, words, "calc-lead")
    inside = _inside(drawn, number, cited, words)
    return Box("section", [heading(title), *lead, *inside], class_="calc-picture")


def _inside(drawn: Picture, number: int, cited: Cited, words: Words) -> list[Box]:
    if isinstance(drawn, Flow):
        return [flow(drawn, f"calc-rows-{number}", cited, words)]
    if isinstance(drawn, Bars):
        return [bars(drawn, cited, words)]
    # Imported when an answer has one: most answers need neither, and the page starts the sooner.
    if isinstance(drawn, Ladder):
        from calc.view.pictures.ladder import ladder

        return [ladder(drawn, words)]
    from calc.view.pictures.timeline import timeline

    return timeline(drawn, words)
