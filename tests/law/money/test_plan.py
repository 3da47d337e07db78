"""分期履行计划：按期、逾期、逾期未履行，各以数额说话"""

import random
from datetime import date, timedelta

import pytest

from duly.law.money import InstalmentState, Payment, Row, Yuan, plan_standing

JAN, FEB, MAR = date(2026, 1, 10), date(2026, 2, 10), date(2026, 3, 10)
ROWS = [Row(day, Yuan.of("100")) for day in (JAN, FEB, MAR)]


def paid(*pairs: tuple[date, str]) -> list[Payment]:
    return [Payment(day, Yuan.of(amount)) for day, amount in pairs]


def states(payments: list[Payment], on: date) -> list[str]:
    return [one.state.value for one in plan_standing(ROWS, payments, on=on).instalments]


@pytest.mark.parametrize(
    ("payments", "on", "expected"),
    [
        ([], JAN, ["ahead", "ahead", "ahead"]),
        ([], JAN + timedelta(days=1), ["missed", "ahead", "ahead"]),
        (paid((JAN, "100")), FEB, ["kept", "ahead", "ahead"]),
        (paid((JAN + timedelta(days=1), "100")), FEB, ["late", "ahead", "ahead"]),
        (paid((JAN, "99.99")), FEB, ["missed", "ahead", "ahead"]),
        (paid((JAN, "300")), JAN, ["kept", "kept", "kept"]),
        (paid((FEB, "150")), FEB, ["late", "ahead", "ahead"]),
        (paid((FEB, "150"), (MAR, "150")), MAR, ["late", "late", "kept"]),
        (paid((MAR, "50")), FEB, ["missed", "ahead", "ahead"]),
    ],
)
def test_each_instalment_by_the_sum_paid_by_its_day(
    payments: list[Payment], on: date, expected: list[str]
) -> None:
    assert states(payments, on) == expected


def test_a_missed_instalment_says_what_is_short() -> None:
    standing = plan_standing(ROWS, paid((JAN, "60")), on=FEB + timedelta(days=1))

    first, second = standing.missed
    assert (first.short, second.short) == (Yuan.of("40"), Yuan.of("100"))
    assert (standing.due, standing.paid, standing.short) == tuple(
        map(Yuan.of, ("200", "60", "140"))
    )
    assert first.because == (
        "第1期100.00元，2026年1月10日届满，逾期未履行，已付60.00元，尚差40.00元"
    )
    assert not standing.is_performed


def test_paid_late_is_performed_and_says_when() -> None:
    standing = plan_standing(ROWS, paid((MAR, "300.00")), on=MAR)

    assert standing.is_performed
    assert [one.paid_on for one in standing.late] == [MAR, MAR]
    assert standing.instalments[0].because.endswith("逾期履行（2026年3月10日付清）")


@pytest.mark.parametrize("seed", range(50))
def test_what_is_paid_fills_the_instalments_to_the_fen(seed: int) -> None:
    chance = random.Random(seed)
    rows = [Row(JAN + timedelta(days=9 * n), Yuan(chance.randint(1, 500))) for n in range(6)]
    payments = [
        Payment(JAN + timedelta(days=chance.randint(-10, 60)), Yuan(chance.randint(1, 600)))
        for _ in range(chance.randint(0, 8))
    ]
    on = JAN + timedelta(days=chance.randint(-5, 70))

    standing = plan_standing(rows, payments, on=on)

    arrived = sum(one.amount.fen for one in payments if one.on <= on)
    whole = sum(row.amount.fen for row in rows)
    assert sum(one.paid.fen for one in standing.instalments) == min(arrived, whole)
    for one in standing.instalments:
        settled = one.state in (InstalmentState.KEPT, InstalmentState.LATE)
        assert settled is (one.short == Yuan(0))
        assert (one.state is InstalmentState.MISSED) is (not settled and on > one.row.due)
