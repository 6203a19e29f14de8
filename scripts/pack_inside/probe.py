"""Requests that lead the calculators through their paths, good and bad; run by the packer, twice."""

import json

LANGUAGES = ("en", "zh")
TODAY = "2026-11-22"
FORMS = ("csv", "json", "calendar", "report", "link", "result")
AMOUNTS = ("", "abc", "-1", "0", "1e99", "１２，０００.５", "¥ 12,000", "8%", "٣")
USUAL = {
    "place": "310000",
    "month": "2026-07",
    "date": "2026-07-01",
    "age": "60y1m",
    "money": "12000",
    "rate": "8%",
    "number": "1.5",
    "whole": "12",
    "flag": "true",
}
OTHERS = ("[1]", "{", "2026-13", "2026-07-01", "60岁1个月", "a,b\n1\t2", "2030-01", "苏州", "None", "true")


def requests(catalogue: list[dict], places: list[str]) -> list[dict]:
    """For each calculator and language: the worked example, each choice, each place, and unusable answers."""
    found: list[dict] = []
    for lang in LANGUAGES:
        for entry in catalogue:
            for answers in _answers(entry["questions"], places):
                found.append({"calculator": entry["id"], "answers": answers, "lang": lang, "today": TODAY})
            usual = {
                "calculator": entry["id"],
                "answers": _usual_answers(entry["questions"]),
                "lang": lang,
                "today": TODAY,
            }
            found += [{**usual, **asked} for asked in _asked_besides(usual["answers"])]
    found.append({"calculator": "no-such-thing", "answers": {}, "lang": "en", "today": TODAY})
    return [{"id": number, **asked} for number, asked in enumerate(found)]


def _asked_besides(answers: dict[str, str]) -> list[dict]:
    """What else the page asks of an answer: to keep it in each form, to compare it, to open a link."""
    link = "&".join(("#answer", *(f"{name}={answer}" for name, answer in answers.items())))
    return [
        *({"want": form, "against": answers, "address": "https://guide.example/"} for form in FORMS),
        {"against": answers, "beside": True},
        {"link": link},
        {"link": "#answer&%"},
    ]


def _answers(questions: list[dict], places: list[str]) -> list[dict[str, str]]:
    found: list[dict[str, str]] = [{}, _usual_answers(questions)]
    for question in questions:
        name = question["name"]
        tried = [*AMOUNTS, *OTHERS, *question["choices"]]
        if question["kind"] == "place":
            tried += places
        beside = _usual_answers([other for other in questions if not _excludes(question, other)])
        found += [{**beside, name: value} for value in (_usual(question), *tried)]
    return found


def _excludes(question: dict, other: dict) -> bool:
    """Whether an answer to the one leaves no room for an answer to the other."""
    return question["name"] != other["name"] and bool(question["one_of"]) and question["one_of"] == other["one_of"]


def _usual_answers(questions: list[dict]) -> dict[str, str]:
    """An answer to each question that needs one; of a group of which one is to be answered, to its first."""
    first: dict[str, dict] = {}
    for question in questions:
        if question["required"] or question["one_of"]:
            first.setdefault(question["one_of"] or question["name"], question)
    return {question["name"]: _usual(question) for question in first.values()}


def _usual(question: dict) -> str:
    if question["kind"] == "rows":
        return "\n".join([",".join(_usual(column) for column in question["columns"])] * 2)
    return question["choices"][0] if question["choices"] else USUAL.get(question["kind"], "12")


def run() -> list[str]:
    """The reply to each request, as text."""
    import bridge

    import calc
    from calc import tables

    places = sorted(tables.table("data/places"))
    return [bridge.handle(json.dumps(asked)) for asked in requests(calc.catalogue("en"), places)]
