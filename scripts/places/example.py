"""A worked example of a place: the calculator's own answer, for the average wage there or the guide's common one."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Any

import calc
from calc import rules
from calc.money import grouped
from calc.values import Value, value
from calc.view.html import Markup, join, tag
from scripts.places.contributions import lines as all_lines
from scripts.places.contributions import name
from scripts.places.wording import Wording

CALCULATOR = "contributions"
SIDES = {"employee": "now-you", "employer": "now-employer"}
WAGES = ("average_wage.full_coverage", "average_wage.non_private")


def wage(place: str, said: Wording) -> tuple[str, str]:
    """The wage of the example, and the sentence that says which it is."""
    for key in WAGES:
        found = value(key, place, said.month)
        if isinstance(found, Value) and found.number("monthly"):
            return str(found.number("monthly")), "example-average"
    return str(rules.get(CALCULATOR).example["wage"]), "example-common"


def answer(place: str, said: Wording) -> dict[str, Any]:
    """The calculator's answer for the example's wage in the place this month."""
    return _run(place, str(said.month), wage(place, said)[0], said.lang, said.today)


@cache
def _run(place: str, month: str, wage: str, lang: str, today: str) -> dict[str, Any]:
    return calc.run(CALCULATOR, {"place": place, "month": month, "wage": wage}, lang, today=today)


def example(place: str, said: Wording, root: str) -> Markup:
    """The example as text and table, with the way into the calculator; `root` leads to the language's root."""
    found = answer(place, said)
    paid = said.yuan(found["answers"]["wage"])
    lead = said(wage(place, said)[1], wage=paid)
    link = tag(
        "a",
        said("example-link", place=said.name(place)),
        href=f"{root}calculators/{CALCULATOR}/#answer&place={place}",
        class_="place-button",
    )
    return join(
        (
            tag("p", said.marked(lead), said("gap"), said.marked(_sentence(found, said)), class_="place-answer"),
            _table(place, found, paid, said),
            _missing(found, said),
            tag("p", link),
        )
    )


def _sentence(found: dict[str, Any], said: Wording) -> str:
    results = found["results"]
    if results["net_before_tax"] is not None and results["employer_total"] is not None:
        return said(
            "example-answer",
            you=said.yuan(results["employee_total"]),
            employer=said.yuan(results["employer_total"]),
            net=said.yuan(results["net_before_tax"]),
        )
    known = results["known_totals"]
    return said("example-part", you=said.yuan(known["employee_total"]), employer=said.yuan(known["employer_total"]))


def _table(place: str, found: dict[str, Any], paid: str, said: Wording) -> Markup:
    lines = found["results"]["lines"]
    names = {line.scheme: name(line, said) for line in all_lines(place, "employee", said)}
    caption = said("example-caption", place=said.name(place), month=said.when(said.month), wage=paid)
    heads = ("now-scheme", "example-base", *SIDES.values())
    rows = [
        tag(
            "tr",
            tag("th", names.get(line["scheme"], said.term(line["scheme"])), scope="row"),
            *(_cell(line[column], said) for column in ("base", *SIDES)),
        )
        for line in lines
    ]
    return tag(
        "table",
        tag("caption", said.marked(caption)),
        tag("thead", tag("tr", *(tag("th", said(head), scope="col") for head in heads))),
        tag("tbody", *rows, _total(found["results"], said)),
        class_="place-table place-example",
    )


def _total(results: dict[str, Any], said: Wording) -> Markup:
    whole = {side: results[f"{side}_total"] for side in SIDES}
    complete = None not in whole.values()
    sums = whole if complete else {side: results["known_totals"][f"{side}_total"] for side in SIDES}
    head = tag("th", said("example-total" if complete else "example-known"), scope="row")
    return tag("tr", head, tag("td"), *(_cell(amount, said) for amount in sums.values()), class_="place-total")


def _cell(amount: str | None, said: Wording) -> Markup:
    return tag("td", said("not-known") if amount is None else grouped(Decimal(amount)))


def _missing(found: dict[str, Any], said: Wording) -> Markup | str:
    whys = list(dict.fromkeys(one["why"] for one in found["missing"]))
    if not whys:
        return ""
    return join((tag("p", said("example-missing")), tag("ul", *(tag("li", said.marked(why)) for why in whys))))


def level(place: str, said: Wording) -> str:
    """How far contributions can be worked out there: full, part, or none but by national rules."""
    found = answer(place, said)
    if not any(one["field"].startswith("own.") for one in found["missing"]):
        return "full"
    covered = any(warning["id"] in ("not-covered", "not-covered-then") for warning in found["warnings"])
    return "none" if covered else "part"
