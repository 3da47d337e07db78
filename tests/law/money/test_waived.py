"""免除与按日计算的债务：不是付款，也不再欠"""

import random
from datetime import date, timedelta
from fractions import Fraction

import pytest

from duly.law.money import Bucket, Debt, LprTable, Receipt, Standing, Stretch, Yuan, stand

DUE = date(2022, 3, 1)
LPR = LprTable.on_file()


def after(days: int) -> date:
    return DUE + timedelta(days=days)


def money(key: str, amount: str, due: date = DUE) -> Debt:
    return Debt(key, Yuan.of(amount), due)


def paid(key: str, on: date, amount: str, *towards: str) -> Receipt:
    return Receipt(key, on, Yuan.of(amount), frozenset(towards))


def waived(on: date, *towards: str) -> Receipt:
    return Receipt("waiver", on, Yuan(0), frozenset(towards), waives=True)


def owing(standing: Standing) -> Yuan:
    return Yuan.total(one.owing for one in standing.debts)


def test_what_is_given_up_is_owed_no_more_and_bears_no_more_interest() -> None:
    debts = [money("a", "100000")]
    receipts = [paid("1", after(31), "60000", "a"), waived(after(31), "a")]

    standing = stand(debts, receipts, on=after(90), lpr=LPR)

    (debt,) = standing.debts
    assert owing(standing) == Yuan(0)
    assert debt.paid == {Bucket.PRINCIPAL: Yuan.of("60000")}
    assert debt.waived == {
        Bucket.PRINCIPAL: Yuan.of("40000"),
        Bucket.DOUBLED: Yuan.of("542.50"),
    }
    assert debt.settled_on == after(31)
    assert debt.per_day == 0


def test_a_waiver_touches_only_its_own_debts_and_leaves_no_surplus() -> None:
    debts = [money("a", "100"), money("b", "50")]

    standing = stand(debts, [waived(DUE, "a")], on=DUE, lpr=LPR)

    assert [one.owing for one in standing.debts] == [Yuan(0), Yuan.of("50")]
    assert standing.surplus == Yuan(0)
    assert all(booking.waived for booking in standing.bookings)


def test_a_payment_taken_back_is_given_up_with_the_rest() -> None:
    standing = stand([money("a", "100")], [waived(DUE, "a")], on=DUE, lpr=LPR)

    assert owing(standing) == Yuan(0)


@pytest.mark.parametrize(
    ("days", "expected"), [(-1, "0"), (0, "0"), (1, "200"), (10, "2000"), (11, "2000")]
)
def test_article_264_a_penalty_by_the_day_grows_until_the_act_is_done(
    days: int, expected: str
) -> None:
    penalty = Debt(
        "p", Yuan.of("200"), None, doubles=False, daily=(Yuan.of("200"), Stretch(DUE, after(10)))
    )

    (standing,) = stand([penalty], [], on=after(days), lpr=LPR).debts

    assert standing.owing == Yuan.of(expected)
    assert standing.per_day == (200 if 0 <= days < 10 else 0)


def test_a_penalty_paid_while_it_runs_is_settled_by_its_last_payment() -> None:
    penalty = Debt(
        "p", Yuan.of("200"), None, doubles=False, daily=(Yuan.of("200"), Stretch(DUE, after(10)))
    )
    receipts = [paid("1", after(5), "1000", "p"), paid("2", after(12), "1000", "p")]

    (standing,) = stand([penalty], receipts, on=after(20), lpr=LPR).debts

    assert (standing.owing, standing.settled_on) == (Yuan(0), after(12))
    assert stand([penalty], receipts, on=after(8), lpr=LPR).debts[0].owing == Yuan.of("600")


@pytest.mark.parametrize("seed", range(200))
def test_paid_given_up_and_owing_make_up_what_was_due(seed: int) -> None:
    chance = random.Random(seed)
    debts = [
        Debt(
            str(n),
            Yuan(chance.randint(1, 90_000)),
            after(chance.randint(-20, 40)),
            doubles=chance.random() < 0.7,
        )
        for n in range(3)
    ]
    debts.append(
        Debt("d", Yuan(1), None, doubles=False, daily=(Yuan(777), Stretch(DUE, after(30))))
    )
    keys = [debt.key for debt in debts]
    receipts = [
        Receipt(
            f"{n:02d}",
            after(chance.randint(-30, 80)),
            Yuan(0 if gives_up else chance.randint(1, 60_000)),
            frozenset(chance.sample(keys, chance.randint(1, 4))),
            waives=gives_up,
        )
        for n in range(6)
        for gives_up in [chance.random() < 0.2]
    ]
    on = after(chance.randint(-10, 100))

    standing = stand(debts, receipts, on=on, lpr=LPR)

    arrived = Yuan.total(one.amount for one in receipts if one.on <= on)
    given_up = Yuan.total(sum_ for one in standing.debts for sum_ in one.waived.values())
    added = Yuan.total(one.added(bucket) for one in standing.debts for bucket in Bucket)
    assert arrived - standing.surplus + given_up + owing(standing) == added
    assert all(one.per_day is None or one.per_day >= Fraction(0) for one in standing.debts)
