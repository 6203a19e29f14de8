"""Why two answers of one calculator differ, told from the figures that their steps name."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from calc.measures import difference
from calc.messages import Figure, Message
from calc.month import Month
from calc.result import Result, Step

Pair = tuple[Any, Any]


@dataclass(frozen=True, slots=True)
class Explained:
    """One difference in words, and whether it has a share in what came out differently."""

    message: Message
    matters: bool


@dataclass(frozen=True, slots=True)
class Subject:
    """A step of both answers that does the same for the same thing: the base of pension insurance, say."""

    kind: str
    scheme: str
    first: Step
    second: Step

    @property
    def differs(self) -> bool:
        return bool(self.first.value != self.second.value)

    @property
    def told_by_sentences(self) -> bool:
        """Whether it went another way, such as a base lifted to the floor here and not there."""
        return self.differs and self.first.message.id != self.second.message.id


@dataclass(slots=True)
class _Told:
    """A figure that differs, for all schemes in which it does so in the same way."""

    subject: Subject
    first: Figure
    second: Figure
    matters: bool
    schemes: list[str]


def explain(first: Result, second: Result, answered: Mapping[str, Pair]) -> list[Explained]:
    """What differs between two results, the figures behind changed amounts first.

    `answered` are the answers that differ, by field: what the reader gave needs no explanation, and where
    nothing but the month or the place differs, the sentences say so.
    """
    subjects = _subjects(first, second)
    pairs = list(_both_sentences(subjects))
    figures = _figures(subjects, answered)
    told = [Explained(_sentence(one, answered), one.matters) for one in figures]
    return [
        *_only_in_one(first, second),
        *_open(first, second),
        *_conditions(first, second),
        *pairs,
        *(one for one in told if one.matters),
        *(one for one in told if not one.matters),
    ]


def _subjects(first: Result, second: Result) -> list[Subject]:
    one, other = _by_subject(first), _by_subject(second)
    return [Subject(*key, step, other[key]) for key, step in one.items() if key in other]


def _by_subject(result: Result) -> dict[tuple[str, str], Step]:
    """Steps by what they do and for which scheme; one that speaks of several schemes stands for each of them."""
    found: dict[tuple[str, str], Step] = {}
    for step in result.steps:
        schemes = _schemes(step)
        kind = step.id.split(".")[0] if schemes else step.id
        found |= {(kind, scheme): step for scheme in schemes or ("",)}
    return found


def _schemes(step: Step) -> tuple[str, ...]:
    values = step.message.values
    return tuple(values["schemes"]) if "schemes" in values else (values["scheme"],) if "scheme" in values else ()


def _only_in_one(first: Result, second: Result) -> Iterable[Explained]:
    """Schemes that one side counts and the other does not have; an amount that is merely open is told elsewhere."""
    counted = [dict.fromkeys(scheme for step in one.steps for scheme in _schemes(step)) for one in (first, second)]
    waiting = {missing.why.values.get("scheme") for one in (first, second) for missing in one.missing}
    for number, (here, there) in enumerate((counted, counted[::-1]), start=1):
        if only := [scheme for scheme in here if scheme not in there and scheme not in waiting]:
            yield Explained(Message(f"compare.why.only-{number}", {"schemes": only}), True)


def _open(first: Result, second: Result) -> Iterable[Explained]:
    for number, one in enumerate((first, second), start=1):
        if one.missing:
            yield Explained(Message(f"compare.why.open-{number}", {"why": one.missing[0].why}), True)


def _conditions(first: Result, second: Result) -> Iterable[Explained]:
    """Conditions that one side meets and the other does not, or not for certain."""
    there = {reason.id: reason for reason in second.reasons}
    for reason in first.reasons:
        if reason.id in there and there[reason.id].met != reason.met:
            yield Explained(_both(reason.message, there[reason.id].message), True)


def _both_sentences(subjects: list[Subject]) -> Iterable[Explained]:
    """Steps that went another way, each with its own sentence."""
    groups: dict[tuple[str, str], list[Subject]] = {}
    for one in subjects:
        if one.told_by_sentences:
            groups.setdefault((one.first.id, one.second.id), []).append(one)
    for group in groups.values():
        first, second = group[0].first.message, group[0].second.message
        schemes = [one.scheme for one in group]
        yield Explained(_both(_for(first, schemes), _for(second, schemes)), True)


def _both(first: Message, second: Message) -> Message:
    return Message("compare.why.both", {"first": first, "second": second})


def _for(message: Message, schemes: list[str]) -> Message:
    return Message(message.id, {**message.values, "schemes": schemes}) if "schemes" in message.values else message


def _figures(subjects: list[Subject], answered: Mapping[str, Pair]) -> list[_Told]:
    """The figures that differ, each once: neither what another step worked out nor what the reader gave."""
    kinds = {(one.kind, one.scheme) for one in subjects}
    found: list[_Told] = []
    for subject in (one for one in subjects if not one.told_by_sentences):
        for first, second in _pairs(subject):
            is_worked_out = first.name != subject.kind and (first.name, subject.scheme) in kinds
            if is_worked_out or (first.value, second.value) in answered.values():
                continue
            _add(found, _Told(subject, first, second, _matters(subject, first.name), [subject.scheme]))
    return found


def _pairs(subject: Subject) -> Iterable[tuple[Figure, Figure]]:
    there = {figure.name: figure for figure in subject.second.figures}
    for first in subject.first.figures:
        second = there.get(first.name)
        if second and None not in (first.value, second.value) and first.value != second.value:
            yield first, second


def _matters(subject: Subject, name: str) -> bool:
    """Whether the figure moved the step's outcome: of a choice among figures, only the one that was chosen did."""
    came_out = (subject.first.value, subject.second.value)
    chosen = [one.name for one, other in _pairs(subject) if (one.value, other.value) == came_out]
    return subject.differs and (name in chosen or not chosen)


def _add(found: list[_Told], new: _Told) -> None:
    for one in found:
        if (one.first, one.second, one.matters) == (new.first, new.second, new.matters):
            one.schemes += new.schemes
            return
    found.append(new)


def _sentence(told: _Told, answered: Mapping[str, Pair]) -> Message:
    what = Message(f"figure.{told.first.name}", {**told.subject.second.message.values, "schemes": told.schemes})
    by = difference(told.first, told.second)
    values = {"what": what, "first": told.first, "second": told.second}
    if by is None:
        return Message("compare.why.other", values)
    (only,) = answered.items() if len(answered) == 1 else [("", ("", ""))]
    way = "higher" if by.value > 0 else "lower"
    if only[0] == "month":
        return _in_time({**values, "by": by}, *only[1])
    if only[0] == "place":
        place, other = only[1][1], only[1][0]
        return Message(f"compare.why.place-{way}", {**values, "by": by, "place": place, "other": other})
    return Message(f"compare.why.{way}", {**values, "by": by})


def _in_time(values: dict[str, Any], first_month: Month, second_month: Month) -> Message:
    """Told in the order of time, whichever month is the first answer's."""
    forward = first_month < second_month
    before, after = (values["first"], values["second"]) if forward else (values["second"], values["first"])
    months = {"earlier": min(first_month, second_month), "later": max(first_month, second_month)}
    way = "rose" if after.value > before.value else "fell"
    told = {"what": values["what"], "by": values["by"], "before": before, "after": after}
    return Message(f"compare.why.{way}", told | months)
