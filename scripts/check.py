"""Check the sources of the pages, and say in each message which file, what is wrong and what to do."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

import yaml

from scripts import nav, readability
from scripts.checks import (
    bodies,
    figures,
    front_matter,
    headings,
    law,
    links,
    pictures,
    procedure,
    terms,
    titles,
    twins,
    values,
)
from scripts.pages import ROOT

CHECKS: dict[str, Callable[[Path], list[str]]] = {
    "front-matter": front_matter.problems,
    "titles": titles.problems,
    "navigation": nav.problems,
    "headings": headings.problems,
    "figures": figures.problems,
    "links": links.problems,
    "pictures": pictures.problems,
    "twins": twins.problems,
    "values": values.problems,
    "law": law.problems,
    "terms": terms.problems,
    "bodies": bodies.problems,
    "procedure": procedure.problems,
    "readability": readability.problems,
}


def problems_of(name: str) -> list[str]:
    """What one check finds."""
    try:
        return CHECKS[name](ROOT)
    except yaml.YAMLError:
        return ["the front matter of a page is not valid YAML; `scripts.check front-matter` names it: mend it first"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("check", choices=["all", *CHECKS], help="which check to run")
    parser.add_argument(
        "--record",
        nargs="+",
        type=Path,
        metavar="FILE",
        help="with twins: record that these pages agree with their twins as those are now",
    )
    options = parser.parse_args()
    if options.record and options.check != "twins":
        parser.error("--record goes with twins")
    for file in options.record or []:
        print(twins.record(file, ROOT))
    if options.record:
        return
    names = CHECKS if options.check == "all" else [options.check]
    found = list(dict.fromkeys(problem for name in names for problem in problems_of(name)))
    if found:
        sys.exit("\n".join(found))
    if "values" in names:
        print(values.report(ROOT))
    print(f"check: {', '.join(names)}: nothing to mend")


if __name__ == "__main__":
    main()
