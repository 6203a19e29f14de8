"""Where things stand that a scaffold writes: value files, the version of the rules, and what is still blank in them."""

from __future__ import annotations

import re
import tomllib
from decimal import Decimal
from difflib import get_close_matches
from pathlib import Path

from calc import places
from calc.checks import DataError, refuse_what_is_wrong
from calc.entries import keyed
from calc.tables import table
from scripts.pages import ROOT
from scripts.scaffold.lines import Row, content, is_of, known_kinds
from scripts.scaffold.text import headers, inserted

DATA = ROOT / "calc" / "data"
VERSION = ROOT / "calc" / "__init__.py"
NATION_IS = ("nation", "china", "national", "全国", "中国", places.NATION)
SOURCES_HEAD = "# Sources used only here"


class ScaffoldError(Exception):
    """What was asked for cannot be written; the text says why and what to do."""


def place_of(text: str) -> str:
    """The code of the place that was meant.

    Raises:
        ScaffoldError: no place has that name, or several have.
    """
    if text.casefold() in NATION_IS:
        return places.NATION
    found = places.find(text)
    if len(found) == 1:
        return found[0].code
    if found:
        named = ", ".join(f"{place.code} ({place.name('en')}, {place.zh})" for place in found)
        raise ScaffoldError(f"{text!r} names more than one place; write the code of one: {named}")
    raise ScaffoldError(
        f"the register knows no place {text!r}; look for it in calc/data/places.toml, or add it with scripts.new_place"
    )


def check_kind(kind: str) -> None:
    """Refuse a kind that no value has."""
    known = known_kinds()
    begin = kind.partition(".")[0]
    if begin not in known:
        near = get_close_matches(begin, known, 3)
        raise ScaffoldError(
            f"there is no kind {kind!r}; {'did you mean' if near else 'use'} {', '.join(near or known)}"
        )


def file_of(place: str, kind: str) -> Path:
    """The value file of a place; of the nation, the file that has this kind."""
    if place != places.NATION:
        known = places.get(place)
        return DATA / "places" / f"{place}-{known.slug}.toml"
    for path in sorted((DATA / "national").glob("*.toml")):
        if any(is_of(key, kind) for key, *_ in keyed(content(path))):
            return path
    raise ScaffoldError(f"no file of calc/data/national has a {kind!r}; add the first entry by hand")


def source_name(path: Path, kind: str, start: str) -> str:
    """An id for a new source, unique in the project.

    >>> source_name(Path("310000-shanghai.toml"), "base.housing_fund", "2027-07")
    'shanghai-base-housing-fund-2027-07'
    """
    slug = path.stem.partition("-")[2] or "nat"
    return "-".join(part for part in (slug, *kind.replace("_", "-").split("."), start) if part)


def source_of(path: Path, source_id: str) -> Row:
    """A source by its id, also from a file with blanks in it."""
    own = content(path).get("sources", {})
    found: Row = own.get(source_id) or table("data/sources")["sources"].get(source_id, {})
    return found


def shown(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def with_source(text: str, block: str) -> str:
    """The text with a source block above the others, or below the head of the file as the first of them."""
    lines = text.splitlines()
    found = [number for number, name in headers(lines) if name.startswith("sources.")]
    if found:
        return inserted(text, found[0], block)
    head = next((number for number, line in enumerate(lines) if not line.strip()), len(lines))
    return inserted(text, head + 1, f"{SOURCES_HEAD}\n\n{block}")


def blanks(path: Path) -> list[str]:
    """What the checker says of the file, with each file's name as it stands in the project."""
    name = path.relative_to(ROOT / "calc").with_suffix("").as_posix()
    text = path.read_text(encoding="utf-8")
    try:
        refuse_what_is_wrong(name, tomllib.loads(text, parse_float=Decimal), text)
    except DataError as error:
        return [f"calc/{line}" for line in str(error).splitlines()]
    return []


def next_steps(path: Path, done: str) -> list[str]:
    """What is left to do, for the end of what a script prints; nothing where nothing is blank."""
    missing = blanks(path)
    if not missing:
        return []
    short = [one.partition(" is still blank")[0].replace("`", "") for one in missing]
    return [
        "",
        "Still to be written; take a line out where the notice says nothing:",
        *(f"  {one}" for one in short),
        "",
        "Then:",
        "  python -m scripts.check values    says what is missing, and what looks odd",
        "  make check                        runs every quick check",
        f'  git add calc && git commit -m "{done}"',
    ]


def raise_version(today: str) -> list[str]:
    """Let the version of the rules be the day of the newest entry; the answer says so if that was a change."""
    text = VERSION.read_text(encoding="utf-8")
    found = re.search(r'^RULES_VERSION = "(\d{4}-\d{2}-\d{2})"$', text, re.MULTILINE)
    if found is None:
        raise ScaffoldError(f"{shown(VERSION)} has no line RULES_VERSION; set the day of the new entry there by hand")
    if found[1] >= today:
        return []
    VERSION.write_text(text.replace(found[0], f'RULES_VERSION = "{today}"'), encoding="utf-8", newline="\n")
    return [f"{shown(VERSION)}: the version of the rules is now {today}"]
