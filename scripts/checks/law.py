"""The law pages hold: every article whole in both languages, every citation has its article, nothing is copied."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

from scripts import pages
from scripts.law.shingles import copied
from scripts.law.texts import FOLDER, REGISTER, Law, LawError, addresses, laws

WHOLE = {"sil": 98}
"""Laws of which every article is promised, and how many there are."""


def problems(root: Path) -> list[str]:
    try:
        found = laws(root)
    except LawError as error:
        return str(error).splitlines()
    return [*_gaps(found), *_dangling(found, root), *_copies(found, root)]


def _gaps(found: tuple[Law, ...]) -> Iterator[str]:
    for law in found:
        numbers = {article.number for article in law.articles}
        missing = sorted(set(range(1, WHOLE.get(law.id, 0) + 1)) - numbers)
        if missing:
            yield f"docs/law/{law.row['folder']}: articles {', '.join(map(str, missing))} are missing; write them"


def _dangling(found: tuple[Law, ...], root: Path) -> Iterator[str]:
    """An article that steps or pages cite, of a law that is here, has to be here too."""
    here, cited = addresses(root), tomllib.loads((root / "calc/data/articles.toml").read_text(encoding="utf-8"))
    ids = {law.id for law in found}
    for name, row in cited.items():
        if name.rsplit("-", 1)[0] in ids and name not in here:
            yield f"calc/data/articles.toml: [{name}] is cited but not in docs/law; write the article there"
        if row.get("page", "") != here.get(name, ""):
            yield f'calc/data/articles.toml: [{name}] needs page = "{here.get(name, "")}"'


def _copies(found: tuple[Law, ...], root: Path) -> Iterator[str]:
    names = official_names(root)
    for law in found:
        for article in law.articles:
            texts = [str(text) for name, text in article.row.items() if name.endswith("_zh")]
            texts += [str(text) for duty in article.row.get("duties", ()) for text in duty.values()]
            for text in texts:
                if run := copied(text, names, root):
                    where = f"docs/law/{law.row['folder']}: [{article.id}]"
                    yield f"{where} has the statute's own words “{run}”; say it in ours"
    for page in pages.read_tree("zh", root).values():
        if run := copied(page.body, names, root):
            yield f"{page.file}: has a statute's own words “{run}”; say it in ours, or mark the quotation with <q>"


def official_names(root: Path) -> list[str]:
    """Names of laws, which are longer than a run."""
    register = tomllib.loads((root / FOLDER / REGISTER).read_text(encoding="utf-8"))
    return [row["name_zh"].replace("《", "").replace("》", "") for row in register.values()]
