"""What is in a pension account, year by year: payments and the interest that is published each year.

What: balance at the end of a year = what was there before + the year's payments + interest. What was there earns the
    rate of the whole year, what is paid in a month earns it from that month on (simple interest within the year).
Source: Social Insurance Law (社会保险法) art 14; 劳办发〔1997〕116号 for the method; the rates are dated values.
Limits: payments are spread evenly over the months; before 2016 each province set its own rate; the agency's own
    record decides.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from calc.accounts import Year, grown
from calc.money import ZERO, as_text, plainly
from calc.questions import Calculator, Named, Problem, Question, RefusedError
from calc.result import Message, Missing, Result
from calc.rules import personal_account_steps as reasoning
from calc.rules import personal_account_story as story

Row = Mapping[str, Any]


def personal_account(
    today: str, deposits: Sequence[Row], opening: Decimal = ZERO, assumed_rate: Decimal | None = None
) -> Result:
    """The balance of a pension account at the end of each year.

    Args:
        today: the date that decides which figures are stale.
        deposits: rows of `year` (a count), `amount` (yuan paid in) and, where the reader knows it, `rate` (a fraction).
            Rows of the same year add up; years between that have no row earn interest all the same.
        opening: yuan in the account at 31 December before the first year.
        assumed_rate: a fraction, for years whose rate is not published.

    Raises:
        RefusedError: two rows of one year give different rates.

    >>> from decimal import Decimal
    >>> found = personal_account("2026-11-22", [{"year": 2024, "amount": Decimal(12000)}])
    >>> found.results
    {'balance': '12170.30', 'years': [{'year': 2024, 'rate': '0.0262', 'interest': '170.30', 'balance': '12170.30'}]}
    """
    amounts: dict[int, Decimal] = {}
    for row in deposits:
        amounts[row["year"]] = amounts.get(row["year"], ZERO) + row["amount"]
    years = grown(amounts, _rates(deposits), opening, assumed_rate)
    account = story.Account(today, opening, years)
    return Result(
        outcome="cannot-tell" if account.balance is None else "answered",
        results={"balance": as_text(account.balance), "years": [_as_json(one) for one in years]},
        headline=story.headline(account),
        facts=story.facts(account),
        pictures=story.pictures(account),
        tables=(story.table(account),),
        steps=reasoning.steps(account),
        missing=_missing(account),
        warnings=reasoning.warnings(account),
        next=story.NEXT,
        ask=("hrss",),
    )


def _rates(rows: Sequence[Row]) -> dict[int, Decimal]:
    """The rates that the reader gives, by year."""
    rates: dict[int, Decimal] = {}
    for number, row in enumerate(rows):
        if "rate" in row and rates.setdefault(row["year"], row["rate"]) != row["rate"]:
            raise RefusedError(Problem(f"deposits.{number}.rate", "rates-differ", {"year": row["year"]}))
    return rates


def _as_json(one: Year) -> dict[str, Any]:
    return {
        "year": one.year,
        "rate": None if one.rate is None else plainly(one.rate),
        "interest": as_text(one.interest),
        "balance": as_text(one.balance),
    }


def _missing(account: story.Account) -> tuple[Missing, ...]:
    """The rate of years without one; why there is none differs before and after the published years."""
    unknown = [one for one in account.years if one.rate is None]
    groups = {why: [one for one in unknown if story.why_unknown(one) == why] for why in ("before", "after")}
    return tuple(
        Missing("assumed_rate", Message(f"personal-account.missing.{why}", {"years": story.spans(group)}))
        for why, group in groups.items()
        if group
    )


CALCULATOR = Calculator(
    id="personal-account",
    rule=personal_account,
    example={
        "opening": "30000",
        "deposits": [{"year": str(year), "amount": "7200"} for year in (2023, 2024, 2025)],
    },
    highlights=(Named("balance", "CNY"),),
    questions=(
        Question("opening", "money"),
        Question(
            "deposits",
            "rows",
            required=True,
            low="1",
            columns=(
                Question("year", "whole", required=True, low="1992", high="2100"),
                Question("amount", "money", required=True),
                Question("rate", "rate", high="0.2"),
            ),
        ),
        Question("assumed_rate", "rate", high="0.2"),
    ),
)
