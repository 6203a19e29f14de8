"""Check the sources of the pages, and say in each message which file, what is wrong and what to do."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from scripts.checks import front_matter, markdown, twins
from scripts.pages import ROOT

CHECKS: dict[str, Callable[[Path], list[str]]] = {
    "front-matter": front_matter.problems,
    "markdown": markdown.problems,
    "twins": twins.problems,
}


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
    found = [problem for name in names for problem in CHECKS[name](ROOT)]
    if found:
        sys.exit("\n".join(found))
    print(f"check: {', '.join(names)}: nothing to mend")


if __name__ == "__main__":
    main()
