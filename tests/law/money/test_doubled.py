"""法释〔2014〕8号第一条至第三条 · 加倍部分债务利息"""

import random
from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duly.law.money import (
    NOTHING,
    Payment,
    RateNotOnFile,
    Refused,
    Stretch,
    Worksheet,
    Yuan,
    doubled_interest,
)

DUE = date(2022, 3, 1)
UNTIL = date(2022, 6, 1)
HUNDRED_THOUSAND = Yuan.of("100000")


def day(offset: int) -> date:
    return DUE + timedelta(days=offset)


def worked(
    payments: Sequence[Payment] = (),
    excluded: Sequence[Stretch] = (),
    *,
    due: date = DUE,
    until: date = UNTIL,
) -> Worksheet:
    return doubled_interest(
        HUNDRED_THOUSAND, due=due, payments=payments, until=until, excluded=excluded
    )


@pytest.mark.parametrize(
    ("payments", "excluded", "until", "field"),
    [
        ([], [], day(-1), "until"),
        ([Payment(day(93), Yuan(1))], [], UNTIL, "payments[0].on"),
        ([Payment(day(5), Yuan(10_000_000)), Payment(day(3), Yuan(1))], [], UNTIL, None),
        ([Payment(day(3), Yuan(1)), Payment(day(5), Yuan(10_000_000))], [], UNTIL, None),
        ([], [Stretch(day(5), day(5))], UNTIL, "excluded[0].to"),
        ([], [Stretch(day(9), day(5))], UNTIL, "excluded[0].to"),
        ([], [Stretch(day(5), day(9)), Stretch(day(1), day(6))], UNTIL, "excluded[0].from"),
    ],
)
def test_an_impossible_history_is_refused_naming_the_field(
    payments: list[Payment], excluded: list[Stretch], until: date, field: str | None
) -> None:
    with pytest.raises(Refused) as refused:
        worked(payments, excluded, until=until)

    latest = max(range(len(payments)), key=lambda i: payments[i].on, default=0)
    assert refused.value.field == (field or f"payments[{latest}].amount")
    assert refused.value.message


def test_article_7_days_before_august_2014_are_refused_with_the_reason() -> None:
    with pytest.raises(RateNotOnFile, match="2014年8月1日以前") as refused:
        worked(due=date(2014, 7, 31))

    assert refused.value.field == "due"
    assert worked(due=date(2014, 8, 1)).slices


def test_excluded_stretches_that_touch_do_not_overlap() -> None:
    worksheet = worked(excluded=[Stretch(day(1), day(3)), Stretch(day(3), day(5))])

    assert [(line.start, line.end) for line in worksheet.slices] == [
        (day(0), day(1)),
        (day(5), UNTIL),
    ]


def test_a_payment_inside_an_excluded_stretch_counts_after_it() -> None:
    half = Payment(day(3), Yuan.of("50000"))

    worksheet = worked([half], [Stretch(day(1), day(5))], until=day(6))

    assert [line.balance.plain for line in worksheet.slices] == ["100000.00", "50000.00"]


def test_each_further_day_adds_the_rate_on_what_is_left() -> None:
    paid = Payment(day(3), Yuan.of("40000"))

    assert worked([paid]).per_day == Fraction("10.5")
    assert worked(excluded=[Stretch(day(1), day(900))]).per_day == 0


def test_a_line_of_the_worksheet_can_be_checked_by_a_party() -> None:
    assert worked(until=day(31)).slices[0].because == (
        "2022年3月1日至2022年4月1日（止日不计）共31日，100,000.00元×日万分之1.75×31日=542.50元"
    )


@st.composite
def histories(draw: st.DrawFn) -> tuple[list[Payment], list[Stretch], date]:
    length = draw(st.integers(0, 400))
    offsets = st.integers(-30, length)
    rows = draw(st.lists(st.tuples(offsets, st.integers(1, 2_000_000)), max_size=5))
    payments = [Payment(day(offset), Yuan(fen)) for offset, fen in rows]
    edges = sorted(draw(st.sets(st.integers(-50, 500), max_size=6)))
    pairs = zip(edges[::2], edges[1::2], strict=False)
    return payments, [Stretch(day(a), day(b)) for a, b in pairs], day(length)


@settings(max_examples=150, deadline=None)
@given(histories(), st.randoms(use_true_random=False))
def test_the_order_in_which_payments_are_given_does_not_matter(
    history: tuple[list[Payment], list[Stretch], date], chance: random.Random
) -> None:
    payments, excluded, until = history
    shuffled = chance.sample(payments, len(payments))

    assert worked(shuffled, excluded, until=until) == worked(payments, excluded, until=until)


@settings(max_examples=150, deadline=None)
@given(histories(), st.integers(0, 100))
def test_a_payment_split_on_one_day_changes_nothing(
    history: tuple[list[Payment], list[Stretch], date], share: int
) -> None:
    payments, excluded, until = history
    split = [
        Payment(payment.on, part)
        for payment in payments
        for part in _split(payment.amount, share)
        if part
    ]

    assert worked(split, excluded, until=until) == worked(payments, excluded, until=until)


def _split(amount: Yuan, share: int) -> tuple[Yuan, Yuan]:
    first = Yuan(amount.fen * share // 100)
    return first, amount - first


def by_the_day(payments: list[Payment], excluded: list[Stretch], until: date) -> Fraction:
    """A second implementation: one day at a time, written from the articles alone."""
    total, today = Fraction(0), DUE
    while today < until:
        paid = sum(payment.amount.fen for payment in payments if payment.on <= today)
        if not any(stretch.start <= today < stretch.end for stretch in excluded):
            total += Fraction(HUNDRED_THOUSAND.fen - paid, 100) * Fraction(7, 40_000)
        today += timedelta(days=1)
    return total


def random_history(chance: random.Random) -> tuple[list[Payment], list[Stretch], date]:
    length = chance.randrange(0, 60)
    payments = [
        Payment(day(chance.randint(-10, length)), Yuan(chance.randint(1, 2_500_000)))
        for _ in range(chance.randrange(5))
    ]
    edges = sorted(chance.sample(range(-20, 80), 2 * chance.randrange(4)))
    pairs = zip(edges[::2], edges[1::2], strict=True)
    return payments, [Stretch(day(a), day(b)) for a, b in pairs], day(length)


def test_counting_day_by_day_gives_the_same_sum_over_3000_random_histories() -> None:
    chance = random.Random(20140801)
    for _ in range(3000):
        payments, excluded, until = random_history(chance)
        worksheet = worked(payments, excluded, until=until)

        assert sum(line.interest for line in worksheet.slices) == by_the_day(
            payments, excluded, until
        )
        assert all(line.days > 0 and line.balance > NOTHING for line in worksheet.slices)
