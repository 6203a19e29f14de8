"""The packed runtime: complete, of one version, the same bytes each time, and the same tables as on a desk."""

import hashlib
import json
import subprocess
import sys
import zipfile
from decimal import Decimal
from pathlib import Path

import pytest

from scripts import stage
from scripts.pages import ROOT


@pytest.fixture(scope="module")
def manifest() -> dict:
    found = stage.runtime(ROOT)
    assert found, "the runtime is not packed; `make build` packs it"
    return found


@pytest.fixture(scope="module")
def folder(manifest: dict, site: Path) -> Path:
    return site / "runtime" / manifest["version"]


@pytest.fixture(scope="module")
def packed(folder: Path) -> zipfile.ZipFile:
    return zipfile.ZipFile(folder / "python.zip")


def test_the_site_holds_one_version_whole_and_unchanged(manifest: dict, folder: Path):
    assert [path.name for path in folder.parent.iterdir()] == [manifest["version"]]
    found = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}
    assert found == {name: facts["sha256"] for name, facts in manifest["files"].items()}


def test_the_zip_is_stored_sorted_and_without_a_clock(packed: zipfile.ZipFile):
    entries = packed.infolist()
    assert [entry.filename for entry in entries] == sorted(entry.filename for entry in entries)
    assert {entry.compress_type for entry in entries} == {zipfile.ZIP_STORED}
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert not [name for name in packed.namelist() if name.endswith((".py", ".toml"))]


def test_every_table_of_the_page_is_the_table_of_the_desk(packed: zipfile.ZipFile):
    import tomllib

    tables = sorted((ROOT / "calc").rglob("*.toml"))
    assert tables
    for path in tables:
        name = str(path.relative_to(ROOT).with_suffix(".json"))
        here = tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
        assert json.loads(packed.read(name), parse_float=Decimal) == here, name


def test_npm_packages_are_pinned_with_hashes_and_no_host():
    lock = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))
    packages = {name: facts for name, facts in lock["packages"].items() if name}
    assert packages
    for name, facts in packages.items():
        assert facts["integrity"].startswith("sha512-"), name
        assert "resolved" not in facts, name


def test_packing_again_has_nothing_to_do():
    done = subprocess.run(
        [sys.executable, "-m", "scripts.pack"], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    )
    assert "current" in done.stdout + done.stderr
