"""An answer as the part of a page's address after the #: written from an answer, and read with distrust.

    #answer&place=310000&month=2026-07&wage=12000.00&rules=2026-11-22&r.employee_total=1260.00

The answers stand as the contract writes them, own figures and rows flattened (`own.injury.floor`, `history.0.place`);
`rules` is the version they were worked out under, `r.NAME` what came out; a comparison adds the answers of the
other side as `with.NAME`. A browser sends none of this to a server. What is read from a link is data only: known
fields and results of the right form, or a problem in words.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from calc.measures import as_field, fits
from calc.month import is_date
from calc.parse import plain
from calc.questions import OWN_MONEY, OWN_RATES, SCHEMES, Calculator, Problem, Question, RefusedError
from calc.result import Result

MARK = "answer"
LONGEST = 8192
MOST_SHOWN = 40
OTHER, RESULT, RULES, OUTCOME = "with.", "r.", "rules", "outcome"
USUAL_OUTCOME = "answered"
OUTCOMES = (USUAL_OUTCOME, "eligible", "not-eligible", "cannot-tell")

_PLAIN = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_ROW = re.compile(r"0|[1-9][0-9]{0,2}")


@dataclass(frozen=True, slots=True)
class Link:
    """What a link holds. `rules` is "" and `results` empty where it only fills in the form.

    `results` are the highlights as words, and `outcome` where it is not the usual one; `other` are the
    answers of the other side of a comparison.
    """

    answers: Mapping[str, str]
    rules: str = ""
    results: Mapping[str, str] = field(default_factory=dict)
    other: Mapping[str, str] | None = None


def written(
    calculator: Calculator, typed: Mapping[str, Any], result: Result, other: Mapping[str, Any] | None = None
) -> str:
    """The fragment that brings a reader back to this answer, # included; `other` are typed answers to compare with.

    Raises:
        RefusedError: it would be longer than a link may be.

    >>> from calc import rules
    >>> from calc.door import answer
    >>> contributions = rules.get("contributions")
    >>> shanghai = {"place": "310000", "month": "2026-07", "wage": 12000}
    >>> written(contributions, *answer(contributions, shanghai, "2026-11-22"))[:52]
    '#answer&place=310000&month=2026-07&wage=12000.00&rul'
    """
    from calc import RULES_VERSION

    fields = [*flat(calculator, typed).items(), (RULES, RULES_VERSION)]
    fields += [(RESULT + name, found) for name, found in outcome_and_highlights(calculator, result).items()]
    fields += [(OTHER + name, answer) for name, answer in flat(calculator, other or {}).items()]
    fragment = "&".join((f"#{MARK}", *(f"{_encoded(name)}={_encoded(answer)}" for name, answer in fields)))
    if len(fragment) > LONGEST:
        raise RefusedError(Problem("link", "link-too-long", {"most": LONGEST}))
    return fragment


def flat(calculator: Calculator, typed: Mapping[str, Any]) -> dict[str, str]:
    """Typed answers by field as a form would send them: own.injury.floor=1.00, history.0.place=310000."""
    return dict(_flattened(plain(calculator, dict(typed)), ""))


def outcome_and_highlights(calculator: Calculator, result: Result) -> dict[str, str]:
    """What a result comes to, by name: what a link holds of it."""
    outcome = {} if result.outcome == USUAL_OUTCOME else {OUTCOME: result.outcome}
    return outcome | {named.name: as_field(result.results[named.name]) for named in calculator.highlights}


def read(calculator: Calculator, fragment: str) -> Link | tuple[Problem, ...]:
    """What a fragment holds, or why it cannot be used; whether its answers are of use is for `parse` to say.

    >>> from calc import rules
    >>> read(rules.get("contributions"), "#answer&place=310000&wage=12000.00").answers["place"]
    '310000'
    >>> [problem.code for problem in read(rules.get("contributions"), "#answer&place=%zz")]
    ['link-broken']
    """
    try:
        return _sorted_out(calculator, _fields(fragment))
    except RefusedError as refused:
        return refused.problems


def _flattened(plain_answers: Any, prefix: str) -> Iterable[tuple[str, str]]:
    pairs = enumerate(plain_answers) if isinstance(plain_answers, list) else plain_answers.items()
    for name, answer in pairs:
        is_age = isinstance(answer, Mapping) and answer.keys() == {"years", "months"}
        if isinstance(answer, (Mapping, list)) and not is_age:
            yield from _flattened(answer, f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}", as_field(answer)


def _encoded(text: str) -> str:
    if _PLAIN.issuperset(text):
        return text
    pieces = (letter if letter in _PLAIN else "".join(f"%{byte:02X}" for byte in letter.encode()) for letter in text)
    return "".join(pieces)


def _decoded(text: str) -> str:
    """The text behind %XX; unlike the usual decoder this refuses what is broken instead of passing it on."""
    pieces = text.split("%")
    found = bytearray(pieces[0].encode())
    for piece in pieces[1:]:
        if not re.match(r"[0-9A-Fa-f]{2}", piece):
            raise _refused("link-broken", typed=text)
        found += bytes.fromhex(piece[:2]) + piece[2:].encode()
    try:
        decoded = found.decode()
    except UnicodeDecodeError:
        raise _refused("link-broken", typed=text) from None
    if not decoded.isprintable():
        raise _refused("link-broken", typed=text)
    return decoded


def _refused(code: str, **values: Any) -> RefusedError:
    """The refusal of a link; what stood in it is told in a form that can do no harm to the message."""
    told = {name: _tame(value) if isinstance(value, str) else value for name, value in values.items()}
    return RefusedError(Problem("link", code, told))


def _tame(text: str) -> str:
    seen = "".join(letter if letter.isprintable() else "�" for letter in text)
    return seen if len(seen) <= MOST_SHOWN else seen[:MOST_SHOWN] + "…"


def _fields(fragment: str) -> dict[str, str]:
    if len(fragment) > LONGEST:
        raise _refused("link-too-long", most=LONGEST)
    mark, *pairs = fragment.removeprefix("#").encode(errors="replace").decode().split("&")
    if mark != MARK or not pairs:
        raise _refused("link-broken", typed=fragment)
    found: dict[str, str] = {}
    for pair in pairs:
        name, equals, answer = pair.partition("=")
        name, answer = _decoded(name), _decoded(answer)
        if not equals or not name or not answer:
            raise _refused("link-broken", typed=pair)
        if name in found:
            raise _refused("link-twice", typed=name)
        found[name] = answer
    return found


def _sorted_out(calculator: Calculator, fields: dict[str, str]) -> Link:
    rules = fields.pop(RULES, "")
    if rules and not is_date(rules):
        raise _refused("link-rules", typed=rules)
    results = _taken(fields, RESULT)
    other = _taken(fields, OTHER)
    for name in [*fields, *other]:
        if not _is_field(calculator, name):
            raise _refused("link-unknown", typed=name)
    if results and not rules:
        raise _refused("link-rules", typed=rules)
    _check_results(calculator, results)
    return Link(fields, rules, results, other or None)


def _taken(fields: dict[str, str], prefix: str) -> dict[str, str]:
    """Take the fields of that prefix out, and give them without it."""
    return {name.removeprefix(prefix): fields.pop(name) for name in list(fields) if name.startswith(prefix)}


def _is_field(calculator: Calculator, name: str) -> bool:
    first, *rest = name.split(".")
    question = calculator.names.get(first)
    if question is None:
        return False
    if question.kind == "own":
        return len(rest) == 2 and rest[0] in SCHEMES and rest[1] in OWN_MONEY + OWN_RATES
    if question.kind == "rows":
        return len(rest) == 2 and bool(_ROW.fullmatch(rest[0])) and _is_column(question, rest[1])
    return not rest


def _is_column(question: Question, name: str) -> bool:
    return any(column.name == name for column in question.columns)


def _check_results(calculator: Calculator, results: Mapping[str, str]) -> None:
    units = {named.name: named.unit for named in calculator.highlights}
    for name, found in results.items():
        if name == OUTCOME and found in OUTCOMES:
            continue
        if name not in units or not fits(units[name], found):
            raise _refused("link-result", typed=f"{name}={found}")
