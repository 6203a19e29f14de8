"""Build the site: pack the browser runtime, then both languages, into site/."""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from scripts.pages import ROOT

SITE = ROOT / "site"
STAMP = ROOT / "build" / "site.stamp"
# What the built site depends on.
SOURCES = (
    "calc",
    "docs",
    "scripts",
    "mkdocs.yml",
    "mkdocs.zh.yml",
    "package-lock.json",
    "requirements/site.txt",
    "requirements/pack.txt",
)
IGNORED = {"__pycache__", "adr"}


def source_files(folder: Path) -> Iterator[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name in IGNORED or entry.name.startswith("."):
                continue
            if entry.is_dir():
                yield from source_files(Path(entry.path))
            else:
                yield entry


def signature() -> str:
    """A hash that changes when a source is edited, added or removed: names, sizes and times, not contents."""
    facts = []
    for name in SOURCES:
        path = ROOT / name
        if path.is_dir():
            for entry in source_files(path):
                status = entry.stat()
                facts.append((entry.path, status.st_size, status.st_mtime_ns))
        elif path.exists():
            status = path.stat()
            facts.append((str(path), status.st_size, status.st_mtime_ns))
    commit = ROOT / ".git" / "logs" / "HEAD"
    facts.append(("commit", 0, commit.stat().st_mtime_ns if commit.exists() else 0))
    settings = {name: os.environ.get(name, "") for name in ("SITE_URL", "REPORT_URL")}
    return hashlib.sha256(json.dumps([sorted(facts), settings], sort_keys=True).encode()).hexdigest()


def is_current() -> bool:
    return (SITE / "index.html").exists() and STAMP.exists() and STAMP.read_text() == signature()


def commands() -> list[list[str]]:
    return [
        [sys.executable, "-m", "scripts.pack"],
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict"],
    ]


def build() -> str:
    """Build everything; the answer is empty, or what the failing command printed."""
    STAMP.unlink(missing_ok=True)
    before = signature()
    for command in commands():
        done = subprocess.run(
            command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
        )
        sys.stdout.write(done.stdout)
        sys.stdout.flush()
        if done.returncode:
            return done.stdout or f"{' '.join(command[1:])} failed with code {done.returncode}"
    STAMP.parent.mkdir(exist_ok=True)
    STAMP.write_text(before)
    return ""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--if-changed", action="store_true", help="do nothing when no source has changed")
    options = parser.parse_args()
    if options.if_changed and is_current():
        return
    if build():
        sys.exit("build: failed, see above")


if __name__ == "__main__":
    main()
