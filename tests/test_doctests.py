"""The examples in the docstrings of the calculator and of the tests' own tools are true."""

import doctest
from importlib import import_module
from pathlib import Path

import pytest

import calc

ROOT = Path(calc.__file__).parent
FILES = sorted(path.relative_to(ROOT.parent) for path in ROOT.rglob("*.py") if path.name != "__main__.py")
MODULES = [".".join(path.with_suffix("").parts).removesuffix(".__init__") for path in FILES]


@pytest.mark.parametrize("name", [*MODULES, "tests.arithmetic"])
def test_the_examples_are_true(name):
    failed, _ = doctest.testmod(import_module(name))
    assert failed == 0
