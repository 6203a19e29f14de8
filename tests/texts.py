"""All text files by name, flattened: those that every calculator shares, then one a calculator."""

from calc import rules
from calc.tables import table
from calc.words import SHARED, Words, _flatten, words

FILES = (*SHARED, *rules.IDS)


def texts(lang: str) -> dict[tuple[str, str], str]:
    """Every sentence of a language by (file, key)."""
    return {(file, key): text for file in FILES for key, text in _flatten(table(f"text/{lang}/{file}")).items()}


def spoken(lang: str, file: str) -> Words:
    """The words in which a sentence of that file is said."""
    return words(lang, file if file in rules.IDS else "")
