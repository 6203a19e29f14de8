"""Claims that circulate: the cases of our tests that hold the correction, and the calculator that works it out."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from scripts.pages import ROOT
from scripts.prose import ProseError

CASES = Path("tests") / "cases"


@cache
def named_cases(root: Path = ROOT) -> frozenset[str]:
    """Every case as CALCULATOR: NAME."""
    files = sorted((root / CASES).glob("*/*.toml"))
    return frozenset(
        f"{path.parent.name}: {case['name']}"
        for path in files
        for case in tomllib.loads(path.read_text(encoding="utf-8")).get("case", ())
    )


def held_by(*cases: str) -> list[str]:
    """The cases that hold a correction, once they are found.

    >>> held_by("retirement: Men at 55")
    ['retirement: Men at 55']

    Raises:
        ProseError: there is no such case.
    """
    for case in cases:
        if case not in named_cases():
            raise ProseError(f"tests/cases has no case {case!r}; name one as CALCULATOR: NAME, or add it")
    return list(cases)


def calculators_of(cases: list[str]) -> list[str]:
    """The calculators that the cases are about.

    >>> calculators_of(["retirement: Men at 55", "retirement: Fifteen years are always enough"])
    ['retirement']
    """
    return list(dict.fromkeys(case.partition(":")[0] for case in cases))
