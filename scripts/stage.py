"""Write the Markdown that the site builder reads: docs/LANG with everything in it worked out (scripts/render.py)."""

from __future__ import annotations

import argparse
import json
import sys
import tomllib
from collections.abc import Callable
from functools import partial
from html import escape
from pathlib import Path
from typing import Any

import calc
from scripts import dates, listing, pages, reference, showcase
from scripts.bodies import page as bodies_page
from scripts.law.pages import law_pages
from scripts.places.site import generated
from scripts.render import Renderer, StageError
from scripts.sections import NavError, load

ROOT = pages.ROOT
STALE = {
    "en": "The Chinese version of this page has changed since this one was last compared with it. "
    "Where the two differ, trust the Chinese one.",
    "zh": "本页的英文版在上次对照之后有改动，两者不一致时以英文版为准。",
}


# The packer copies the browser's modules into the runtime's folder, beside the files that they import.
PACKED_ASSETS = "calculator/"


def runtime(root: Path) -> dict[str, Any] | None:
    """What the packer says about the runtime it made, or None when it has not run."""
    manifest = root / "build" / "runtime" / "manifest.json"
    return json.loads(manifest.read_text(encoding="utf-8")) if manifest.exists() else None


def path_to_site_root(page: pages.Page) -> str:
    """The relative path from the page's address to the root of the whole site."""
    folders = page.name.removesuffix(".md").removesuffix("index").strip("/")
    depth = (folders.count("/") + 1 if folders else 0) + (page.tree != "en")
    return "../" * depth or "./"


def client_messages(tree: str) -> dict[str, str]:
    """The few sentences that the page itself says while Python loads, from the calculator's own texts."""
    path = ROOT / "calc" / "text" / tree / "client.toml"
    found: dict[str, str] = tomllib.loads(path.read_text(encoding="utf-8"))["client"]
    return found


def calculator_block(page: pages.Page, name: str, today: str, packed: dict[str, Any] | None) -> str:
    """The calculator with its default answer, as one block of HTML.

    Where no runtime has been packed, the worked example stands alone, without any script. The search leaves
    the element out; Material ends that at the first end tag of the same name, so it cannot be said on the <div>.
    """
    messages = client_messages(page.tree)
    attributes = {"calculator": name, "lang": page.tree, "today": today, "answer": "static"}
    size = script = ""
    if packed:
        folder = f"{path_to_site_root(page)}runtime/{packed['version']}/"
        attributes["runtime"] = folder
        attributes["runtime-bytes"] = str(packed["bytes"])
        attributes["messages"] = json.dumps(messages, ensure_ascii=False, sort_keys=True)
        megabytes = f"{int(packed['bytes']) / 1_000_000:.1f}"
        size = f'<p class="calc-privacy">{escape(messages["size"].replace("{total}", megabytes))}</p>'
        script = f'<script type="module" src="{folder}element.js"></script>'
    written = " ".join(f'data-{key}="{escape(value)}"' for key, value in attributes.items())
    fragment = calc.page(name, {}, page.tree, today)
    return (
        '<div class="calculator-block">'
        f'<noscript><p class="calc-noscript">{escape(messages["static"])}</p></noscript>'
        f"{size}<shebao-calculator data-search-exclude {written}>{fragment}</shebao-calculator>{script}</div>"
    )


def stale_notice(page: pages.Page, twin: pages.Page | None) -> str:
    """The line that tells readers of a page that its twin has moved on."""
    if twin is None or page.meta.get("twin_body") == twin.body_hash:
        return ""
    return f'<p class="page-stale" role="note">{STALE[page.tree]}</p>\n\n'


def sources(tree: str, root: Path, today: str = "") -> dict[str, pages.Page]:
    """The pages of a language by name: those written by hand, those of places and laws, and the lists made of all."""
    own = pages.read_tree(tree, root)
    own |= {**generated(tree, root, today or dates.today()), **law_pages(tree, own, root)}
    return {**own, **listing.index_pages(tree, own, load(root))}


def bodies(tree: str, root: Path, today: str) -> dict[str, str]:
    """The body of each page of a language by name, with everything in it worked out."""
    return {name: body() for name, body in renderings(tree, root, today).items()}


def renderings(tree: str, root: Path, today: str) -> dict[str, Callable[[], str]]:
    """By page, what works out its body, so that one page can be tried without the others."""
    packed = runtime(root)
    found = sources(tree, root, today)
    finished = generated(tree, root, today)
    renderer = Renderer(tree, root, today, found)
    shared = {**listing.functions(tree, found), **showcase.functions(tree, today)}

    def own(page: pages.Page) -> dict[str, Any]:
        block = partial(calculator_block, page, today=today, packed=packed)
        of_folder = {
            **reference.functions(page, found, path_to_site_root(page)),
            **bodies_page.functions(page, found, today),
        }
        return {"calculator": block, **of_folder}

    def body(page: pages.Page) -> str:
        return renderer.render(page, {**shared, **own(page)})

    rendered = {name: partial(body, page) for name, page in found.items() if name not in finished}
    return {**rendered, **{name: partial(str, page.body) for name, page in finished.items()}}


def staged(tree: str, root: Path, today: str) -> dict[str, bytes]:
    """Every file of the staged tree by its name: a pure function of the sources, the language and the day."""
    found, twins = sources(tree, root), pages.read_tree(pages.other(tree), root)
    files = {**other_files(tree, root), **reference.files(tree)}
    for name, body in bodies(tree, root, today).items():
        front = f"---\n{found[name].front}---\n" if found[name].front else ""
        files[name] = f"{front}{stale_notice(found[name], twins.get(name))}{body}".encode()
    return files


def other_files(tree: str, root: Path) -> dict[str, bytes]:
    """Style sheets, scripts and pictures, as they are."""
    files: dict[str, bytes] = {}
    for folder, prefix in ((root / "docs" / tree, ""), (root / "docs" / "assets", "assets/")):
        for path in sorted(folder.rglob("*")):
            name = path.relative_to(folder).as_posix()
            packed_later = prefix and name.startswith(PACKED_ASSETS)
            if path.is_file() and path.suffix != ".md" and not packed_later:
                files[prefix + name] = path.read_bytes()
    return files


def synchronise(folder: Path, files: dict[str, bytes]) -> None:
    """Make the folder hold exactly these files, and leave those that are right already untouched:
    a builder that watches the folder then sees only real changes."""
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_file() and path.relative_to(folder).as_posix() not in files:
            path.unlink()
        elif path.is_dir() and not any(path.iterdir()):
            path.rmdir()
    for name, content in files.items():
        path = folder / name
        if not path.exists() or path.read_bytes() != content:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tree", choices=pages.TREES, help="the language to stage")
    parser.add_argument("--out", type=Path, help="where to write (default: build/stage/LANG)")
    options = parser.parse_args()
    out = options.out or ROOT / "build" / "stage" / options.tree
    try:
        files = staged(options.tree, ROOT, dates.today())
    except (StageError, NavError) as error:
        sys.exit(f"stage: {error}")
    synchronise(out, files)


if __name__ == "__main__":
    main()
