"""What a page may call between double braces for a figure: never typed, always with where it comes from.

A figure that nobody recorded stops the build: the page then needs other words, or the value its entry.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import calc
from calc import places
from calc.citations import article, is_article
from calc.contacts import contacts
from calc.entries import entries
from calc.month import Month
from calc.payment_months import payment_months
from calc.tables import table
from calc.values import MONTHS_A_CHECK_HOLDS, Unknown, Value, value
from calc.view.html import escape, prose
from calc.view.sources import address
from calc.view.sources import article_name as law_article
from calc.words import words
from scripts.evidence import Evidence, count_by_grade, other_numbers, printed
from scripts.notes import UNITS, Notes, Said
from scripts.pages import root_of_tree
from scripts.worked import Worked

YUAN = ("floor", "ceiling", "reference_wage", "employer_fixed", "employee_fixed")


class ProseError(ValueError):
    """A figure or a reference that the page asks for does not exist; the text says what to do."""


class Prose:
    """The functions of one page, and the notes that they leave behind."""

    def __init__(self, lang: str, today: str, name: str = ""):
        self.lang = lang
        self.tree = root_of_tree(name)
        self.today = today
        self.said = Said(lang)
        self.words = words(lang)
        self.notes = Notes(self.said)
        self.evidence = Evidence(self.words, self.said, self.tree)

    def functions(self) -> dict[str, Callable[..., Any]]:
        names = (
            *("rate", "base", "payment_months", "limit", "example", "claimed", "worked", "grace", "check_holds"),
            *("article_name", "laws", "body", "service", "this_month", "covered_places", "evidence_rows", "report"),
        )
        return {name: getattr(self, name) for name in names}

    # Figures from the values

    def rate(
        self,
        scheme: str,
        worker: str = "employee",
        side: str = "employee",
        place: str = places.NATION,
        month: str = "",
        **facts: Any,
    ) -> str:
        """A rate as printed: `side` is employer, employee, total, class-1 to class-8, or any field of the entry."""
        found = self._value(f"rate.{scheme}.{worker}", place, month, facts)
        return self._figure(found, scheme, side, flexible=worker == "flexible")

    def base(self, scheme: str, place: str, limit: str, month: str = "") -> str:
        """The lowest (`floor`) or highest (`ceiling`) base, or the `reference_wage` behind them."""
        return self._figure(self._value(f"base.{scheme}", place, month, {}), scheme, limit)

    def _value(self, key: str, place: str, month: str, facts: dict[str, Any]) -> Value:
        asked = Month.parse(month or self.today)
        found = value(key, place, asked, facts)
        if isinstance(found, Unknown):
            raise ProseError(
                f"there is no {key} for {place} in {asked} ({found.reason}); "
                "enter it in calc/data with its source, or write the sentence without this figure"
            )
        return found

    def _figure(self, found: Value, scheme: str, field: str, flexible: bool = False) -> str:
        number = printed(found.entry.printed, field)
        if number is None:
            raise ProseError(
                f"the entry of {found.key} for {found.layer} has no {field!r}; it has {', '.join(found.entry.printed)}"
            )
        shown = self._shown(field, number)
        others = other_numbers(found.entry.printed, field)
        shown += "".join(self.said("other-reading", shown=self._shown(field, other)) for other in others)
        head = self.said("flexible") if flexible else ""
        label = f"{head}{self.words.show(scheme, 'term' if head else 'start')}{self.said('comma')}"
        label += f"{self._field_name(field)}{self.said('colon')}{shown}"
        note, doubtful = self.evidence.of_value(found, bool(others), self.today)
        return self._noted(shown, note, doubtful, label)

    def _shown(self, field: str, number: Decimal) -> str:
        return self.words.show(number, "yuan") if field in YUAN else f"{self.words.show(number, '')}%"

    def _field_name(self, field: str) -> str:
        if field.startswith("class-"):
            return self.said("class", n=field.removeprefix("class-"))
        return self.words.text(f"term.{field}") if self.words.has(f"term.{field}") else self.said(field)

    def _noted(self, shown: str, note: str, doubtful: bool = False, label: str = "") -> str:
        return f'<span class="figure">{shown}{self.notes.mark(note, doubtful, label)}</span>'

    def payment_months(self, years: int, months: int = 0) -> str:
        """Over how many months an account is shared out for a claim at that age today."""
        found = payment_months(years, months, Month.parse(self.today))
        if found is None:
            raise ProseError(f"the table of payment months has no age of {years} years; it runs from 40 to 70")
        shown = self.words.show(found.months, "")
        if found.other is not None:
            shown += self.said("other-reading", shown=self.words.show(found.other, ""))
        note, doubtful = self.evidence.of_value(found.value, found.other is not None, self.today)
        return self._noted(shown, note, doubtful, shown)

    # Figures from the law, from this guide's own rules, and the named escapes

    def limit(self, article_id: str, name: str = "") -> str:
        """A limit that an article sets, as calc/data/articles holds it."""
        row = self._article(article_id)
        holder = row.get("limits", {}).get(name, {}) if name else row
        unit = next((unit for unit in UNITS if unit in holder), None)
        if unit is None:
            wanted = f"limits.{name}" if name else " or ".join(UNITS)
            raise ProseError(f"[{article_id}] in calc/data/articles has no {wanted}; add it from the law's text")
        shown = self.said.count(unit, holder[unit])
        return self._noted(shown, self.evidence.of_article(article_id), label=shown)

    def grace(self, kind: str) -> str:
        """How long a value of this kind serves after its last printed month."""
        months = table("data/keys")[kind]["grace_months"]
        return self._noted(self.said.count("months", months), self.said("note-house-rule"))

    def check_holds(self) -> str:
        """How long a check of a figure counts as recent."""
        return self._noted(self.said.count("months", MONTHS_A_CHECK_HOLDS), self.said("note-house-rule"))

    def example(self, text: str = "", **amount: Any) -> str:
        """An illustrative figure: `example(yuan=10000)`, `example(days=3)`, or words."""
        return f'<span class="figure-example">{text or self._amount(amount)}</span>'

    def claimed(self, text: str = "", **amount: Any) -> str:
        """What others say, right or wrong."""
        return f'<span class="figure-claimed">{text or self._amount(amount)}</span>'

    def _amount(self, amount: dict[str, Any]) -> str:
        ((unit, number),) = amount.items()
        return self.words.show(Decimal(number), "yuan") if unit == "yuan" else self.said.count(unit, number)

    def worked(self, place: str, wage: int, month: str = "", **answers: Any) -> Worked:
        """The contributions on a pay, as the calculator works them out; all of it has to be known."""
        asked = {"place": place, "month": month or self.today[:7], "wage": wage, **answers}
        answer = calc.run("contributions", asked, today=self.today)
        if answer["outcome"] != "answered":
            missing = ", ".join(one["field"] for one in answer["missing"])
            raise ProseError(f"the calculator cannot answer {asked}: {missing} is missing; choose another place")
        return Worked(answer, self.words, self.said, self.notes)

    # Names, bodies and lists

    def _article(self, article_id: str) -> dict[str, Any]:
        if not is_article(article_id):
            raise ProseError(f"calc/data/articles has no [{article_id}]; add it, checked against the law's text")
        return article(article_id)

    def article_name(self, article_id: str) -> str:
        self._article(article_id)
        return self._to_article(article_id, prose(law_article(article_id, self.words), self.lang))

    def _to_article(self, article_id: str, name: str) -> str:
        """The name, as a link where this guide tells the article in its own words."""
        place = address(article_id)
        return f'<a href="{self.tree}{place}">{name}</a>' if place else name

    def laws(self, article_ids: list[str]) -> list[dict[str, Any]]:
        """Articles by their law, each with its number and what it gives."""
        found: dict[str, list[dict[str, str]]] = {}
        for article_id in article_ids:
            row = self._article(article_id)
            name = row["law_en"] if self.lang == "en" else f"《{row['law_zh']}》"
            said = f"{name} ({row['law_zh']})" if self.lang == "en" else name
            number = self.said(row["unit"], number=row["number"], zh=row["number_zh"])
            article = {"name": self._to_article(article_id, number)}
            found.setdefault(said, []).append({**article, "gives": prose(row[f"gives_{self.lang}"], self.lang)})
        return [{"name": prose(name, self.lang), "articles": articles} for name, articles in found.items()]

    def body(self, kind: str) -> dict[str, str]:
        """A kind of body (hrss, nhsa, tax): what it is asked about, its name and its telephone line."""
        contact = contacts(places.NATION, (kind,))[0]
        link = f'<a href="https://{contact.host}/" rel="noopener noreferrer">{contact.name(self.lang)}</a>'
        phone = f'<a href="tel:{contact.tel}">{contact.tel}</a>'
        return {"about": self.words.text(f"view.ask-{kind}"), "name": link, "phone": phone}

    def service(self, host: str) -> str:
        """A national platform by its host, as a link with its name."""
        rows = [row for row in table("data/national/contacts")["contacts"] if row.get("host") == host]
        if not rows:
            raise ProseError(f"calc/data/national/contacts.toml does not name {host}; add it if it is official")
        return f'<a href="https://{host}/" rel="noopener noreferrer">{rows[0][f"name_{self.lang}"]}</a>'

    def this_month(self) -> str:
        return self.words.show(Month.parse(self.today), "month")

    def covered_places(self) -> str:
        """The places whose own rates are recorded down to medical insurance, by name."""
        names = [place.name(self.lang) for place in places.everywhere() if entries("rate.medical.employee", place.code)]
        return self.said("list-comma").join(names[:-1]) + self.said("list-and") + names[-1]

    def report(self) -> str:
        """How to report an error: the address that this copy's publisher set, or that there is none."""
        address = os.environ.get("REPORT_URL", "")
        if not address:
            return self.said("report-nowhere")
        return f'<a href="{escape(address)}" rel="noopener noreferrer">{self.said("report-here")}</a>'

    def evidence_rows(self) -> list[dict[str, object]]:
        """Each grade with its meaning and how many entries of the data carry it."""
        return [
            {"grade": grade, "means": self.said(f"evidence-{grade}"), "count": count}
            for grade, count in count_by_grade().items()
        ]
