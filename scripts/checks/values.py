"""The figures in calc/data: what the loader refuses, and warnings about what may be right but must be looked at.

Warnings that somebody has looked at stand in tests/invariants/known_warnings.toml, each with the reason.
"""

from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path

from calc.checking.warnings import Warn, warnings_of
from calc.checks import DataError, broken, refuse_what_is_wrong
from scripts.dates import today

KNOWN = "tests/invariants/known_warnings.toml"


def problems(root: Path) -> list[str]:
    """Every fault that makes the loader refuse a value file."""
    found = []
    for name, text in _files(root):
        try:
            refuse_what_is_wrong(name, _content(name, text), text)
        except DataError as error:
            found += [f"calc/{line}" for line in str(error).splitlines()]
    return found


def warnings(root: Path, day: str = "") -> list[Warn]:
    """Every warning about the value files, known or not; `day` is the date on which checks are judged."""
    files = [(name, text, _content(name, text)) for name, text in _files(root)]
    return [warn for name, text, content in files for warn in warnings_of(name, content, text, day or today())]


def known(root: Path) -> dict[tuple[str, str, str], str]:
    """The warnings somebody has looked at, with the reason why they stay."""
    rows = tomllib.loads((root / KNOWN).read_text(encoding="utf-8"))["warning"]
    return {(row["file"], row["sort"], about): row["why"] for row in rows for about in row["about"]}


def report(root: Path) -> str:
    """What is printed: new warnings in full, known ones as a count for each sort."""
    found, looked_at = warnings(root), known(root)
    new = [f"warning: calc/{warn}" for warn in found if warn.known_as not in looked_at]
    counts = {sort: sum(warn.sort == sort for warn in found) for sort in sorted({warn.sort for warn in found})}
    told = ", ".join(f"{count} {sort}" for sort, count in counts.items()) or "none"
    return "\n".join([*new, f"values: warnings: {told}; {len(new)} of them not yet looked at (list: {KNOWN})"])


def _files(root: Path) -> list[tuple[str, str]]:
    calc = root / "calc"
    paths = sorted([*calc.glob("data/places/*.toml"), *calc.glob("data/national/*.toml")])
    return [(path.relative_to(calc).with_suffix("").as_posix(), path.read_text(encoding="utf-8")) for path in paths]


def _content(name: str, text: str) -> dict[str, object]:
    try:
        return tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise broken(name, str(error)) from None
