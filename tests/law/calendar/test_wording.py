"""Dates as courts write them: Arabic in the body, numerals with 〇 at the foot."""

from datetime import date

import pytest

from duly.law.calendar import in_digits, in_numerals, weekday


@pytest.mark.parametrize(
    ("day", "numerals"),
    [
        (date(2026, 10, 8), "二〇二六年十月八日"),
        (date(2022, 9, 15), "二〇二二年九月十五日"),
        (date(2000, 11, 10), "二〇〇〇年十一月十日"),
        (date(2026, 12, 20), "二〇二六年十二月二十日"),
        (date(2026, 1, 31), "二〇二六年一月三十一日"),
    ],
)
def test_dates_in_numerals(day: date, numerals: str) -> None:
    assert in_numerals(day) == numerals


def test_dates_in_digits_and_weekday() -> None:
    assert in_digits(date(2026, 10, 8)) == "2026年10月8日"
    assert weekday(date(2026, 10, 8)) == "周四"
