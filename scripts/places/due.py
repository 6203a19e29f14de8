"""Marks that let a page built long ago say by itself which of its figures should have been renewed since."""

from __future__ import annotations

from typing import Any

from calc.month import Month
from calc.values import MONTHS_A_CHECK_HOLDS
from calc.view.html import Markup, tag
from scripts.places.wording import Wording


def due(printed: dict[str, Any], said: Wording) -> Markup:
    """The sentence for one figure: hidden until its month has come, then shown by docs/assets/js/due.js.

    The month is that of the next notice, or the one in which our last check of the figure is too old.
    """
    checked = Month.parse(printed["checked"])
    renewal = Month.parse(printed["next_expected"]) if "next_expected" in printed else None
    again = checked + MONTHS_A_CHECK_HOLDS + 1
    if renewal and renewal <= again:
        name, told, since = "due-notice", renewal, renewal
    else:
        name, told, since = "due-check", checked, again
    before, after = said(name, month="\0").split("\0")
    time = tag("time", said.when(told), datetime=str(told), data_due=str(since))
    return tag("span", said.marked(before), time, said.marked(after), class_="due", hidden=since > said.month)
