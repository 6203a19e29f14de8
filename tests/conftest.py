"""What several tests need: tables of a test's own in place of the data files, and hypothesis kept repeatable."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import settings

from calc import citations, entries, places, tables

Tables = dict[str, dict[str, Any] | str]

settings.register_profile("repeatable", deadline=None, derandomize=True, database=None, max_examples=60)
settings.load_profile("repeatable")


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
    """Drop what was read from the tables, in every module that keeps some of it."""
    entries.forget()
    for module in (citations, places):
        for kept in vars(module).values():
            if hasattr(kept, "cache_clear"):
                kept.cache_clear()
