"""A calculator that asks one question of each kind, for the tests of asking and reading; it answers nothing."""

import json
import sys
from types import ModuleType
from typing import Any

import pytest

from calc import rules, tables
from calc.messages import Message
from calc.questions import Calculator, Question
from calc.result import Result

COLUMNS = (
    Question("place", "place", required=True, choices=("none",)),
    Question("months", "whole", required=True, low="1", high="600"),
    Question("temporary", "flag"),
)
KINDS = Calculator(
    id="kinds",
    rule=lambda today, **typed: Result("answered", {}, Message("kinds.headline")),  # noqa: ARG005
    example={"place": "310000", "total": "1"},
    highlights=(),
    questions=(
        Question("place", "place", required=True),
        Question("month", "month"),
        Question("hukou", "place", choices=("none",)),
        Question("birth", "month", low="1900-01", high="2010-12"),
        Question("paid_on", "date", low="2011-07-01", high="2030-12-31"),
        Question("age", "age", low="16", high="70y6m"),
        Question("baby", "age", low="1", high="1y1m"),
        Question("index", "number", low="0.6", high="3"),
        Question("years", "number"),
        Question("change", "number", low="-5", high="5"),
        Question("kind", "choice", choices=("a", "b")),
        Question("history", "rows", columns=COLUMNS, low="2", high="4"),
        Question("children", "rows", columns=(Question("born", "date"),)),
        Question("total", "money", one_of="amount"),
        Question("wages", "rows", one_of="amount", columns=(Question("year", "whole"), Question("amount", "money"))),
    ),
)


def texts() -> dict[str, Any]:
    """A label for every question and column, alike in both languages."""
    asked: dict[str, Any] = {}
    for question in KINDS.questions:
        asked[question.name] = {"label": question.name.upper()}
        for column in question.columns:
            asked[question.name][column.name] = {"label": column.name.upper()}
    asked["history"] |= {"hint": "One row for each place.", "help": "In your record."}
    asked["total"] |= {"unit": "yuan in all", "help": "In your record."}
    choices = {"kind": {"a": "A", "b": "B"}, "hukou": {"none": "NONE"}, "history": {"place": {"none": "NONE"}}}
    return {
        "question": asked,
        "choice": choices,
        "calculator": {"kinds": {"title": "All kinds"}},
        "form": {"amount": "Amount", "amount-kind": "Which amount?"},
        "kinds": {"headline": "Read."},
    }


def install(calculator: Calculator, said: dict[str, Any], patch: pytest.MonkeyPatch) -> None:
    """Let the one door answer this calculator too; `said` holds its texts by language."""
    module = ModuleType(f"calc.rules.{calculator.id}")
    module.CALCULATOR = calculator  # type: ignore[attr-defined]
    read, added = tables._read, {f"text/{lang}/{calculator.id}.json": texts for lang, texts in said.items()}
    patch.setitem(sys.modules, module.__name__, module)
    patch.setattr(rules, "IDS", (*rules.IDS, calculator.id))
    patch.setattr(tables, "_read", lambda name: json.dumps(added[name]).encode() if name in added else read(name))


@pytest.fixture
def kinds(monkeypatch: pytest.MonkeyPatch) -> None:
    """The calculator that asks everything, for one test."""
    install_kinds(monkeypatch)


def install_kinds(patch: pytest.MonkeyPatch) -> None:
    install(KINDS, {"en": texts(), "zh": texts()}, patch)
