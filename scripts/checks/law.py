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
    return [*_gaps(found), *_dangling(root), *_copies(found, root)]


def _gaps(found: tuple[Law, ...]) -> Iterator[str]:
    here = {article.id for law in found for article in law.articles}
    for law_id, count in WHOLE.items():
        missing = [str(number) for number in range(1, count + 1) if f"{law_id}-{number}" not in here]
        if missing:
            yield f"docs/law: articles {', '.join(missing)} of {law_id} are missing; write them"


def _dangling(root: Path) -> Iterator[str]:
    """An article that steps or pages cite, of a law that is here, has to be here too."""
    here = addresses(root)
    for path in sorted((root / "calc" / "data" / "articles").glob("*.toml")):
        for name, row in tomllib.loads(path.read_text(encoding="utf-8")).items():
            file = path.relative_to(root).as_posix()
            chapter = here.get(name, "").rpartition("/chapter-")[2] if "/chapter-" in here.get(name, "") else ""
            if name not in here:
                yield f"{file}: [{name}] can be cited but is not in docs/law; write the article there"
            elif str(row.get("chapter", "")) != chapter:
                yield f"{file}: [{name}] needs {f'chapter = {chapter}' if chapter else 'no chapter'}"


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
