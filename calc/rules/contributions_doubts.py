"""What weakens an answer, in words: late, old, disputed or thin figures, and what is not counted."""

from collections.abc import Iterable

from calc.doubts import doubts
from calc.money import percent
from calc.person import Person
from calc.places import NATION
from calc.result import Message
from calc.rules.contributions_story import Told
from calc.values import Value, ever_known, value


def warnings(told: Told) -> tuple[Message, ...]:
    """What weakens the answer, by kind, then what the data says of single values."""
    used = [(one.terms.scheme, found) for one in told.lines for found in one.terms.values]
    return (
        *_net_warning(told),
        *doubts(used, told.today),
        *_account_not_known(told),
        *_housing_rate(told.person),
        *_not_counted(told.person),
        *_not_covered(told, used),
        *_not_used(told),
    )


def _net_warning(told: Told) -> Iterable[Message]:
    if told.net is not None and told.net < 0:
        yield Message("warning.pay-below-contributions")
    if told.asked_cost is not None and told.cost is not None and told.cost != told.asked_cost:
        yield Message("warning.inverted-cost", {"reached": told.cost})


def _account_not_known(told: Told) -> Iterable[Message]:
    unknown = [one.terms.scheme for one in told.lines if one.account is None and one.employee is not None]
    if told.net is not None and unknown:
        yield Message("warning.account-not-known", {"schemes": unknown})


def _housing_rate(person: Person) -> Iterable[Message]:
    """A housing fund rate outside the printed range is used, and named."""
    printed = value("rate.housing_fund.employee", person.place, person.month)
    if person.housing_rate and isinstance(printed, Value):
        low, high = (percent(end) for end in printed.entry.printed["range"])
        if not low <= person.housing_rate <= high:
            yield Message("warning.housing-rate-outside", {"rate": person.housing_rate, "low": low, "high": high})


def _not_counted(person: Person) -> Iterable[Message]:
    """Schemes a place has that this sum leaves out, and why."""
    for scheme in ("unemployment", "long_term_care"):
        found = value(f"rate.{scheme}.{person.worker}", person.place, person.month, person.facts)
        may_apply = (found,) if isinstance(found, Value) else found.candidates
        for printed in (one.entry.printed for one in may_apply[:1]):
            if printed.get("optional"):
                yield Message("warning.optional", {"scheme": scheme})
            if "paid_from" in printed:
                yield Message(f"warning.paid-from-{printed['paid_from']}", {"scheme": scheme})


def _not_covered(told: Told, used: list[tuple[str, Value]]) -> Iterable[Message]:
    """A place of which we hold no figure of its own or its province's, ever or for that month."""
    if any(found.layer != NATION for _, found in used):
        return
    person = told.person
    ever = any(ever_known(f"base.{one.terms.scheme}", person.place) for one in told.lines)
    yield Message(
        "warning.not-covered-then" if ever else "warning.not-covered", {"place": person.place, "month": person.month}
    )


def _not_used(told: Told) -> Iterable[Message]:
    """Figures of the reader's own for schemes that this person does not pay into."""
    idle = [scheme for scheme in told.person.own if scheme not in [one.terms.scheme for one in told.lines]]
    if idle:
        yield Message("warning.own-not-used", {"schemes": idle})
