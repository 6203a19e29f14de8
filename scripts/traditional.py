"""Write calc/data/traditional.toml: each Traditional character that a place's name can be written with.

Run it after places were added; a test says when. The conversion is OpenCC's, character by character, as in the search.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

from scripts.search_words import simplified

DATA = Path(__file__).resolve().parents[1] / "calc" / "data"
TARGET = DATA / "traditional.toml"
ELSEWHERE = "香港澳门台湾台北特别行政区"
"""Names that are no places of the register, and are read all the same."""

HEAD = """# Traditional characters in names of places, and the Simplified ones of the register: 廣州 is read as 广州.
# Made by `python -m scripts.traditional`; do not edit.
"""


def characters() -> dict[str, str]:
    """The Traditional characters of every name in the register, in a fixed order."""
    register = tomllib.loads((DATA / "places.toml").read_text(encoding="utf-8"))
    used = {character for row in register.values() for character in row["zh"]} | set(ELSEWHERE)
    return {chr(code): plain for code, plain in sorted(simplified().items()) if plain in used}


def written() -> str:
    """The file's text."""
    return HEAD + "".join(f'"{traditional}" = "{plain}"\n' for traditional, plain in characters().items())


def main() -> None:
    TARGET.write_text(written(), encoding="utf-8")
    print(f"traditional: {len(characters())} characters")


if __name__ == "__main__":
    main()
