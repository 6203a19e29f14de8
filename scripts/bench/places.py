"""What more places cost: the time to the first answer, to a keystroke and to another place, and the memory.

A country is made up from a real one: its provinces, and as many copies of a real city as are wanted, handed to the
calculator through the door by which it reads all its tables. Each size is tried in a fresh Python, several rounds, on
this machine and in the page's packed Python under Node. Printed are the values of the smallest country and, for the
others, their ratio to it.
"""

import argparse
import json
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

from calc.tables import table
from scripts import stage
from scripts.pack import find_node
from scripts.pages import ROOT

SIZES = (50, 100, 200, 400)
CITY = "320500"
START = "import sys; from scripts.bench.places_inside import run; sys.stdout.write(run(sys.stdin.read()))"
UNITS = {"first": "ms", "keystroke": "ms", "another place": "ms", "peak": "kB", "more for other places": "kB"}
Reply = dict[str, float]


def country(size: int) -> tuple[dict[str, str], list[str]]:
    """All tables of a country with so many places, and the codes of its made-up cities."""
    tables = {name: as_json(table(name.removesuffix(".json"))) for name in table_names()}
    register = dict(table("data/places"))
    provinces = {code: row for code, row in register.items() if code.endswith("0000")}
    model = tables[f"data/places/{CITY}-{register[CITY]['slug']}.json"]
    cities = {}
    for number in range(size - len(provinces)):
        code = f"{list(provinces)[number % len(provinces)][:2]}{10 + number // len(provinces)}{50}"
        slug = f"made-up-{number}"
        cities[code] = {"slug": slug, "en": f"Made-up {number}", "zh": f"虚构{number}市", "pinyin": f"xugou{number}"}
        tables[f"data/places/{code}-{slug}.json"] = model
    tables["data/places.json"] = as_json({**provinces, **cities})
    return tables, list(cities)


def table_names() -> list[str]:
    return [path.relative_to(ROOT / "calc").with_suffix(".json").as_posix() for path in (ROOT / "calc").rglob("*.toml")]


def as_json(content: Any) -> str:
    return json.dumps(content, ensure_ascii=False, default=_number)


def _number(number: Decimal) -> float:
    return float(number)


def requests(rounds: int) -> list[tuple[int, str]]:
    """The sizes in turn, so that a slow moment of the machine meets all of them; the memory is the same each time."""
    found = []
    for step in range(rounds + 1):
        for size in SIZES:
            tables, cities = country(size)
            asked = {"tables": tables, "places": cities[:9], "memory": step == rounds}
            found.append((size, json.dumps(asked)))
    return found


def in_cpython(asked: list[str]) -> list[Reply]:
    found = []
    for request in asked:
        command = [sys.executable, "-c", START]
        environment = {"PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "0"}
        done = subprocess.run(command, input=request, capture_output=True, text=True, check=True, env=environment)
        found.append(json.loads(done.stdout))
    return found


def in_the_page(asked: list[str]) -> list[Reply]:
    """In the packed Python, each request in an instance of its own."""
    packed = stage.runtime(ROOT)
    if packed is None:
        sys.exit("bench: the runtime is not packed; `make build` packs it")
    zip_file = ROOT / "build" / "runtime" / packed["version"] / "python.zip"
    command = [find_node(), str(Path(__file__).with_suffix(".mjs")), str(ROOT), str(zip_file)]
    done = subprocess.run(command, input=json.dumps(asked), stdout=subprocess.PIPE, text=True, check=True)
    found: list[Reply] = json.loads(done.stdout)
    return found


def by_size(asked: list[tuple[int, str]], replies: list[Reply]) -> dict[int, Reply]:
    """The best of all rounds: what else the machine does only ever adds to a time."""
    best: dict[int, Reply] = {size: {} for size in SIZES}
    for (size, _), reply in zip(asked, replies, strict=True):
        for name, amount in reply.items():
            best[size][name] = min(amount, best[size].get(name, amount))
    return best


def told(name: str, found: dict[int, Reply]) -> str:
    """A table: a line for each quantity, a column for each size."""
    lines = [f"{name:26}{SIZES[0]:>14}" + "".join(f"{size:>8}" for size in SIZES[1:])]
    for quantity, unit in UNITS.items():
        first = found[SIZES[0]][quantity]
        shown = f"{first if unit == 'ms' else first / 1000:.2f} {unit}"
        ratios = "".join(f"{found[size][quantity] / first:>8.2f}" for size in SIZES[1:])
        lines.append(f"  {quantity:24}{shown:>14}{ratios}")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5, help="how often each size is tried (default 5)")
    options = parser.parse_args()
    asked = requests(options.rounds)
    for name, measure in (("CPython", in_cpython), ("the page's Python", in_the_page)):
        print(told(name, by_size(asked, measure([request for _, request in asked]))))


if __name__ == "__main__":
    main()
