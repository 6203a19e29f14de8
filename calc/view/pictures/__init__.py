"""Each kind of picture as HTML and inline SVG, without a single style attribute."""

from calc.pictures import Bars, Flow, Picture
from calc.view.html import Markup
from calc.view.pictures.bars import bars
from calc.words import Words


def picture(drawn: Picture, words: Words) -> Markup:
    """The picture, and the words that a reader who does not see it needs."""
    if isinstance(drawn, (Bars, Flow)):
        return bars(drawn.rows, words)
    return Markup("")
