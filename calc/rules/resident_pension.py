"""What the residents' pension pays: a basic part that the place sets, and a share of the account.

What: basic part + account / divisor. The account holds what was paid in and what the government added. It is paid
    from the same age to men and women: the ages of employees, and their raising, do not matter here; nor does the
    divisor fall with age.
Source: 国发〔2014〕8号 parts 4 to 7; Social Insurance Law (社会保险法) arts 20 to 22; the amounts are dated values.
Limits: interest (each province sets its own) and additions for long payment or high age are counted only where the
    reader's own figures hold them.
"""

from decimal import Decimal

from calc.money import as_text
from calc.month import Age, Month
from calc.questions import Calculator, Named, Problem, Question, RefusedError
from calc.residents import Asked, Worked, worked
from calc.result import Message, Missing, Result
from calc.rules import resident_pension_steps as reasoning
from calc.rules import resident_pension_story as story


def resident_pension(
    today: str,
    month: Month | None = None,
    account_balance: Decimal | None = None,
    tier: Decimal | None = None,
    years: int | None = None,
    place: str | None = None,
    age: Age | None = None,
    own_basic: Decimal | None = None,
    own_subsidy: Decimal | None = None,
    other_pension: bool = False,
    joined_late: bool | None = None,
) -> Result:
    """The monthly pension of the residents' scheme, and whether it can be drawn yet.

    Args:
        today: the date that decides which figures are stale, and the month where none is given.
        account_balance: yuan in the account; or else `tier` (yuan a year) and `years` of paying it.
        own_basic: the basic part that the reader's own notice prints, yuan a month.
        own_subsidy: what the place adds to each year's payment, yuan a year.
        joined_late: whether fewer years than needed were left when the scheme began in the place.
        The others are the typed answers of the questions of the same name.

    Raises:
        RefusedError: a tier without years.

    >>> from decimal import Decimal
    >>> found = resident_pension("2026-11-22", account_balance=Decimal(13900), own_basic=Decimal(200))
    >>> found.results
    {'basic': '200.00', 'account': '100.00', 'total': '300.00'}
    """
    if tier is not None and years is None:
        raise RefusedError(Problem("years", "required"))
    found = worked(
        Asked(
            today=today,
            month=month or Month.parse(today),
            place=place,
            age=age,
            years=years,
            tier=tier,
            account_balance=account_balance,
            own_basic=own_basic,
            own_subsidy=own_subsidy,
            other_pension=other_pension,
            joined_late=joined_late,
        )
    )
    return Result(
        outcome=found.outcome,
        results={"basic": as_text(found.basic), "account": as_text(found.account), "total": as_text(found.total)},
        headline=story.headline(found),
        facts=story.facts(found),
        pictures=story.pictures(found),
        tables=story.tables(found),
        reasons=story.reasons(found),
        steps=reasoning.steps(found),
        missing=_missing(found),
        warnings=reasoning.warnings(found),
        dates=story.dates(found),
        next=story.NEXT,
        ask=("hrss",),
    )


def _missing(found: Worked) -> tuple[Missing, ...]:
    """What would settle the answer, the amounts first; nothing where it is settled."""
    if found.outcome not in ("cannot-tell", "not-eligible"):
        return ()
    asked = found.asked
    open_fields = {
        "own_basic": found.basic is None,
        "place": found.basic is None and asked.place is None,
        "joined_late": found.short_but_perhaps_enough and asked.joined_late is None,
    }
    return tuple(
        Missing(field, Message(f"resident-pension.missing.{field}"))
        for field, is_open in open_fields.items()
        if is_open
    )


CALCULATOR = Calculator(
    id="resident-pension",
    rule=resident_pension,
    example={"tier": "500", "years": "15", "age": "60", "own_basic": "200"},
    first_month="2014-02",
    highlights=(Named("total", "CNY"), Named("basic", "CNY"), Named("account", "CNY")),
    questions=(
        Question("account_balance", "money", one_of="saved"),
        Question("tier", "money", low="1", high="100000", one_of="saved"),
        Question("years", "whole", high="60"),
        Question("age", "age", low="16", high="120"),
        Question("place", "place"),
        Question("own_basic", "money", high="10000"),
        Question("joined_late", "flag", shown="needed"),
        Question("month", "month", shown="more"),
        Question("own_subsidy", "money", high="20000", shown="more"),
        Question("other_pension", "flag", shown="more", may_be_open=True),
    ),
)
