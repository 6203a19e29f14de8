"""Prepare a machine: Python environment, Node packages and, for the tests, a browser and a Chinese font.

Needs Python 3.11 or newer and nothing else. Every step remembers a hash of its inputs and is skipped
while they stay the same, so running this again costs a fraction of a second.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import venv
from collections.abc import Callable
from pathlib import Path

from browser import find_chromium

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
REQUIREMENTS = ROOT / "requirements"
OLDEST_NODE = 20


def say(text: str) -> None:
    print(f"setup: {text}", flush=True)


def run(*command: str | Path, **options: object) -> None:
    try:
        subprocess.run([str(part) for part in command], cwd=ROOT, check=True, **options)  # type: ignore[call-overload]
    except subprocess.CalledProcessError as error:
        raise SystemExit(f"setup: this command failed: {' '.join(map(str, command))}") from error


def once(name: str, inputs: list[Path], product: Path, step: Callable[[], None]) -> None:
    """Run the step unless its product stands and was made from these very inputs."""
    digest = hashlib.sha256(sys.version.encode())
    for path in inputs:
        digest.update(path.read_bytes())
    stamp = VENV / f"{name}.stamp"
    if product.exists() and stamp.exists() and stamp.read_text() == digest.hexdigest():
        return
    stamp.unlink(missing_ok=True)
    step()
    stamp.write_text(digest.hexdigest())


def make_venv() -> None:
    say("making the Python environment .venv")
    try:
        venv.create(VENV, with_pip=True, clear=True)
    except subprocess.CalledProcessError:
        # Debian and Ubuntu ship Python without the part that puts pip into an environment.
        install_package(f"python{sys.version_info.major}.{sys.version_info.minor}-venv")
        venv.create(VENV, with_pip=True, clear=True)


def install_requirements(*names: str) -> None:
    say(f"installing Python packages ({', '.join(names)})")
    files = [part for name in names for part in ("-r", str(REQUIREMENTS / name))]
    run(PYTHON, "-m", "pip", "install", "-q", "--disable-pip-version-check", "--require-hashes", *files)


def node_is_new_enough() -> bool:
    node = shutil.which("node")
    if node is None or shutil.which("npm") is None:
        return False
    answer = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    found = re.match(r"v(\d+)\.", answer)
    return found is not None and int(found.group(1)) >= OLDEST_NODE


def provide_node() -> None:
    """Put the environment's programs first on the path; add Node to them where the machine has none."""
    os.environ["PATH"] = f"{BIN}{os.pathsep}{os.environ.get('PATH', '')}"
    if not node_is_new_enough():
        install_requirements("node.txt")


def install_node_packages() -> None:
    say("installing Node packages")
    npm = shutil.which("npm")
    if npm is None:
        raise SystemExit("setup: npm was not found; install Node 20 or newer")
    run(npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")


def can_install_packages() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def install_package(name: str) -> bool:
    """Install a Debian package; False where that is not ours to do or does not work."""
    if not can_install_packages():
        return False
    say(f"installing {name}")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", "install", "-y", "-q", "--no-install-recommends", name]
    for command in (install, ["apt-get", "update", "-q"], install):
        done = subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=False)
        if command is install and done.returncode == 0:
            return True
    return False


def provide_browser() -> None:
    if find_chromium() or (install_package("chromium") and find_chromium()):
        return
    marker = VENV / "playwright-chromium.stamp"
    if not marker.exists():
        say("downloading Playwright's Chromium")
        run(PYTHON, "-m", "playwright", "install", "chromium")
        marker.touch()


def provide_chinese_font() -> None:
    """Screenshots of Chinese pages need glyphs; the tests themselves pass without, so this may fail."""
    if shutil.which("fc-list"):
        listed = subprocess.run(["fc-list", ":lang=zh"], capture_output=True, text=True, check=False)
        if listed.stdout.strip():
            return
    if can_install_packages() and not install_package("fonts-noto-cjk"):
        say("no Chinese font could be installed: screenshots will show empty boxes")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tests", action="store_true", help="also provide a browser and a Chinese font")
    parser.add_argument("--no-node", action="store_true", help="leave Node and its packages out")
    options = parser.parse_args()
    if sys.version_info < (3, 11):  # noqa: UP036 - here to say so to whoever runs an older one
        raise SystemExit(f"setup: Python 3.11 or newer is needed, this is {sysconfig.get_python_version()}")
    once("environment", [], PYTHON, make_venv)
    python_packages = ["site.txt", "dev.txt"]
    once(
        "requirements",
        [REQUIREMENTS / name for name in python_packages],
        PYTHON,
        lambda: install_requirements(*python_packages),
    )
    if not options.no_node:
        provide_node()
        lock = ROOT / "package-lock.json"
        once("node-packages", [lock], ROOT / "node_modules", install_node_packages)
    if options.tests:
        provide_browser()
        provide_chinese_font()


if __name__ == "__main__":
    main()
