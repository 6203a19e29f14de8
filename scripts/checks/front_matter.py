"""Every page says in its front matter what it is called, what it holds and when it was last reviewed."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from scripts import dates, pages

KNOWN = {"title", "description", "reviewed", "twin_body", "calculator", "hide", "menu"}
# By which readers find the page: docs/navigation.toml says what goes there.
KNOWN |= {"section", "question", "benefit", "place", "body", "law", "order"}
# Of a page that leads through a procedure: scripts/checks/procedure.py.
KNOWN |= {"procedure"}
# Search engines cut a description off after about this many characters.
LONGEST_DESCRIPTION = 200


def problems(root: Path) -> list[str]:
    found = []
    for tree in pages.TREES:
        for page in pages.read_tree(tree, root).values():
            try:
                reasons = problems_of(page.meta)
            except yaml.YAMLError as error:
                reasons = [f"the front matter is not valid YAML: {error}"]
            found += [f"{page.file}:1: {reason}" for reason in reasons]
    return found


def problems_of(meta: Mapping[str, Any]) -> list[str]:
    found = [f"front matter lacks `{key}`; add the line" for key in sorted({"title", "description"} - meta.keys())]
    found += [f"front matter has an unknown key `{key}`; correct or remove it" for key in sorted(meta.keys() - KNOWN)]
    if len(str(meta.get("description", ""))) > LONGEST_DESCRIPTION:
        found.append(f"the description is longer than {LONGEST_DESCRIPTION} characters; shorten it")
    return found + problems_of_review(meta.get("reviewed"))


def problems_of_review(reviewed: object) -> list[str]:
    if not isinstance(reviewed, datetime.date):
        return ["front matter needs `reviewed: YYYY-MM-DD`, the day someone last checked the page against its sources"]
    latest = max(dates.today(), datetime.datetime.now(dates.CHINA).date().isoformat())
    return [f"`reviewed: {reviewed}` lies in the future; write the day of the review"] if str(reviewed) > latest else []
