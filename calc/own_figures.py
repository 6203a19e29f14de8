"""The reader's own figures as forms, shells and JSON give them, folded into one table by scheme."""

from collections.abc import Mapping
from typing import Any


def folded(raw: Mapping[str, Any]) -> dict[str, Any]:
    """Fold own.injury.employer_rate=… of forms and shells into own={injury: {employer_rate: …}}."""
    single = {str(name): answer for name, answer in raw.items() if _is_own_figure(name)}
    kept = {str(name): answer for name, answer in raw.items() if str(name) not in single}
    own = kept.get("own", {})
    if not is_own_table(own):
        return kept  # refused as a whole; the single figures would only hide that
    own = {scheme: dict(figures) for scheme, figures in own.items()}
    for name, answer in single.items():
        _, scheme, figure = name.split(".")
        if not is_blank(answer):
            own.setdefault(scheme, {})[figure] = answer
    return {**kept, "own": own}


def _is_own_figure(name: Any) -> bool:
    return str(name).startswith("own.") and str(name).count(".") == 2


def is_own_table(own: Any) -> bool:
    return isinstance(own, dict) and all(isinstance(figures, dict) for figures in own.values())


def is_blank(answer: Any) -> bool:
    return answer is None or answer == {} or (isinstance(answer, str) and not answer.strip())
