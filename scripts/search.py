"""Write the search index of each language into a built site.

SITE/search/start.json is what the page asks for when a reader opens the search: the pages, their headings, the
synonyms, and the index of titles. The index of the running text is a file of its own, which follows at once; it is
never asked for word by word, so that nobody who keeps the site's log can tell what a reader looks for.
Without the Node packages there is no search, and the pages do not offer one (see scripts/hooks.py).
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from scripts.pages import ROOT
from scripts.search_pages import SitePage, read_site
from scripts.search_words import Cutter, Glossary, read_glossary, simplified

GLOSSARY = ROOT / "docs" / "search.toml"
NODE_MODULES = ROOT / "node_modules"
# What the page imports, with the licence that has to travel with it.
LIBRARIES = {
    "minisearch.js": ("minisearch/dist/es/index.js", "minisearch/LICENSE.txt"),
    "stemmer.js": ("stemmer/index.js", "stemmer/license"),
}
FOLDERS = {"en": ".", "zh": "zh"}

Postings = dict[str, list[int]]


def is_possible() -> bool:
    """Whether the libraries that search in the page are here."""
    return all((NODE_MODULES / source).exists() for source, _ in LIBRARIES.values())


def postings(fields: Iterable[list[str]]) -> Postings:
    """By word, where it stands: the step from one document to the next, then, if below zero, how often it does."""
    found: Postings = {}
    last: dict[str, int] = {}
    for number, words in enumerate(fields):
        for word, count in Counter(words).items():
            steps = found.setdefault(word, [])
            steps.append(number - last.get(word, -1))
            if count > 1:
                steps.append(-count)
            last[word] = number
    return found


def field_index(documents: list[list[str]]) -> dict[str, Any]:
    """One searchable field: the words in order, where each stands, and how long each document is."""
    found = postings(documents)
    words = sorted(found)
    return {"words": words, "at": [found[word] for word in words], "lengths": [len(words) for words in documents]}


def known_synonyms(glossary: Glossary, words: set[str], cutter: Cutter) -> dict[str, list[str]]:
    """The synonyms that lead to a word this language's pages have."""
    kept = {}
    for typed, phrases in sorted(glossary.synonyms.items()):
        found = [phrase for phrase in phrases if any(word in words for word in cutter.words(phrase))]
        if found:
            kept[typed] = found
    return kept


def traditional(words: Iterable[str]) -> list[str]:
    """Two strings: the Traditional characters whose Simplified forms occur, and those forms in the same order."""
    used = set("".join(words))
    pairs = [(chr(code), plain) for code, plain in sorted(simplified().items()) if plain in used]
    return ["".join(first for first, _ in pairs), "".join(second for _, second in pairs)]


def indexes(pages: list[SitePage], glossary: Glossary) -> tuple[dict[str, Any], dict[str, Any]]:
    """What the page loads when the search is opened, and what follows: the index of the running text."""
    cutter = Cutter(glossary)
    # A page's title and description belong to its first section only.
    sections = [(number, page, section) for number, page in enumerate(pages) for section in page.sections]
    heads = [page if section is page.sections[0] else None for _, page, section in sections]
    titles = {
        "title": field_index([cutter.words(page.title, True) if page else [] for page in heads]),
        "heading": field_index([cutter.words(section.heading, True) for _, _, section in sections]),
        "about": field_index([cutter.words(page.description) if page else [] for page in heads]),
    }
    text = {"text": field_index([cutter.words(section.text) for _, _, section in sections])}
    words = {word for fields in (titles, text) for index in fields.values() for word in index["words"]}
    synonyms = known_synonyms(glossary, words, cutter)
    start = {
        "pages": [[page.url, page.title, page.description, *glossary.weighed(page.url)] for page in pages],
        "sections": [[number, section.anchor, section.heading] for number, _, section in sections],
        "simplified": traditional([*words, *synonyms]),
        "ignored": sorted(glossary.ignored),
        "synonyms": synonyms,
        "fields": titles,
    }
    return start, {"fields": text}


def packed(content: dict[str, Any]) -> bytes:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def write_index(folder: Path, pages: list[SitePage], glossary: Glossary) -> None:
    """Write one language's search folder anew."""
    target = folder / "search"
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    start, text = indexes(pages, glossary)
    content = packed(text)
    start["text"] = f"text-{hashlib.sha256(content).hexdigest()[:12]}.json"
    (target / start["text"]).write_bytes(content)
    (target / "start.json").write_bytes(packed(start))
    for name, (source, licence) in LIBRARIES.items():
        shutil.copyfile(NODE_MODULES / source, target / name)
        shutil.copyfile(NODE_MODULES / licence, target / name.replace(".js", "-licence.txt"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path, nargs="?", help="the folder of the built site")
    parser.add_argument("--possible", action="store_true", help="only say yes or no: are the Node packages here?")
    options = parser.parse_args()
    if options.possible or not is_possible():
        print("yes" if is_possible() else "no")
        return
    if options.site is None:
        parser.error("name the folder of the built site")
    glossary = read_glossary(GLOSSARY)
    for name in FOLDERS.values():
        folder = options.site / name
        apart = {other for other in FOLDERS.values() if other != name}
        write_index(folder, read_site(folder, apart), glossary)


if __name__ == "__main__":
    main()
