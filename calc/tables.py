"""The calculator's data files, read through one injected reader.

On a desk the files are TOML beside the code. In the page they are the same tables packed as JSON,
because parsing TOML there is slow; a test holds the two equal. Nothing is read at import.
"""

from collections.abc import Callable
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

Read = Callable[[str], bytes]
Table = dict[str, Any]


def _beside_the_code(name: str) -> bytes:
    return (Path(__file__).parent / name).read_bytes()


_read: Read = _beside_the_code


def use(read: Read) -> None:
    """Read all data through `read(name) -> bytes`, which raises FileNotFoundError for an absent name.

    Names are relative to the package, such as "data/places/310000-shanghai.json".
    """
    global _read
    _read = read
    table.cache_clear()


@cache
def table(name: str) -> Table:
    """The table `name` (without an ending), from NAME.json if there is one, else from NAME.toml.

    >>> table("data/places")["310000"]["en"]
    'Shanghai'

    Raises:
        FileNotFoundError: there is neither.
        calc.checks.DataError: a TOML file that breaks the rules for values.
    """
    try:
        packed = _read(name + ".json")
    except FileNotFoundError:
        return _from_toml(name, _read(name + ".toml").decode())
    import json

    return json.loads(packed, parse_float=Decimal)


def _from_toml(name: str, text: str) -> Table:
    import tomllib

    from calc import checks

    try:
        content = tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise checks.broken(name, str(error)) from None
    checks.refuse_what_is_wrong(name, content, text)
    return content
