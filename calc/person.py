"""Whom a month is worked out for, and which of the law's exemptions hold for everyone."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from calc.month import Month

PAID_BY_EMPLOYER_ALONE = {"injury": "sil-33", "maternity": "sil-53"}
"""Schemes to which an employee pays nothing, and the article that says so."""


@dataclass(frozen=True, slots=True)
class Person:
    """Where and when someone is insured, and what their figures may depend on.

    `facts` holds local_hukou, tier and age where given; `own` the reader's own figures by scheme.
    """

    place: str
    month: Month
    worker: str
    facts: Mapping[str, Any] = field(default_factory=dict)
    own: Mapping[str, Mapping[str, Decimal]] = field(default_factory=dict)
    injury_class: int = 1
    injury_rate: Decimal | None = None
    housing_rate: Decimal | None = None
