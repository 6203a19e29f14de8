"""Over how many months the balance of a pension account is shared, by age at the claim."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from calc.month import Month
from calc.places import NATION
from calc.values import Value, value

FIRST_BY_MONTH = Month(2025, 1)
"""From here on the months of age count too; before, whole years alone."""

TENTH = Decimal("0.1")
MONTHS_OF_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class PaymentMonths:
    """The months, what another copy of the table prints instead (or None), and the value it comes from."""

    months: Decimal
    other: Decimal | None
    value: Value


def payment_months(years: int, months: int, claim: Month) -> PaymentMonths | None:
    """The months for somebody of that age when claiming; None outside the table, or before it held.

    Between two whole ages the months lie on a line, rounded half up to a tenth.

    >>> payment_months(60, 1, Month(2026, 7)).months, payment_months(60, 1, Month(2024, 12)).months
    (Decimal('138.4'), Decimal('139'))
    """
    found = value("payment_months", NATION, claim)
    if not isinstance(found, Value):
        return None
    exact = months if claim >= FIRST_BY_MONTH else 0
    printed = _between(_table(found), years, exact)
    if printed is None:
        return None
    other = _between(_table(found) | _other_table(found), years, exact)
    return PaymentMonths(printed, None if other == printed else other, found)


def _table(found: Value) -> dict[int, Decimal]:
    first = found.entry.printed["first_age"]
    return {first + count: Decimal(months) for count, months in enumerate(found.entry.printed["months"])}


def _other_table(found: Value) -> dict[int, Decimal]:
    return {row["first_age"]: Decimal(row["months"]) for row in found.entry.printed.get("other_readings", ())}


def _between(table: dict[int, Decimal], years: int, months: int) -> Decimal | None:
    here, next_year = table.get(years), table.get(years + 1)
    if here is None or months == 0:
        return here
    if next_year is None:
        return None
    return (here - (here - next_year) * months / MONTHS_OF_A_YEAR).quantize(TENTH, ROUND_HALF_UP)
