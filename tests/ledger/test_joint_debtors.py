"""连带与按份：一人付款，各人的数额都随之而动。"""

from datetime import date, timedelta

import pytest

from duly.law.calendar import Calendar
from duly.law.money import LprTable, Yuan
from duly.law.terms import PartyRole
from duly.ledger import actions, queries
from duly.ledger.statement import Statement
from duly.registry.models import Party
from tests.ledger.casebook import AT, DUE, Book

pytestmark = pytest.mark.django_db


def stated(book: Book, on: date = DUE) -> Statement:
    return queries.statement(book.matter.pk, on, Calendar.published(), LprTable.on_file())


def third(book: Book) -> Party:
    return Party.objects.create(
        matter=book.matter, role=PartyRole.DEBTOR, kind="person", name="被执行人戊"
    )


def owed(shown: Statement, *debtors: Party) -> list[str]:
    return [shown.owed_by(one.pk).plain for one in debtors]


def test_three_joint_debtors_of_whom_one_pays_a_part_owe_the_same_rest(book: Book) -> None:
    all_three = [book.debtor, book.other_debtor, third(book)]
    book.owe("100000", debtors=all_three)
    book.pay("40000", DUE, payer=book.debtor)

    assert owed(stated(book), *all_three) == ["60000.00"] * 3
    assert owed(stated(book, DUE + timedelta(days=10)), *all_three) == ["60105.00"] * 3


def test_three_joint_debtors_of_whom_one_pays_all_have_all_performed_on_that_day(
    book: Book,
) -> None:
    all_three = [book.debtor, book.other_debtor, third(book)]
    book.owe("100000", debtors=all_three)
    book.pay("100000", DUE, payer=book.other_debtor)

    shown = stated(book, DUE + timedelta(days=40))
    assert owed(shown, *all_three) == ["0.00"] * 3
    assert [shown.performed_by(one.pk) for one in all_three] == [True] * 3
    assert {shown.performed_by_on(one.pk) for one in all_three} == {DUE}


def test_shares_are_obligations_of_their_own_and_a_payment_moves_one_alone(book: Book) -> None:
    book.owe("300", debtors=[book.debtor])
    book.owe("700", debtors=[book.other_debtor])
    book.pay("300", DUE, payer=book.debtor)

    shown = stated(book)
    assert owed(shown, book.debtor, book.other_debtor) == ["0.00", "700.00"]
    assert shown.performed_by(book.debtor.pk) is True
    assert shown.performed_by(book.other_debtor.pk) is False
    assert shown.is_performed is False


def test_what_a_sharer_pays_too_much_does_not_pay_the_others_share(book: Book) -> None:
    book.owe("300", debtors=[book.debtor])
    book.owe("700", debtors=[book.other_debtor])
    book.pay("500", DUE, payer=book.debtor)

    shown = stated(book)
    assert shown.owed_by(book.other_debtor.pk) == Yuan.of("700")
    assert shown.surplus == Yuan.of("200")


def test_joint_and_own_debts_are_both_paid_by_their_debtor_in_the_order_of_the_law(
    book: Book,
) -> None:
    book.owe("100", debtors=[book.debtor, book.other_debtor], due_date=DUE)
    book.owe("50", debtors=[book.debtor], due_date=DUE + timedelta(days=5))
    book.pay("120", DUE, payer=book.debtor)

    assert owed(stated(book), book.debtor, book.other_debtor) == ["30.00", "0.00"]


def test_a_reversal_takes_the_performance_from_all_of_them(book: Book) -> None:
    book.owe("100", debtors=[book.debtor, book.other_debtor])
    payment = book.pay("100", DUE, payer=book.debtor)
    actions.reverse_payment(payment=payment, reason="退票", by=book.clerk, at=AT)

    shown = stated(book)
    assert owed(shown, book.debtor, book.other_debtor) == ["100.00", "100.00"]
    assert shown.performed_by(book.other_debtor.pk) is False


def test_a_debtor_who_joins_later_answers_for_what_is_left(book: Book) -> None:
    obligation = book.owe("100", debtors=[book.debtor])
    book.pay("40", DUE, payer=book.debtor)
    actions.join_debtor(obligation=obligation, debtor=book.other_debtor)

    assert owed(stated(book), book.other_debtor) == ["60.00"]
