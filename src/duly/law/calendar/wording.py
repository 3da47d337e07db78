"""Dates as Chinese courts write them."""

from datetime import date

_NUMERALS = "〇一二三四五六七八九"
_WEEKDAYS = "一二三四五六日"


def in_digits(day: date) -> str:
    """Return a date as the body of a paper writes it: 2026年10月8日."""
    return f"{day.year}年{day.month}月{day.day}日"


def in_numerals(day: date) -> str:
    """Return a date as the foot of a paper writes it: 二〇二六年十月八日."""
    year = "".join(_NUMERALS[int(digit)] for digit in str(day.year))
    return f"{year}年{_below_forty(day.month)}月{_below_forty(day.day)}日"


def weekday(day: date) -> str:
    """Return the day of the week: 周四."""
    return f"周{_WEEKDAYS[day.weekday()]}"


def with_weekday(day: date) -> str:
    """Return a date and its day of the week: 2026年10月8日（周四）."""
    return f"{in_digits(day)}（{weekday(day)}）"


def _below_forty(number: int) -> str:
    tens, units = divmod(number, 10)
    leading = "" if tens == 0 else "十" if tens == 1 else f"{_NUMERALS[tens]}十"
    return leading + (_NUMERALS[units] if units else "")
