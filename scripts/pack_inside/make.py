"""Runs in the browser's Python with its whole standard library: makes the zip that the page starts from.

First the calculators run from source, to learn which modules they load; then those modules, `calc`, its tables
as JSON and the bridge go through pyodide-build's compiler into one zip, stored, in a fixed order and of one date.
"""

import ast
import importlib
import json
import sys
import zipfile
from pathlib import Path, PurePosixPath

import tables_json

STDLIB = next(entry for entry in sys.path if entry.endswith(".zip"))
EPOCH = (1980, 1, 1, 0, 0, 0)

ALSO = ("datetime", "decimal", "encodings.ascii", "encodings.latin_1", "json", "traceback", "unicodedata")
"""Cheap modules that a rule or an error message may come to need."""

ONLY_ON_A_DESK = {"calc/__main__.py", "calc/checks.py"}
"""The command line, and the checks on TOML files, which the page does not have."""

NEVER = {"argparse", "csv", "tomllib", "unittest"}


def make(target: str, booted: list[str]) -> str:
    """Write the packed zip; the answer is what the probes replied, as JSON.

    Args:
        target: the file to write.
        booted: the modules that were loaded before this script was, so by Pyodide's own start.
    """
    ours = _our_files()
    for name in set(sys.modules) - set(booted):
        del sys.modules[name]  # what this script imported must not hide what the calculators import
    answers = _trace(ours)
    for name in sorted({*ALSO, *_imports(ours)} - NEVER):
        importlib.import_module(name)
    used = {**_stdlib_files(set(sys.modules)), **ours}
    _compile(used, Path(target))
    return json.dumps(answers)


def known_modules() -> str:
    """The name of every module that the whole standard library has, as JSON."""
    with zipfile.ZipFile(STDLIB) as archive:
        names = [PurePosixPath(name) for name in archive.namelist() if name.endswith(".py")]
    parts = (name.parent.parts if name.stem == "__init__" else name.with_suffix("").parts for name in names)
    return json.dumps([".".join(part) for part in parts])


def _our_files() -> dict[str, bytes]:
    files = {"bridge.py": Path("/bridge.py").read_bytes()}
    for path in sorted(Path("/calc").rglob("*")):
        name = f"calc/{path.relative_to('/calc').as_posix()}"
        if path.suffix == ".toml":
            files[name.removesuffix(".toml") + ".json"] = tables_json.as_json(path.read_bytes(), name)
        elif path.suffix == ".py" and name not in ONLY_ON_A_DESK and not name.startswith("calc/checking/"):
            files[name] = path.read_bytes()
    return files


def _trace(ours: dict[str, bytes]) -> list[str]:
    """Run the probes on the files as they will lie in the zip, but from source."""
    with zipfile.ZipFile("/source.zip", "w") as archive:
        for name, content in ours.items():
            archive.writestr(name, content)
    sys.path.insert(0, "/source.zip")
    import probe

    return probe.run()


def _imports(ours: dict[str, bytes]) -> set[str]:
    """Modules named by any import in our code, also inside functions that the probes may not reach."""
    found = set()
    for name, content in ours.items():
        if not name.endswith(".py"):
            continue
        for node in ast.walk(ast.parse(content, name)):
            if isinstance(node, ast.Import):
                found |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                found.add(node.module)
    return {name for name in found if name.split(".")[0] in sys.stdlib_module_names}


def _stdlib_files(modules: set[str]) -> dict[str, bytes]:
    """The source of those modules that come from the standard library's zip."""
    files = {}
    with zipfile.ZipFile(STDLIB) as archive:
        for name in modules:
            spec = getattr(sys.modules.get(name), "__spec__", None)
            origin = str(getattr(spec, "origin", None) or "")
            if origin.startswith(STDLIB + "/"):
                inside = origin.removeprefix(STDLIB + "/")
                files[inside] = archive.read(inside)
    return files


def _compile(files: dict[str, bytes], target: Path) -> None:
    """Turn sources into bytecode with pyodide-build, then write them stored, sorted and of one date."""
    work = Path("/work.zip")
    with zipfile.ZipFile(work, "w") as archive:
        for name in sorted(files):
            archive.writestr(zipfile.ZipInfo(name, EPOCH), files[name])
    sys.path.insert(0, "/tools")
    from pyodide_build._py_compile import _py_compile_archive

    _py_compile_archive(work, keep=False, verbose=False, compression_level=0)
    with zipfile.ZipFile(work) as compiled, zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(compiled.namelist()):
            archive.writestr(zipfile.ZipInfo(name, EPOCH), compiled.read(name))
