"""The same month seen in hundreds: of each 100 yuan that are spent, how much reaches the person and each pot.

What: the whole (what the employment costs; for a flexible worker, what they pay) is taken as 100 yuan and
    apportioned to the fen, so that the parts add up to 100.00 exactly.
Source: arithmetic alone; the convention of rounding is that of `calc.money.apportioned`.
Limits: nothing is said while an amount is open, or where the contributions are higher than the pay.
"""

from collections.abc import Iterable
from decimal import Decimal

from calc.money import ZERO, apportioned, rounded
from calc.pictures import Bar, Bars
from calc.result import Message, Table
from calc.rules.contributions_story import Told, named

HUNDRED = Decimal(100)
POTS = {"account": "account", "pool": "pool", "open": "pot"}
"""Part of the bar -> the end of the text key that names it in the table."""

Share = tuple[str, Message, Decimal]
"""A part of the whole: net, account, pool or open (which pot is not known), what it is called, its yuan."""


def picture(told: Told) -> Iterable[Bars]:
    """One bar of 100 yuan: what is kept, what goes to accounts in the person's name, what to pooled funds."""
    shares = _shares(told)
    if not shares:
        return
    hundredths = apportioned([amount for _, _, amount in shares], HUNDRED)
    sums: dict[str, Decimal] = {}
    for (part, _, _), amount in zip(shares, hundredths, strict=True):
        sums[part] = sums.get(part, ZERO) + amount
    track = tuple((part, sums[part]) for part in ("net", *POTS) if sums.get(part))
    kind = told.person.worker
    title = Message(f"contributions.hundred.title-{kind}", {"hundred": HUNDRED})
    yield Bars((Bar(Message(f"contributions.hundred.bar-{kind}"), (track,)),), title, tuple(_lead(told)))


def table(told: Told) -> Iterable[Table]:
    """The parts one by one: the yuan of this month, and of each 100."""
    shares = _shares(told)
    if not shares:
        return
    amounts = [amount for _, _, amount in shares]
    rows = tuple(
        (called, amount, hundredth)
        for (_, called, amount), hundredth in zip(shares, apportioned(amounts, HUNDRED), strict=True)
    )
    columns = tuple(
        Message(f"contributions.column.{name}", {"hundred": HUNDRED}) for name in ("end", "month", "hundred")
    )
    last = (Message("contributions.column.total"), sum(amounts, ZERO), HUNDRED)
    title = Message(f"contributions.hundred.table-{told.person.worker}", {"hundred": HUNDRED})
    yield Table("hundred", columns, rows, last, title)


def _lead(told: Told) -> Iterable[Message]:
    """Of each 100 yuan of pay: what the person pays, what the employer adds."""
    if told.person.worker == "employee" and told.pay:
        each = {side: rounded(told.amount(f"{side}_total") * HUNDRED / told.pay) for side in ("employee", "employer")}
        yield Message("contributions.hundred.of-pay", {"hundred": HUNDRED, **each})


def _shares(told: Told) -> list[Share]:
    """What the whole is made of, without what is nought; nothing while an amount is open."""
    if told.cost is None or told.net is None or told.net < 0:
        return []
    kept = [("net", Message("contributions.hundred.net"), told.net)] if told.person.worker == "employee" else []
    found = [*kept, *(share for part in POTS for share in _of_pot(part, told))]
    return [share for share in found if share[2] > 0]


def _of_pot(part: str, told: Told) -> Iterable[Share]:
    """What one kind of pot gets from each scheme."""
    for one in told.lines:
        both = (one.employee or ZERO) + (one.employer or ZERO)
        unsettled = one.account is None or one.pool is None
        amount = both if part == "open" and unsettled else getattr(one, part, None)
        if amount is not None:
            yield part, Message(f"contributions.hundred.{POTS[part]}", {"scheme": named(one).values["scheme"]}), amount
