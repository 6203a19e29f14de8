"""Runs in a Python started from the packed zip: what it lacks and what it answers differently stops the packing."""

import json
import sys


class _Missing:
    """Last in the line of finders: notes every module of the standard library that was asked for in vain."""

    def __init__(self, complete: set[str]) -> None:
        self._complete, self.asked_for = complete, set()

    def find_spec(self, name: str, *_: object) -> None:
        if name in self._complete:
            self.asked_for.add(name)


def verify(complete: str, expected: str) -> None:
    """Raise SystemError when the packed runtime is not fit for the page."""
    missing = _Missing(set(json.loads(complete)))
    sys.meta_path.append(missing)
    import probe

    answers = probe.run()
    if missing.asked_for:
        raise SystemError(f"modules left out of the pack but asked for: {', '.join(sorted(missing.asked_for))}")
    wanted = json.loads(expected)
    differing = [number for number, answer in enumerate(answers) if answer != wanted[number]]
    if len(answers) != len(wanted) or differing:
        first = differing[0] if differing else min(len(answers), len(wanted))
        raise SystemError(f"the packed calculator answers request {first} differently: {answers[first][:400]}")
