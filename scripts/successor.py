"""Build the staged pages of both languages with Zensical, the successor of MkDocs and Material, to know how far it is.

Zensical runs from an environment of its own, in build/successor. A page that does not come out, or comes out
without one of its anchors, is named. Nothing else uses what is built here.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import re
import subprocess
import sys
import venv

from scripts.pages import ROOT, TREES

WORK = ROOT / "build" / "successor"
LOCK = ROOT / "requirements" / "successor.txt"
BIN = WORK / "venv" / ("Scripts" if os.name == "nt" else "bin")
CONFIG = {"en": "mkdocs.yml", "zh": "mkdocs.zh.yml"}
# Zensical reads only what lies beside its configuration, so each language gets a project folder of its own.
# It runs no hooks: the menu, which scripts/hooks.py hands to MkDocs, is written down for it.
PROJECT = """\
INHERIT: ../../../{config}
docs_dir: docs
site_dir: site
nav: {nav}
theme:
  custom_dir: ../../../docs/theme
"""
ANCHOR = re.compile(r"""^\#{1,6}\s.*\{[^}]*\#([\w-]+)[^}]*\}\s*$|\sid="([^"]+)\"""", re.MULTILINE | re.VERBOSE)


def provide() -> None:
    """Install the locked Zensical, unless that has been done."""
    stamp = WORK / "venv" / "lock.stamp"
    digest = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text() == digest:
        return
    venv.create(WORK / "venv", with_pip=True, clear=True)
    install = ["-m", "pip", "install", "-q", "--disable-pip-version-check", "--require-hashes", "-r", str(LOCK)]
    subprocess.run([str(BIN / "python"), *install], check=True)
    stamp.write_text(digest)


def ask(module: str, *arguments: str) -> str:
    """What one of our scripts says, run in a process of its own."""
    command = [sys.executable, "-m", f"scripts.{module}", *arguments]
    return subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True).stdout.strip()


def build(tree: str) -> bool:
    """Stage the language and build it strictly; the answer says whether Zensical went through with it."""
    project = WORK / tree
    ask("stage", tree, "--out", str(project / "docs"))
    nav = ask("nav", tree, "--staged", str(project / "docs"))
    (project / "mkdocs.yml").write_text(PROJECT.format(config=CONFIG[tree], nav=nav), encoding="utf-8")
    command = [str(BIN / "zensical"), "build", "--strict", "--clean", "--config-file", "mkdocs.yml"]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    if done.returncode:
        # What it complains of comes first; of the traceback into itself that follows, the last line says enough.
        complaints, _, trace = done.stderr.strip().partition("Traceback")
        print(f"successor: Zensical gave up on {tree}:\n{done.stdout}{complaints}{trace.rpartition(chr(10))[2]}")
    return done.returncode == 0


def built_name(name: str) -> str:
    """The file that a page becomes: a folder of its own, except for the first page of a folder."""
    stem = name.removesuffix(".md")
    return f"{stem}.html" if stem.split("/")[-1] == "index" else f"{stem}/index.html"


def anchors(markdown: str) -> set[str]:
    """The ids that a staged page gives to its headings and elements."""
    return {heading or element for heading, element in ANCHOR.findall(markdown)}


def problems(tree: str) -> list[str]:
    """What the staged pages have and the built ones lack."""
    project = WORK / tree
    found = []
    for path in sorted((project / "docs").rglob("*.md")):
        name = path.relative_to(project / "docs").as_posix()
        page = project / "site" / built_name(name)
        if not page.exists():
            found.append(f"{tree}/{name}: no page came out")
            continue
        html = page.read_text(encoding="utf-8")
        missing = sorted(anchor for anchor in anchors(path.read_text(encoding="utf-8")) if f'id="{anchor}"' not in html)
        if missing:
            found.append(f"{tree}/{name}: without the anchors {', '.join(missing)}")
    return found


def main() -> None:
    argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter).parse_args()
    provide()
    went_through = [tree for tree in TREES if build(tree)]
    found = [problem for tree in went_through for problem in problems(tree)]
    print("\n".join(f"successor: {problem}" for problem in found))
    if found or len(went_through) < len(TREES):
        sys.exit("successor: Zensical does not build these pages yet, see above")
    print("successor: Zensical builds every page, with all its anchors")


if __name__ == "__main__":
    main()
