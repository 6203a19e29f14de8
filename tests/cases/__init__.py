"""Cases as data: what is answered, on which day, and what has to come out.

One folder per calculator, one TOML file per place or subject. A file holds `today` and `answers` for all its
cases; a case may give its own. `answers` holds text only, as it would be typed, so that the same
case can be sent to the calculator in the page (`Case.form`). `source` says what the expected figures rest on:
they are worked out from the collected figures, not from calc/data, so that a slip there shows here.

What a case of any calculator may expect:
    outcome: "answered" where nothing else is said.
    results: named results, as far as they are told (tests/rules/test_cases.py): legal arithmetic
        (tests/arithmetic.py) for an amount, "unknown" for null, anything else as it stands; tables and
        lists of them hold the same in turn.
    reasons: conditions by id: true, false or "unknown"; all of them, where any is told.
    missing: the fields asked for, in order; none where nothing is said.
    warnings, no_warnings: ids that must, or must not, be there. `provisional` and `stale` must not
        be there unless they are named.
    refused: the problems as "field code", for answers that cannot be used.

Of contributions also:
    employee_total, wage, net_before_tax, …: legal arithmetic, or "unknown".
    known: the same for the sums of what is known.
    clamped: "floor" or "ceiling" for every line, or a table by scheme; any other line is not clamped.
    schemes: the lines in order.
"""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from calc import rules

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Case:
    """One situation of a reader; `str(case)` names it in a test report."""

    calculator: str
    file: str
    name: str
    source: str
    today: str
    answers: dict[str, Any]
    expect: dict[str, Any]

    def __str__(self) -> str:
        return f"{self.calculator}, {self.file}: {self.name}"

    @property
    def form(self) -> dict[str, str]:
        """The answers as the page's form sends them: an amount and its kind, rows and own figures cell by cell."""
        fields: dict[str, str] = {}
        for name, answer in self.answers.items():
            fields |= _fields(name, answer)
        for question in rules.get(self.calculator).questions:
            if question.one_of and question.name in fields:
                fields |= {f"{question.one_of}-kind": question.name, question.one_of: fields.pop(question.name)}
        return fields


def load_cases(calculator: str) -> list[Case]:
    """All cases of a calculator, by file and then in the order of the file."""
    return [case for path in sorted((HERE / calculator).glob("*.toml")) for case in _cases_of(path, calculator)]


def all_cases() -> list[Case]:
    """The cases of every calculator."""
    return [case for calculator in rules.IDS for case in load_cases(calculator)]


def _fields(name: str, answer: Any) -> dict[str, str]:
    """An answer as form fields: own={injury: {floor: 1}} is own.injury.floor=1, a first row's year deposits.0.year."""
    if isinstance(answer, str):
        return {name: answer}
    parts = answer.items() if isinstance(answer, dict) else enumerate(answer)
    found: dict[str, str] = {}
    for part, inside in parts:
        found |= _fields(f"{name}.{part}", inside)
    return found


def _cases_of(path: Path, calculator: str) -> list[Case]:
    content = tomllib.loads(path.read_text(encoding="utf-8"))
    shared = content.get("answers", {})
    return [
        Case(
            calculator=calculator,
            file=path.stem,
            name=case["name"],
            source=case["source"],
            today=case.get("today", content["today"]),
            answers=shared | case["answers"],
            expect=case["expect"],
        )
        for case in content["case"]
    ]
