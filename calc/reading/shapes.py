"""What shape an answer has, before anyone asks what it says."""

import re
from collections.abc import Mapping
from typing import Any

from calc.reading.refusal import text_of

_NUMBER = re.compile(r"[+-]?([0-9]{1,3}(,[0-9]{3})+|[0-9]+)?(\.[0-9]*)?")
_CURRENCY = re.compile(r"^¥\s*|\s*(元|yuan|rmb|cny)$", re.IGNORECASE)


def is_blank(answer: Any) -> bool:
    """Whether nothing was said: no text, or a table or list of nothing.

    >>> is_blank(" "), is_blank([{"place": ""}]), is_blank(0)
    (True, True, False)
    """
    if isinstance(answer, list):
        return all(_is_empty(row) for row in answer)
    return _is_empty(answer)


def _is_empty(answer: Any) -> bool:
    if isinstance(answer, Mapping):
        return all(_is_unsaid(cell) for cell in answer.values())
    return _is_unsaid(answer)


def _is_unsaid(answer: Any) -> bool:
    return answer is None or answer == {} or (isinstance(answer, str) and not answer.strip())


def is_own_table(own: Any) -> bool:
    """Whether this is a table of tables, as own figures are."""
    return isinstance(own, dict) and all(isinstance(figures, dict) for figures in own.values())


def is_number(digits: str) -> bool:
    """Whether this is one number and nothing else, with separators for thousands or without."""
    return bool(_NUMBER.fullmatch(digits)) and any(letter.isdigit() for letter in digits)


def without_currency(text: str) -> str:
    """An amount without its sign or unit."""
    return _CURRENCY.sub("", text)


def looks_like_a_number(answer: Any) -> bool:
    """Whether this is one number, written without spaces.

    >>> looks_like_a_number("120,000.50"), looks_like_a_number("2020,12000"), looks_like_a_number(5)
    (True, False, True)
    """
    if isinstance(answer, (bool, dict, list)):
        return False
    return is_number(without_currency(text_of(answer)))
