"""The measuring half of scripts/bench/places.py: runs in CPython and, as it is, in the page's Python.

It takes the tables of a made-up country as one JSON text and answers with times in milliseconds and bytes of memory.
Only what the page's Python has is imported.
"""

import json
import sys
import time

TODAY = "2026-11-22"
# On a desk the processor's time, which other programs do not add to; WebAssembly knows only the clock.
NOW = time.perf_counter if sys.platform == "emscripten" else time.process_time
LATER_ANSWERS = 60
OTHER_PLACES = 8


def run(request: str) -> str:
    """Measure once: `tables` by name, `places` to ask for, and whether `memory` is counted instead of time."""
    asked = json.loads(request)
    given = {name: text.encode() for name, text in asked["tables"].items()}
    found = _memory(given, asked["places"]) if asked["memory"] else _times(given, asked["places"])
    return json.dumps(found)


def _begin(given: dict[str, bytes]) -> None:
    """Import the calculator and hand it the tables."""
    from calc import tables

    def read(name: str) -> bytes:
        if name not in given:
            raise FileNotFoundError(name)
        return given[name]

    tables.use(read)


def _answer(place: str, amount: int) -> str:
    import calc

    asked = {"place": place, "month": TODAY[:7], "amount-kind": "wage", "amount": str(amount)}
    return calc.page("contributions", asked, "en", TODAY)


def _timed(place: str, amount: int) -> float:
    start = NOW()
    _answer(place, amount)
    return (NOW() - start) * 1000


def _median(times: list[float]) -> float:
    return sorted(times)[len(times) // 2]


def _times(given: dict[str, bytes], places: list[str]) -> dict[str, float]:
    """The first answer of all, a keystroke, and the first answer for another place."""
    start = NOW()
    _begin(given)
    first = (NOW() - start) * 1000 + _timed(places[0], 12000)
    later = _median([_timed(places[0], 12001 + step) for step in range(LATER_ANSWERS)][LATER_ANSWERS // 3 :])
    others = _median([_timed(place, 12000) for place in places[1 : OTHER_PLACES + 1]])
    return {"first": first, "keystroke": later, "another place": others}


def _memory(given: dict[str, bytes], places: list[str]) -> dict[str, float]:
    """The highest use of memory up to the first answer, and what eight more places add."""
    import _tracemalloc

    _tracemalloc.start(1)
    _begin(given)
    _answer(places[0], 12000)
    used, peak = _tracemalloc.get_traced_memory()
    for place in places[1 : OTHER_PLACES + 1]:
        _answer(place, 12000)
    return {"peak": peak, "more for other places": _tracemalloc.get_traced_memory()[0] - used}
