"""Messages as HTML: sentences, headings and lists of them."""

from collections.abc import Iterable
from functools import lru_cache

from calc.messages import Message
from calc.view.html import Markup, prose, tag
from calc.view.pieces import Box
from calc.words import Words


def said(message: Message, words: Words) -> Markup:
    """A sentence with its values."""
    return prose(words.say(message), words.lang)


def text(key: str, words: Words) -> Markup:
    """A fixed sentence of the frame."""
    return prose(words.text(key), words.lang)


def heading(title: Markup) -> Box:
    return Box("h2", [title])


def paragraphs(messages: Iterable[Message], words: Words, class_: str) -> list[Box]:
    """One paragraph for each sentence, so that in two languages each stands beside its twin."""
    return [Box("p", [said(message, words)], class_=class_) for message in messages]


def story(messages: Iterable[Message], refs: Markup, words: Words) -> Markup:
    """Sentences that belong together, and what they rest on."""
    told = tuple(said(message, words) for message in messages)
    return _story(told, refs, words)


@lru_cache(maxsize=256)
def _story(sentences: tuple[Markup, ...], refs: Markup, words: Words) -> Markup:
    return tag("p", Markup(words.text("format.space").join(sentences)), refs, class_="calc-story")
