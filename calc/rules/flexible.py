"""What paying for one's own pension costs at each base, the pension it leads to, and when the money is back.

What: a person without an employer chooses a base between two ends and pays the whole rate; the pension is the one of
    employees, from what was paid before and what is still to be paid, in the money of today.
Source: Social Insurance Law (社会保险法) arts 10, 16, 23, 60; 国发〔2005〕38号 parts 3 and 6; 国办发〔2019〕13号;
    rates, limits, average wages and calculation bases are dated values of each place.
Limits: wages, bases and the account's interest are taken to rise alike; subsidies for people who find no work are not
    counted; which age holds for a woman who pays by herself is set by each province.
"""

from decimal import Decimal
from typing import Any

from calc.money import as_text
from calc.month import Month
from calc.questions import Calculator, Named, Problem, Question, RefusedError
from calc.result import Missing, Result
from calc.retiring import CATEGORIES
from calc.rules import flexible_steps as reasoning
from calc.rules import flexible_story as story
from calc.rules.flexible_plan import Asked, Plan, plan_of
from calc.selfpay import Level


def flexible(
    today: str,
    place: str,
    month: Month,
    birth: Month | None = None,
    category: str | None = None,
    total_months: int | None = None,
    average_index: Decimal | None = None,
    account_balance: Decimal | None = None,
    years_to_pay: Decimal | None = None,
    base: Decimal | None = None,
    average_wage: Decimal | None = None,
    calculation_base: Decimal | None = None,
    local_hukou: bool | None = None,
    medical_tier: int | None = None,
    own: dict[str, dict[str, Decimal]] | None = None,
) -> Result:
    """The bases that can be chosen, with cost and pension of each.

    Args:
        today: the date that decides which figures are stale and from when a claim lies in the future.
        total_months, average_index, account_balance: what was paid before; nothing where no months are given.
        years_to_pay: still to pay from `month` on; by default until the statutory month.
        base: a base of the reader's own, shown among the others.
        average_wage, calculation_base: the reader's own figures, yuan a month.
        The others are the typed answers of the questions of the same name.

    Raises:
        RefusedError: an index or a balance without months, or a month of birth after `month`.

    >>> from decimal import Decimal
    >>> found = flexible("2026-11-22", "310000", Month(2026, 11), Month(1986, 11), "male")
    >>> [found.results["levels"][0][name] for name in ("base", "pension_cost", "pension", "payback_months")]
    ['7546.00', '1509.20', '3738.22', 112]
    """
    _refuse_what_cannot_hold(month, birth, total_months, average_index, account_balance)
    plan = plan_of(
        Asked(
            today=today,
            place=place,
            month=month,
            birth=birth,
            category=category,
            total_months=total_months or 0,
            average_index=average_index,
            account_balance=account_balance,
            years_to_pay=years_to_pay,
            base=base,
            average_wage=average_wage,
            calculation_base=calculation_base,
            facts={"local_hukou": local_hukou, "tier": medical_tier},
            own=own or {},
        )
    )
    return _result(plan)


def _refuse_what_cannot_hold(
    month: Month,
    birth: Month | None,
    total_months: int | None,
    average_index: Decimal | None,
    account_balance: Decimal | None,
) -> None:
    if birth is not None and birth > month:
        raise RefusedError(Problem("birth", "too-large", {"high": month, "kind": "month"}))
    if not total_months and (average_index or account_balance):
        raise RefusedError(Problem("total_months", "required"))


def _result(plan: Plan) -> Result:
    return Result(
        outcome=plan.outcome,
        results=_results(plan),
        headline=story.headline(plan),
        facts=story.facts(plan),
        pictures=story.pictures(plan),
        tables=story.tables(plan),
        reasons=story.reasons(plan),
        steps=reasoning.steps(plan),
        missing=_missing(plan),
        warnings=reasoning.warnings(plan),
        dates=story.dates(plan),
        next=story.NEXT,
        ask=("hrss", "nhsa", "tax"),
    )


def _results(plan: Plan) -> dict[str, Any]:
    """All levels, and by name what comes of the one that is told first: the reader's own base, else the lowest."""
    told = _as_json(plan.marked) if plan.marked else {}
    first = {name: told.get(name) for name in ("pension_cost", "pension", "payback_months")}
    return {"levels": [_as_json(one) for one in plan.levels], **first}


def _as_json(one: Level) -> dict[str, Any]:
    amounts = {
        "base": one.base,
        "pension_cost": one.pension_cost,
        "medical_cost": one.medical_cost,
        "monthly_cost": one.monthly_cost,
        "pension": one.pension,
    }
    return {**{name: as_text(amount) for name, amount in amounts.items()}, "payback_months": one.payback}


def _missing(plan: Plan) -> tuple[Missing, ...]:
    """What would settle the open amounts: the person first, then figures; each field once."""
    return tuple({one.field: one for one in reversed(plan.missing)}.values())[::-1]


CALCULATOR = Calculator(
    id="flexible",
    rule=flexible,
    example={
        "place": "310000",
        "birth": "1985-06",
        "category": "male",
        "total_months": "96",
        "average_index": "0.8",
        "account_balance": "42000",
    },
    highlights=(Named("pension_cost", "CNY"), Named("pension", "CNY"), Named("payback_months", "months")),
    questions=(
        Question("place", "place", required=True),
        Question("month", "month", required=True),
        Question("birth", "month", low="1940-01", high="2012-12"),
        Question("category", "choice", choices=CATEGORIES, may_be_open=True),
        Question("total_months", "whole", high="840"),
        Question("average_index", "number", low="0.01", high="5"),
        Question("account_balance", "money"),
        Question("years_to_pay", "number", high="60"),
        Question("base", "money", low="0.01", shown="more"),
        Question("average_wage", "money", low="100", high="1000000", shown="more"),
        Question("calculation_base", "money", low="100", high="1000000", shown="more"),
        Question("local_hukou", "flag", shown="needed"),
        Question("medical_tier", "whole", choices=("1", "2"), shown="needed"),
        Question("own", "own", shown="needed"),
    ),
)
