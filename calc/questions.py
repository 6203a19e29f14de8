"""What a calculator asks: typed questions, from which form, parsing and command line are generated."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from dataclasses import field as attribute
from typing import Any

SCHEMES = ("pension", "medical", "maternity", "unemployment", "injury", "long_term_care", "housing_fund")
"""Every scheme, in the order a payslip lists them."""

HIGHEST_INJURY_RATE = "0.1"
MOST_ROWS = 60
"""The bound of rows whose question names none: a working life with a change every year, and room to spare."""

OWN_MONEY = ("floor", "ceiling", "employer_fixed", "employee_fixed")
OWN_RATES = ("employer_rate", "employee_rate")


@dataclass(frozen=True, slots=True)
class Question:
    """One thing a calculator asks, or takes when it is offered.

    Attributes:
        name: key of the answer; the text files hold `question.NAME.label` and, if wanted, `.hint`.
        kind: place, month, date (a day), age (years and months), money (yuan), rate (a fraction; typed
            in percent), number (an exact decimal), whole (a count), choice, flag (yes or no), rows (a
            table with a row for each job, year, child …), or own (the reader's own figures by scheme).
        required: asked before anything can be worked out; of a column, in each row.
        choices: for a choice, the values it may take; `choice.NAME.VALUE` names them. For a place, what
            may be said instead of one, such as none.
        low, high: inclusive bounds, in the unit of the answer, as text; for rows, of their number. Empty:
            not less than zero and not more than ten million; months, days and ages are then not bounded.
        shown: main | more (folded away) | needed (only where a place's figures depend on it).
        may_be_open: of a choice, whether the form lets the reader leave it at "I do not know".
        one_of: name of a group of which exactly one is to be answered; the form asks which.
        columns: of rows, what is asked in each; any kind but rows and own. A column's texts are
            `question.NAME.COLUMN.label` and, if wanted, `.hint`, and `choice.NAME.COLUMN.VALUE`.

    >>> months = Question("months", "whole", required=True)
    >>> Question("history", "rows", columns=(months,), low="1", high="40").most
    40
    """

    name: str
    kind: str
    required: bool = False
    choices: tuple[str, ...] = ()
    low: str = ""
    high: str = ""
    shown: str = "main"
    one_of: str = ""
    columns: tuple["Question", ...] = ()
    may_be_open: bool = False

    @property
    def least(self) -> int:
        """Of rows, how many there have to be."""
        return int(self.low or 0)

    @property
    def most(self) -> int:
        """Of rows, how many there may be."""
        return int(self.high or MOST_ROWS)


@dataclass(frozen=True, slots=True)
class Named:
    """One of the named results that a comparison, a link and a saved file begin with: `result.NAME` in the texts."""

    name: str
    unit: str


@dataclass(frozen=True, slots=True)
class Calculator:
    """A question people ask: what is asked back, the rule that answers, and a worked example.

    `highlights` are the results that matter most to the reader, the first one first.
    """

    id: str
    questions: tuple[Question, ...]
    rule: Callable[..., Any]
    example: Mapping[str, Any]
    highlights: tuple[Named, ...]
    first_month: str = "2011-07"
    months_ahead: int = 12
    names: Mapping[str, Question] = attribute(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "names", {question.name: question for question in self.questions})


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with one answer: a code with a sentence in the text files, and its values."""

    field: str
    code: str
    values: Mapping[str, Any] = attribute(default_factory=dict)


class InputError(ValueError):
    """The answers cannot be used as given. `problems` lists all of them: field, code, message."""

    def __init__(self, problems: list[dict[str, str]]):
        super().__init__("; ".join(f"{p['field']}: {p.get('message') or p['code']}" for p in problems))
        self.problems = problems


class RefusedError(Exception):
    """Raised by a rule for answers that are readable one by one but cannot hold together."""

    def __init__(self, *problems: Problem):
        super().__init__(", ".join(problem.code for problem in problems))
        self.problems = problems
