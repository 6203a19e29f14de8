"""When an employee may retire: the month that the law sets, how far it may be chosen, and what must be paid by then.

What: the original age plus a delay that grows with the month of birth; a window around that month; the months of
    contributions that a monthly pension takes, by year of retirement.
Source: decision of the Standing Committee of the National People's Congress of 2024-09-13 with the State Council's
    measures, arts 1-3; 人社部发〔2024〕94号; Social Insurance Law (社会保险法) art 16.
Limits: months, no days; no early retirement for listed hard work.
"""

from dataclasses import dataclass
from functools import lru_cache

from calc.entries import entries
from calc.month import Month
from calc.places import NATION
from calc.values import Value, value

CATEGORIES = ("male", "female55", "female50")


@dataclass(frozen=True, slots=True)
class Retirement:
    """When one person may retire. `schedule` and `window` are the figures of the law behind it.

    `original` is the month in which the age before 2025 is reached, `delay` the months that come on top of it.
    """

    birth: Month
    schedule: Value
    window: Value
    original: Month
    delay: int
    earliest: Month
    latest: Month

    @property
    def statutory(self) -> Month:
        return self.original + self.delay

    @property
    def is_delayed(self) -> bool:
        """Whether the original age is reached after the law began to raise it."""
        return self.original >= self.schedule.entry.start


def retirement_of(birth: Month, category: str, today: Month) -> Retirement:
    """The months that matter for somebody born in `birth`, by the law as it stands in the month `today`.

    Args:
        category: male, female55 or female50: what the age would have been before 2025.

    >>> found = retirement_of(Month(1965, 1), "male", Month(2026, 11))
    >>> str(found.statutory), found.delay, str(found.earliest), str(found.latest)
    ('2025-02', 1, '2025-01', '2028-02')
    """
    schedule = _in_force(f"retirement_age.{category}", today)
    window = _in_force("flexible_retirement", today)
    original = birth + figure(schedule, "original_months")
    delay = _delay(original, schedule)
    statutory = original + delay
    earliest = max(original, statutory + -figure(window, "earlier_months"))
    return Retirement(birth, schedule, window, original, delay, earliest, _latest(statutory, window))


def minimum_months(month: Month) -> Value:
    """The months of contributions that a monthly pension takes for somebody who retires in `month`.

    >>> [int(minimum_months(Month(year, 12)).number("months")) for year in (2029, 2030, 2038, 2039, 2050)]
    [180, 186, 234, 240, 240]
    """
    return _in_force("minimum_months", month)


def least_minimum(claim: Month) -> Value:
    """The least that may count for a claim in `claim`: who put it off needs what the statutory month took.

    >>> int(least_minimum(Month(2032, 6)).number("months"))
    180
    """
    later = figure(_in_force("flexible_retirement", claim), "later_months")
    return minimum_months(claim + -later)


def counted_minimum(retirement: Retirement, chosen: Month | None) -> Value:
    """The minimum that counts: of the chosen month when it is early, else of the statutory month.

    >>> found = retirement_of(Month(1970, 1), "male", Month(2026, 11))
    >>> [int(counted_minimum(found, month).number("months")) for month in (None, Month(2030, 1), Month(2032, 1))]
    [192, 186, 192]
    """
    early = chosen is not None and chosen < retirement.statutory
    return minimum_months(chosen if early and chosen else retirement.statutory)


def figure(found: Value, name: str) -> int:
    """A count of months that the entry is known to hold."""
    return int(found.entry.printed[name])


def _delay(original: Month, schedule: Value) -> int:
    """No delay before the law began; then one month at once, and one more with every further step."""
    elapsed = original - schedule.entry.start
    if elapsed < 0:
        return 0
    return min(figure(schedule, "most_months"), elapsed // figure(schedule, "step_months") + 1)


def _latest(statutory: Month, window: Value) -> Month:
    """A later month could be agreed on only from the day on which the law allowed it."""
    latest = statutory + figure(window, "later_months")
    return latest if latest >= window.entry.start else statutory


@lru_cache(maxsize=512)
def _in_force(key: str, month: Month) -> Value:
    """The national figure in that month; before its first month, the first one: it is the law for all who still claim.

    Raises:
        LookupError: a later month has no figure, because an entry was closed without a successor.
    """
    found = value(key, NATION, max(month, entries(key, NATION)[0].start))
    if not isinstance(found, Value):
        raise LookupError(f"calc/data/national/retirement.toml has no {key} for {month}; enter the one that followed")
    return found
