"""How a reader of answers refuses: with a problem for each field, by code, in no language."""

import unicodedata
from typing import Any

from calc.questions import Problem


class Refusal(Exception):  # noqa: N818 - it is told to the reader, and no error of ours
    """What was given cannot be read. `problems` says why, field by field."""

    def __init__(self, *problems: Problem):
        super().__init__(", ".join(problem.code for problem in problems))
        self.problems = problems


def refuse(field: str, code: str, **values: Any) -> Refusal:
    """The refusal of one field, to be raised."""
    return Refusal(Problem(field, code, values))


def shown(answer: Any) -> str:
    """What was given, as text: Python refuses to write out a number of thousands of digits.

    >>> shown(12), shown(10**5000)
    ('12', '…')
    """
    try:
        return str(answer)
    except ValueError:
        return "…"


def text_of(answer: Any) -> str:
    """What was given, with full-width letters and digits made plain.

    >>> text_of(" １２，０００ ")
    '12,000'
    """
    return unicodedata.normalize("NFKC", shown(answer)).strip()
