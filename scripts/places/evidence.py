"""The small line under a figure: since when it holds, whose it is, how sure we are, where it was found."""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal

from calc.entries import Entry
from calc.places import NATION
from calc.values import Value
from calc.view.html import Markup, join, tag
from calc.view.reasoning import in_force
from scripts.places.due import due
from scripts.places.sources import Sources, sentence
from scripts.places.wording import Wording

IN_YUAN = frozenset(
    {"floor", "ceiling", "reference_wage", "employer_fixed", "employee_fixed", "amount", "monthly", "annual"}
)
NOT_SAID = frozenset({"sources"})


OF_THE_MOMENT = frozenset({"provisional", "benchmark"})


def flags_of(entry: Entry) -> frozenset[str]:
    """The doubts that lie in an entry itself, whenever it is read."""
    doubts = {
        "one-source": entry.printed["grade"] == "C",
        "disputed": bool(entry.printed.get("other_readings")),
        "start-not-known": entry.printed.get("start") == "uncertain",
    }
    return frozenset(name for name, on in doubts.items() if on)


class Evidence:
    """Writes the evidence of one place's page."""

    def __init__(self, said: Wording, place: str, sources: Sources):
        self._said, self._place, self._sources = said, place, sources

    def of_value(self, found: Value, fields: Collection[str] = (), head: str = "") -> Markup:
        """Of a figure in force; `fields` are those whose other readings are shown, all of them where none is named."""
        flags = flags_of(found.entry) | found.flags & OF_THE_MOMENT
        flags |= {"stale"} if found.is_stale(self._said.today) else set()
        told = self.of_entry(found.entry, flags, fields, head)
        if found.rests_on:
            told = join(
                (told, self.of_value(found.rests_on, (), self._said("class-is", n=found.rests_on.number("tier"))))
            )
        # What is late already is said to be; what will be late one day says so by itself.
        return told if "provisional" in flags else join((told, due(found.entry.printed, self._said)))

    def of_entry(self, entry: Entry, flags: Collection[str], fields: Collection[str] = (), head: str = "") -> Markup:
        """Of a dated entry, whether it is in force or not."""
        said, printed = self._said, entry.printed
        start = entry.start if "from" in printed else None
        parts: list[Markup | str] = [
            said.marked(in_force((start, entry.end), said.words)),
            said.marked(self._whose(entry.layer)),
            "" if "one-source" in flags else said.marked(said.words.text(f"grade.{printed['grade']}")),
            *self._doubts(entry, flags, fields),
            join(self._apart(self._sources.links(tuple(printed["sources"]), entry.layer))),
            said.html("checked", day=printed["checked"]),
        ]
        name = tag("b", said.marked(head + said("colon"))) if head else ""
        remark = said.marked(said.words.text("format.aside", text=note)) if (note := self._note(entry)) else ""
        return tag("span", name, sentence(parts, said), remark, class_="place-why")

    def _note(self, entry: Entry) -> str:
        return str(entry.printed.get(f"note_{self._said.lang}", "")).rstrip(".。")

    def _apart(self, links: list[Markup]) -> list[Markup | str]:
        comma = self._said("list-comma")
        return [piece for number, link in enumerate(links) for piece in ((comma, link) if number else (link,))]

    def _whose(self, layer: str) -> str:
        if layer == self._place:
            return ""
        return self._said("of-nation") if layer == NATION else self._said("of-province", place=self._said.name(layer))

    def _doubts(self, entry: Entry, flags: Collection[str], fields: Collection[str]) -> list[Markup]:
        names = ("provisional", "one-source", "start-not-known", "benchmark", "stale")
        told = [self._said.of("doubt", name) for name in names if name in flags]
        if entry.printed.get("replaced"):
            told.append(self._said.of("doubt", "replaced"))
        if "disputed" in flags:
            told += self._other_readings(entry, fields)
        return [tag("span", self._said.marked(text), class_="place-doubt") for text in told]

    def _other_readings(self, entry: Entry, fields: Collection[str]) -> list[str]:
        readings = [
            self._said.listed([self._reading(name, number) for name, number in reading.items() if name not in NOT_SAID])
            for reading in entry.printed["other_readings"]
            if not fields or set(fields) & reading.keys()
        ]
        return [self._said.of("doubt", "disputed", other=other) for other in readings]

    def _reading(self, name: str, number: Decimal) -> str:
        shown = self._said.yuan(number) if name in IN_YUAN else self._said.plain(number)
        if not self._said.has("field", name):
            return shown
        label = self._said.of("field", name)
        return f"{label}{self._said('colon')}{shown if name in IN_YUAN else shown + '%'}"
