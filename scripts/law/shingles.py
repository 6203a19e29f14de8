"""Runs of 15 Chinese characters that stand in a statute, as hashes: enough to see a copied sentence, not to read one.

The hashes are committed, so that the check runs in any clone; the texts are not. To make them anew from a folder of
statutes as text files: python -m scripts.law.shingles FOLDER
"""

from __future__ import annotations

import argparse
import hashlib
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from scripts.law.texts import FOLDER
from scripts.pages import ROOT

LENGTH = 15
BYTES = 5
"""Of each hash; with some hundred thousand runs on either side, one in ten clones would see a chance hit at 4."""

FILE = FOLDER / "shingles.bin"
CHINESE = re.compile(r"[\u3400-\u9fff]+")


def characters(text: str) -> str:
    """The Chinese characters of a text, without anything between them."""
    return "".join(CHINESE.findall(text))


def runs(text: str) -> Iterator[str]:
    """Every run of 15 characters, overlapping.

    >>> len(list(runs("一" * 16)))
    2
    """
    kept = characters(text)
    return (kept[at : at + LENGTH] for at in range(len(kept) - LENGTH + 1))


def hashed(run: str) -> bytes:
    return hashlib.blake2b(run.encode(), digest_size=BYTES).digest()


def written(texts: Iterable[str]) -> bytes:
    """The file: all hashes in order, one after the other."""
    return b"".join(sorted({hashed(run) for text in texts for run in runs(text)}))


@cache
def known(root: Path = ROOT) -> frozenset[bytes]:
    content = (root / FILE).read_bytes()
    return frozenset(content[at : at + BYTES] for at in range(0, len(content), BYTES))


def copied(text: str, names: Iterable[str] = (), root: Path = ROOT) -> str:
    """The first run of the text that a statute has too, or ""; official names and marked quotations do not count."""
    rest = re.sub(r"<q>.*?</q>|「[^」]*」", "\n", text, flags=re.DOTALL)
    for name in sorted(names, key=len, reverse=True):
        rest = rest.replace(name, "\n")
    stored = known(root)
    return next((run for part in rest.split("\n") for run in runs(part) if hashed(run) in stored), "")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="where the statutes lie as .txt files")
    options = parser.parse_args()
    content = written(path.read_text(encoding="utf-8") for path in sorted(options.folder.glob("*.txt")))
    (ROOT / FILE).write_bytes(content)
    print(f"{FILE.as_posix()}: {len(content) // BYTES} runs")


if __name__ == "__main__":
    main()
