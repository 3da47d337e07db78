"""分期试算：每期相同，余数归末期，逐月相应日."""

from datetime import date

import pytest

from duly.law.money import Refused, Yuan, divide, read_schedule, written
from duly.law.money.schedule import total


def test_a_debt_divides_to_the_fen_and_the_last_instalment_takes_the_rest() -> None:
    rows = divide(Yuan.of("10000"), 3, date(2026, 4, 30))
    assert [str(row.amount) for row in rows] == ["3,333.33元", "3,333.33元", "3,333.34元"]
    assert total(rows) == Yuan.of("10000")


def test_instalments_fall_on_the_corresponding_day_or_the_last_of_a_shorter_month() -> None:
    days = [row.due for row in divide(Yuan.of("900"), 4, date(2026, 12, 31))]
    assert days == [date(2026, 12, 31), date(2027, 1, 31), date(2027, 2, 28), date(2027, 3, 31)]


def test_a_plan_is_written_as_it_is_typed() -> None:
    rows = divide(Yuan.of("5000.50"), 2, date(2026, 6, 15), months=2)
    assert written(rows) == "2026-06-15 2500.25\n2026-08-15 2500.25"
    assert read_schedule(written(rows)) == rows


@pytest.mark.parametrize(
    ("amount", "count", "months", "field"),
    [
        ("0", 3, 1, "total"),
        ("100", 0, 1, "count"),
        ("100", 61, 1, "count"),
        ("0.02", 3, 1, "count"),
        ("100", 2, 0, "months"),
        ("100", 2, 13, "months"),
    ],
)
def test_what_cannot_be_divided_is_refused(
    amount: str, count: int, months: int, field: str
) -> None:
    with pytest.raises(Refused) as refused:
        divide(Yuan.of(amount), count, date(2026, 4, 30), months=months)
    assert refused.value.field == field
