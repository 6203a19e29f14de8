"""Cases as data: what is answered, on which day, and what has to come out.

One folder per calculator, one TOML file per place. A file holds `today` and `answers` for all its
cases; a case may give its own. `answers` holds text only, as it would be typed, so that the same
case can be sent to the calculator in the page (`Case.form`). `source` says what the expected figures rest on:
they are worked out from the collected figures, not from calc/data, so that a slip there shows here.

What a case may expect:
    outcome: "answered" where nothing else is said.
    employee_total, wage, net_before_tax, …: legal arithmetic (tests/arithmetic.py), or "unknown".
    known: the same for the sums of what is known.
    clamped: "floor" or "ceiling" for every line, or a table by scheme; any other line is not clamped.
    schemes: the lines in order.
    missing: the fields asked for, in order; none where nothing is said.
    warnings, no_warnings: ids that must, or must not, be there. `provisional` and `stale` must not
        be there unless they are named.
"""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
AMOUNTS = ("wage", "net", "labour_cost")


@dataclass(frozen=True)
class Case:
    """One situation of a reader; `str(case)` names it in a test report."""

    file: str
    name: str
    source: str
    today: str
    answers: dict[str, Any]
    expect: dict[str, Any]

    def __str__(self) -> str:
        return f"{self.file}: {self.name}"

    @property
    def form(self) -> dict[str, str]:
        """The answers as the page's form sends them: one amount and its kind, own figures one by one."""
        fields = {name: answer for name, answer in self.answers.items() if name not in (*AMOUNTS, "own")}
        (kind,) = self.answers.keys() & set(AMOUNTS)
        for scheme, figures in self.answers.get("own", {}).items():
            fields |= {f"own.{scheme}.{figure}": typed for figure, typed in figures.items()}
        return fields | {"amount-kind": kind, "amount": self.answers[kind]}


def load_cases(calculator: str = "contributions") -> list[Case]:
    """All cases of a calculator, by file and then in the order of the file."""
    return [case for path in sorted((HERE / calculator).glob("*.toml")) for case in _cases_of(path)]


def _cases_of(path: Path) -> list[Case]:
    content = tomllib.loads(path.read_text(encoding="utf-8"))
    shared = content.get("answers", {})
    return [
        Case(
            file=path.stem,
            name=case["name"],
            source=case["source"],
            today=case.get("today", content["today"]),
            answers=shared | case["answers"],
            expect=case["expect"],
        )
        for case in content["case"]
    ]
