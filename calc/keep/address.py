"""The link to an answer, as a text of its own."""

from calc.keep import Answered


def as_text(answered: Answered) -> str:
    """The address of the page with the answer behind it."""
    return answered.link + "\n"
