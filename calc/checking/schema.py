"""What may stand in each table of a value file: keys, figures and conditions."""

from dataclasses import dataclass
from decimal import Decimal

EVIDENCE = {"sources", "grade", "checked", "recorded"}
PERIOD = {"from", "to", "start"}
REMARKS = {"provisional", "replaced", "note_en", "note_zh", "other_readings", "next_expected"}
DATED = EVIDENCE | PERIOD | REMARKS

POINTS = {"employer_to_account", "employee_to_account"}
FIXED = {"employer_fixed", "employee_fixed"}
SOURCE_KEYS = {"number", "title_zh", "title_en", "issuer_zh", "issuer_en", "url", "link", "via", "kind"}
PEOPLE = {"local_hukou", "tier", "age_min", "age_max"}
CLAIMANTS = {"wage_tier", "benefit_month_min", "benefit_month_max", "paid_years_min", "paid_years_max", "extended"}
BODIES = ("hrss", "nhsa", "tax", "service", "agency")


@dataclass(frozen=True, slots=True)
class Kind:
    """One table of dated figures: at least one of `figures` must stand in each entry, or a range where it may.

    `low` and `high` are the bounds outside which a figure is a slip of the hand.
    """

    figures: frozenset[str]
    low: Decimal
    high: Decimal
    needed: frozenset[str] = frozenset()
    allowed: frozenset[str] = frozenset()
    conditions: frozenset[str] = frozenset()
    ranged: bool = False


def _kind(figures: str, low: int, high: int, **more: str | bool) -> Kind:
    sets = {name: frozenset(str(more.get(name, "")).split()) for name in ("needed", "allowed", "conditions")}
    return Kind(frozenset(figures.split()), Decimal(low), Decimal(high), ranged=bool(more.get("ranged")), **sets)


KINDS = {
    "minimum_wages": _kind("amount", 500, 10_000, conditions="wage_tier"),
    "wage_tiers": _kind("tier", 1, 4),
    "calculation_bases": _kind("amount", 1_000, 50_000, needed="year", ranged=True),
    "average_wages": _kind("monthly annual", 1_000, 600_000, needed="kind", allowed="year"),
    "incomes": _kind("annual monthly", 500, 300_000, needed="kind year"),
    "unemployment_benefits": _kind("amount", 200, 10_000, conditions=" ".join(CLAIMANTS)),
    "unemployment_benefit_rules": _kind("percent", 1, 100),
    "unemployment_months": _kind(
        "months months_per_paid_year at_most", 1, 60, conditions="paid_years_min paid_years_max"
    ),
    "medical_accounts": _kind("amount total", 0, 5_000, needed="worker", conditions="age_min age_max"),
    "medical_years": _kind("male female local", 1, 50),
    "resident_basics": _kind("amount", 1, 5_000),
    "resident_tiers": _kind("amounts", 1, 50_000),
    "resident_terms": _kind("subsidy_lowest subsidy_from_500 payment_months paid_years", 1, 1_000),
    "maternity_extra": _kind("total extra paternity", 0, 400, ranged=True),
    "account_interest": _kind("percent", 0, 20, needed="year"),
    "flexible_bases": _kind("percents", 1, 400, needed="scheme", ranged=True),
    "payment_months": _kind("months", 1, 400, needed="first_age"),
}

_FIGURES = {figure for kind in KINDS.values() for figure in kind.figures}
LISTS = {"classes", "range", "amounts", "percents"}
NUMBERS = {"floor", "ceiling", "reference_wage", "employer", "employee", "total", "year", "first_age"}
NUMBERS |= LISTS | POINTS | FIXED | _FIGURES

_BASES = {"schemes", "floor", "ceiling", "no_ceiling", "own_only", "reference_wage"}
_RATES = {"scheme", "worker", "when", "employer", "employee", "classes", "range", "total", "optional"}
_RATES |= {"paid_from", "includes_maternity", "floor_differs"} | POINTS | FIXED

KNOWN = {
    "bases": DATED | _BASES,
    "rates": DATED | _RATES,
    "rounding": DATED | {"scheme", "rule"},
    "contacts": {"body", "name_zh", "name_en", "host", "tel", "grade", "sources"},
    "gaps": {"kind", "from", "to", "note_en", "note_zh", "sources"},
    **{
        name: DATED
        | kind.figures
        | kind.needed
        | kind.allowed
        | ({"when"} if kind.conditions else set())
        | ({"range"} if kind.ranged else set())
        for name, kind in KINDS.items()
    },
}
NEEDED = {
    "bases": EVIDENCE | {"schemes"},
    "rates": EVIDENCE | {"scheme", "worker"},
    "rounding": EVIDENCE | {"scheme", "rule"},
    "contacts": {"body", "name_zh", "name_en", "grade", "sources"},
    "gaps": {"kind", "note_en", "note_zh"},
    **{name: EVIDENCE | kind.needed for name, kind in KINDS.items()},
}


def listed(names: set[str] | frozenset[str]) -> str:
    """Names in order, for a message.

    >>> listed({"to", "from"})
    'from, to'
    """
    return ", ".join(sorted(names))
