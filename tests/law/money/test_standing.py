"""法释〔2014〕8号第四条，民法典第五百六十条、第五百六十一条 · 还款抵充与余额"""

import random
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from duly.law.money import (
    NOTHING,
    Bucket,
    Debt,
    Fixed,
    LprTable,
    Per,
    Receipt,
    Standing,
    Terms,
    Yuan,
    stand,
)

LPR = LprTable.on_file()
DUE = date(2022, 3, 1)
SIX_PERCENT = Terms(Fixed(Decimal("0.06"), Per.YEAR), date(2022, 1, 1))


def day(offset: int) -> date:
    return DUE + timedelta(days=offset)


def debt(amount: str, due: date | None = DUE, key: str = "1", **others: object) -> Debt:
    return Debt(key, Yuan.of(amount), due, **others)  # type: ignore[arg-type]


def paid(amount: str, offset: int, *towards: str, key: str = "r1") -> Receipt:
    return Receipt(key, day(offset), Yuan.of(amount), frozenset(towards or ("1",)))


def stood(*debts: Debt, receipts: tuple[Receipt, ...] = (), on: int) -> Standing:
    return stand(debts, receipts, on=day(on), lpr=LPR)


def test_article_4_a_payment_short_of_the_whole_leaves_the_doubled_part_open() -> None:
    standing = stood(debt("100000"), receipts=(paid("100100", 10),), on=20)

    line = standing.debts[0]
    assert not line.left(Bucket.PRINCIPAL)
    assert line.left(Bucket.DOUBLED).plain == "75.00"
    assert line.per_day == 0
    assert line.settled_on is None


def test_the_day_on_which_the_last_fen_arrived_is_the_day_of_performance() -> None:
    receipts = (paid("100100", 10), paid("75", 20, key="r2"))

    assert stood(debt("100000"), receipts=receipts, on=30).debts[0].settled_on == day(20)


def test_the_published_example_adds_up_to_11320() -> None:
    terms = Terms(Fixed(Decimal("0.0005"), Per.DAY), date(2015, 1, 1))
    example = debt("10000", date(2015, 7, 3), terms=terms)

    line = stand([example], [], on=date(2015, 9, 1), lpr=LPR).debts[0]

    assert line.added(Bucket.INTEREST).plain == "1215.00"
    assert line.added(Bucket.DOUBLED).plain == "105.00"
    assert line.owing.plain == "11320.00"


def test_article_561_interest_is_paid_before_principal() -> None:
    line = stood(debt("365000", terms=SIX_PERCENT), receipts=(paid("5000", 0),), on=0).debts[0]

    assert line.paid[Bucket.INTEREST].plain == "3540.00"
    assert line.left(Bucket.PRINCIPAL).plain == "363540.00"


def test_article_560_the_earlier_due_instalment_is_paid_first() -> None:
    debts = (debt("100", day(30), key="2"), debt("100", key="1"))
    receipts = (paid("150", 0, "1", "2"),)

    assert [d.owing.plain for d in stood(*debts, receipts=receipts, on=0).debts] == [
        "50.00",
        "0.00",
    ]


def test_what_no_debt_takes_is_a_surplus_to_be_returned() -> None:
    standing = stood(debt("100"), receipts=(paid("130", 0),), on=0)

    assert standing.surplus.plain == "30.00"


def test_a_payment_is_set_only_against_the_debts_it_was_made_towards() -> None:
    court_fee = debt("50", key="fee", doubles=False, bucket=Bucket.COSTS)
    receipts = (paid("60", 0, "fee"),)

    standing = stood(debt("100"), court_fee, receipts=receipts, on=0)

    assert [d.owing.plain for d in standing.debts] == ["100.00", "0.00"]
    assert standing.surplus.plain == "10.00"


def test_delay_does_not_double_the_interest_on_court_fees() -> None:
    court_fee = debt("50", key="fee", doubles=False, bucket=Bucket.COSTS)

    line = stood(court_fee, on=100).debts[0]
    assert line.owing.plain == "50.00"
    assert line.per_day == 0


def test_without_a_due_day_the_doubled_part_is_undecided_and_nothing_is_settled() -> None:
    line = stood(debt("100", None), receipts=(paid("100", 0),), on=5).debts[0]

    assert line.undecided
    assert line.per_day is None
    assert line.settled_on is None


def test_before_the_due_day_nothing_is_doubled_and_no_day_adds_anything() -> None:
    line = stood(debt("100000"), on=-1).debts[0]

    assert line.owing.plain == "100000.00"
    assert line.per_day == 0


def test_a_payment_after_the_day_asked_about_is_not_counted_yet() -> None:
    assert stood(debt("100"), receipts=(paid("100", 3),), on=2).debts[0].owing.plain == "100.04"


@st.composite
def books(draw: st.DrawFn) -> tuple[list[Debt], list[Receipt], date]:
    amounts = draw(st.lists(st.integers(1, 50_000_000), min_size=1, max_size=3))
    debts = [
        Debt(
            str(number),
            Yuan(fen),
            draw(st.none() | st.integers(-30, 60).map(day)),
            draw(st.sampled_from([Bucket.COSTS, Bucket.PRINCIPAL])),
            draw(st.booleans()),
            draw(st.none() | st.just(SIX_PERCENT)),
        )
        for number, fen in enumerate(amounts)
    ]
    keys = st.sets(st.sampled_from([d.key for d in debts]), min_size=1)
    rows = draw(
        st.lists(st.tuples(st.integers(-20, 90), st.integers(1, 40_000_000), keys), max_size=4)
    )
    receipts = [
        Receipt(f"r{number}", day(offset), Yuan(fen), frozenset(towards))
        for number, (offset, fen, towards) in enumerate(rows)
    ]
    return debts, receipts, day(draw(st.integers(-20, 120)))


@settings(max_examples=120, deadline=None)
@given(books())
def test_paid_and_owing_always_make_up_what_was_due(
    book: tuple[list[Debt], list[Receipt], date],
) -> None:
    debts, receipts, on = book
    standing = stand(debts, receipts, on=on, lpr=LPR)

    arrived = Yuan.total(receipt.amount for receipt in receipts if receipt.on <= on)
    added = Yuan.total(line.added(bucket) for line in standing.debts for bucket in Bucket)
    owing = Yuan.total(line.owing for line in standing.debts)
    assert arrived - standing.surplus + owing == added
    assert Yuan.total(booking.amount for booking in standing.bookings) == arrived


@settings(max_examples=60, deadline=None)
@given(books(), st.randoms(use_true_random=False))
def test_the_order_in_which_the_record_is_read_does_not_matter(
    book: tuple[list[Debt], list[Receipt], date], chance: random.Random
) -> None:
    debts, receipts, on = book
    shuffled = chance.sample(receipts, len(receipts))

    assert stand(debts, shuffled, on=on, lpr=LPR) == stand(debts, receipts, on=on, lpr=LPR)


@settings(max_examples=60, deadline=None)
@given(books())
def test_a_surplus_arises_only_when_nothing_it_was_made_towards_is_open(
    book: tuple[list[Debt], list[Receipt], date],
) -> None:
    debts, receipts, on = book
    last = max((receipt.on for receipt in receipts), default=on)
    standing = stand(debts, receipts, on=last, lpr=LPR)

    for booking in standing.bookings:
        if booking.debt is None:
            receipt = next(r for r in receipts if r.key == booking.receipt)
            then = stand(debts, receipts, on=receipt.on, lpr=LPR)
            open_then = [d for d in then.debts if d.debt.key in receipt.towards and d.owing]
            assert open_then == []
    assert all(line.owing >= NOTHING for line in standing.debts)
