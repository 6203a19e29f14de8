"""A TOML table as JSON with the same content: whole numbers stay whole, decimals keep their digits."""

import json
import tomllib
from decimal import Decimal


def as_json(content: bytes, name: str) -> bytes:
    """The table in JSON, read back once to see that nothing was lost.

    Raises:
        ValueError: the table holds something that JSON cannot say, such as a bare date.
    """
    table = tomllib.loads(content.decode(), parse_float=Decimal)
    written = _written(table, name)
    if repr(json.loads(written, parse_float=Decimal)) != repr(table):
        raise ValueError(f"{name}: its content changes on the way to JSON")
    return written.encode()


def _written(value: object, where: str) -> str:
    if isinstance(value, dict):
        members = (_written(key, where) + ":" + _written(inner, f"{where}: {key}") for key, inner in value.items())
        return "{" + ",".join(members) + "}"
    if isinstance(value, list):
        return "[" + ",".join(_written(inner, where) for inner in value) + "]"
    if isinstance(value, Decimal) and value.is_finite():
        return str(value)
    if isinstance(value, bool | int | str):
        return json.dumps(value, ensure_ascii=False)
    raise ValueError(f"{where}: {value!r} has no JSON form; write a date as text")
