"""Edits to TOML as text. What stands in a file beside the new lines stays as it is, comments too."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

HEADER = re.compile(r"^\s*\[+([^\[\]]+)\]+\s*(?:#.*)?$")
BLANK = ""
"""What stands where somebody has to write; the checker refuses it and says so."""


def headers(lines: list[str]) -> list[tuple[int, str]]:
    """The line numbers, counted from 0, of all table headers, with their names."""
    return [(number, found[1].strip()) for number, line in enumerate(lines) if (found := HEADER.match(line))]


def start_of(text: str, table: str, index: int = 0) -> int:
    """Where the index-th entry of a table begins: at its header, or at a comment that stands right above it.

    Raises:
        LookupError: there is no such entry.
    """
    lines = text.splitlines()
    found = [number for number, name in headers(lines) if name == table]
    if index >= len(found):
        raise LookupError(f"there is no entry {index + 1} of {table}")
    start = found[index]
    while start > 0 and lines[start - 1].startswith("#"):
        start -= 1
    return start


def inserted(text: str, at: int, block: str) -> str:
    """The text with a block of lines, and an empty line below it, set before line `at`.

    >>> inserted("a = 1\\n\\n[b]\\n", 2, "[n]")
    'a = 1\\n\\n[n]\\n\\n[b]\\n'
    """
    lines = text.splitlines()
    if at >= len(lines):
        return text.rstrip("\n") + "\n\n" + block.strip("\n") + "\n"
    return "\n".join([*lines[:at], *block.strip("\n").splitlines(), "", *lines[at:]]) + "\n"


def ended(text: str, table: str, index: int, to: str) -> str:
    """The text with a last month in the index-th entry of a table, which had none."""
    lines = text.splitlines()
    found = [number for number, name in headers(lines) if name == table][index]
    place = next(number for number in range(found, len(lines)) if re.match(r"\s*(from|start)\s*=", lines[number]))
    return "\n".join([*lines[: place + 1], f'to = "{to}"', *lines[place + 1 :]]) + "\n"


def entry(table: str, row: dict[str, Any], many: bool = True) -> str:
    """An entry as text.

    >>> print(entry("rates", {"scheme": "medical", "employer": BLANK, "when": {"tier": 1}}))
    [[rates]]
    scheme = "medical"
    employer = ""
    when = { tier = 1 }
    """
    head = f"[[{table}]]" if many else f"[{table}]"
    return "\n".join([head, *(f"{key} = {value(content)}" for key, content in row.items())])


def value(content: Any) -> str:
    """A value as TOML writes it.

    >>> value(True), value(Decimal("9.8")), value(["a", 1]), value({"x": "a\\"b"})
    ('true', '9.8', '["a", 1]', '{ x = "a\\\\"b" }')
    """
    if isinstance(content, bool):
        return "true" if content else "false"
    if isinstance(content, (int, Decimal)):
        return str(content)
    if isinstance(content, list):
        return "[" + ", ".join(value(one) for one in content) + "]"
    if isinstance(content, dict):
        return "{ " + ", ".join(f"{key} = {value(one)}" for key, one in content.items()) + " }"
    return '"' + str(content).replace("\\", "\\\\").replace('"', '\\"') + '"'
