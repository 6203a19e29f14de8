"""The worked example of the home page: the calculator's own sentence, and one bar whose parts add up."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from html import escape

import calc
from calc import rules
from scripts.listing import words

CALCULATOR = "contributions"
PAGE = f"calculators/{CALCULATOR}.md"
HEADLINE = re.compile(r'<p class="calc-headline"[^>]*>(.*?)(?:<span class="calc-where">.*?)?</p>', re.DOTALL)
FIRST_FACT = re.compile(r'<p class="calc-sub">\s*<span>(.*?)</span>', re.DOTALL)
# What an employer spends on a pay, in three parts that add up to it.
PARTS = {"keep": "net_before_tax", "employee": "employee_total", "employer": "employer_total"}
WIDTH = 1000


def example(language: str, today: str) -> str:
    """The default answer of the calculator, as a card that leads to it."""
    fragment = calc.page(CALCULATOR, {}, language, today)
    headline, fact = HEADLINE.search(fragment), FIRST_FACT.search(fragment)
    if not headline or not fact:
        raise ValueError("calc.page gives no headline or fact for the home page; adapt scripts/showcase.py")
    said = words(language)
    return (
        '<div class="showcase" markdown>\n'
        f'<p class="showcase__fact">{fact.group(1)}</p>\n'
        f'<p class="showcase__headline">{headline.group(1)}</p>\n'
        f"{bar(language, today)}\n\n"
        f"[{said['try']}]({PAGE}){{ .showcase__try }}\n\n</div>\n"
    )


def bar(language: str, today: str) -> str:
    """The parts of what the pay costs, drawn and named; nothing where one of them is open."""
    asked = {"month": today[:7], **rules.get(CALCULATOR).example}
    results = calc.run(CALCULATOR, asked, today=today)["results"]
    if any(results[name] is None for name in PARTS.values()):
        return ""
    amounts = {part: Decimal(results[name]) for part, name in PARTS.items()}
    whole = sum(amounts.values())
    rects, names, left = [], [], 0
    for part, amount in amounts.items():
        width = round(amount * WIDTH / whole)
        rects.append(f'<rect class="seg-{part}" x="{left}" y="0" width="{width}" height="14"></rect>')
        name = escape(words(language)[f"part-{part}"])
        names.append(f'<li><span class="calc-key key-{part}" aria-hidden="true"></span>{name}</li>')
        left += width
    drawing = f'<svg viewBox="0 0 {WIDTH} 14" preserveAspectRatio="none" aria-hidden="true">{"".join(rects)}</svg>'
    return f'<div class="showcase__bar">{drawing}<ul class="showcase__parts">{"".join(names)}</ul></div>'


def functions(language: str, today: str) -> dict[str, Callable[..., str]]:
    return {"example_answer": lambda: example(language, today)}
