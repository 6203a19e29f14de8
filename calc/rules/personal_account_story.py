"""How a pension account is told: headline, facts, pictures and the table of its years, all as messages."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from calc.accounts import Year
from calc.month import Month
from calc.pictures import Bar, Bars, Ladder, Picture, Rung
from calc.result import Message, Next, Table, known_total
from calc.values import Unknown

NEXT = (
    Next("calculators/pension", Message("personal-account.next.pension")),
    Next("calculators/contributions", Message("personal-account.next.contributions")),
    Next("guides/your-pay", Message("personal-account.next.pots")),
)
COLUMNS = ("year", "deposit", "rate", "interest", "balance")


@dataclass(frozen=True, slots=True)
class Account:
    """The years of an account, and what was in it before them, yuan."""

    today: str
    opening: Decimal
    years: list[Year]

    @property
    def balance(self) -> Decimal | None:
        """At the end of the last year; None where a rate on the way is not known."""
        return self.years[-1].balance

    @property
    def deposited(self) -> Decimal:
        return known_total(one.deposit for one in self.years)

    @property
    def interest(self) -> Decimal:
        """The interest of the years that are known."""
        return known_total(one.interest for one in self.years)

    @property
    def settled(self) -> list[Year]:
        """The years up to the first one whose rate is not known."""
        return [one for one in self.years if one.balance is not None]


def headline(account: Account) -> Message:
    """The balance at the end, or as far as it is known."""
    last = account.years[-1]
    if last.balance is not None:
        assumed = any(one.source == "assumed" for one in account.years)
        kind = "assumed" if assumed else "known"
        return Message(f"personal-account.headline.{kind}", {"balance": last.balance, "year": last.year})
    if not account.settled:
        return Message("personal-account.headline.open", {"year": account.years[0].year})
    reached = account.settled[-1]
    values = {"balance": reached.balance, "reached": reached.year, "year": reached.year + 1}
    return Message("personal-account.headline.so-far", values)


def facts(account: Account) -> tuple[Message, ...]:
    """Where the balance comes from; nothing where it is not known."""
    if account.balance is None:
        return ()
    values = {"opening": account.opening, "deposited": account.deposited, "interest": account.interest}
    return (
        Message("personal-account.fact.with-opening" if account.opening else "personal-account.fact.parts", values),
    )


def pictures(account: Account) -> tuple[Picture, ...]:
    """What the balance is made of, and how it grew from year to year."""
    known = account.settled
    if not known:
        return ()
    rungs = tuple(
        Rung(
            Message("personal-account.end", {"year": one.year}),
            one.balance,
            Message("personal-account.yuan", {"amount": one.balance}),
        )
        for one in known
    )
    made = known_total((account.opening, account.deposited, account.interest))
    ladder = Ladder(rungs, Message("personal-account.title.growth"))
    if account.balance is None or not made:
        return (ladder,)
    parts = (("net", account.opening), ("account", account.deposited), ("pool", account.interest))
    shown = tuple((name, amount) for name, amount in parts if amount)
    bar = Bar(Message("personal-account.bar", {"year": account.years[-1].year}), (shown,))
    return (Bars((bar,), Message("personal-account.title.parts")), ladder)


def table(account: Account) -> Table:
    """Year by year: payments, rate, interest, balance; last the sums."""
    heads = tuple(Message(f"personal-account.column.{name}") for name in COLUMNS)
    rows = tuple((str(one.year), one.deposit, _rate(one), one.interest, one.balance) for one in account.years)
    settled = account.balance is not None
    sums = (account.deposited, "", account.interest if settled else None, account.balance)
    total = (Message("personal-account.column.total"), *sums)
    return Table("years", heads, rows, total, Message("personal-account.title.table"))


def why_unknown(one: Year) -> str:
    """Before the first published year each province had its rate; after the last one none is out yet."""
    found = one.found
    return "before" if isinstance(found, Unknown) and found.reason == "not-recorded" else "after"


def spans(years: Iterable[Year]) -> list[str]:
    """Years as first-last where they follow each other.

    >>> from calc.accounts import published
    >>> years = (2013, 2014, 2015, 2026)
    >>> spans([Year(year, None, Decimal(0), None, "", published(2015), None, None) for year in years])
    ['2013–2015', '2026']
    """
    runs: list[list[int]] = []
    for year in (one.year for one in years):
        if runs and runs[-1][-1] == year - 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return [str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs]


def is_over(one: Year, today: str) -> bool:
    """Whether the year lies behind the reader."""
    return one.year < Month.parse(today).year


def _rate(one: Year) -> Message | None:
    return None if one.rate is None else Message(f"personal-account.rate-{one.source}", {"rate": one.rate})
