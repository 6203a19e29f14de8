"""MkDocs hooks: stage the pages first; after the English site, build the Chinese one and seal both."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.pages import Page

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from scripts.glossary import PAGE
from scripts.pages import root_of_tree
from scripts.term_links import linked

ROOT = Path(__file__).resolve().parents[1]


def run(module: str, *arguments: str) -> str:
    """Run one of our scripts in a process of its own, so that edits to it and to calc count at once."""
    command = [sys.executable, "-m", f"scripts.{module}", *arguments]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        raise Abort(f"scripts.{module} failed, see above")
    return done.stdout.strip()


def on_startup(command: str, **_: object) -> None:
    # MkDocs' own server puts an inline script into each page, which a sealed page would refuse.
    if command == "serve":
        os.environ["SHEBAO_UNSEALED"] = "1"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    os.environ["SOURCE_DATE_EPOCH"] = run("dates", "epoch")
    tree = config.extra["tree"]
    run("stage", tree)
    config.docs_dir = str(ROOT / "build" / "stage" / tree)
    config.nav = json.loads(run("nav", tree))
    config.extra["search"] = run("search", "--possible") == "yes"
    if config.site_url and tree != "en":
        config.site_url = f"{config.site_url.rstrip('/')}/{tree}/"
    return config


def on_page_content(html: str, page: Page, config: MkDocsConfig, **_: object) -> str:
    """Terms lead to the glossary, but not from the glossary itself."""
    if page.file.src_uri == PAGE:
        return html
    return linked(html, config.extra["tree"], root_of_tree(page.file.src_uri))


def drop_empty_sitemap(config: MkDocsConfig) -> None:
    """A sitemap needs whole addresses; without SITE_URL it would be an empty list."""
    if not config.site_url:
        for path in Path(config.site_dir).glob("sitemap.xml*"):
            path.unlink()


def on_post_build(config: MkDocsConfig) -> None:
    drop_empty_sitemap(config)
    if config.extra["tree"] != "en":
        return
    twin = str(Path(config.site_dir) / "zh")
    build(load_config(str(ROOT / "mkdocs.zh.yml"), site_dir=twin, strict=config.strict))
    run("search", config.site_dir)
    arguments = ["--unsealed"] if os.environ.get("SHEBAO_UNSEALED") else []
    run("seal", config.site_dir, *arguments)
