"""What the loader refuses in single figures and in gaps: always file, line, what is wrong and what to do."""

import pytest

from calc import tables
from calc.checks import DataError

NAME = "data/places/110000-beijing"
EVIDENCE = 'sources = ["city-salary"]\ngrade = "B"\nchecked = "2026-11-22"\nrecorded = "2026-11-22"\n'


def entry(table: str, *lines: str) -> str:
    return f"[[{table}]]\n" + "".join(f"{line}\n" for line in lines) + EVIDENCE


MONTHS = ('from = "2026-01"', 'to = "2026-12"')
WAGE = entry("minimum_wages", *MONTHS, "amount = 2000")
BASE = entry("calculation_bases", *MONTHS, "year = 2026", "amount = 9000")
AVERAGE = entry("average_wages", *MONTHS, 'kind = "full_coverage"', "year = 2025", "monthly = 8000", "annual = 96000")
INCOME = entry("incomes", *MONTHS, 'kind = "urban"', "year = 2025", "annual = 50000")
BENEFIT = entry("unemployment_benefits", *MONTHS, "when = { paid_years_max = 4 }", "amount = 1800")
LEAVE = entry("maternity_extra", 'start = "uncertain"', "total = 158", "extra = 60")
ACCOUNT = entry("medical_accounts", 'start = "uncertain"', 'worker = "retiree"', "amount = 100")
TABLE = entry("payment_months", 'from = "2006-01"', "first_age = 40", "months = [233, 230]")
TIERS = entry("resident_tiers", 'from = "2026-01"', "amounts = [100, 200]")
ROUNDING = entry("rounding", 'from = "2026-01"', 'scheme = "pension_benefit"', 'rule = "total-jiao-up"')
GAP = '[[gaps]]\nkind = "medical_years"\nnote_en = "Ask."\nnote_zh = "请咨询。"\n'


@pytest.fixture
def refused(use_tables):
    """refused(text): the faults of a value file, a line each; [] when it is accepted."""

    def load(text: str) -> list[str]:
        use_tables({NAME: text})
        try:
            tables.table(NAME)
        except DataError as error:
            return str(error).splitlines()
        return []

    return load


def test_entries_that_keep_the_rules_are_accepted(refused):
    every = (WAGE, BASE, AVERAGE, INCOME, BENEFIT, LEAVE, ACCOUNT, TABLE, TIERS, ROUNDING, GAP)
    assert refused("".join(every)) == []


ONE_FAULT = {
    "no figure": (WAGE.replace("amount = 2000\n", ""), 1, "no figure; give amount"),
    "no figure and no range": (BASE.replace("amount = 9000\n", ""), 1, "no figure; give amount or range"),
    "a figure with a digit too many": (WAGE.replace("2000", "20000"), 4, "lies outside 500 to 10000"),
    "a figure of another unit": (INCOME.replace("50000", "5"), 6, "lies outside 500 to 300000"),
    "a figure in quotation marks": (WAGE.replace("2000", '"2000"'), 4, "without quotation marks"),
    "a list where one figure stands": (WAGE.replace("2000", "[2000, 1900]"), 4, "must be a number"),
    "one figure where a list stands": (TIERS.replace("[100, 200]", "100"), 3, "must be a list of numbers"),
    "a range upside down": (BASE.replace("amount = 9000", "range = [2, 1]"), 5, "the lower one first"),
    "a range where none can be": (WAGE.replace("amount = 2000", "range = [1, 2]\namount = 2000"), 4, "unknown key"),
    "a condition of another table": (WAGE.replace("amount", "when = { tier = 1 }\namount"), 4, "there is wage_tier"),
    "a class that does not exist": (WAGE.replace("amount", "when = { wage_tier = 5 }\namount"), 4, "one of 1, 2, 3, 4"),
    "a condition where there are none": (BASE + "when = { tier = 1 }\n", 10, "unknown key 'when'"),
    "conditions upside down": (
        BENEFIT.replace("paid_years_max = 4", "paid_years_min = 5, paid_years_max = 4"),
        4,
        "paid_years_min lies above paid_years_max",
    ),
    "a year without its figure's months": (BASE.replace('"2026-12"', '"2026-06"'), 2, 'from "2026-01" to "2026-12"'),
    "a year that is missing": (BASE.replace("year = 2026\n", ""), 1, "'year' is missing"),
    "an income used in its own year": (INCOME.replace("2025", "2026"), 2, 'from "2027-01" to "2027-12"'),
    "a wage that governs before it is measured": (AVERAGE.replace("year = 2025", "year = 2026"), 2, "governs later"),
    "a kind of wage that does not exist": (AVERAGE.replace("full_coverage", "all"), 4, "no such kind of wage"),
    "a year that is not twelve months": (AVERAGE.replace("96000", "97000"), 7, "not twelve times monthly"),
    "days that do not add up": (LEAVE.replace("60", "61"), 3, "98 days of the law"),
    "a worker that does not exist": (ACCOUNT.replace("retiree", "robot"), 3, "worker must be"),
    "a table of months that rises": (TABLE.replace("230", "234"), 4, "falls from one age to the next"),
    "a rounding of contributions for a pension": (
        ROUNDING.replace("total-jiao-up", "fen-half-up"),
        4,
        "no rounding rule",
    ),
    "a rounding of what is never rounded": (ROUNDING.replace("pension_benefit", "tips"), 3, "no such scheme"),
    "the next value in another month": (WAGE + 'next_expected = "2027-02"\n', 9, "the month after `to`"),
    "replaced without a last month": (WAGE.replace('to = "2026-12"', "replaced = true"), 3, "add `to`"),
    "an overlap": (WAGE + WAGE, 10, "overlaps another entry for minimum_wage"),
    "an overlap of one class": (
        2 * WAGE.replace("amount", "when = { wage_tier = 1 }\namount"),
        11,
        "overlaps another entry for minimum_wage",
    ),
    "an overlap of years paid": (
        BENEFIT + BENEFIT.replace("paid_years_max", "paid_years_min"),
        11,
        "overlaps another entry for unemployment_benefit",
    ),
    "a gap of a kind that does not exist": (GAP.replace("medical_years", "weather"), 2, "no kind 'weather'"),
    "a gap in one language": (GAP.replace('note_zh = "请咨询。"\n', ""), 1, "'note_zh' is missing"),
    "a gap that says nothing": (GAP.replace("Ask.", " "), 3, "say what to look up"),
    "a gap with a month that is none": (GAP + 'from = "2026"\n', 5, "must be a month"),
    "a gap with a source that is nowhere": (GAP + 'sources = ["nobody"]\n', 5, "no source 'nobody'"),
    "a gap with a figure": (GAP + "amount = 1\n", 5, "unknown key 'amount'"),
}


@pytest.mark.parametrize(("text", "line", "words"), ONE_FAULT.values(), ids=ONE_FAULT.keys())
def test_the_loader_refuses(refused, text, line, words):
    (fault,) = refused(text)
    assert fault.startswith(f"{NAME}.toml:{line}: ")
    assert words in fault


NO_OVERLAP = {
    "classes of cities": "".join(WAGE.replace("amount", f"when = {{ wage_tier = {tier} }}\namount") for tier in (1, 2)),
    "years paid": BENEFIT + BENEFIT.replace("paid_years_max = 4", "paid_years_min = 5"),
    "kinds of wage": AVERAGE + AVERAGE.replace("full_coverage", "non_private"),
    "gaps": GAP + GAP,
}


@pytest.mark.parametrize("text", NO_OVERLAP.values(), ids=NO_OVERLAP.keys())
def test_entries_do_not_overlap_for(refused, text):
    assert refused(text) == []
