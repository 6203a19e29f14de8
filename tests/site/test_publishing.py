"""The workflows and settings of publishing, as far as they can be known without a host."""

import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from mkdocs.utils.yaml import yaml_load

from scripts import successor
from scripts.pages import ROOT
from tests.site.conftest import Pages

WORKFLOWS = sorted((ROOT / ".github" / "workflows").iterdir())
USES = re.compile(r"^\s*(?:- )?uses: *(.+)$", re.MULTILINE)
PINNED = re.compile(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
ONLY_FROM_MAIN = "github.event_name == 'push' && github.ref == 'refs/heads/main' && vars.SITE_URL != ''"
# What can only be said to the host: tests/site/test_due.py looks at it.
SHELL_STEPS = ("Hand the list to the next job", "One issue with the label figures-due")
Job = dict[str, Any]


def read(path: Path) -> dict[str, Any]:
    # BaseLoader keeps every scalar a string: `on` would be read as true otherwise.
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def jobs() -> dict[str, Job]:
    return {name: job for path in WORKFLOWS for name, job in read(path)["jobs"].items()}


def steps() -> list[tuple[str, dict[str, Any]]]:
    return [(name, step) for name, job in jobs().items() for step in job["steps"]]


@pytest.fixture
def settings(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """mkdocs.yml as a machine reads it on which nothing has been set."""
    monkeypatch.delenv("SITE_URL", raising=False)
    monkeypatch.delenv("REPORT_URL", raising=False)
    with (ROOT / "mkdocs.yml").open("rb") as file:
        return yaml_load(file)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_pins_its_actions_and_starts_without_rights(path: Path):
    text = path.read_text(encoding="utf-8")
    for used in USES.findall(text):
        assert PINNED.fullmatch(used), f"{used}: write owner/name@<40 hex digits> # vX.Y.Z"
    workflow = read(path)
    assert workflow["permissions"] == {}
    ours = {"push", "pull_request", "schedule", "workflow_dispatch"}
    assert set(workflow["on"]) <= ours, "other triggers run with rights that a stranger can use"
    assert "secrets." not in text


def test_an_action_has_one_version_everywhere():
    used = {line for path in WORKFLOWS for line in USES.findall(path.read_text(encoding="utf-8"))}
    assert len({line.split("@")[0] for line in used}) == len(used), used


@pytest.mark.parametrize("name", jobs())
def test_a_job_has_a_limit_and_no_more_rights_than_it_needs(name: str):
    job = jobs()[name]
    assert 0 < int(job["timeout-minutes"]) <= 45
    more = {"publish": {"pages": "write", "id-token": "write"}, "issue": {"issues": "write"}}
    assert job["permissions"] == more.get(name, {"contents": "read"})
    assert ("continue-on-error" in job) == (name == "successor")
    named = {step["id"] for step in job["steps"] if "id" in step}
    assert set(re.findall(r"steps\.([\w-]+)\.", str(job))) <= named
    assert set(job.get("needs", [])) <= jobs().keys()


def test_a_checkout_leaves_no_credentials():
    checkouts = [step for _, step in steps() if step.get("uses", "").startswith("actions/checkout@")]
    assert checkouts
    assert all(step["with"]["persist-credentials"] == "false" for step in checkouts)


def test_a_command_is_a_task_of_the_makefile():
    tasks = re.findall(r"^([a-z]+):.*##", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    commands = {step["run"] for _, step in steps() if "run" in step and step["name"] not in SHELL_STEPS}
    assert {"make check", "make test"} <= commands
    assert commands <= {f"make {task}" for task in tasks}, commands


def test_what_is_published_was_tested_and_comes_from_main():
    publish = jobs()["publish"]
    assert set(publish["needs"]) == {"check", "test"}
    assert publish["if"] == ONLY_FROM_MAIN
    assert publish["environment"]["name"] == "github-pages"
    assert publish["concurrency"] == {"group": "pages", "cancel-in-progress": "false"}
    handed_over = [step for _, step in steps() if "upload-pages-artifact" in step.get("uses", "")]
    assert [step["if"] for step in handed_over] == [ONLY_FROM_MAIN]
    assert [step["with"]["path"] for step in handed_over] == ["site/"]


def test_every_change_is_tested_and_its_site_kept():
    assert any({"push", "pull_request"} <= read(path)["on"].keys() for path in WORKFLOWS)
    order = [step.get("run") or step["uses"].split("@")[0] for name, step in steps() if name == "test"]
    assert order.index("make test") < order.index("actions/upload-artifact")


@pytest.mark.parametrize("task", ["check", "test"])
def test_the_workflows_are_linted_with_the_rest(task: str):
    said = subprocess.run(["make", "-n", task], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for linter in ("zizmor --offline", "vendor.github-workflows", "vendor.dependabot"):
        assert linter in said


def test_updates_wait_a_week():
    updates = read(ROOT / ".github" / "dependabot.yml")["updates"]
    assert {update["package-ecosystem"] for update in updates} == {"uv", "npm", "github-actions"}
    assert all(int(update["cooldown"]["default-days"]) >= 7 for update in updates)


def test_lock_files_say_how_they_were_made():
    # Dependabot looks for these options in the file itself; without them it would lock for one system only.
    for source in sorted((ROOT / "requirements").glob("*.in")):
        header = source.with_suffix(".txt").read_text(encoding="utf-8").split("==", 1)[0]
        assert "--universal" in header, f"{source.name}: run `make lock`"
        assert "--generate-hashes" in header, f"{source.name}: run `make lock`"


def test_addresses_are_empty_until_they_are_set(settings: dict[str, Any]):
    assert not settings["site_url"]
    assert not settings["extra"].get("report_url")


def test_pages_offer_to_report_an_error_only_where_that_leads_somewhere(pages: Pages):
    with (ROOT / "mkdocs.yml").open("rb") as file:
        address = yaml_load(file)["extra"].get("report_url")
    for name, page in pages.items():
        links = [link["href"] for link in page.select(".report-error a")]
        assert links == ([address] if address else []), name


def test_the_successor_is_asked_for_pages_and_anchors():
    assert successor.built_name("index.md") == "index.html"
    assert successor.built_name("guides/index.md") == "guides/index.html"
    assert successor.built_name("guides/your-pay.md") == "guides/your-pay/index.html"
    assert successor.anchors('## Pay { #pay }\n\ntext\n\n<div id="form">\n') == {"pay", "form"}
