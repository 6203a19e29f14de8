"""Named results and figures as values that can be compared and shown, whatever they are measured in."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from calc.messages import Figure
from calc.month import Age, Month

UNSETTLED = "none"
"""How a link writes a result that is not settled."""

_FORMS = {
    "CNY": re.compile(r"-?[0-9]{1,12}\.[0-9]{2}"),
    "rate": re.compile(r"-?[0-9]{1,3}(\.[0-9]{1,12})?"),
    "months": re.compile(r"-?[0-9]{1,5}"),
    "month": re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])"),
    "date": re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"),
    "age": re.compile(r"[0-9]{1,3}y([0-9]|1[01])m"),
    "": re.compile(r"-?[A-Za-z0-9._-]{1,40}"),
}
"""What a result of each unit looks like in a link; nothing else is taken from one."""


def as_field(plain: Any) -> str:
    """A result or an answer of the contract's JSON as one readable word.

    >>> as_field("1260.00"), as_field(None), as_field({"years": 60, "months": 1}), as_field(True)
    ('1260.00', 'none', '60y1m', 'true')
    """
    if plain is None:
        return UNSETTLED
    if isinstance(plain, Mapping):
        return f"{plain['years']}y{plain['months']}m"
    return str(plain).lower() if isinstance(plain, bool) else str(plain)


def fits(unit: str, written: str) -> bool:
    """Whether a word of a link can be a result of that unit.

    >>> fits("CNY", "1260.00"), fits("CNY", "1e9"), fits("months", "none")
    (True, False, True)
    """
    return written == UNSETTLED or bool(_FORMS.get(unit, _FORMS[""]).fullmatch(written))


def measured(name: str, unit: str, written: str) -> Figure:
    """A word that `fits` as a figure: yuan and rates exact, months as months, what is unsettled as None.

    >>> measured("net", "CNY", "1260.00").value, measured("net", "CNY", "none").value
    (Decimal('1260.00'), None)
    """
    return Figure(name, None if written == UNSETTLED else _READERS.get(unit, str)(written), unit)


_READERS: dict[str, Any] = {"CNY": Decimal, "rate": Decimal, "months": int, "month": Month.parse, "age": Age.parse}


def difference(first: Figure, second: Figure) -> Figure | None:
    """The second less the first, in a unit that can be shown; None where there is no such number.

    >>> difference(Figure("net", Decimal(7), "CNY"), Figure("net", Decimal(9), "CNY")).value
    Decimal('2')
    >>> difference(Figure("from", Month(2026, 1), "month"), Figure("from", Month(2027, 3), "month"))
    Figure(name='from', value=14, unit='months')
    """
    one, other = first.value, second.value
    if first.unit != second.unit or not (_can_be_taken(one) and _can_be_taken(other)):
        return None
    if isinstance(one, Age):
        one, other = one.in_months, other.in_months
    return Figure(second.name, other - one, "months" if second.unit in ("month", "age") else second.unit)


def _can_be_taken(value: Any) -> bool:
    if isinstance(value, Decimal):
        return value.is_finite()
    return isinstance(value, (int, Month, Age)) and not isinstance(value, bool)
