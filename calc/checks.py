"""What the loader refuses in a value file: it says which file and line, what is wrong and what to do.

Used only where TOML is read: on a desk and when the page's tables are packed, never in the page.
"""

import re
from collections.abc import Iterator
from difflib import get_close_matches

from calc.checking.overlaps import overlaps
from calc.checking.rows import BLANK, row_faults
from calc.checking.schema import KNOWN, SOURCE_KEYS, listed
from calc.checking.shapes import Row


class DataError(ValueError):
    """A value file breaks a rule; the message names file, line and remedy."""


def broken(name: str, error: str) -> DataError:
    """The refusal of a file that is no TOML: the parser's words, with the line in front."""
    line = re.search(r"at line (\d+)", error)
    return DataError(f"{name}.toml:{line[1] if line else 1}: {error}; mend the line, or the one before it")


def refuse_what_is_wrong(name: str, content: Row, text: str) -> None:
    """Raise DataError with every fault of the value file `name`; other tables pass."""
    if not re.match(r"data/(places/|national/)", name):
        return
    faults = [f"{name}.toml:{line_of(text, table, index, key)}: {what}" for table, index, key, what in _faults(content)]
    if faults:
        raise DataError("\n".join(faults))


Fault = tuple[str, int, str, str]


def _faults(content: Row) -> Iterator[Fault]:
    known_sources = set(content.get("sources", {})) | set(_shared_sources())
    for table, rows in content.items():
        if table == "sources":
            yield from _source_faults(rows, known_sources)
        elif table not in KNOWN:
            yield table, 0, "", f"[[{table}]] is no table of a value file; use {_nearest_name(table)}"
        elif not isinstance(rows, list):
            yield table, 0, "", f"write [[{table}]] in double brackets: there may be many"
        else:
            for index, row in enumerate(rows):
                yield from ((table, index, key, what) for key, what in row_faults(table, row, known_sources))
    yield from overlaps(content)


def _nearest_name(table: str) -> str:
    tables = {*KNOWN, "sources"}
    return listed(set(get_close_matches(table, tables, 1)) or tables)


def _shared_sources() -> Row:
    from calc.tables import table

    return table("data/sources")["sources"]


def _source_faults(sources: Row, known: set[str]) -> Iterator[Fault]:
    for source_id, row in sources.items():
        blank = [key for key in row if row[key] == ""]
        yield from ((f"sources.{source_id}", 0, key, BLANK.format(key=key)) for key in blank)
        if blank:
            continue
        for key in row.keys() - SOURCE_KEYS:
            yield f"sources.{source_id}", 0, key, f"unknown key {key!r}; a source has {listed(SOURCE_KEYS)}"
        if row.get("link") not in ("opened", "named", "none"):
            yield f"sources.{source_id}", 0, "link", 'link must be "opened", "named" or "none"'
        for via in set(row.get("via", ())) - known:
            yield f"sources.{source_id}", 0, "via", f"no source {via!r}; add it here or to sources.toml"


def line_of(text: str, table: str, index: int, key: str) -> int:
    """The line of `key` in the index-th entry of `table`, else of the entry itself."""
    lines = text.splitlines()
    heads = [number for number, line in enumerate(lines) if line.strip() in (f"[[{table}]]", f"[{table}]")]
    if index >= len(heads):
        return 1
    for number in range(heads[index], len(lines)):
        if key and re.match(rf"\s*{re.escape(key)}\s*=", lines[number]):
            return number + 1
        if number > heads[index] and lines[number].startswith("["):
            break
    return heads[index] + 1
