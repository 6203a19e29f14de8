"""What the page about the open data shows: links to the files, the fields, an address for examples, how old it is."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial

from calc.view.html import Markup, escape, prose, tag
from scripts import pages
from scripts.open_data.fields import fields, said, written
from scripts.open_data.files import FOLDER, INTAKE
from scripts.open_data.values import known_places, values

# What an example shows where nobody has said at which address this copy will stand.
ANYWHERE = "https://example.org/"
ABSENT = {"intake.csv"} if not INTAKE.exists() else set()


def functions(page: pages.Page, root: str) -> dict[str, Callable[..., object]]:
    """What a page may call between double braces. `root` is the relative path from the page to the site's root."""
    return {
        "data_file": partial(link, root),
        "data_files": lambda: file_table(page.tree, root),
        "data_fields": lambda: field_table(page.tree),
        "data_address": address,
        "data_count": lambda: f"{len(values()):,}",
        "data_places": lambda: f"{sum(place['values'] > 0 for place in known_places()):,}",
        "data_newest": lambda: max(one["recorded"] for one in values()),
        "data_oldest_check": lambda: min(one["checked"] for one in values()),
    }


def address() -> str:
    """The address of the files in an example: whole, because an example is copied away from the page."""
    return (os.environ.get("SITE_URL") or ANYWHERE).rstrip("/") + "/" + FOLDER


def link(root: str, name: str, text: str = "") -> Markup:
    """A link to a file of the data."""
    return tag("a", text or name, href=f"{root}{FOLDER}{name}")


def file_table(lang: str, root: str) -> Markup:
    rows = [
        (link(root, file["name"]), prose(file[lang], lang)) for file in written()["file"] if file["name"] not in ABSENT
    ]
    return _table((said(lang, "file"), said(lang, "holds")), rows)


def field_table(lang: str) -> Markup:
    """Every field with what it says, from the list that the schema is made from."""
    rows = [(tag("code", field["name"]), prose(field[lang], lang)) for field in fields()]
    return _table((said(lang, "field"), said(lang, "means")), rows)


def _table(heads: tuple[str, str], rows: list[tuple[Markup, Markup]]) -> Markup:
    head = tag("tr", *[tag("th", escape(one), scope="col") for one in heads])
    lines = [tag("tr", tag("th", name, scope="row"), tag("td", means)) for name, means in rows]
    table = tag("table", tag("thead", head), tag("tbody", *lines))
    return tag("div", table, class_="reference-table", role="region", aria_label=heads[0], tabindex="0")
