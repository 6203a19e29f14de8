"""The reasoning behind a split month, step by step: bases, each scheme's sides and pots, then the sums."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from calc.lines import Line
from calc.money import as_percent, grouped
from calc.person import PAID_BY_EMPLOYER_ALONE
from calc.result import Figure, Message, Step, worst
from calc.rules.contributions_story import Told
from calc.schemes import rates_that_matter
from calc.values import Value

ARTICLE = {
    "pension": "sil-12",
    "medical": "sil-23",
    "maternity": "sil-53",
    "unemployment": "sil-44",
    "injury": "sil-35",
    "housing_fund": "hf-16",
}


SUMS = {"employee_total": "employee", "employer_total": "employer", "pool_total": "pool", "account_total": "account"}


def steps(told: Told) -> tuple[Step, ...]:
    """The reasoning in order: bases, each scheme's two sides and pots, then the sums."""
    if told.pay is None:
        return ()
    each = (step for one in told.lines for step in _scheme(one, told))
    return (*_bases(told), *each, *_sums(told), Step("rounding", _rounding(told)))


def _scheme(one: Line, told: Told) -> list[Step]:
    found = (_side(one, "employee", told), _side(one, "employer", told), _pots(one))
    return [step for step in found if step]


def _bases(told: Told) -> list[Step]:
    """One step for all schemes that share their limits."""
    groups: dict[Any, list[Line]] = {}
    for one in told.lines:
        if one.base is not None and one.terms.rests_on_base:
            limits = one.terms.from_us(one.terms.limits, "floor", "ceiling")
            shared = (one.terms.floor, one.terms.ceiling, limits.sources if limits else ())
            groups.setdefault(shared, []).append(one)
    return [_base_step(group, told) for group in groups.values()]


def _base_step(group: list[Line], told: Told) -> Step:
    first = group[0]
    amount = told.declared if told.declared is not None else told.pay
    limits = first.terms.from_us(first.terms.limits, "floor", "ceiling")
    kind = first.clamped or "between"
    values = {
        "schemes": [one.terms.scheme for one in group],
        "amount": amount,
        "floor": first.terms.floor,
        "ceiling": first.terms.ceiling,
        "base": first.base,
    }
    what = "declared" if told.declared is not None or told.person.worker == "flexible" else "pay"
    return Step(
        id=f"base.{first.terms.scheme}",
        message=Message(f"contributions.step.base-{kind}-{what}", values),
        formula=_base_formula(kind, values),
        value=first.base,
        unit="CNY",
        own=bool({"floor", "ceiling"} & first.terms.own),
        figures=tuple(Figure(name, values[name], "CNY") for name in ("floor", "ceiling", "amount")),
        **_evidence([limits] if limits else [], ARTICLE.get(first.terms.scheme)),
    )


def _base_formula(kind: str, values: Mapping[str, Any]) -> str:
    amount = grouped(values["amount"])
    if kind == "floor":
        return f"{amount} < {grouped(values['floor'])} → {grouped(values['floor'])}"
    if kind == "ceiling":
        return f"{amount} > {grouped(values['ceiling'])} → {grouped(values['ceiling'])}"
    known = [limit for limit in (values["floor"], values["ceiling"]) if limit is not None and limit.is_finite()]
    return " ≤ ".join(grouped(number) for number in sorted([values["amount"], *known]))


def _side(one: Line, side: str, told: Told) -> Step | None:
    amount = one.employee if side == "employee" else one.employer
    rate = one.terms.employee_rate if side == "employee" else one.terms.employer_rate
    fixed = one.terms.employee_fixed if side == "employee" else one.terms.employer_fixed
    scheme = one.terms.scheme
    if amount is None or rate is None or fixed is None or (told.person.worker == "flexible" and side == "employer"):
        return None
    if side == "employee" and scheme in PAID_BY_EMPLOYER_ALONE:
        message = Message("contributions.step.nothing", {"scheme": scheme})
        return Step("employee." + scheme, message, "", amount, "CNY", (PAID_BY_EMPLOYER_ALONE[scheme],))
    values = {"scheme": scheme, "injury_class": told.person.injury_class}
    return Step(
        id=f"{side}.{scheme}",
        message=Message(_side_message(one, side, told), values),
        formula=_side_formula(one.base, rate, fixed, amount),
        value=amount,
        unit="CNY",
        own=bool({f"{side}_rate", f"{side}_fixed"} & one.terms.own),
        figures=(Figure("base", one.base, "CNY"), Figure(side, rate, "rate"), Figure(f"{side}_fixed", fixed, "CNY")),
        **_evidence(_rate_values(one, f"{side}_rate"), ARTICLE.get(scheme), one),
    )


def _side_message(one: Line, side: str, told: Told) -> str:
    if told.person.worker == "flexible":
        return "contributions.step.flexible"
    if one.terms.rates_hold("classes") and told.person.injury_rate is None:
        return "contributions.step.injury-class"
    return f"contributions.step.{side}"


def _side_formula(base: Decimal | None, rate: Decimal, fixed: Decimal, amount: Decimal) -> str:
    if base is None or rate == 0:
        return grouped(amount)
    extra = f" + {grouped(fixed)}" if fixed else ""
    return f"{grouped(base)} × {as_percent(rate)}{extra} = {grouped(amount)}"


def _pots(one: Line) -> Step | None:
    if one.pool is None or one.account is None:
        return None
    kind = "both" if one.pool and one.account else "account" if one.account else "pool"
    values = {"scheme": one.terms.scheme, "pool": one.pool, "account": one.account}
    whole = one.pool + one.account
    article = {"pension": "sil-11", "housing_fund": "hf-3"}.get(one.terms.scheme, ARTICLE.get(one.terms.scheme))
    return Step(
        id=f"pots.{one.terms.scheme}",
        message=Message(f"contributions.step.pots-{kind}", values),
        formula=f"{grouped(whole)} = {grouped(one.pool)} + {grouped(one.account)}" if kind == "both" else "",
        value=one.account,
        unit="CNY",
        figures=_pot_figures(one),
        **_evidence(_rate_values(one, *rates_that_matter(one.terms.scheme, one.terms.worker)), article, one),
    )


def _pot_figures(one: Line) -> tuple[Figure, ...]:
    """What divides the amount: a share that some notice prints. All of the housing fund goes to the account."""
    if one.terms.scheme == "housing_fund":
        return ()
    return Figure("base", one.base, "CNY"), Figure("account_share", one.terms.account_rate, "rate")


def _rate_values(one: Line, *figures: str) -> list[Value]:
    found = one.terms.from_us(one.terms.rates, *figures)
    return [found] if found else []


def _evidence(values: list[Value], article: str | None, amount_of: Line | None = None) -> dict[str, Any]:
    """Citations, layers, months and grade; an amount is no surer than the base it is taken of."""
    limits = amount_of.terms.from_us(amount_of.terms.limits, "floor", "ceiling") if amount_of else None
    base = [limits] if limits and amount_of and amount_of.base is not None else []
    first = values[0] if values else None
    cited = [source for found in values for source in found.sources]
    return {
        "citations": (*dict.fromkeys(cited), *((article,) if article else ())),
        "layers": tuple(dict.fromkeys(found.layer for found in values)),
        "grade": worst(found.grade for found in [*values, *base]),
        "in_force": (first.entry.start if "from" in first.entry.printed else None, first.entry.end) if first else None,
    }


def _sums(told: Told) -> list[Step]:
    grade = worst(found.grade for one in told.lines for found in one.terms.values)
    steps = [_sum_step(name, told, grade) for name in SUMS if told.sums[name]]
    if told.net is not None and told.person.worker == "employee":
        formula = f"{_shown(told.pay)} − {grouped(told.amount('employee_total'))} = {grouped(told.net)}"
        steps.append(
            Step(
                "net_before_tax", Message("contributions.step.net"), formula, told.net, "CNY", ("sil-60",), grade=grade
            )
        )
    if told.cost is not None and told.person.worker == "employee":
        formula = f"{_shown(told.pay)} + {grouped(told.amount('employer_total'))} = {grouped(told.cost)}"
        steps.append(Step("labour_cost", Message("contributions.step.cost"), formula, told.cost, "CNY", grade=grade))
    return steps


def _shown(pay: Decimal | None) -> str:
    assert pay is not None, "a net or a cost is known only where the pay is"
    return grouped(pay)


def _sum_step(name: str, told: Told, grade: str) -> Step:
    parts = [getattr(one, SUMS[name]) for one in told.lines]
    amount = told.amount(name)
    formula = f"{' + '.join(grouped(part) for part in parts if part)} = {grouped(amount)}"
    return Step(name, Message(f"contributions.step.{name}"), formula, amount, "CNY", grade=grade)


def _rounding(told: Told) -> Message:
    by_yuan = [one.terms.scheme for one in told.lines if one.terms.rounding == "yuan-half-up"]
    if by_yuan:
        return Message("contributions.step.rounding-yuan", {"schemes": by_yuan})
    return Message("contributions.step.rounding")
