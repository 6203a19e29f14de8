"""The check of values: no hard fault, and no warning but those somebody has looked at, each still there."""

from pathlib import Path

import pytest

from scripts.checks import values

ROOT = Path(__file__).parents[2]
DAY = "2026-11-22"
WARNED = {warn.known_as: warn for warn in values.warnings(ROOT, DAY)}
LOOKED_AT = values.known(ROOT)


def test_no_value_file_is_refused():
    assert values.problems(ROOT) == []


@pytest.mark.parametrize("warning", WARNED.values(), ids=str)
def test_a_warning_has_been_looked_at(warning):
    assert warning.known_as in LOOKED_AT, "look at the figure: mend it, or add it to known_warnings.toml and say why"


def test_a_warning_that_is_gone_leaves_the_list():
    assert set(LOOKED_AT) == set(WARNED)


def test_every_warning_says_why_it_stays():
    assert all(why.endswith(".") for why in LOOKED_AT.values())


def test_an_old_check_is_never_accepted():
    assert "stale" not in {sort for _, sort, _ in LOOKED_AT}


def test_the_report_counts_what_is_known_and_prints_what_is_not(tmp_path):
    (tmp_path / "calc").symlink_to(ROOT / "calc")
    (tmp_path / "tests" / "invariants").mkdir(parents=True)
    (tmp_path / values.KNOWN).write_text("warning = []\n", encoding="utf-8")
    lines = values.report(tmp_path).splitlines()
    assert len(lines) == len(WARNED) + 1
    assert all(line.startswith("warning: calc/data/") for line in lines[:-1])
    assert "0 of them not yet looked at" in values.report(ROOT)


def test_a_fault_is_named_with_its_file_and_line(tmp_path):
    place = tmp_path / "calc" / "data" / "places"
    place.mkdir(parents=True)
    (place / "110000-beijing.toml").write_text("[[gaps]]\nkind = 1\n", encoding="utf-8")
    (place / "120000-tianjin.toml").write_text("[[gaps\n", encoding="utf-8")
    found = values.problems(tmp_path)
    assert all(line.startswith("calc/data/places/1") for line in found)
    assert {line.split(":")[0][-16:] for line in found} == {"110000-beijing.toml"[-16:], "120000-tianjin.toml"[-16:]}
