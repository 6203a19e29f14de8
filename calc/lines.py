"""The arithmetic of contributions: from pay to base, from base to each side and each pot."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from calc.money import FEN, rounded
from calc.result import known_total, total
from calc.schemes import Terms

HIGHEST_PAY = Decimal("40000000")


@dataclass(frozen=True, slots=True)
class Line:
    """One scheme's month, in yuan. `clamped` is floor, ceiling or None; an unknown amount is None.

    Always, where known: pool + account == employer + employee.
    """

    terms: Terms
    base: Decimal | None
    clamped: str | None
    employer: Decimal | None
    employee: Decimal | None
    pool: Decimal | None
    account: Decimal | None


def line(terms: Terms, amount: Decimal) -> Line:
    """What one scheme takes in a month from someone whose pay or declared base is `amount`.

    >>> from calc.month import Month
    >>> from calc.person import Person
    >>> from calc.schemes import terms
    >>> pension = line(terms("pension", Person("310000", Month(2026, 7), "employee")), Decimal(12000))
    >>> str(pension.employee), str(pension.employer), str(pension.account)
    ('960.00', '1920.00', '960.00')
    """
    base, clamped = clamp(amount, terms.floor, terms.ceiling) if terms.rests_on_base else (None, None)
    employer = _part(base, terms.employer_rate, terms.employer_fixed, terms.rounding)
    employee = _part(base, terms.employee_rate, terms.employee_fixed, terms.rounding)
    whole = total((employer, employee))
    account = _account(terms, base, whole)
    pool = None if whole is None or account is None else whole - account
    return Line(terms, base, clamped, employer, employee, pool, account)


def clamp(amount: Decimal, floor: Decimal | None, ceiling: Decimal | None) -> tuple[Decimal | None, str | None]:
    """Lift `amount` to the floor or cut it to the ceiling, and say which.

    With one limit unknown, the base is known only where the other one settles it.

    >>> clamp(Decimal(50000), None, Decimal(26421))
    (Decimal('26421'), 'ceiling')
    >>> clamp(Decimal(20000), None, Decimal(26421))
    (None, None)
    """
    if ceiling is not None and amount > ceiling:
        return ceiling, "ceiling"
    if floor is not None and amount < floor:
        return floor, "floor"
    if amount in (floor, ceiling) or (floor is not None and ceiling is not None):
        return amount, None
    return None, None


def labour_cost(pay: Decimal, lines: Sequence[Line]) -> Decimal | None:
    """What the employer spends in all: pay and the employer's contributions."""
    return total((pay, *(one.employer for one in lines)))


def net_before_tax(pay: Decimal, lines: Sequence[Line]) -> Decimal | None:
    """What is left of the pay after the person's own contributions, before income tax."""
    taken = total(one.employee for one in lines)
    return None if taken is None else pay - taken


def pay_for_cost(target: Decimal, schemes: Sequence[Terms], declared: Decimal | None) -> Decimal | None:
    """The highest pay whose labour cost is not above `target`; None where a figure is unknown or none fits."""

    def cost(pay: Decimal) -> Decimal | None:
        return labour_cost(pay, [line(one, declared or pay) for one in schemes])

    if cost(FEN) is None or (cost(HIGHEST_PAY) is None):
        return None
    first_above = _first(lambda pay: cost(pay) > target)  # type: ignore[operator]
    return first_above - FEN if first_above > FEN else None


def pay_for_net(target: Decimal, schemes: Sequence[Terms], declared: Decimal | None) -> Decimal | None:
    """A pay that leaves exactly `target`; None where a figure is unknown or no pay leaves that much.

    One fen more of pay never leaves more than one fen more, so the pay at which the net first
    reaches the target hits it exactly.
    """

    def net(pay: Decimal) -> Decimal | None:
        return net_before_tax(pay, [line(one, declared or pay) for one in schemes])

    most = net(HIGHEST_PAY)
    if net(FEN) is None or most is None or most < target:
        return None
    return _first(lambda pay: net(pay) >= target)  # type: ignore[operator]


def known_part(lines: Sequence[Line], name: str) -> Decimal:
    """The sum of a column as far as it is known."""
    return known_total(getattr(one, name) for one in lines)


def _part(base: Decimal | None, rate: Decimal | None, fixed: Decimal | None, rounding: str) -> Decimal | None:
    if rate is None or fixed is None:
        return None
    if rate == 0:
        return rounded(fixed)
    return None if base is None else rounded(base * rate, rounding) + rounded(fixed)


def _account(terms: Terms, base: Decimal | None, whole: Decimal | None) -> Decimal | None:
    if terms.scheme == "housing_fund":
        return whole
    return _part(base, terms.account_rate, Decimal(0), terms.rounding)


def _first(holds: Callable[[Decimal], bool]) -> Decimal:
    """The lowest pay, to the fen, from which `holds`; by halving, so `holds` must not flip back by far."""
    low, high = 1, int(HIGHEST_PAY / FEN)
    while low < high:
        middle = (low + high) // 2
        if holds(middle * FEN):
            high = middle
        else:
            low = middle + 1
    return low * FEN
