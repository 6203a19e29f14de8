"""How much will my pension be?

What: the basic part from the pooled fund and the part from the account, by the formula of 2005; the transitional part
    and local extras as the reader's own province sets them, so as an input.
Source: 国发〔2005〕38号 part 6; Social Insurance Law (社会保险法) arts 15, 16, 19; the calculation bases are the dated
    values of each place, the payment months the national table.
Limits: pensions of public bodies, occupational annuities and later adjustments are not covered; a claim that lies in
    the future is told in the money of today.
"""

from decimal import Decimal
from typing import Any

from calc.money import ZERO, as_text, plainly
from calc.month import Age, Month
from calc.pension_parts import MONTHS_OF_A_YEAR, account_pension, basic_pension
from calc.questions import Calculator, Named, Problem, Question, RefusedError
from calc.result import Result, total
from calc.retiring import CATEGORIES, retirement_of
from calc.rules import pension_doubts, pension_steps, pension_story
from calc.rules.pension_conditions import missing, outcome, reasons
from calc.rules.pension_facts import Base, Claim, Pension, base_of, divisor_of
from calc.rules.pension_later import later_claims
from calc.rules.short_of_years import ways, ways_table


def pension(
    today: str,
    average_index: Decimal,
    account_balance: Decimal,
    total_months: int | None = None,
    total_years: Decimal | None = None,
    place: str | None = None,
    month: Month | None = None,
    calculation_base: Decimal | None = None,
    claim_month: Month | None = None,
    birth: Month | None = None,
    category: str | None = None,
    age: Age | None = None,
    divisor: Decimal | None = None,
    transitional: Decimal = ZERO,
    local_extras: Decimal = ZERO,
) -> Result:
    """What a pension comes to, a month, part by part.

    Args:
        today: the date that decides which figures are current, and whether a claim lies in the future.
        average_index: mean of one's contribution wages against the average wage, year by year; 1 is the average.
        account_balance: yuan in the personal account when the pension is claimed.
        total_months, total_years: all that counts, deemed years too; one of them, or both when they are equal.
        place, calculation_base: the base (计发基数) of that place, or the reader's own, yuan a month.
        claim_month: by default the statutory month of `birth` and `category`, else `month`, else today's.
        age, birth: the age at the claim, by itself or by the month of birth.
        divisor: the reader's own payment months (计发月数).
        transitional, local_extras: yuan a month, as the province sets them.

    Raises:
        RefusedError: answers that cannot hold together.

    >>> found = pension("2026-11-22", Decimal("0.8"), Decimal(80000), total_months=187, place="310000",
    ...     claim_month=Month(2026, 7), age=Age(60, 1))
    >>> found.results["basic"], found.results["account"], found.results["total"]
    ('1763.92', '578.03', '2341.95')
    """
    now = Month.parse(today)
    months = _months(total_months, total_years)
    claim = _claim(now, claim_month, month, birth, category, age)
    base = base_of(place, calculation_base, claim.month, now)
    shared = divisor_of(claim, divisor)
    found = Pension(
        today=today,
        place=place,
        claim=claim,
        months=months,
        years=total_years,
        index=average_index,
        balance=account_balance,
        base=base,
        divisor=shared,
        basic=_basic(base, average_index, months),
        account=None if shared.months is None else account_pension(account_balance, shared.months),
        transitional=transitional,
        local_extras=local_extras,
    )
    return _result(found)


def _basic(base: Base, index: Decimal, months: Decimal) -> Decimal | None:
    return None if base.amount is None else basic_pension(base.amount, index, months)


def _months(total_months: int | None, total_years: Decimal | None) -> Decimal:
    """All months that count, exactly: 15.58 years are 186.96 months."""
    if total_years is None and total_months is None:
        raise RefusedError(Problem("total_months", "required"))
    if total_years is None:
        assert total_months is not None, "one of the two is there"
        return Decimal(total_months)
    exact = total_years * MONTHS_OF_A_YEAR
    if total_months is not None and exact != total_months:
        raise RefusedError(Problem("total_years", "years-differ", {"months": total_months, "years": total_years}))
    return exact


def _claim(
    now: Month, chosen: Month | None, month: Month | None, birth: Month | None, category: str | None, age: Age | None
) -> Claim:
    retirement = retirement_of(birth, category, now) if birth and category else None
    claimed = chosen or (retirement.statutory if retirement else month) or now
    if birth is None:
        return Claim(now, claimed, None, age, None)
    latest = min(claimed, now)
    if birth > latest:
        raise RefusedError(Problem("birth", "too-large", {"high": latest, "kind": "month"}))
    reached = Age.of(claimed - birth)
    if age is not None and age != reached:
        raise RefusedError(Problem("age", "age-differs", {"age": reached, "month": claimed}))
    return Claim(now, claimed, birth, reached, retirement)


def _result(found: Pension) -> Result:
    settled = outcome(found)
    short = settled == "not-eligible" and found.is_short
    later = later_claims(found)
    return Result(
        outcome=settled,
        results=_results(found),
        headline=pension_story.headline(found, settled),
        facts=pension_story.facts(found),
        pictures=pension_story.pictures(found, later),
        tables=(*pension_story.tables(found, later), *((ways_table(),) if short else ())),
        reasons=reasons(found),
        steps=(*pension_steps.steps(found), *(ways() if short else ())),
        missing=missing(found),
        warnings=pension_doubts.warnings(found),
        dates=pension_story.dates(found),
        next=pension_story.NEXT,
        ask=("hrss",),
    )


def _results(found: Pension) -> dict[str, Any]:
    return {
        **{name: as_text(amount) for name, amount in found.parts.items()},
        "total": as_text(total(found.parts.values())),
        "divisor": None if found.divisor.months is None else plainly(found.divisor.months),
        "calculation_base": as_text(found.base.amount),
    }


CALCULATOR = Calculator(
    id="pension",
    rule=pension,
    example={
        "place": "310000",
        "birth": "1966-09",
        "category": "male",
        "total_months": "372",
        "average_index": "1.05",
        "account_balance": "168000",
    },
    highlights=(
        Named("total", "CNY"),
        Named("basic", "CNY"),
        Named("account", "CNY"),
        Named("transitional", "CNY"),
        Named("local_extras", "CNY"),
    ),
    questions=(
        Question("place", "place"),
        Question("birth", "month", low="1930-01", high="2100-12"),
        Question("category", "choice", choices=CATEGORIES, may_be_open=True),
        Question("total_months", "whole", high="840"),
        Question("average_index", "number", required=True, low="0.01", high="5"),
        Question("account_balance", "money", required=True),
        Question("total_years", "number", high="70", shown="more"),
        Question("claim_month", "month", low="2006-01", high="2100-12", shown="more"),
        Question("age", "age", low="30", high="100", shown="more"),
        Question("calculation_base", "money", low="1", shown="more"),
        Question("divisor", "number", low="1", high="400", shown="more"),
        Question("transitional", "money", shown="more"),
        Question("local_extras", "money", shown="more"),
        Question("month", "month", shown="more"),
    ),
)
