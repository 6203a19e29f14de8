"""Whom to ask: the nearest body of each kind, and the national telephone line."""

from dataclasses import dataclass
from typing import Any

from calc.places import NATION, get
from calc.tables import table


@dataclass(frozen=True, slots=True)
class Contact:
    """A body, the host of its site and a telephone number, "" where none is known.

    `body` is hrss (pension, unemployment, injury), nhsa (medical, maternity), tax (payments).
    """

    body: str
    en: str
    zh: str
    host: str
    tel: str

    def name(self, lang: str) -> str:
        return self.zh if lang == "zh" else self.en


def contacts(place: str, bodies: tuple[str, ...]) -> tuple[Contact, ...]:
    """One contact for each kind of body, from the nearest layer that names its site.

    >>> [(one.en, one.tel) for one in contacts("310000", ("hrss",))]
    [('Shanghai Human Resources and Social Security Bureau', '12333')]
    """
    return tuple(_contact(place, body) for body in bodies)


def _contact(place: str, body: str) -> Contact:
    layers = get(place).layers if place != NATION else (NATION,)
    rows = [row for layer in layers for row in _rows(layer) if row["body"] == body]
    site = next(row for row in rows if "host" in row)
    tel = next((row["tel"] for row in rows if "tel" in row), "")
    return Contact(body, site["name_en"], site["name_zh"], site["host"], tel)


def _rows(layer: str) -> list[dict[str, Any]]:
    name = "data/national/contacts" if layer == NATION else f"data/places/{layer}-{get(layer).slug}"
    try:
        return table(name).get("contacts", [])
    except FileNotFoundError:
        return []
