"""List what is due: figures to renew, figures that end, checks that grow old, pages that would stop the build.

    python -m scripts.due
    python -m scripts.due --within 90 --today 2027-06-01
    python -m scripts.due --markdown build/due.md

An entry is due in its `next_expected` month, when its `to` is near and nothing follows, or a year after it was last
checked. One that a later entry has taken over is never due.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from calc.month import Month, is_date
from calc.values import MONTHS_A_CHECK_HOLDS
from scripts import dates, pages, stage
from scripts.kinds import Kinds
from scripts.ledger import Dated, after, grace_months, ledger
from scripts.render import StageError

WITHIN = 60
# An issue holds so many characters at most, and needs room for its head.
LONGEST_ISSUE = 60_000
# Why something is due: how it is counted, and how it is said before "since" or "from" and the month.
WHY = {
    "renew": ("to renew", "a new figure is expected"),
    "replaced": ("replaced by figures not seen", "another figure, not seen by us, holds"),
    "ends": ("without a successor", "nothing follows"),
    "check": ("to check again", "to be checked again"),
}


@dataclass(frozen=True)
class Due:
    """One thing to do: `day` is when it is due, which may be past. Entries of one kind are one thing."""

    day: date
    place: str
    why: str
    kind: str
    entries: tuple[Dated, ...]

    @property
    def about(self) -> str:
        """What it is: the entry, or the kind and how many entries of it."""
        kinds, first = Kinds("en"), self.entries[0]
        if len(self.entries) > 1:
            return f"{kinds.kind(self.kind)}, {len(self.entries)} entries"
        return f"{kinds.entry(first)}, {kinds.months(first)}"

    @property
    def where(self) -> str:
        return f"{self.entries[0].file}:{min(entry.line for entry in self.entries)}"


def first_day(month: Month) -> date:
    return date(month.year, month.number, 1)


def due(today: date, within: int = WITHIN, entries: tuple[Dated, ...] | None = None) -> list[Due]:
    """The figures that are due by so many days after `today`, by place in the order of the codes, the oldest first."""
    last = today + timedelta(days=within)
    found: dict[tuple[str, date, str, str], list[Dated]] = {}
    for entry in ledger() if entries is None else entries:
        for why, day in _reasons(entry, today):
            if day <= last:
                found.setdefault((entry.place, day, why, entry.keys[0].partition(".")[0]), []).append(entry)
    return [Due(day, place, why, kind, tuple(found[place, day, why, kind])) for place, day, why, kind in sorted(found)]


def _reasons(entry: Dated, today: date) -> Iterator[tuple[str, date]]:
    """Why an entry is or will be due, and when; nothing where a later one has taken it over."""
    open_keys = [key for key in entry.keys if after(entry, key) is None]
    if not open_keys:
        return
    end = entry.end
    served_to = end + grace_months(open_keys[0]) if end else None
    if end and entry.row.get("replaced"):
        yield "replaced", first_day(end + 1)
    elif "next_expected" in entry.row:
        yield "renew", first_day(Month.parse(entry.row["next_expected"]))
    elif end and served_to and first_day(served_to + 1) > today:
        yield "ends", first_day(end + 1)
    if end is None or first_day(end + 1) > today:
        yield "check", first_day(Month.parse(entry.row["checked"]) + MONTHS_A_CHECK_HOLDS + 1)


def pages_that_would_fail(today: date, within: int = WITHIN, root: Path = pages.ROOT) -> list[str]:
    """The pages whose figures run out: built on one of these days, they would stop the build."""
    last = today + timedelta(days=within)
    days = [today, *(day for number in range(1, within + 1) if (day := today + timedelta(days=number)).day == 1), last]
    found: dict[str, str] = {}
    for tree in pages.TREES:
        by_hand = pages.read_tree(tree, root)
        for day in days:
            for name, body in stage.renderings(tree, root, day.isoformat()).items():
                if name in by_hand and by_hand[name].file not in found:
                    try:
                        body()
                    except StageError as error:
                        found[by_hand[name].file] = f"on {day}: {error}"
    return list(found.values())


def summary(found: list[Due], failing: list[str], today: date, within: int) -> str:
    counts = [f"{label}: {sum(one.why == why for one in found)}" for why, (label, _) in WHY.items()]
    last = today + timedelta(days=within)
    return f"Due by {last} ({within} days from {today}): {'; '.join(counts)}; pages that would fail: {len(failing)}."


def state(one: Due, today: date) -> str:
    """Why it is due and since when, in a few words."""
    month = f"{one.day.year}-{one.day.month:02}"
    return f"{WHY[one.why][1]} {'since' if one.day <= today else 'from'} {month}"


def as_text(found: list[Due], failing: list[str], today: date, within: int) -> str:
    """For a terminal: place by place."""
    lines, kinds, place = [summary(found, failing, today, within)], Kinds("en"), ""
    for one in found:
        if one.place != place:
            place = one.place
            lines += ["", f"{kinds.place(place)} ({place})"]
        lines.append(f"  {one.where}: {one.about}: {state(one, today)}")
    lines += ["", *(f"page {one}" for one in failing)] if failing else []
    return "\n".join([*lines, "", HOW]) if found or failing else lines[0]


HOW = "A new figure: python -m scripts.new_year PLACE KIND, such as 310000 base. A check: set `checked` to its day."


def as_markdown(found: list[Due], failing: list[str], today: date, within: int) -> str:
    """For an issue: a table of places and kinds; what does not fit is counted."""
    kinds = Kinds("en")
    head = [summary(found, failing, today, within), ""]
    head += [f"- [ ] the page {one}" for one in failing]
    head += ["", "| Place | Figure | Due | Where |", "|---|---|---|---|"] if found else []
    rows = [f"| {kinds.place(one.place)} | {one.about} | {state(one, today)} | `{one.where}` |" for one in found]
    room = LONGEST_ISSUE - sum(len(line) + 1 for line in head)
    shown = []
    for row in rows:
        room -= len(row) + 1
        if room < 0:
            break
        shown.append(row)
    left = len(rows) - len(shown)
    rest = ["", f"And {left} more: `python -m scripts.due` lists them all."] if left else []
    return "\n".join([*head, *shown, *rest, "", HOW, ""])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--within", type=int, default=WITHIN, metavar="DAYS", help=f"default: {WITHIN}")
    parser.add_argument("--today", metavar="YYYY-MM-DD", default=dates.today_in_china(), help="default: today in China")
    parser.add_argument("--markdown", type=Path, metavar="FILE", help="also write the list for an issue into this file")
    options = parser.parse_args()
    if not is_date(options.today) or options.within < 0:
        sys.exit("due: --today must be a day such as 2027-06-30, and --within a number of days from 0 on")
    today = date.fromisoformat(options.today)
    told = (due(today, options.within), pages_that_would_fail(today, options.within), today, options.within)
    print(as_text(*told))
    if options.markdown:
        options.markdown.parent.mkdir(parents=True, exist_ok=True)
        options.markdown.write_text(as_markdown(*told), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
