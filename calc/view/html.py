"""The smallest possible HTML writer: everything is escaped unless it is markup made here."""

import re
from typing import Any


class Markup(str):
    """A piece of finished HTML."""

    __slots__ = ()


_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"})


def escape(text: object) -> Markup:
    """Text as HTML; markup passes as it is.

    >>> escape("<b> & co")
    '&lt;b&gt; &amp; co'
    """
    if isinstance(text, Markup):
        return text
    return Markup(str(text).translate(_ESCAPES))


def tag(name: str, /, *inside: object, **attributes: Any) -> Markup:
    """An element. `class_` and `for_` lose their underscore, other underscores become hyphens.

    An attribute that is None or False is left out; True stands alone.

    >>> tag("p", "a < b", class_="calc-hint", hidden=True)
    '<p class="calc-hint" hidden>a &lt; b</p>'
    """
    return Markup(f"<{name}{_attributes(attributes)}>{join(inside)}</{name}>")


def void(name: str, /, **attributes: Any) -> Markup:
    """An element without content, such as an input."""
    return Markup(f"<{name}{_attributes(attributes)}>")


def join(parts: Any) -> Markup:
    """Pieces one after another; None and "" are left out."""
    return Markup("".join(escape(part) for part in parts if part not in (None, "")))


def emphasised(text: str) -> Markup:
    """A sentence from the text files, whose **…** becomes strong.

    >>> emphasised("**¥1** is <taken>")
    '<strong>¥1</strong> is &lt;taken&gt;'
    """
    return Markup(re.sub(r"\*\*(.+?)\*\*", r"<strong>\1</strong>", escape(text)))


_NO_PROSE = r"<option.*?</option>|<[^>]*>|&#?\w+;"
_CHINESE = r"[\u3400-\u9fff（）〔〕《》、]*[\u3400-\u9fff][\u3400-\u9fff（）〔〕《》、0-9]*"
_ENGLISH = r"[A-Za-z][A-Za-z_.'/-]*[A-Za-z](?: [A-Za-z][A-Za-z'-]+)*"
_FOREIGN = {
    "en": (re.compile(f"{_NO_PROSE}|({_CHINESE})", re.DOTALL), "zh-Hans"),
    "zh": (re.compile(f"{_NO_PROSE}|({_ENGLISH})", re.DOTALL), "en"),
}


def with_foreign_words_marked(fragment: str, lang: str) -> Markup:
    """The fragment with a `lang` on each run of the other language, for voices and fonts.

    >>> with_foreign_words_marked("<p>your hukou (户口)</p>", "en")
    '<p>your hukou (<span lang="zh-Hans">户口</span>)</p>'
    """
    run, other = _FOREIGN[lang]

    def mark(piece: re.Match[str]) -> str:
        return f'<span lang="{other}">{piece[1]}</span>' if piece[1] else piece[0]

    return Markup(run.sub(mark, fragment))


def _attributes(attributes: dict[str, Any]) -> str:
    written = ""
    for name, setting in attributes.items():
        plain = name.rstrip("_").replace("_", "-")
        if setting is True:
            written += f" {plain}"
        elif setting is not None and setting is not False:
            written += f' {plain}="{escape(setting)}"'
    return written
