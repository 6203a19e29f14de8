"""Numbers as statutes write them."""

DIGITS = "零一二三四五六七八九"


def chinese(number: int) -> str:
    """A number from 1 to 999 in Chinese characters.

    >>> chinese(10), chinese(12), chinese(98), chinese(105)
    ('十', '十二', '九十八', '一百零五')
    """
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    last = DIGITS[ones] if ones else ""
    if not hundreds:
        return ("" if tens < 2 else DIGITS[tens]) + ("十" if tens else "") + last
    middle = f"{DIGITS[tens]}十" if tens else "零" if ones else ""
    return f"{DIGITS[hundreds]}百{middle}{last}"
