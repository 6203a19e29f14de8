"""The small parts of adding and listing: edits to TOML as text, help, and the examples in docstrings."""

import doctest
import subprocess
import sys
from importlib import import_module

import pytest

from scripts.pages import ROOT
from scripts.scaffold import text as toml


@pytest.mark.parametrize("module", ["new_year", "new_place", "due"])
def test_every_script_explains_itself(module: str):
    command = [sys.executable, "-m", f"scripts.{module}", "--help"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert f"python -m scripts.{module} " in done.stdout


def test_text_edits_leave_comments_with_what_they_are_about():
    before = '# head\n\n# about x\n[[x]]\nfrom = "2026-01"\n\n[[y]]\na = 1\n'
    assert toml.start_of(before, "x") == 2
    assert toml.ended(before, "x", 0, "2026-12").splitlines()[5] == 'to = "2026-12"'
    with pytest.raises(LookupError):
        toml.start_of(before, "x", 1)
    assert toml.inserted(before, 99, "[z]").endswith("a = 1\n\n[z]\n")


EXAMPLES = """ledger kinds changes dates new_year scaffold.text scaffold.lines scaffold.files
open_data.values open_data.sheets open_data.sources"""


@pytest.mark.parametrize("name", EXAMPLES.split())
def test_the_examples_in_docstrings_are_true(name: str):
    assert doctest.testmod(import_module(f"scripts.{name}")).failed == 0
