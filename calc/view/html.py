"""The smallest possible HTML writer: everything is escaped unless it is markup made here."""

import re
from functools import cache, lru_cache
from typing import Any


class Markup(str):
    """A piece of finished HTML."""

    __slots__ = ()


_STRONG = re.compile(r"\*\*(.+?)\*\*")
_SPECIAL = re.compile("[&<>\"']")
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"})


def escape(text: object) -> Markup:
    """Text as HTML; markup passes as it is.

    >>> escape("<b> & co")
    '&lt;b&gt; &amp; co'
    """
    if isinstance(text, Markup):
        return text
    plain = str(text)
    return Markup(plain.translate(_ESCAPES) if _SPECIAL.search(plain) else plain)


def tag(name: str, /, *inside: object, **attributes: Any) -> Markup:
    """An element. `class_` and `for_` lose their underscore, other underscores become hyphens.

    An attribute that is None or False is left out; True stands alone.

    >>> tag("p", "a < b", class_="calc-hint", hidden=True)
    '<p class="calc-hint" hidden>a &lt; b</p>'
    """
    opening = _opening(name, *attributes.items()) if attributes else f"<{name}>"
    return Markup(f"{opening}{join(inside)}</{name}>")


def void(name: str, /, **attributes: Any) -> Markup:
    """An element without content, such as an input."""
    return Markup(_opening(name, *attributes.items()))


def join(parts: Any) -> Markup:
    """Pieces one after another; None and "" are left out."""
    found = [part if part.__class__ is Markup else escape(part) for part in parts if part is not None]
    return found[0] if len(found) == 1 else Markup("".join(found))


_FOREIGN = {
    "en": (re.compile(r"([\u3400-\u9fff（）〔〕《》、]*[\u3400-\u9fff][\u3400-\u9fff（）〔〕《》、0-9]*)"), "zh-Hans"),
    "zh": (re.compile(r"([A-Za-z][A-Za-z_.'/-]*[A-Za-z](?: [A-Za-z][A-Za-z'-]+)*)"), "en"),
}


@lru_cache(maxsize=4096)
def prose(text: str, lang: str) -> Markup:
    """A sentence as HTML: **…** becomes strong, and each run of the other language carries its `lang`.

    Kept, because most sentences are told again at every keystroke.

    >>> prose("your hukou (户口) & **¥1**", "en")
    'your hukou (<span lang="zh-Hans">户口</span>) &amp; <strong>¥1</strong>'
    """
    run, other = _FOREIGN[lang]
    pieces = run.split(text)
    pieces[::2] = [escape(piece) for piece in pieces[::2]]
    pieces[1::2] = [f'<span lang="{other}">{escape(piece)}</span>' for piece in pieces[1::2]]
    return Markup(_STRONG.sub(r"<strong>\1</strong>", "".join(pieces)))


@lru_cache(maxsize=2048)
def _opening(tag_name: str, *attributes: tuple[str, Any]) -> str:
    """A start tag; kept, because most of them come up again and again."""
    written = f"<{tag_name}"
    for name, setting in attributes:
        if setting is True:
            written += f" {_written_name(name)}"
        elif setting is not None and setting is not False:
            written += f' {_written_name(name)}="{escape(setting)}"'
    return f"{written}>"


@cache
def _written_name(name: str) -> str:
    return name.rstrip("_").replace("_", "-")
