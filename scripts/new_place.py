"""Begin a place: its entry in the register if it has none, and its value file with blanks to fill in.

    python -m scripts.new_place 长治
    python -m scripts.new_place 341500 --zh 六安市 --en "Lu'an" --pinyin luan
    python -m scripts.new_place 320500 --kind base.pension

PLACE is a six-digit code of GB/T 2260, or the name or pinyin of a place that the register has. The file begins with the
figures a place most often sets itself; --kind names others, and adds a first entry to a file that is there. What has to
be written is blank, and the checker refuses the file until that is done. What you leave out comes from the province or
the nation where that is allowed, and is otherwise asked of the reader, never guessed.
"""

from __future__ import annotations

import argparse
import re
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

from calc import places
from calc.entries import keyed
from calc.month import Month, is_date
from calc.tables import table
from scripts import dates
from scripts.scaffold import blanks, files
from scripts.scaffold.files import DATA, ScaffoldError
from scripts.scaffold.lines import Line, content, is_of, lines
from scripts.scaffold.text import BLANK, entry, headers, inserted, value

REGISTER = DATA / "places.toml"
CITY = ("rate.medical.employee",)
PROVINCE = ("base.pension", "rate.unemployment.employee", "rate.medical.employee")
BODY = {"body": "hrss", "name_zh": BLANK, "name_en": BLANK, "host": BLANK, "grade": BLANK, "sources": BLANK}
HEAD = """# {en} {zh}: dated figures with their sources, what is not known, and whom to ask.
#
# To add a year: put a new entry of its kind above the newest one, with its own source; give the older entry a `to`
# if it has none. Nothing already published is overwritten.
"""


@dataclass(frozen=True)
class Named:
    """A place as the register holds it."""

    code: str
    slug: str
    en: str
    zh: str
    pinyin: str

    @property
    def path(self) -> Path:
        return DATA / "places" / f"{self.code}-{self.slug}.toml"

    @property
    def is_province(self) -> bool:
        return self.code.endswith("0000")


def known(text: str) -> Named | None:
    """The place of the register that was meant; None for a code it does not have yet."""
    register = table("data/places")
    if text in register:
        return Named(text, **register[text])
    if re.fullmatch(r"\d{6}", text):
        return None
    code = files.place_of(text)
    if code == places.NATION:
        raise ScaffoldError("the nation is no place of the register; use scripts.new_year nation KIND")
    return Named(code, **register[code])


def new(code: str, options: argparse.Namespace) -> Named:
    """A place that the register lacks, from what was typed."""
    missing = [f"--{name}" for name in ("zh", "en", "pinyin") if not getattr(options, name)]
    if missing:
        raise ScaffoldError(f"the register has no {code}; give its names too: {' '.join(missing)}")
    register = table("data/places")
    province = code[:2] + "0000"
    if code != province and province not in register:
        raise ScaffoldError(f"the province {province} of {code} is not in the register; add it first, or mend the code")
    slug = options.slug or re.sub(r"[^a-z0-9]+", "-", options.en.casefold().replace("'", "")).strip("-")
    taken = {row["slug"]: other for other, row in register.items()}
    if slug in taken:
        suggestion = f"{slug}-{register.get(province, {}).get('slug', 'province')}"
        raise ScaffoldError(f"the slug {slug!r} is that of {taken[slug]}; choose another, such as --slug {suggestion}")
    return Named(code, slug, options.en, options.zh, options.pinyin)


def register(place: Named) -> None:
    """Add the place to the register, in the order of the codes."""
    text = REGISTER.read_text(encoding="utf-8")
    rows = [(number, name.strip('"')) for number, name in headers(text.splitlines())]
    at = next((number for number, code in rows if code > place.code), len(text.splitlines()))
    names = [f"{name} = {value(getattr(place, name))}" for name in ("slug", "en", "zh", "pinyin")]
    text = inserted(text, at, "\n".join([f'["{place.code}"]', *names]))
    tomllib.loads(text)
    REGISTER.write_text(text, encoding="utf-8", newline="\n")


def begin(place: Named, kinds: list[str], today: str) -> list[str]:
    """Write first entries for the kinds that the file has none of; the answer names them."""
    is_new = not place.path.exists()
    text = HEAD.format(en=place.en, zh=place.zh) if is_new else place.path.read_text(encoding="utf-8")
    there = {key for key, *_ in keyed(content(place.path))}
    written: list[str] = []
    source = files.source_name(place.path, (kinds or ["first"])[0], "first")
    for keys, like in (pair for kind in kinds for pair in models(place, kind, Month.parse(today))):
        wanted = tuple(key for key in keys if key not in there)
        if wanted:
            section, row = blanks.first_row(wanted, source, today, like)
            text = _among_its_kind(text, section, entry(section, row))
            there.update(wanted)
            written.append(", ".join(wanted))
    if written:
        text = files.with_source(text, entry(f"sources.{source}", blanks.new_source({}), many=False))
    if is_new:
        text = inserted(text, len(text.splitlines()), f"# Whom to ask\n\n{entry('contacts', BODY)}")
    if written or is_new:
        tomllib.loads(text)
        place.path.write_text(text, encoding="utf-8", newline="\n")
    return written


def models(place: Named, kind: str, today: Month) -> list[tuple[tuple[str, ...], Line | None]]:
    """The keys that a kind stands for, with the entry of the province, or of a place in it, that shows their shape."""
    near = sorted(DATA.glob(f"places/{place.code[:2]}*.toml"), key=lambda path: path.name[2:6] != "0000")
    for path in near:
        found = [line for line in lines(content(path), kind, today) if not line.row.get("when")]
        if path != place.path and found:
            return [(tuple(key for key in line.keys if is_of(key, kind)), line) for line in found]
    if len(kind.split(".")) < _parts(kind):
        raise ScaffoldError(
            f"nothing near {place.code} shows what {kind!r} is of; write it whole, such as {kind}.medical"
        )
    return [((kind,), None)]


def _parts(kind: str) -> int:
    """How many parts a key of this kind has."""
    return {"base": 2, "rate": 3, "flexible_base": 2, "rounding": 2, "average_wage": 2, "income": 2}.get(
        kind.partition(".")[0], 1
    )


def _among_its_kind(text: str, section: str, block: str) -> str:
    """The text with the entry below the last of its kind, else above the gaps and bodies, which come last."""
    lines_ = text.splitlines()
    heads = headers(lines_)
    own = [position for position, (_, name) in enumerate(heads) if name == section]
    after = heads[own[-1] + 1 :] if own else [head for head in heads if head[1] in ("gaps", "contacts")]
    at = after[0][0] if after else len(lines_)
    while at > 0 and at < len(lines_) and (lines_[at - 1].startswith("#") or not lines_[at - 1].strip()):
        at -= 1  # what is said above the next table belongs to that
    return inserted(text, at + 1, block)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("place", metavar="PLACE", help="six-digit code, or a name that the register knows")
    for name, told in (("zh", "Chinese name, with 市 or 省"), ("en", "English name"), ("pinyin", "in one word")):
        parser.add_argument(f"--{name}", help=f"{told}, for a place that the register lacks")
    parser.add_argument("--slug", help="name in addresses (default: from the English name)")
    parser.add_argument("--kind", action="append", help="a figure to begin with; can be given several times")
    parser.add_argument("--today", metavar="YYYY-MM-DD", default=dates.today_in_china(), help="the day of the record")
    options = parser.parse_args()
    try:
        print(add(options))
    except (ScaffoldError, ValueError) as error:
        sys.exit(f"new_place: {error}")


def add(options: argparse.Namespace) -> str:
    """Do what was asked; the answer is what to print."""
    if not is_date(options.today):
        raise ScaffoldError(f"--today must be a day such as 2027-06-30, not {options.today}")
    for kind in options.kind or ():
        files.check_kind(kind)
    place, said = known(options.place), []
    if place is None:
        place = new(options.place, options)
        register(place)
        said.append(f"{files.shown(REGISTER)}: {place.code} {place.en} {place.zh} is registered as {place.slug}")
    was_there = place.path.exists()
    kinds = options.kind or ([] if was_there else list(PROVINCE if place.is_province else CITY))
    written = begin(place, kinds, options.today)
    name = files.shown(place.path)
    if was_there and not written:
        said.append(f"{name} is there already; a new year: python -m scripts.new_year {place.code} KIND")
        return "\n".join([*said, *files.next_steps(place.path, f"Add {place.en}")])
    said += [f"{name}: {key}, a first entry" for key in written] or [f"{name}: begun"]
    said += files.raise_version(options.today)
    return "\n".join([*said, *files.next_steps(place.path, f"Add {place.en}")])


if __name__ == "__main__":
    main()
