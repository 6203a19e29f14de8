"""One file per question a person asks. Each offers a `CALCULATOR`: questions, rule, worked example."""

from importlib import import_module

from calc.questions import Calculator

IDS = ("contributions", "retirement", "pension", "personal-account", "resident-pension", "flexible")


def get(calculator_id: str) -> Calculator:
    """The calculator with that id; KeyError for an unknown one.

    >>> get("contributions").id
    'contributions'
    """
    if calculator_id not in IDS:
        raise KeyError(calculator_id)
    return import_module(f"calc.rules.{calculator_id.replace('-', '_')}").CALCULATOR
