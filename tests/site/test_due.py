"""What is due, on fixed days; and the workflow that keeps it in one issue."""

import subprocess
import sys
from datetime import date
from typing import Any

import pytest
import yaml

from scripts import due, ledger, stage
from scripts.ledger import Dated
from scripts.pages import ROOT

STAND_IN = """#!/bin/sh
echo "$@" >> {folder}/asked
case "$1 $2" in
  "issue list") echo "{there}" ;;
  "issue edit"|"issue create") cat > {folder}/body ;;
esac
"""
WORKFLOW = ROOT / ".github" / "workflows" / "due.yml"


def entry(index: int, **row: Any) -> Dated:
    row = {name.rstrip("_"): figure for name, figure in row.items()}
    row = {"floor": 1, "checked": "2026-11-22", "recorded": "2026-11-22", **row}
    return Dated("310000", "calc/data/places/310000-shanghai.toml", "bases", index, ("base.pension",), row)


def only(monkeypatch: pytest.MonkeyPatch, *entries: Dated) -> tuple[Dated, ...]:
    """Let these be all the entries there are."""
    monkeypatch.setattr(ledger, "ledger", lambda: entries)
    for kept in (ledger._by_identity, ledger.before, ledger.after):
        kept.cache_clear()
    return entries


@pytest.fixture(autouse=True)
def forget():
    yield
    for kept in (ledger._by_identity, ledger.before, ledger.after):
        kept.cache_clear()


YEARLY = {"from_": "2026-07", "to": "2027-06", "next_expected": "2027-07"}
ENDS = {"from_": "2026-07", "to": "2027-06"}


@pytest.mark.parametrize(
    ("row", "today", "found"),
    [
        (YEARLY, "2027-05-01", []),
        (YEARLY, "2027-05-02", [("renew", "2027-07-01")]),
        (YEARLY, "2027-07-15", [("renew", "2027-07-01")]),
        (YEARLY, "2030-01-01", [("renew", "2027-07-01")]),
        (ENDS, "2027-05-01", []),
        (ENDS, "2027-05-02", [("ends", "2027-07-01")]),
        (ENDS, "2028-06-30", [("ends", "2027-07-01")]),
        (ENDS, "2028-07-01", []),  # past its grace it is history
        ({**ENDS, "replaced": True}, "2030-01-01", [("replaced", "2027-07-01")]),
        ({"from_": "2019-05"}, "2027-10-01", []),
        ({"from_": "2019-05"}, "2027-10-02", [("check", "2027-12-01")]),
        ({"start": "uncertain"}, "2028-01-01", [("check", "2027-12-01")]),
        ({"from_": "2019-05", "checked": "2027-06-01"}, "2028-01-01", []),
    ],
)
def test_an_entry_is_due_from_the_right_day_on(monkeypatch, row, today, found):
    entries = only(monkeypatch, entry(0, **row))
    told = due.due(date.fromisoformat(today), 60, entries)
    assert [(one.why, one.day.isoformat()) for one in told] == found


def test_an_entry_that_another_has_taken_over_is_never_due(monkeypatch):
    entries = only(monkeypatch, entry(0, from_="2027-07", to="2028-06", next_expected="2028-07"), entry(1, **YEARLY))
    told = due.due(date(2027, 8, 1), 60, entries)
    assert told == []
    later = [one.entries for one in due.due(date(2028, 5, 20), 60, entries) if one.why == "renew"]
    assert later == [(entries[0],)]


def test_entries_of_one_kind_are_one_thing_to_do(monkeypatch):
    entries = only(
        monkeypatch, entry(0, when={"tier": 1}, **YEARLY), entry(1, when={"tier": 2}, **YEARLY), entry(2, when={"tier": 3}, **ENDS)
    )
    told = due.due(date(2027, 6, 1), 60, entries)
    assert [(one.why, len(one.entries)) for one in told] == [("ends", 1), ("renew", 2)]
    assert told[1].about == "contribution limits, 2 entries"


def test_on_the_day_of_the_first_version_the_list_holds_what_we_know_to_be_missing():
    told = {(one.place, one.kind): one for one in due.due(date(2026, 11, 22))}
    guangdong = told["440000", "base"]
    assert (guangdong.why, guangdong.day) == ("renew", date(2026, 7, 1))
    assert due.state(guangdong, date(2026, 11, 22)) == "a new figure is expected since 2026-07"
    assert due.state(guangdong, date(2026, 6, 1)) == "a new figure is expected from 2026-07"


def test_pages_whose_figures_run_out_are_named_with_the_first_day_on_which_they_would_fail():
    assert due.pages_that_would_fail(date(2026, 11, 22)) == []
    found = due.pages_that_would_fail(date(2027, 9, 1), 62)
    assert found
    assert all(one.startswith("on 2027-09-01: docs/") and ".md:" in one for one in found)
    # Such a page does stop the build on that day.
    with pytest.raises(stage.StageError):
        stage.bodies("en", ROOT, "2027-09-01")


def test_both_forms_name_place_figure_month_file_and_remedy():
    today = date(2026, 11, 22)
    found = due.due(today)
    text = due.as_text(found, [], today, 60)
    assert text.startswith("Due by 2027-01-21 (60 days from 2026-11-22): to renew: ")
    assert "\n\nGuangdong (440000)\n  calc/data/places/440000-guangdong.toml:" in text
    assert "python -m scripts.new_year" in text
    table = due.as_markdown(found, ["on 2026-12-01: docs/en/a.md:1: gone"], today, 60)
    assert "- [ ] the page on 2026-12-01: docs/en/a.md:1: gone" in table
    assert sum(line.startswith("| ") for line in table.splitlines()) == len(found) + 1


def test_an_issue_is_never_too_long_and_says_what_it_left_out():
    today = date(2028, 6, 1)
    found = due.due(today) * 10
    table = due.as_markdown(found, [], today, 60)
    assert len(table) < 65_536
    assert "more: `python -m scripts.due` lists them all." in table


def test_with_nothing_due_the_list_says_so(monkeypatch):
    entries = only(monkeypatch)
    today = date(2026, 11, 22)
    assert due.as_text(due.due(today, 60, entries), [], today, 60).count("\n") == 0
    assert "| Place |" not in due.as_markdown([], [], today, 60)


def test_the_command_writes_the_list_for_the_issue(tmp_path):
    file = tmp_path / "new" / "due.md"
    command = [sys.executable, "-m", "scripts.due", "--today", "2026-11-22", "--within", "0", "--markdown", str(file)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.startswith("Due by 2026-11-22 (0 days from 2026-11-22)")
    assert "Guangdong" in file.read_text(encoding="utf-8")


@pytest.mark.parametrize("wrong", [["--today", "tomorrow"], ["--within", "-1"]])
def test_the_command_refuses_what_it_cannot_count(wrong):
    done = subprocess.run([sys.executable, "-m", "scripts.due", *wrong], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode
    assert "must be a day" in done.stderr


def test_the_job_that_may_write_issues_runs_none_of_our_programs():
    jobs = yaml.load(WORKFLOW.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)["jobs"]
    assert jobs["list"]["permissions"] == {"contents": "read"}
    assert jobs["issue"]["permissions"] == {"issues": "write"}
    [step] = jobs["issue"]["steps"]
    assert "uses" not in step
    assert "${{" not in step["run"], "what the list says must not become a part of the script"
    assert step["run"].count("--label figures-due") == 2


@pytest.mark.parametrize("there", ["", "7"])
def test_the_script_opens_one_issue_or_brings_it_up_to_date(tmp_path, there):
    """The step's own script, with a stand-in for the host's command line that writes down what it was asked."""
    jobs = yaml.load(WORKFLOW.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)["jobs"]
    stand_in = tmp_path / "gh"
    stand_in.write_text(STAND_IN.format(folder=tmp_path, there=there))
    stand_in.chmod(0o755)
    environment = {"PATH": f"{tmp_path}:/usr/bin:/bin", "DUE": 'a "list" with $(tricks)\n'}
    script = jobs["issue"]["steps"][0]["run"]
    subprocess.run(["bash", "-e", "-c", script], env=environment, check=True)
    asked = (tmp_path / "asked").read_text().splitlines()
    assert asked[-1].startswith("issue edit 7" if there else "issue create --title Figures that are due")
    assert (tmp_path / "body").read_text() == 'a "list" with $(tricks)\n'
