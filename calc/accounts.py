"""How a pension account grows: what was in it, what each year brings, and the interest of the year."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from calc.entries import entries
from calc.money import percent, rounded
from calc.month import Month
from calc.places import NATION
from calc.values import Unknown, Value, value

MONTHS = 12


@dataclass(frozen=True, slots=True)
class Year:
    """One year of an account, in yuan. `rate` is a fraction; `interest` and `balance` are None from an unknown rate on.

    `source` says whose the rate is: published, given (the reader's, for that year), assumed, or "" where there is none.
    """

    year: int
    opening: Decimal | None
    deposit: Decimal
    rate: Decimal | None
    source: str
    found: Value | Unknown
    interest: Decimal | None
    balance: Decimal | None


def grown(
    deposits: Mapping[int, Decimal], given: Mapping[int, Decimal], opening: Decimal, assumed: Decimal | None
) -> list[Year]:
    """Every year from the first deposit to the last, years without a deposit too.

    Args:
        deposits: yuan paid in by year, at least one year; spread evenly over its months.
        given: the rates of single years that the reader knows, as fractions.
        opening: yuan in the account at the end of the year before.
        assumed: the rate of years for which none is published.

    >>> [(one.year, str(one.interest), str(one.balance)) for one in grown({2024: Decimal(12000)}, {}, Decimal(0), None)]
    [(2024, '170.30', '12170.30')]
    """
    years: list[Year] = []
    balance: Decimal | None = opening
    for year in range(min(deposits), max(deposits) + 1):
        years.append(_year(year, balance, deposits.get(year, Decimal(0)), given.get(year), assumed))
        balance = years[-1].balance
    return years


def published(year: int) -> Value | Unknown:
    """The national interest rate of a year, percent; there is one from 2016 on.

    >>> str(published(2016).number("percent")), published(2015).reason
    ('8.31', 'not-recorded')
    """
    return value("account_interest", NATION, Month(year, MONTHS))


@cache
def method() -> Value:
    """For how many months what is paid evenly over a year earns interest in that year, on average.

    >>> str(method().number("months_of_interest"))
    '6.5'

    Raises:
        LookupError: the data has no method.
    """
    found = entries("account_method", NATION)
    in_force = value("account_method", NATION, found[-1].start) if found else None
    if not isinstance(in_force, Value):
        raise LookupError("calc/data/national/series.toml has no account_methods; enter the one in force")
    return in_force


def interest_of(opening: Decimal, deposit: Decimal, rate: Decimal) -> Decimal:
    """Simple interest of one year, half up to the fen.

    >>> str(interest_of(Decimal(10000), Decimal(2400), Decimal("0.0262")))
    '296.06'
    """
    months = Decimal(method().entry.printed["months_of_interest"])
    return rounded((opening * MONTHS + deposit * months) * rate / MONTHS)


def _year(year: int, opening: Decimal | None, deposit: Decimal, given: Decimal | None, assumed: Decimal | None) -> Year:
    found = published(year)
    rate, source = _rate(found, given, assumed)
    interest = None if opening is None or rate is None else interest_of(opening, deposit, rate)
    balance = None if opening is None or interest is None else opening + deposit + interest
    return Year(year, opening, deposit, rate, source, found, interest, balance)


def _rate(found: Value | Unknown, given: Decimal | None, assumed: Decimal | None) -> tuple[Decimal | None, str]:
    if given is not None:
        return given, "given"
    printed = found.number("percent")
    if printed is not None:
        return percent(printed), "published"
    return (None, "") if assumed is None else (assumed, "assumed")
