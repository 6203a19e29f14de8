"""The two parts of an employee's pension that national law fixes, worked out exactly and rounded once, to the fen.

Source: 国发〔2005〕38号 part 6; Social Insurance Law (社会保险法) art 15.
"""

from decimal import Decimal

from calc.money import Yuan, rounded

SHARE_OF_A_YEAR = Decimal("0.01")
"""One percent for each full year of contributions, and of a part year its part."""

MONTHS_OF_A_YEAR = 12


def basic_pension(base: Yuan, index: Decimal, months: Decimal) -> Yuan:
    """The part from the pooled fund: one percent a year of the mean of the base and of the person's own indexed wage.

    Args:
        base: the calculation base (计发基数), yuan a month.
        index: the average contribution index; 1 is the average wage.
        months: all months that count. 15.58 years are 186.96 months: nothing is rounded on the way.

    >>> basic_pension(Decimal("12577"), Decimal("0.8"), Decimal(187))
    Decimal('1763.92')
    """
    exact = base * (1 + index) * months * SHARE_OF_A_YEAR / (2 * MONTHS_OF_A_YEAR)
    return rounded(exact)


def account_pension(balance: Yuan, divisor: Decimal) -> Yuan:
    """The part from the account: its balance shared over the months that go with the age at the claim.

    >>> account_pension(Decimal(80000), Decimal("138.4"))
    Decimal('578.03')
    """
    return rounded(balance / divisor)
