"""Add the next entry of a yearly figure, or of any other, with blanks to fill in.

    python -m scripts.new_year shanghai base
    python -m scripts.new_year 广东 rate.medical --from 2027-01

PLACE is a code, a name or pinyin; `nation` is the whole country. KIND is a key of calc/data/keys.toml or its beginning:
base, base.housing_fund, rate.medical, minimum_wage, calculation_base, unemployment_benefit …

The new entry stands above the newest one, with a source of its own. What has to be written is blank, and the checker
refuses the file until that is done. A second run says that the entry is there.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from calc import places
from calc.checks import line_of
from calc.entries import keyed
from calc.month import Month, is_date
from scripts import dates
from scripts.scaffold import blanks, files
from scripts.scaffold.files import ScaffoldError
from scripts.scaffold.lines import Line, Row, content, is_of, lines
from scripts.scaffold.text import ended, entry, inserted, start_of

# A notice seldom comes longer before the first month than this; with --from it may.
MONTHS_AHEAD = 3


@dataclass
class Plan:
    """What will be written into one file."""

    path: Path
    place: str
    source: str
    today: str
    follow: list[tuple[Line, Month]] = field(default_factory=list)
    there: list[Line] = field(default_factory=list)
    told: list[str] = field(default_factory=list)


def plan(place: str, kind: str, start: Month | None, today: str) -> Plan:
    """Which entries are to follow, and from which month."""
    path = files.file_of(place, kind)
    made = Plan(path, place, "", today)
    found = lines(content(path), kind, Month.parse(today))
    if not found:
        raise ScaffoldError(_no_such_figure(place, kind, path))
    months = {line: _first_month(line, start, path) for line in found if not _is_there(line, start)}
    if start is None and len(months) < len(found):
        months = {}  # some wait to be filled in: first those
    soon = [month for month in months.values() if start or month - Month.parse(today) <= MONTHS_AHEAD]
    for line in found:
        if line in months and months[line] == min(soon, default=None):
            made.follow.append((line, months[line]))
        else:
            made.there.append(line)
    if made.follow:
        made.source = files.source_name(path, kind, str(made.follow[0][1]))
    return made


def _is_there(line: Line, start: Month | None) -> bool:
    return line.is_blank or line.start == start


def _first_month(line: Line, start: Month | None, path: Path) -> Month:
    """The month after the last one, or the month that was asked for if it can be."""
    since = f"the newest entry of {line.name} in {files.shown(path)}"
    if start is None:
        if line.end is None:
            raise ScaffoldError(f"{since} has no last month; say from which month the new one holds: --from YYYY-MM")
        return line.end + 1
    if start < line.start:
        raise ScaffoldError(
            f"{since} begins {line.start}, later than {start}; enter what is older by hand, in its order"
        )
    if line.end is not None and line.end >= start:
        raise ScaffoldError(
            f"{since} holds to {line.end}, so another cannot begin in {start}; "
            f"if the notice ends it early, set its `to` to {start + -1} first"
        )
    return start


def _no_such_figure(place: str, kind: str, path: Path) -> str:
    said = f"{files.shown(path)} has no {kind} that is in force"
    layers = () if place == places.NATION else places.get(place).layers[1:]
    for layer in layers:
        try:
            above = files.file_of(layer, kind)
        except ScaffoldError:
            continue
        if any(is_of(key, kind) for key, *_ in keyed(content(above))):
            name = "nation" if layer == places.NATION else layer
            said += f"; it comes from {files.shown(above)}: python -m scripts.new_year {name} {kind}"
            break
    first = f"python -m scripts.new_place {place} --kind {kind}"
    return f"{said}. If the place has a notice of its own, give it its first entry: {first}"


def write(made: Plan) -> None:
    """Write the new entries; from the last to the first, so that what was found stays where it is."""
    text = made.path.read_text(encoding="utf-8")
    before = tomllib.loads(text, parse_float=Decimal)
    for line, start in sorted(made.follow, key=lambda one: (one[0].section, one[0].index), reverse=True):
        if line.end is None:
            text = ended(text, line.section, line.index, str(start + -1))
        elif start - line.end > 1:
            made.told.append(f"{line.name}: nothing is recorded for {line.end + 1} to {start + -1}")
        row = blanks.next_row(line, start, made.source, made.today)
        text = inserted(text, start_of(text, line.section, line.index), entry(line.section, row))
        made.told += [f"{line.name}: the last entry had a note; repeat it if it still holds"] * ("note_en" in line.row)
    cited = [files.source_of(made.path, one) for line, _ in made.follow for one in line.row["sources"]]
    last = next((one for one in cited if "issuer_zh" in one), {})
    text = files.with_source(text, entry(f"sources.{made.source}", blanks.new_source(last), many=False))
    _refuse_a_loss(before, tomllib.loads(text, parse_float=Decimal), made)
    made.path.write_text(text, encoding="utf-8", newline="\n")


def _refuse_a_loss(before: Row, after: Row, made: Plan) -> None:
    """Nothing that stood in the file may be gone, but for the last month that an open entry was given."""
    for section, rows in before.items():
        if isinstance(rows, list):
            kept = [{name: figure for name, figure in row.items() if name != "to"} for row in after[section]]
            if any({name: figure for name, figure in row.items() if name != "to"} not in kept for row in rows):
                raise ScaffoldError(
                    f"{files.shown(made.path)} is written in a way this script cannot follow; add by hand"
                )


def report(made: Plan, kind: str) -> str:
    """What was written, what is blank, and what to do next."""
    name = files.shown(made.path)
    said = [
        f"{name}:{_line(made.path, line)}: {line.name} is there from {line.start}{_state(line)}" for line in made.there
    ]
    said += [f"{name}: {line.name} from {start}, with the source {made.source}" for line, start in made.follow]
    said += [f"note: {told}" for told in made.told]
    return "\n".join([*said, *files.next_steps(made.path, f"Add {kind} of {made.path.stem}")])


def _line(path: Path, line: Line) -> int:
    return line_of(path.read_text(encoding="utf-8"), line.section, line.index, "")


def _state(line: Line) -> str:
    if line.is_blank:
        return ", still with blanks"
    return f" to {line.end}" if line.end else ""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("place", metavar="PLACE", help="code, name or pinyin of the place, or `nation`")
    parser.add_argument("kind", metavar="KIND", help="what the figure is, such as base or rate.medical")
    parser.add_argument(
        "--from", dest="start", metavar="YYYY-MM", help="first month (default: the month after the last)"
    )
    parser.add_argument("--today", metavar="YYYY-MM-DD", default=dates.today_in_china(), help="the day of the record")
    options = parser.parse_args()
    try:
        if not is_date(options.today):
            raise ScaffoldError(f"--today must be a day such as 2027-06-30, not {options.today}")
        files.check_kind(options.kind)
        start = Month.parse(options.start) if options.start else None
        made = plan(files.place_of(options.place), options.kind, start, options.today)
        if made.follow:
            write(made)
            made.told += files.raise_version(made.today)
    except (ScaffoldError, ValueError) as error:
        sys.exit(f"new_year: {error}")
    print(report(made, options.kind))


if __name__ == "__main__":
    main()
