"""Payments: allocated by law, never edited, never counted twice, surplus shown as 待退."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from duly.law.calendar import Calendar
from duly.law.money import LprMultiple, LprTable, LprTerm, Refused, Terms, Yuan
from duly.law.terms import AccountOwner
from duly.ledger import actions, queries
from duly.ledger.models import Allocation, AllocationRun, Payment, ReferenceClaim
from tests.ledger.casebook import AT, DUE, Book

pytestmark = pytest.mark.django_db


def booked(book: Book) -> list[tuple[str, str]]:
    return [(row.bucket, Yuan(row.amount_fen).plain) for row in queries.allocations(book.matter.pk)]


def test_a_payment_is_booked_by_law_and_the_surplus_as_to_be_returned(book: Book) -> None:
    book.owe("100000")

    book.pay("100600", date(2022, 4, 1))

    assert booked(book) == [
        ("principal", "100000.00"),
        ("doubled", "542.50"),
        ("surplus", "57.50"),
    ]
    shown = queries.statement(
        book.matter.pk, date(2022, 4, 1), Calendar.published(), LprTable.on_file()
    )
    assert shown.surplus == Yuan.of("57.50")
    assert shown.is_performed is True


def test_a_payment_learned_of_late_moves_the_others_and_the_old_run_is_kept(book: Book) -> None:
    book.owe("100")
    book.pay("100", DUE + timedelta(days=5))

    book.pay("60", DUE)

    assert booked(book)[-1] == ("surplus", "59.96")
    assert AllocationRun.objects.count() == 2


def test_a_reversal_points_back_and_frees_the_reference(book: Book) -> None:
    book.owe("100")
    wrong = book.pay("100", DUE, reference="BANK-1")

    reversal = actions.reverse_payment(payment=wrong, reason="金额录错", by=book.clerk, at=AT)

    assert reversal.reverses == wrong
    assert booked(book) == []
    assert book.pay("10", DUE, reference="BANK-1").pk
    assert Payment.objects.count() == 3


def test_a_payment_is_reversed_once_and_a_reversal_never(book: Book) -> None:
    book.owe("100")
    paid = book.pay("100", DUE)
    reversal = actions.reverse_payment(payment=paid, reason="录错", by=book.clerk, at=AT)

    for payment in (paid, reversal):
        with pytest.raises(Refused):
            actions.reverse_payment(payment=payment, reason="录错", by=book.clerk, at=AT)


def test_a_bank_reference_counts_once_and_the_refusal_says_when_it_was_recorded(
    book: Book,
) -> None:
    book.owe("100")
    book.pay("60", DUE, reference="BANK-1")

    with pytest.raises(Refused, match="流水号BANK-1已于2022年12月1日登记过") as refused:
        book.pay("60", DUE, reference="BANK-1")

    assert refused.value.field == "reference"


def test_money_in_another_account_does_not_perform(book: Book) -> None:
    book.owe("100")

    with pytest.raises(Refused) as refused:
        book.pay("100", DUE, arrival=AccountOwner.ENFORCEMENT_FUNDS)

    assert refused.value.field == "arrival"


def test_court_fees_are_paid_at_the_court_and_never_by_a_payment_to_the_creditor(
    book: Book,
) -> None:
    book.owe("100")
    book.owe_court_fee("50")

    book.pay("130", DUE)
    book.pay("50", DUE, arrival=AccountOwner.COURT_FEES)

    assert booked(book) == [("principal", "100.00"), ("surplus", "30.00"), ("costs", "50.00")]


def test_each_creditor_is_paid_at_his_own_account(book: Book) -> None:
    book.owe("100")
    book.owe("100", creditor=book.second)

    with pytest.raises(Refused) as refused:
        book.pay("150", DUE)
    assert refused.value.field == "creditor"

    assert book.pay("150", DUE, creditor=book.second).creditor == book.second
    assert booked(book) == [("principal", "100.00"), ("surplus", "50.00")]


def test_after_the_payee_changes_old_payments_keep_what_they_were_made_for(book: Book) -> None:
    book.owe("100")
    book.pay("30", DUE)

    actions.redirect_payee(matter=book.matter, payee=AccountOwner.ENFORCEMENT_FUNDS)
    arrived = book.pay("70", DUE, arrival=AccountOwner.ENFORCEMENT_FUNDS)

    assert arrived.creditor is None
    assert booked(book) == [("principal", "30.00"), ("principal", "70.00")]


def test_a_payment_is_recorded_even_where_a_missing_rate_forbids_to_allocate_it(
    book: Book,
) -> None:
    floating = LprMultiple(Decimal("1"), LprTerm.ONE_YEAR)
    book.owe("100", terms=Terms(floating, date(2018, 1, 1)))

    assert book.pay("100", DUE).pk
    assert booked(book) == []


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"amount": "0"}, "amount"),
        ({"on": date(2022, 12, 2)}, "paid_on"),
        ({"evidence": " "}, "evidence"),
    ],
)
def test_an_impossible_payment_is_refused(
    book: Book, change: dict[str, object], field: str
) -> None:
    book.owe("100")

    with pytest.raises(Refused) as refused:
        book.pay(**{"amount": "100", "on": DUE, **change})  # type: ignore[arg-type]

    assert refused.value.field == field


@pytest.mark.parametrize(
    "change",
    [
        {"amount_fen": 0},
        {"amount_fen": -1},
        {"arrival": "pocket"},
        {"arrival": "creditor", "creditor": None},
        {"evidence": ""},
        {"reversal_reason": "没有指向"},
    ],
)
def test_the_database_refuses_a_broken_payment(book: Book, change: dict[str, object]) -> None:
    sound = {
        "matter": book.matter,
        "amount_fen": 1,
        "paid_date": DUE,
        "arrival": "creditor",
        "creditor": book.first,
        "evidence": "银行回单",
        "recorded_by": book.clerk,
        "recorded_at": AT,
    }
    assert Payment.objects.create(**sound).pk

    with pytest.raises(IntegrityError):
        Payment.objects.create(**{**sound, **change})


def test_the_database_refuses_a_second_claim_to_a_reference(book: Book) -> None:
    book.owe("100")
    book.pay("1", DUE, reference="BANK-1")

    with pytest.raises(IntegrityError):
        ReferenceClaim.objects.create(reference="BANK-1", payment=book.pay("1", DUE))


@pytest.mark.parametrize(
    "change", [{"amount_fen": 0}, {"bucket": "surplus"}, {"bucket": "tips"}, {"obligation": None}]
)
def test_the_database_refuses_a_broken_allocation(book: Book, change: dict[str, object]) -> None:
    book.owe("100")
    book.pay("100", DUE)
    row = queries.allocations(book.matter.pk)[0]
    row.pk = None
    for name, value in change.items():
        setattr(row, name, value)

    with pytest.raises(IntegrityError):
        row.save(force_insert=True)


def test_the_database_refuses_to_change_or_lose_a_payment(book: Book) -> None:
    book.owe("100")
    book.pay("100", DUE)

    with pytest.raises(DatabaseError), transaction.atomic():
        Payment.objects.update(amount_fen=1)
    with pytest.raises(DatabaseError), transaction.atomic():
        Allocation.objects.all().delete()

    assert Payment.objects.get().amount_fen == 10_000
