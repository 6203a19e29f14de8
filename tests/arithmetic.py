"""Legal arithmetic in a string: what an official would write down to check an amount.

Numbers, percentages, +, -, *, / and parentheses. Every product or quotient is rounded half up to the fen before
it is added, because each part of an amount is rounded by itself; a sum inside a product stays exact.
"""

import ast
import re
from decimal import ROUND_HALF_UP, Decimal

FEN = Decimal("0.01")


def amount(text: str) -> Decimal:
    """The yuan that `text` comes to.

    >>> amount("10.01 * 0.5% + 10.01 * 0.5%")
    Decimal('0.10')
    >>> amount("10.01 * (0.5% + 0.5%)"), amount("12000 - (960 + 240)"), amount("8400 / 139")
    (Decimal('0.10'), Decimal('10800.00'), Decimal('60.43'))

    Raises:
        ValueError: anything else than the arithmetic above.
    """
    plain = re.sub(r"(\d+(?:\.\d+)?)%", r"(\1 * 0.01)", text)
    try:
        return _sum(ast.parse(plain, mode="eval").body, plain).quantize(FEN, ROUND_HALF_UP)
    except SyntaxError:
        raise ValueError(f"no arithmetic: {text!r}") from None


def _sum(node: ast.expr, text: str) -> Decimal:
    """A sum of products, each rounded to the fen."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        return _sum(node.left, text) + _sum(node.right, text)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Sub):
        return _sum(node.left, text) - _sum(node.right, text)
    return _exact(node, text).quantize(FEN, ROUND_HALF_UP)


def _exact(node: ast.expr, text: str) -> Decimal:
    if isinstance(node, ast.Constant) and type(node.value) in (int, float):
        return Decimal(ast.get_source_segment(text, node) or "")
    if isinstance(node, ast.BinOp):
        left, right = _exact(node.left, text), _exact(node.right, text)
        if isinstance(node.op, ast.Mult):
            return left * right
        if isinstance(node.op, ast.Div) and right:
            return left / right
        if isinstance(node.op, ast.Add):
            return left + right
        if isinstance(node.op, ast.Sub):
            return left - right
    raise ValueError(f"no arithmetic: {ast.unparse(node)!r}")
