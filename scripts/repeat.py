"""Pack and build a second time, elsewhere, and compare with build/runtime and site/ byte for byte."""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from scripts import build, stage
from scripts.pages import ROOT


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def differences(first: dict[str, bytes], second: dict[str, bytes]) -> list[str]:
    """The names of files that one build has and the other has not, or has otherwise."""
    return sorted(name for name in first.keys() | second.keys() if first.get(name) != second.get(name))


def rebuilt_runtime(folder: Path) -> list[str]:
    """Pack the runtime anew into the folder; the answer names what differs from the one in build/runtime."""
    subprocess.run([sys.executable, "-m", "scripts.pack", "--force", "--out", str(folder)], cwd=ROOT, check=True)
    first = stage.runtime(ROOT)
    if first is None:
        return ["build/runtime is missing; run `make build` first"]
    version = first["version"]
    return differences(contents(ROOT / "build" / "runtime" / version), contents(folder / version))


def rebuilt_site(folder: Path) -> list[str]:
    """Build both languages anew into the folder; the answer names what differs from site/."""
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True)
    return differences(contents(build.SITE), contents(folder))


def main() -> None:
    argparse.ArgumentParser(description=__doc__).parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = rebuilt_runtime(Path(folder) / "runtime") + rebuilt_site(Path(folder) / "site")
    if found:
        sys.exit("repeat: two builds of the same sources differ in:\n" + "\n".join(found))
    print("repeat: the second build is the same, byte for byte")


if __name__ == "__main__":
    main()
