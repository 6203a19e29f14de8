"""What several tests need: tables of a test's own, put in place of the data files and taken away again."""

import json
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

import pytest

from calc import citations, entries, places, tables

Tables = dict[str, dict[str, Any] | str]


@pytest.fixture
def use_tables() -> Iterator[Callable[[Tables], None]]:
    """Replaces tables for one test: a dict is read as packed JSON, a text as TOML, by the loader itself."""
    read_before = tables._read

    def replace(changed: Tables) -> None:
        tables.use(lambda name: _read(name, changed, read_before))
        _forget()

    yield replace
    tables.use(read_before)
    _forget()


def _read(name: str, changed: Tables, otherwise: tables.Read) -> bytes:
    stem, _, ending = name.rpartition(".")
    if stem not in changed:
        return otherwise(name)
    content = changed[stem]
    if isinstance(content, str) != (ending == "toml"):
        raise FileNotFoundError(name)
    return content.encode() if isinstance(content, str) else json.dumps(content).encode()


def _forget() -> None:
    entries.forget()
    citations._of_place.cache_clear()
    places.everywhere.cache_clear()
    places._namesakes.cache_clear()
    places._short_names.cache_clear()


def evidenced(**figures: Any) -> dict[str, Any]:
    """An entry of a value file: `figures` (from_ stands for from) with the evidence every entry needs."""
    row = {"sources": ["city-salary"], "grade": "B", "checked": "2026-11-22", "recorded": "2026-11-22"}
    return row | {name.rstrip("_"): figure for name, figure in figures.items()}


def yuan(amount: str | None) -> Decimal | None:
    """An amount of the contract's JSON as a number."""
    return None if amount is None else Decimal(amount)
