"""The reasoning behind the balance of an account, year by year, and what weakens the answer."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from calc.accounts import Year, method
from calc.doubts import doubts
from calc.evidence import evidence
from calc.money import as_percent, grouped, plainly
from calc.result import Message, Step, worst
from calc.rules.personal_account_story import Account, is_over, spans
from calc.values import Value


def steps(account: Account) -> tuple[Step, ...]:
    """How interest is counted, each year, and what may be done with the money."""
    return (_method(), *(_year(one) for one in account.settled), *_money())


def warnings(account: Account) -> tuple[Message, ...]:
    """What the answer takes for granted, then what the data says of single values."""
    return (*_assumed(account), *doubts([("pension", one) for one in _used(account)], account.today))


def _method() -> Step:
    used = method()
    message = Message("personal-account.step.method", {"months": used.number("months_of_interest")})
    return Step("method", message, **evidence([used], "sil-14"))


def _year(one: Year) -> Step:
    assert one.opening is not None and one.rate is not None and one.balance is not None, "settled years only"
    return Step(
        f"year.{one.year}",
        Message(f"personal-account.step.{one.source}", {"year": one.year, "rate": one.rate, "interest": one.interest}),
        _formula(one),
        one.balance,
        "CNY",
        own=one.source != "published",
        **_behind(one),
    )


def _formula(one: Year) -> str:
    assert one.opening is not None and one.rate is not None and one.interest is not None and one.balance is not None
    rate = as_percent(one.rate)
    terms = [f"{grouped(one.opening)} × {rate}"] if one.opening else []
    months = plainly(Decimal(method().entry.printed["months_of_interest"]))
    terms += [f"{grouped(one.deposit)} × {rate} × {months}/12"] if one.deposit else []
    interest = f"{' + '.join(terms) or '0'} = {grouped(one.interest)}"
    parts = [grouped(part) for part in (one.opening, one.deposit, one.interest) if part]
    return f"{interest}; {' + '.join(parts) or '0'} = {grouped(one.balance)}"


def _behind(one: Year) -> dict[str, Any]:
    """What a year rests on: the published rate; the method makes it no surer than itself."""
    published = [one.found] if one.source == "published" and isinstance(one.found, Value) else []
    found = evidence(published, "sil-14")
    return {**found, "grade": worst((found["grade"], method().grade))}


def _money() -> Iterator[Step]:
    yield Step("kept", Message("personal-account.step.kept"), citations=("sil-14", "o13-6"))
    yield Step("inherited", Message("personal-account.step.inherited"), citations=("sil-14", "o13-6"))


def _used(account: Account) -> list[Value]:
    return [one.found for one in account.settled if one.source == "published" and isinstance(one.found, Value)]


def _assumed(account: Account) -> Iterator[Message]:
    assumed = [one for one in account.years if one.source == "assumed"]
    if assumed:
        yield Message("warning.assumed-rate", {"years": spans(assumed), "rate": assumed[0].rate})
    if not is_over(account.years[-1], account.today):
        yield Message("warning.running-year", {"year": account.years[-1].year})
    yield Message("warning.even-months")
