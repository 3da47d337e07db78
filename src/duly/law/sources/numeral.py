"""Article numbers in Chinese numerals, as statutes print them."""

_DIGITS = "零一二三四五六七八九"
_UNITS = ("", "十", "百", "千")


def chinese_numeral(number: int) -> str:
    """Return a whole number from 1 to 9999 in Chinese numerals: 266 gives 二百六十六."""
    if not 1 <= number <= 9999:
        raise ValueError(f"不能写成条号：{number}")
    words = ""
    for place, digit in zip(range(len(str(number)) - 1, -1, -1), str(number), strict=True):
        if digit != "0":
            words += _DIGITS[int(digit)] + _UNITS[place]
        elif not words.endswith("零"):
            words += "零"
    words = words.rstrip("零")
    return words.removeprefix("一") if words.startswith("一十") else words
