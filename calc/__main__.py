"""The calculator in a shell: python -m calc list | run ID key=value … | batch ID in.csv out.csv."""

import argparse
import csv
import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import calc

BAD_INPUT = 2


def main(arguments: list[str] | None = None) -> int:
    """Run one command; 0 when it answered, 2 when the input has to be mended first."""
    parser = _parser()
    chosen, rest = parser.parse_known_args(arguments)
    if rest and (not hasattr(chosen, "answers") or any(text.startswith("-") for text in rest)):
        parser.error(f"not understood: {' '.join(rest)}")
    if rest:
        chosen.answers += rest  # answers may also stand behind the options
    try:
        return int(chosen.command(chosen) or 0)
    except calc.InputError as error:
        for problem in error.problems:
            print(f"{problem['field']}: {problem.get('message', problem['code'])}", file=sys.stderr)
    except BrokenPipeError:
        sys.stderr.close()  # whoever read us has read enough
        return 0
    except (OSError, ValueError, RecursionError, csv.Error) as error:
        print(f"cannot be read: {error}", file=sys.stderr)
    return BAD_INPUT


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m calc", description=__doc__)
    commands = parser.add_subparsers(required=True)
    listing = commands.add_parser("list", help="the calculators and what they ask")
    listing.add_argument("--json", action="store_true")
    listing.set_defaults(command=_list)
    running = commands.add_parser("run", help="answer one question")
    running.add_argument("id")
    running.add_argument(
        "answers", nargs="*", metavar="key=value", help="a value that starts with [ or { is JSON, such as rows"
    )
    running.add_argument("--json", action="store_true", help="print the whole result as JSON")
    kept = running.add_mutually_exclusive_group()
    kept.add_argument("--csv", dest="form", action="store_const", const="csv", help="print a sheet (CSV)")
    kept.add_argument("--ics", dest="form", action="store_const", const="calendar", help="print the dates (iCalendar)")
    kept.add_argument("--link", dest="form", action="store_const", const="link", help="print the link's part after #")
    running.add_argument("--json-in", metavar="FILE", help="read the answers from a JSON file, - for standard input")
    running.set_defaults(command=_run)
    batch = commands.add_parser("batch", help="answer every row of a CSV file")
    batch.add_argument("id")
    batch.add_argument("rows_in", metavar="in.csv")
    batch.add_argument("rows_out", metavar="out.csv")
    batch.set_defaults(command=_batch)
    for command in (listing, running, batch):
        command.add_argument("--lang", default="en", help="en or zh")
        command.add_argument("--today", metavar="YYYY-MM-DD", help="the day that decides what is current")
    return parser


def _list(chosen: argparse.Namespace) -> None:
    listed = calc.catalogue(chosen.lang)
    if chosen.json:
        print(json.dumps(listed, ensure_ascii=False, indent=1))
        return
    for entry in listed:
        print(f"{entry['id']}: {entry['title']}")
        for question in entry["questions"]:
            print(f"    {question['name']} ({question['kind']}): {question['label']}")
            for column in question["columns"]:
                print(f"        .{column['name']} ({column['kind']}): {column['label']}")


def _run(chosen: argparse.Namespace) -> None:
    answers = _from_file(chosen.json_in) if chosen.json_in else {}
    answers |= dict(_pair(text) for text in chosen.answers)
    if chosen.form:
        from calc.keep import kept

        sys.stdout.write(kept(chosen.id, answers, chosen.lang, chosen.today, chosen.form).content)
        return
    result = calc.run(chosen.id, answers, chosen.lang, chosen.today)
    if chosen.json:
        print(json.dumps(result, ensure_ascii=False, indent=1))
    else:
        print("\n".join(_told(result)))


def _from_file(name: str) -> dict[str, Any]:
    text = sys.stdin.read() if name == "-" else Path(name).read_text(encoding="utf-8")
    answers = json.loads(text)
    if not isinstance(answers, dict):
        raise json.JSONDecodeError("the answers must be a JSON object", text, 0)
    return answers


def _pair(text: str) -> tuple[str, Any]:
    name, equals, answer = text.partition("=")
    if not equals:
        raise calc.InputError([{"field": text, "code": "no-value", "message": "write key=value"}])
    return name, json.loads(answer) if answer[:1] in ("[", "{") else answer


def _told(result: dict[str, Any]) -> Iterable[str]:
    yield f"{result['calculator']} {result['month']}: {result['outcome']}"
    for step in result["steps"]:
        yield f"- {step['text']} {step['formula']}".rstrip()
    for missing in result["missing"]:
        yield f"? {missing['field']}: {missing['why']}"
    for warning in result["warnings"]:
        yield f"! {warning['text']}"


def _batch(chosen: argparse.Namespace) -> None:
    """Each row keeps its columns and gains outcome, the plain results, and problems."""
    calc.page(chosen.id, {}, chosen.lang, chosen.today)  # a wrong id, language or day is told once, not per row
    with Path(chosen.rows_in).open(encoding="utf-8-sig", newline="") as file:
        rows = [_answered(row, chosen) for row in csv.DictReader(file)]
    columns = list(dict.fromkeys(name for row in rows for name in row))
    with Path(chosen.rows_out).open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns)
        writer.writeheader()
        writer.writerows(rows)


def _answered(row: dict[str, Any], chosen: argparse.Namespace) -> dict[str, Any]:
    columns = {name: answer for name, answer in row.items() if name}
    given = {name: answer for name, answer in columns.items() if answer}
    try:
        result = calc.run(chosen.id, given, chosen.lang, chosen.today)
    except calc.InputError as error:
        told = "; ".join(f"{problem['field']}: {problem['message']}" for problem in error.problems)
        return {**columns, "outcome": "", "problems": told}
    plain = {name: found for name, found in result["results"].items() if not isinstance(found, (dict, list))}
    return {**plain, **columns, "outcome": result["outcome"], "problems": ""}


if __name__ == "__main__":
    sys.exit(main())
