"""Shebao Guide's calculator: the one door.

>>> run("contributions", {"place": "Shanghai", "month": "2026-07", "wage": 12000})["results"]["employee_total"]
'1260.00'
"""

from calc.door import catalogue, run
from calc.pages import page
from calc.questions import InputError

RULES_VERSION = "2026-11-22"
"""Changes whenever a rule or a recorded value does: the day of the newest of them."""

__all__ = ["RULES_VERSION", "InputError", "catalogue", "page", "run"]
