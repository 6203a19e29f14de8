"""Yuan held exactly, and the named rules by which a bureau rounds them.

Amounts are `decimal.Decimal` yuan: sums and products of what people earn and what notices print are
exact, so that the only rounding is the one named here and shown to the reader.
"""

from collections.abc import Sequence
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal

Yuan = Decimal

FEN = Decimal("0.01")
ZERO = Decimal("0.00")

ROUNDING_RULES = {
    "fen-half-up": FEN,
    "yuan-half-up": Decimal("1"),
}
"""Rule name -> the unit that an amount is rounded to, halves up.

No national text says how a contribution is rounded. `fen-half-up`, per scheme and side, is our
convention; any other rule is used only where a place's data file names it with a source.
"""


def rounded(amount: Yuan, rule: str = "fen-half-up") -> Yuan:
    """Round `amount` by a named rule, and keep two decimals.

    >>> rounded(Decimal("8.805"))
    Decimal('8.81')
    >>> rounded(Decimal("1234.5"), "yuan-half-up")
    Decimal('1235.00')
    """
    return amount.quantize(ROUNDING_RULES[rule], ROUND_HALF_UP).quantize(FEN)


def apportioned(parts: Sequence[Yuan], whole: Yuan) -> tuple[Yuan, ...]:
    """Divide `whole` (yuan, to the fen) in proportion to `parts`, so that the shares add up to it exactly.

    By largest remainder: each share is rounded down to the fen, and the fen that are left go to those that
    lost most, the earlier one first where they lost the same. Our convention; no share is off by a fen or more.

    >>> [str(share) for share in apportioned([Decimal(1), Decimal(1), Decimal(1)], Decimal(100))]
    ['33.34', '33.33', '33.33']

    Raises:
        ValueError: a part is below nought, or nothing is there to go by.
    """
    total = sum(parts, ZERO)
    if total <= 0 or min(parts) < 0:
        raise ValueError("parts that are apportioned add up to more than nought, and none is below it")
    exact = [part * whole / total for part in parts]
    shares = [share.quantize(FEN, ROUND_FLOOR) for share in exact]
    left = int((whole - sum(shares, ZERO)) / FEN)
    for index in sorted(range(len(parts)), key=lambda index: shares[index] - exact[index])[:left]:
        shares[index] += FEN
    return tuple(shares)


def percent(printed: Decimal | int) -> Decimal:
    """Turn a percentage as printed in a notice into a fraction.

    >>> percent(Decimal("9.8"))
    Decimal('0.098')
    """
    return tidy(Decimal(printed) / 100)


def tidy(number: Decimal) -> Decimal:
    """Drop trailing zeros.

    >>> tidy(Decimal("0.160")), tidy(Decimal("20.00"))
    (Decimal('0.16'), Decimal('20'))
    """
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else number.normalize()


def plainly(number: Decimal) -> str:
    """A number without trailing zeros and without an exponent.

    >>> plainly(Decimal("20.00")), plainly(Decimal("1E-9"))
    ('20', '0.000000001')
    """
    return f"{tidy(number):f}"


def as_text(amount: Yuan | None) -> str | None:
    """The contract's form of money: two decimals, no separators; None stays None.

    >>> as_text(Decimal("1600"))
    '1600.00'
    """
    return None if amount is None else f"{amount:.2f}"


def grouped(amount: Decimal) -> str:
    """An amount with separators; the fen only when there are any.

    >>> grouped(Decimal("12000.00")), grouped(Decimal("22130.25"))
    ('12,000', '22,130.25')
    """
    return f"{amount:,.2f}".removesuffix(".00")


def as_percent(rate: Decimal) -> str:
    """A fraction as a percentage.

    >>> as_percent(Decimal("0.098"))
    '9.8%'
    """
    return f"{(rate * 100).normalize():f}%"
