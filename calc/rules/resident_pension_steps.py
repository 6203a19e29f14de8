"""The reasoning behind a residents' pension, step by step, and what weakens the answer."""

from collections.abc import Iterator

from calc.doubts import doubts
from calc.evidence import evidence
from calc.money import grouped, plainly
from calc.residents import MONTHS, Worked
from calc.result import Message, Step, worst
from calc.values import Value


def steps(found: Worked) -> tuple[Step, ...]:
    """What is in the account, its part, the basic part, their sum."""
    return tuple(_steps(found))


def warnings(found: Worked) -> tuple[Message, ...]:
    """What the answer leaves out, then what the data says of single values."""
    return (*_left_out(found), *doubts([("pension", one) for one in _used(found)], found.asked.today))


def _steps(found: Worked) -> Iterator[Step]:
    if found.asked.tier is not None:
        yield _paid_in(found)
    yield _account(found)
    if found.basic is not None:
        yield _basic(found)
    if found.total is not None:
        yield _total(found)
        yield Step("rounding", Message("resident-pension.step.rounding"))


def _paid_in(found: Worked) -> Step:
    asked = found.asked
    assert asked.tier is not None and asked.years is not None and found.subsidy is not None, "a tier comes with years"
    kind = "balance-own" if asked.own_subsidy is not None else "balance"
    values = {"tier": asked.tier, "subsidy": found.subsidy, "years": asked.years * MONTHS}
    formula = f"({grouped(asked.tier)} + {grouped(found.subsidy)}) × {asked.years} = {grouped(found.balance)}"
    return Step(
        "balance",
        Message(f"resident-pension.step.{kind}", values),
        formula,
        found.balance,
        "CNY",
        own=asked.own_subsidy is not None,
        **evidence([] if asked.own_subsidy is not None else [found.terms], "ro14-4", "ro14-5"),
    )


def _account(found: Worked) -> Step:
    return Step(
        "account",
        Message("resident-pension.step.account", {"divisor": found.divisor, "balance": found.balance}),
        f"{grouped(found.balance)} ÷ {plainly(found.divisor)} = {grouped(found.account)}",
        found.account,
        "CNY",
        **evidence([found.terms], "ro14-6"),
    )


def _basic(found: Worked) -> Step:
    own = found.asked.own_basic is not None
    used = [found.local] if isinstance(found.local, Value) and not own else []
    message = Message(f"resident-pension.step.basic-{'own' if own else 'place'}", {"basic": found.basic})
    return Step("basic", message, "", found.basic, "CNY", own=own, **evidence(used, "sil-21"))


def _total(found: Worked) -> Step:
    assert found.basic is not None and found.total is not None, "this step is told of a known sum"
    formula = f"{grouped(found.basic)} + {grouped(found.account)} = {grouped(found.total)}"
    grade = worst(one.grade for one in _used(found))
    return Step("total", Message("resident-pension.step.total"), formula, found.total, "CNY", ("sil-21",), grade=grade)


def _used(found: Worked) -> list[Value]:
    """The values that the amounts rest on."""
    local = found.local if found.asked.own_basic is None else None
    return [found.terms, *(one for one in (local,) if isinstance(one, Value))]


def _left_out(found: Worked) -> Iterator[Message]:
    if found.asked.tier is not None:
        yield Message("warning.no-interest")
        if found.asked.own_subsidy is None:
            yield Message("warning.least-subsidy", {"subsidy": found.subsidy})
    if found.total is not None:
        yield Message("warning.additions")
