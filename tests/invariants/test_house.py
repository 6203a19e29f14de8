"""The order of the house: imports run one way, only the standard library, the clock stays at the door."""

import ast
import re
import sys
from pathlib import Path

import pytest

import calc

ROOT = Path(calc.__file__).parent
MODULES = sorted(
    path.relative_to(ROOT.parent).with_suffix("").as_posix().replace("/", ".") for path in ROOT.rglob("*.py")
)
VALUES = {"calc.values", "calc.conditions", "calc.entries", "calc.tables", "calc.places", "calc.month", "calc.money"}
each_module = pytest.mark.parametrize("module", MODULES)


def tree(module: str) -> ast.Module:
    path = ROOT.parent / (module.replace(".", "/") + ".py")
    return ast.parse(path.read_text(encoding="utf-8"))


def imported(node: ast.AST) -> set[str]:
    """The modules that are imported anywhere inside `node`, as far as they are named in full."""
    found: set[str] = set()
    for inner in ast.walk(node):
        if isinstance(inner, ast.Import):
            found |= {alias.name for alias in inner.names}
        elif isinstance(inner, ast.ImportFrom) and inner.module:
            found.add(inner.module)
            found |= {
                f"{inner.module}.{alias.name}" for alias in inner.names if f"{inner.module}.{alias.name}" in MODULES
            }
    return found


def of_calc(module: str) -> set[str]:
    return {name for name in imported(tree(module)) if name.split(".")[0] == "calc"}


@each_module
def test_only_the_standard_library_and_calc_are_imported(module):
    for name in imported(tree(module)):
        assert name.split(".")[0] in (*sys.stdlib_module_names, "calc")


@each_module
def test_nothing_knows_the_site_or_the_browser(module):
    text = ast.unparse(tree(module)).casefold()
    assert not re.search(r"mkdocs|pyodide|jinja|scripts\.|import js\b", text)


@each_module
def test_nothing_of_the_calculator_reaches_for_the_network_or_other_programs(module):
    barred = {"socket", "urllib.request", "http.client", "subprocess", "asyncio", "random", "os", "threading"}
    assert not imported(tree(module)) & barred


@each_module
def test_a_rule_asks_values_and_hands_back_a_result_and_knows_no_words(module):
    if module.startswith("calc.rules."):
        barred = {"calc.door", "calc.parse", "calc.reading", "calc.tables", "calc.entries", "calc.contacts", "calc"}
        assert not [name for name in of_calc(module) if name in barred or name.startswith("calc.view")]


def test_no_rule_knows_a_word():
    users = [module for module in MODULES if module.startswith("calc.rules.") and "calc.words" in of_calc(module)]
    assert users == []


@each_module
def test_values_stand_on_values_alone(module):
    if module in VALUES:
        assert of_calc(module) <= VALUES | {"calc", "calc.checks"}


@each_module
def test_the_view_asks_no_rule_and_no_value(module):
    if module.startswith("calc.view"):
        barred = {
            "calc.values",
            "calc.entries",
            "calc.schemes",
            "calc.lines",
            "calc.parse",
            "calc.reading",
            "calc.tables",
        }
        assert not [name for name in of_calc(module) if name in barred or name.startswith("calc.rules.")]


@each_module
def test_only_the_door_looks_at_the_clock(module):
    if module != "calc.door":
        assert not imported(tree(module)) & {"time", "datetime", "calendar"}


@each_module
def test_only_the_tables_and_the_command_line_read_files(module):
    calls = {
        node.func.id
        for node in ast.walk(tree(module))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    files = {"open", "print", "input"} & calls or "pathlib" in imported(tree(module))
    assert not files or module in ("calc.tables", "calc.__main__")


@each_module
def test_importing_a_module_does_nothing_but_define(module):
    for node in tree(module).body:
        if isinstance(node, ast.Expr):
            assert isinstance(node.value, ast.Constant), f"{module}:{node.lineno} runs at import"
        if isinstance(node, ast.If):
            assert ast.unparse(node.test) == "__name__ == '__main__'"


@each_module
def test_a_module_says_what_it_is_and_stays_short(module):
    path = ROOT.parent / (module.replace(".", "/") + ".py")
    assert ast.get_docstring(tree(module))
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 250


@each_module
def test_the_page_never_needs_the_checks_of_value_files(module):
    if module != "calc.checks" and not module.startswith("calc.checking"):
        assert not [name for name in of_calc(module) if name.startswith("calc.checking")]


def test_toml_and_its_checks_are_imported_only_where_toml_is_read():
    for module in MODULES:
        top = ast.Module([node for node in tree(module).body if isinstance(node, ast.Import | ast.ImportFrom)], [])
        if module != "calc.checks":
            assert (
                not imported(top) & {"tomllib", "calc.checks", "json", "time", "argparse", "csv"}
                or module == "calc.__main__"
            )
