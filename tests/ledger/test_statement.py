"""The pay-off statement: what is owed on a day, and why a figure cannot be given."""

import random
from datetime import date, timedelta
from decimal import Decimal

import pytest

from duly.law.calendar import Calendar
from duly.law.money import Fixed, LprMultiple, LprTable, LprTerm, Per, Terms, Yuan
from duly.ledger import actions, queries
from duly.ledger.models import Payment as PaymentRow
from duly.ledger.statement import Statement
from tests.ledger.casebook import AT, DUE, Book

pytestmark = pytest.mark.django_db
FLOATING = Terms(LprMultiple(Decimal("1"), LprTerm.ONE_YEAR), date(2022, 1, 1))


def stated(book: Book, on: date) -> Statement:
    return queries.statement(book.matter.pk, on, Calendar.published(), LprTable.on_file())


def test_the_statement_gives_the_sum_of_the_day_and_what_each_further_day_adds(
    book: Book,
) -> None:
    book.owe("100000")

    shown = stated(book, date(2022, 4, 1))

    assert shown.total == Yuan.of("100542.50")
    assert shown.per_day_text == "+17.50元/日"
    assert shown.lines[0].principal_left == Yuan.of("100000")
    assert shown.lines[0].doubled_left == Yuan.of("542.50")
    assert shown.lines[0].doubled_worksheets[0].slices[0].days == 31
    assert shown.is_performed is False


def test_ordinary_interest_court_fees_and_acts_have_lines_of_their_own(book: Book) -> None:
    terms = Terms(Fixed(Decimal("0.06"), Per.YEAR), date(2022, 1, 1))
    book.owe("365000", terms=terms)
    book.owe_court_fee("1150")
    act = book.owe_act()

    shown = stated(book, DUE)

    money, fee, thing = shown.lines
    assert money.ordinary_left == Yuan.of("3540")
    assert shown.court_fees_owed == fee.total == Yuan.of("1150")
    assert shown.total == Yuan.of("369690")
    assert (thing.obligation_id, thing.amount, thing.is_performed) == (act.pk, None, False)


def test_without_a_due_day_there_is_no_doubled_part_and_the_total_is_undecided(
    book: Book,
) -> None:
    book.owe("100000", due_date=None, due_reason="生效日期未查明")

    shown = stated(book, DUE)

    assert shown.total is None
    assert shown.known == Yuan.of("100000")
    assert shown.lines[0].doubled_left is None
    assert shown.last_due is None
    assert shown.per_day is None
    assert shown.per_day_text == "暂时无法计算"
    assert "生效日期未查明" in shown.undecided[0]


def test_what_is_paid_before_the_due_day_is_known_is_not_yet_performance(book: Book) -> None:
    book.owe("100000", due_date=None, due_reason="生效日期未查明")
    book.pay("100000", DUE)

    assert stated(book, DUE).is_performed is None

    actions.set_due_date(matter=book.matter, due_date=DUE, because=["生效证明", "期满"])
    shown = stated(book, DUE)
    assert shown.is_performed is True
    assert shown.performed_on == DUE
    assert shown.lines[0].due_reason == "生效证明；期满"


def test_a_missing_rate_refuses_the_figures_and_says_why(book: Book) -> None:
    book.owe("100000", terms=FLOATING)
    book.owe_court_fee()

    shown = stated(book, date(2026, 1, 1))

    assert shown.total is None
    assert shown.lines[0].principal_left is None
    assert "没有2025年12月31日的利率" in shown.undecided[0]
    assert shown.is_performed is None


def test_nothing_registered_is_not_performed(book: Book) -> None:
    shown = stated(book, DUE)

    assert shown.is_performed is None
    assert shown.performed_on is None


def test_performance_is_told_for_each_debtor(book: Book) -> None:
    book.owe("100", debtors=[book.debtor, book.other_debtor])
    book.owe("50", debtors=[book.other_debtor])
    book.pay("100", DUE, payer=book.debtor)

    shown = stated(book, DUE)

    assert shown.performed_by(book.debtor.pk) is True
    assert shown.performed_by_on(book.debtor.pk) == DUE
    assert shown.performed_by(book.other_debtor.pk) is False
    assert shown.owed_by(book.other_debtor.pk) == Yuan.of("50")


def test_a_matter_with_an_act_is_performed_when_the_act_is_done_too(book: Book) -> None:
    book.owe("100")
    act = book.owe_act()
    book.pay("100", DUE)
    assert stated(book, DUE).is_performed is False

    done = DUE + timedelta(days=9)
    actions.record_act_performance(
        obligation=act, performed_on=done, evidence="交接笔录", by=book.clerk, at=AT
    )

    assert stated(book, done).performed_on == done
    assert stated(book, done - timedelta(days=1)).is_performed is False


def test_instalments_fall_due_one_by_one(book: Book) -> None:
    book.owe(
        "300",
        instalments=[(DUE, Yuan.of("100")), (DUE + timedelta(days=100), Yuan.of("200"))],
    )

    shown = stated(book, DUE + timedelta(days=100))

    assert shown.total == Yuan.of("301.75")
    assert shown.last_due == shown.lines[0].due_date == DUE + timedelta(days=100)


def test_a_suspension_stops_the_doubled_part(book: Book) -> None:
    book.owe("100000")
    actions.suspend(
        matter=book.matter,
        start_date=date(2022, 4, 1),
        end_date=date(2022, 4, 21),
        reason="再审中止执行",
        at=AT,
    )

    assert stated(book, date(2022, 6, 1)).lines[0].doubled_left == Yuan.of("1260")


def test_on_a_rest_day_the_payer_is_told_the_sum_of_the_day_of_arrival(book: Book) -> None:
    book.owe("100000")

    shown = stated(book, date(2022, 10, 1))

    assert shown.notes == (
        "2022年10月1日（周六）为国庆节放假；转账如果到2022年10月8日（周六）才到账，"
        "应付款额以该日为准，为103,867.50元",
    )
    assert stated(book, date(2022, 10, 8)).notes == ()


def test_a_day_in_the_past_does_not_know_of_later_payments(book: Book) -> None:
    book.owe("100")
    book.pay("100", DUE + timedelta(days=5))

    assert stated(book, DUE).paid == Yuan.of("0")
    assert stated(book, DUE).is_performed is False


@pytest.mark.parametrize("seed", range(20))
def test_paid_and_owing_make_up_what_was_due_to_the_fen(book: Book, seed: int) -> None:
    chance = random.Random(seed)
    terms = Terms(Fixed(Decimal("0.06"), Per.YEAR), date(2022, 1, 1))
    for _ in range(chance.randint(1, 3)):
        book.owe(some_yuan(chance), terms=chance.choice([None, terms]), due_date=some_day(chance))
    for _ in range(chance.randint(0, 5)):
        book.pay(some_yuan(chance), some_day(chance))

    shown = stated(book, some_day(chance))

    added = Yuan.total(line.added for line in shown.lines)
    assert shown.paid - shown.surplus + shown.known == added
    assert shown.paid - shown.surplus == Yuan.total(line.paid for line in shown.lines)


@pytest.mark.parametrize("seed", range(10))
def test_the_order_of_recording_does_not_matter(book: Book, seed: int) -> None:
    chance = random.Random(seed)
    book.owe("1000")
    book.owe("2000", due_date=DUE + timedelta(days=40))
    days = [DUE + timedelta(days=10 * step) for step in range(4)]
    payments = [(some_yuan(chance), day) for day in days]
    for amount, day in chance.sample(payments, len(payments)):
        book.pay(amount, day)
    first = outcome(book)

    for row in PaymentRow.objects.filter(reverses=None):
        actions.reverse_payment(payment=row, reason="重录", by=book.clerk, at=AT)
    for amount, day in payments:
        book.pay(amount, day)

    assert outcome(book) == first


def outcome(book: Book) -> tuple[object, ...]:
    shown = stated(book, DUE + timedelta(days=90))
    booked = sorted(
        (str(row.payment.paid_date), row.obligation_id or 0, row.bucket, row.amount_fen)
        for row in queries.allocations(book.matter.pk)
    )
    return shown.known, shown.surplus, shown.performed_on, booked


def some_yuan(chance: random.Random) -> str:
    return Yuan(chance.randint(1, 200_000)).plain


def some_day(chance: random.Random) -> date:
    return DUE + timedelta(days=chance.randint(-20, 120))
