"""All files of the open data by their names in the site."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from typing import Any

import calc
from calc import places
from scripts.kinds import place_name
from scripts.open_data import fields, sheets, values
from scripts.open_data.sources import sources
from scripts.pages import ROOT

FOLDER = "data/v1/"
INTAKE = ROOT / "docs" / "intake.csv"
LICENCE = ROOT / "docs" / "components" / "data-licence.txt"


def files() -> dict[str, bytes]:
    """A pure function of the value files: no clock, nothing of this machine."""
    found = {
        "values.json": listed({}, "values", values.values()),
        "values.csv": sheets.value_sheet(),
        "places.csv": sheets.place_sheet(),
        "sources.json": listed({}, "sources", sources().values()),
        "articles.json": listed({}, "articles", values.articles()),
        "gaps.csv": sheets.gap_sheet(),
        "schema.json": (json.dumps(fields.schema(), ensure_ascii=False, indent=1) + "\n").encode(),
        "LICENCE.txt": LICENCE.read_bytes(),
    }
    if INTAKE.exists():
        found["intake.csv"] = intake_sheet(INTAKE.read_text(encoding="utf-8-sig"))
    for place in values.known_places():
        found[f"places/{place['code']}.json"] = place_file(place["code"])
    return {FOLDER + name: content for name, content in found.items()}


def listed(more: dict[str, Any], name: str, rows: Iterable[Any], schema: str = "schema.json") -> bytes:
    """A JSON file with its head and one record in each line, so that two versions can be compared line by line."""
    head = {
        "schema": schema,
        "version": calc.RULES_VERSION,
        "licence": fields.LICENCE,
        "cite": f"Shebao Guide (社保指南), open data version 1, {calc.RULES_VERSION}",
        **more,
    }
    lines = ",\n".join(_line(row) for row in rows)
    return f"{_line(head)[:-1]}, {_line(name)}: [\n{lines}\n]}}\n".encode()


def _line(content: Any) -> str:
    return json.dumps(content, ensure_ascii=False)


def place_file(code: str) -> bytes:
    """What one place has set itself, whole: its sources, its bodies and what is missing are in the same file.

    `layers` are the places that answer for it, the nearest first.
    """
    own = values.values_of(code)
    missing = [gap for gap in values.gaps() if gap["place"] == code]
    contacts = values.contacts_of(code)
    cited = [one for row in (*own, *missing, *contacts) for one in row["sources"]]
    cited += [one for row in own for reading in row["other_readings"] for one in reading["sources"]]
    cited += [via for source_id in cited for via in sources()[source_id]["via"]]
    layers = (code,) if code == places.NATION else places.get(code).layers
    about = {"code": code, "en": place_name(code, "en"), "zh": place_name(code, "zh"), "layers": list(layers)}
    more = {
        "place": about,
        "sources": [sources()[source_id] for source_id in dict.fromkeys(cited)],
        "contacts": contacts,
        "gaps": missing,
    }
    return listed(more, "values", own, schema="../schema.json")


def intake_sheet(text: str) -> bytes:
    """The report of what was taken in, with the same care for spreadsheets as our own tables."""
    columns, *rows = csv.reader(io.StringIO(text))
    return sheets.sheet(columns, (dict(zip(columns, row, strict=True)) for row in rows))
