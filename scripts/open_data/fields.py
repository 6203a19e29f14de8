"""What the files hold, field by field: one list from which the schema and the page's table are made."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any

from scripts.pages import ROOT

FILE = ROOT / "docs" / "components" / "open_data.toml"
DRAFT = "https://json-schema.org/draft/2020-12/schema"
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
TEXT = {"type": "string"}
TEXT_OR_NOT = {"type": ["string", "null"]}


@cache
def written() -> dict[str, Any]:
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


def said(lang: str, name: str) -> str:
    """A fixed word of the files or of their page."""
    found: str = written()["words"][lang][name]
    return found


def fields() -> list[dict[str, Any]]:
    """The fields of a value in their order: name, schema, and what it says in both languages."""
    found: list[dict[str, Any]] = written()["value"]
    return found


def schema() -> dict[str, Any]:
    """The form of values.json; under $defs also that of the other JSON files.

    New fields may come, so a reader must not be refused for one: nothing says additionalProperties = false.
    """
    value = {
        "type": "object",
        "properties": {
            field["name"]: {**field["schema"], "description": field["en"], "x-description-zh": field["zh"]}
            for field in fields()
        },
        "required": [field["name"] for field in fields() if field["needed"]],
    }
    return {
        "$schema": DRAFT,
        "title": "Shebao Guide, open data, version 1",
        **_file("values", {"$ref": "#/$defs/value"}),
        "$defs": {
            "value": value,
            "source": _object(
                *("id", "kind", "link", "link_en", "link_zh", "cited_en", "cited_zh"),
                **dict.fromkeys(("place", "number", "title_en", "title_zh", "issuer_en", "issuer_zh"), TEXT_OR_NOT),
                url={"type": ["string", "null"], "pattern": "^https?://"},
                via={"type": "array", "items": TEXT},
            ),
            "article": _object(
                *("id", "law_en", "law_zh", "number_zh", "gives_en", "gives_zh"),
                number={"type": "integer"},
                limits={"type": "object"},
            ),
            "contact": _object("body", "name_en", "name_zh", "grade", host=TEXT_OR_NOT, tel=TEXT_OR_NOT),
            "gap": _object("place", "key", "note_en", "note_zh", **{"from": TEXT_OR_NOT, "to": TEXT_OR_NOT}),
            "sourcesFile": _file("sources", {"$ref": "#/$defs/source"}),
            "articlesFile": _file("articles", {"$ref": "#/$defs/article"}),
            "placeFile": _place_file(),
        },
    }


def _place_file() -> dict[str, Any]:
    place = _object("code", "en", "zh", layers={"type": "array", "items": TEXT})
    found = _file("values", {"$ref": "#/$defs/value"})
    lists = {
        f"{item}s": {"type": "array", "items": {"$ref": f"#/$defs/{item}"}} for item in ("source", "contact", "gap")
    }
    return {
        **found,
        "properties": {**found["properties"], "place": place, **lists},
        "required": [*found["required"], "place", *lists],
    }


def _file(name: str, item: dict[str, Any]) -> dict[str, Any]:
    """A file with its head and one list."""
    head = _object("schema", "version", "licence", "cite")
    return {
        **head,
        "properties": {**head["properties"], name: {"type": "array", "items": item}},
        "required": [*head["required"], name],
    }


def _object(*texts: str, **others: dict[str, Any]) -> dict[str, Any]:
    properties = {**dict.fromkeys(texts, TEXT), **others}
    return {"type": "object", "properties": properties, "required": list(properties)}
