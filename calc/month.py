"""A calendar month: contributions, limits and rights all count in months, and days get in the way."""

import re
from dataclasses import dataclass
from functools import lru_cache

DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

_FORMS = (
    re.compile(r"(\d{4})-(\d{1,2})"),
    re.compile(r"(\d{4})[./](\d{1,2})"),
    re.compile(r"(\d{4})年(\d{1,2})月"),
    re.compile(r"(\d{4})(\d{2})"),
)
_DAYS = (
    re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})"),
    re.compile(r"([0-9]{4})[./]([0-9]{1,2})[./]([0-9]{1,2})"),
    re.compile(r"([0-9]{4})年([0-9]{1,2})月([0-9]{1,2})[日号]"),
    re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})"),
)
_AGE = re.compile(
    r"([0-9]{1,3})(?:\.0+)?"
    r"(?: *(?:years?|yrs?|y|周岁|岁|年)(?: *(?:,|and|零|又)? *([0-9]{1,2}) *(?:months?|mos?|m|个月|月))?)?"
    r"(?: *old)?"
)


def is_date(text: str) -> bool:
    """Whether `text` is a day of the calendar, as YYYY-MM-DD.

    >>> is_date("2028-02-29"), is_date("2026-02-29")
    (True, False)
    """
    if not re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])-\d{2}", text):
        return False
    year, month, day = (int(part) for part in text.split("-"))
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 1 <= day <= (29 if month == 2 and leap else DAYS[month - 1])


@dataclass(frozen=True, order=True, slots=True)
class Month:
    """A year and a month from 1 to 12.

    >>> Month(2025, 12) + 1, Month(2026, 7) - Month(2025, 7)
    (Month(year=2026, number=1), 12)
    """

    year: int
    number: int

    def __post_init__(self) -> None:
        if not 1 <= self.number <= 12:
            raise ValueError(f"a month runs from 1 to 12, not {self.number}")

    @classmethod
    @lru_cache(maxsize=4096)
    def parse(cls, text: str) -> "Month":
        """Read 2026-07, 2026-7, 2026/7, 2026.7, 2026年7月 or 202607; a date keeps its month.

        >>> str(Month.parse("2026年7月"))
        '2026-07'

        Raises:
            ValueError: the text is none of these, or its month is not 1 to 12.
        """
        plain = text.strip()
        if is_date(plain):
            plain = plain[:7]
        for form in _FORMS:
            if found := form.fullmatch(plain):
                return cls(int(found[1]), int(found[2]))
        raise ValueError(f"not a month: {text!r}")

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.number:02d}"

    def __add__(self, months: int) -> "Month":
        years, index = divmod(self.year * 12 + self.number - 1 + months, 12)
        return Month(years, index + 1)

    def __sub__(self, other: "Month") -> int:
        return (self.year - other.year) * 12 + self.number - other.number


def day(text: str) -> str:
    """Read 2026-07-01, 2026-7-1, 2026/7/1, 2026.7.1, 2026年7月1日 or 20260701; the answer is YYYY-MM-DD.

    >>> day("2026年7月1日")
    '2026-07-01'

    Raises:
        ValueError: the text is none of these, or no day of the calendar.
    """
    for form in _DAYS:
        if found := form.fullmatch(text.strip()):
            written = f"{found[1]}-{int(found[2]):02d}-{int(found[3]):02d}"
            if is_date(written):
                return written
    raise ValueError(f"not a day: {text!r}")


@dataclass(frozen=True, order=True, slots=True)
class Age:
    """Years and months of life. Rights begin at ages such as 60 years and 1 month.

    >>> Age(60, 11) + 2, Age(60, 1).in_months, Month(1965, 1) + Age(60, 1).in_months
    (Age(years=61, months=1), 721, Month(year=2025, number=2))
    """

    years: int
    months: int = 0

    def __post_init__(self) -> None:
        if self.years < 0 or not 0 <= self.months <= 11:
            raise ValueError(f"not an age: {self.years} years and {self.months} months")

    @classmethod
    def of(cls, months: int) -> "Age":
        """The age after so many months of life.

        >>> Age.of(Month(2025, 2) - Month(1965, 1))
        Age(years=60, months=1)
        """
        return cls(*divmod(months, 12))

    @classmethod
    def parse(cls, text: str) -> "Age":
        """Read 60, 60y1m, 60 years 1 month, 60岁 or 60周岁零1个月.

        >>> str(Age.parse("60岁1个月"))
        '60y1m'

        Raises:
            ValueError: the text is none of these, or its months are more than 11.
        """
        found = _AGE.fullmatch(text.strip().casefold())
        if not found:
            raise ValueError(f"not an age: {text!r}")
        return cls(int(found[1]), int(found[2] or 0))

    @property
    def in_months(self) -> int:
        return self.years * 12 + self.months

    def __add__(self, months: int) -> "Age":
        return Age.of(self.in_months + months)

    def __str__(self) -> str:
        return f"{self.years}y{self.months}m"
