"""A calculator that is nothing but a rule, its texts, its cases and a page, to show that no more is needed.

`install_sample` lets the one door answer it in a test; `planted` puts it into a copy of the project and builds that.
"""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from scripts import pages
from tests.kinds import install

HERE = Path(__file__).parent
PROJECT = HERE.parents[1]
COPIED = ("calc", "docs", "scripts", "tests/cases", "requirements")
COPIED += ("mkdocs.yml", "mkdocs.zh.yml", "package.json", "package-lock.json")
LINKED = ("node_modules", ".venv")
MADE_BEFORE = ("pack-tools", "runtime/sizes.json")
"""What the packer made for this project, and need not make again."""


def texts() -> dict[str, Any]:
    return {lang: tomllib.loads((HERE / "text" / f"{lang}.toml").read_text(encoding="utf-8")) for lang in ("en", "zh")}


def install_sample(patch: pytest.MonkeyPatch) -> None:
    from tests.sample.rule import CALCULATOR

    install(CALCULATOR, texts(), patch)


def cases() -> list[dict[str, Any]]:
    """Each case with its answers complete."""
    found = []
    for path in sorted((HERE / "cases").glob("*.toml")):
        content = tomllib.loads(path.read_text(encoding="utf-8"))
        for case in content["case"]:
            found.append({**case, "answers": content["answers"] | case["answers"], "today": content["today"]})
    return found


def planted(folder: Path) -> Path:
    """A copy of the project with the sample in it, built; the answer is its site."""
    for name in COPIED:
        source = PROJECT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy2(source, folder / name)
    for name in LINKED:
        (folder / name).symlink_to((PROJECT / name).resolve())
    _reuse(folder)
    _plant(folder)
    done = subprocess.run(
        [sys.executable, "-m", "scripts.build"],
        cwd=folder,
        env=_environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


def _environment() -> dict[str, str]:
    """The copy belongs to no commit: its day is that of the project's."""
    from scripts import dates

    return {**os.environ, "SOURCE_DATE_EPOCH": str(dates.epoch()), "PYTHONPATH": ""}


def _reuse(folder: Path) -> None:
    (folder / "build" / "runtime").mkdir(parents=True)
    for name in MADE_BEFORE:
        source = PROJECT / "build" / name
        if source.is_dir():
            shutil.copytree(source, folder / "build" / name)
        elif source.exists():
            shutil.copy2(source, folder / "build" / name)


def _plant(folder: Path) -> None:
    """A rule, two texts, a page in each language, and the id in the list: all that a calculator is."""
    shutil.copy2(HERE / "rule.py", folder / "calc" / "rules" / "sample.py")
    listed = folder / "calc" / "rules" / "__init__.py"
    code = listed.read_text(encoding="utf-8")
    planted_too = re.sub(r"IDS = \((.*?),?\s*\)", r'IDS = (\1, "sample")', code, flags=re.DOTALL)
    listed.write_text(planted_too, encoding="utf-8")
    page = (HERE / "sample.md").read_text(encoding="utf-8")
    for lang, said in texts().items():
        shutil.copy2(HERE / "text" / f"{lang}.toml", folder / "calc" / "text" / lang / "sample.toml")
        title = said["calculator"]["sample"]["title"]
        text = page.format(title=title, twin_body="{twin_body}")
        (folder / "docs" / lang / "calculators" / "sample.md").write_text(text, encoding="utf-8")
    _review(folder)


def _review(folder: Path) -> None:
    """Record in each page the body of its twin, as whoever compared them would."""
    both = {lang: folder / "docs" / lang / "calculators" / "sample.md" for lang in ("en", "zh")}
    hashes = {lang: pages.read_tree(lang, folder)["calculators/sample.md"].body_hash for lang in both}
    for lang, path in both.items():
        text = path.read_text(encoding="utf-8").replace("{twin_body}", hashes[pages.other(lang)])
        path.write_text(text, encoding="utf-8")
