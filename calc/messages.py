"""What a rule says, in no language: a sentence by id with its values, and named figures."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence by id, with the values that its template in the text files names."""

    id: str
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Figure:
    """A named number that a step used, so that two answers can be compared figure by figure.

    `name` is a term (`term.NAME` in the text files) such as floor or employer; `unit` is CNY, rate, months or "".
    """

    name: str
    value: Any
    unit: str
