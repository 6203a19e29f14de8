"""Between the page's worker and the calculator: one JSON text in, one JSON text out.

Lies in the packed zip beside `calc`, which reads its tables from that zip through `_read`.
"""

import json
from typing import Any

import calc
from calc import tables
from calc.pages import pinned, problems

Answers = dict[str, Any]

_HAS_PROBLEMS = 'class="calc-summary"'


def _read(name: str) -> bytes:
    try:
        return calc.__loader__.get_data(f"{calc.__path__[0]}/{name}")
    except OSError:
        raise FileNotFoundError(name) from None


tables.use(_read)


def handle(request: str) -> str:
    """Answer one request of the page; whatever goes wrong becomes an "error" in the reply, never a traceback."""
    asked = json.loads(request)
    answer = {"result": _result, "page": _fragment}.get(asked.get("want", "page"), _kept)
    try:
        reply = answer(asked, asked["calculator"], asked["answers"], asked["lang"], asked["today"])
    except Exception as error:
        reply = {"error": f"{type(error).__name__}: {error}"}
    return json.dumps({"id": asked["id"], **reply}, ensure_ascii=False)


def _result(_asked: dict[str, Any], calculator: str, answers: Answers, lang: str, today: str) -> dict[str, Any]:
    """The plain result with all its steps, or what is wrong with the answers."""
    try:
        return {"result": calc.run(calculator, answers, lang, today), "problems": []}
    except calc.InputError as error:
        return {"problems": error.problems}


def _fragment(asked: dict[str, Any], calculator: str, answers: Answers, lang: str, today: str) -> dict[str, Any]:
    """Form and answer; for a link, also the answers that it compares with."""
    around = {name: asked[name] for name in ("beside", "against", "link") if name in asked}
    html = calc.page(calculator, answers, lang, today, **around)
    if "link" in asked:
        return {"html": html, "problems": [], "against": pinned(calculator, asked["link"])}
    return {"html": html, "problems": problems(calculator, answers, lang, today) if _HAS_PROBLEMS in html else []}


def _kept(asked: dict[str, Any], calculator: str, answers: Answers, lang: str, today: str) -> dict[str, Any]:
    """The answer as a file to be saved, or as a report to be copied, with what to say of it."""
    from calc.keep import kept
    from calc.view.tools import report
    from calc.words import words

    around = {name: asked[name] for name in ("against", "address") if name in asked}
    try:
        file = kept(calculator, answers, lang, today, asked["want"], **around)
    except calc.InputError as error:
        return {"problems": error.problems}
    if asked["want"] == "report":
        return {"html": report(file.content, words(lang)), "problems": []}
    said = words(lang).text("tools.saved", name=file.name)
    return {"name": file.name, "type": file.media_type, "content": file.content, "said": said, "problems": []}
