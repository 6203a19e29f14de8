"""What several tests need: tables of a test's own in place of the data files, and hypothesis kept repeatable."""

import json
import sys
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import settings

from calc import tables

Tables = dict[str, dict[str, Any] | str]

settings.register_profile("repeatable", deadline=None, derandomize=True, database=None, max_examples=150)
settings.load_profile("repeatable")


@pytest.fixture
def use_tables() -> Iterator[Callable[[Tables], None]]:
    """Replaces tables for one test: a dict is read as packed JSON, a text as TOML, by the loader itself."""
    read_before = tables._read

    def replace(changed: Tables) -> None:
        tables.use(lambda name: _read(name, changed, read_before))
        forget_everything()

    yield replace
    tables.use(read_before)
    forget_everything()


def _read(name: str, changed: Tables, otherwise: tables.Read) -> bytes:
    stem, _, ending = name.rpartition(".")
    if stem not in changed:
        return otherwise(name)
    content = changed[stem]
    if isinstance(content, str) != (ending == "toml"):
        raise FileNotFoundError(name)
    return content.encode() if isinstance(content, str) else json.dumps(content).encode()


def forget_everything() -> None:
    """Drop what any module of the calculator keeps of the tables it read."""
    modules = [module for name, module in sys.modules.items() if name.partition(".")[0] == "calc"]
    for kept in [one for module in modules for one in vars(module).values()]:
        if hasattr(kept, "cache_clear"):
            kept.cache_clear()
