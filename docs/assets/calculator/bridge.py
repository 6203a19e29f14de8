"""Between the page's worker and the calculator: one JSON text in, one JSON text out.

Lies in the packed zip beside `calc`, which reads its tables from that zip through `_read`.
"""

import json

import calc
from calc import tables
from calc.door import problems

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
    answer = _result if asked.get("want") == "result" else _fragment
    try:
        reply = answer(asked["calculator"], asked["answers"], asked["lang"], asked["today"])
    except Exception as error:
        reply = {"error": f"{type(error).__name__}: {error}"}
    return json.dumps({"id": asked["id"], **reply}, ensure_ascii=False)


def _result(calculator: str, answers: dict[str, str], lang: str, today: str) -> dict[str, object]:
    """The plain result with all its steps, or what is wrong with the answers."""
    try:
        return {"result": calc.run(calculator, answers, lang, today), "problems": []}
    except calc.InputError as error:
        return {"problems": error.problems}


def _fragment(calculator: str, answers: dict[str, str], lang: str, today: str) -> dict[str, object]:
    html = calc.page(calculator, answers, lang, today)
    found = problems(calculator, answers, lang, today) if _HAS_PROBLEMS in html else []
    return {"html": html, "problems": found}
