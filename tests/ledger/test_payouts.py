"""案款账户：到账、发放、退还，账上有多少就是多少。"""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from duly.accounts.models import User
from duly.law.calendar import Calendar
from duly.law.money import LprTable, Refused, Yuan
from duly.law.terms import AccountOwner, AccountRoute
from duly.ledger import actions, funds, queries
from duly.ledger.models import Payment, Payout
from duly.registry import actions as registry
from duly.registry.models import Party
from tests.ledger.casebook import AT, DUE, Book

pytestmark = pytest.mark.django_db
FUNDS = AccountOwner.ENFORCEMENT_FUNDS


@pytest.fixture
def head(db: None) -> User:
    return User.objects.create_user("head", full_name="执行局长李")


def account(book: Book, creditor: Party) -> None:
    registry.propose_account(
        matter=book.matter,
        owner=AccountOwner.CREDITOR,
        creditor=creditor,
        holder=creditor.name,
        number="4401990012345678",
        bank="示例银行",
        route=AccountRoute.CONFIRMATION,
        evidence="确认书",
        by=book.clerk,
        at=AT,
    )


def arrived(book: Book, amount: str = "600", owed: str = "1000") -> Payment:
    book.owe(owed, payee=FUNDS)
    account(book, book.first)
    return book.pay(amount, DUE, arrival=FUNDS, payer=book.debtor)


def propose(book: Book, amount: str = "600") -> Payout:
    return actions.propose_payout(
        recipient=book.first, amount=Yuan.of(amount), reason="发放", by=book.clerk, at=AT
    )


def paid_out(book: Book, head: User, amount: str = "600", reference: str = "OUT1") -> Payout:
    payout = actions.decide_payout(payout=propose(book, amount), approved=True, by=head)
    return actions.pay_out(payout=payout, paid_on=DUE, reference=reference, at=AT)


def refund(book: Book, payment: Payment, head: User) -> Payout:
    proposed = actions.propose_refund(
        payment=payment,
        holder="被执行人丙",
        number="4401990087654321",
        bank="示例银行",
        reason="原路退回",
        by=book.clerk,
        at=AT,
    )
    approved = actions.decide_payout(payout=proposed, approved=True, by=head)
    return actions.pay_out(
        payout=approved, paid_on=DUE + timedelta(days=3), reference="BACK1", at=AT
    )


def test_what_arrives_is_held_for_the_creditor_until_it_is_paid_out(book: Book, head: User) -> None:
    arrived(book)
    before = funds.of(book.matter.pk)
    assert (before.held, before.payable_to(book.first.pk)) == (Yuan.of("600"),) * 2
    assert before.waiting_since(book.first.pk) == DUE

    paid_out(book, head)
    after = funds.of(book.matter.pk)
    assert (after.held, after.paid_out) == (Yuan(0), Yuan.of("600"))
    assert after.creditors == ()
    assert after.waiting_since(book.first.pk) is None


def test_a_part_paid_out_leaves_the_rest_with_the_clock_of_its_own_arrival(
    book: Book, head: User
) -> None:
    arrived(book)
    book.pay("300", DUE + timedelta(days=9), arrival=FUNDS, payer=book.debtor)
    paid_out(book, head, "600")

    left = funds.of(book.matter.pk)
    assert left.payable_to(book.first.pk) == Yuan.of("300")
    assert left.waiting_since(book.first.pk) == DUE + timedelta(days=9)


def test_a_payout_takes_two_people_a_confirmed_account_and_no_more_than_is_held(
    book: Book, head: User
) -> None:
    book.owe("1000", payee=FUNDS)
    book.pay("600", DUE, arrival=FUNDS)
    with pytest.raises(Refused, match="没有已确认的收款账户"):
        propose(book)
    account(book, book.first)
    with pytest.raises(Refused, match=r"超过可以发放的600\.00元"):
        propose(book, "600.01")
    payout = propose(book)
    with pytest.raises(Refused, match="提出人不能审批"):
        actions.decide_payout(payout=payout, approved=True, by=book.clerk)
    with pytest.raises(Refused, match="没有经批准"):
        actions.pay_out(payout=payout, paid_on=DUE, reference="OUT1", at=AT)
    with transaction.atomic(), pytest.raises(IntegrityError):
        Payout.objects.filter(pk=payout.pk).update(state="approved", decided_by=book.clerk)


def test_what_a_reversal_took_away_is_no_longer_approved_nor_paid(book: Book, head: User) -> None:
    payment = arrived(book)
    payout = actions.decide_payout(payout=propose(book), approved=True, by=head)
    actions.reverse_payment(payment=payment, reason="退票", by=book.clerk, at=AT)

    with pytest.raises(Refused, match=r"超过可以发放的0\.00元"):
        actions.pay_out(payout=payout, paid_on=DUE, reference="OUT1", at=AT)


def test_a_reversal_after_the_money_left_shows_what_the_account_lacks(
    book: Book, head: User
) -> None:
    payment = arrived(book)
    paid_out(book, head)
    actions.reverse_payment(payment=payment, reason="退票", by=book.clerk, at=AT)

    shown = funds.of(book.matter.pk)
    assert (shown.held, shown.short) == (Yuan(0), Yuan.of("600"))


def test_a_payout_that_the_bank_returns_is_held_again(book: Book, head: User) -> None:
    arrived(book)
    payout = paid_out(book, head)
    actions.return_payout(payout=payout, returned_on=DUE, reason="户名不符", at=AT)

    assert funds.of(book.matter.pk).payable_to(book.first.pk) == Yuan.of("600")
    assert paid_out(book, head, reference="OUT2").state == "paid"


def test_a_bank_reference_pays_out_once(book: Book, head: User) -> None:
    arrived(book)
    paid_out(book, head, "100")
    with pytest.raises(Refused, match="已经用于另一笔发放"):
        paid_out(book, head, "100")


def test_a_surplus_goes_back_to_its_payer_and_the_statement_follows(book: Book, head: User) -> None:
    payment = arrived(book, "1200")
    assert funds.of(book.matter.pk).surplus_of(payment.pk) == Yuan.of("200")
    assert funds.of(book.matter.pk).payable_to(book.first.pk) == Yuan.of("1000")

    refund(book, payment, head)
    shown = funds.of(book.matter.pk)
    assert (shown.refunded, shown.held) == (Yuan.of("200"), Yuan.of("1000"))
    assert shown.surpluses == ()
    for on, paid, surplus in ((DUE, "1200", "200"), (DUE + timedelta(days=3), "1000", "0")):
        stated = queries.statement(book.matter.pk, on, Calendar.published(), LprTable.on_file())
        assert (stated.paid, stated.surplus) == (Yuan.of(paid), Yuan.of(surplus))
        assert stated.is_performed is True


def test_nothing_is_refunded_that_was_owed(book: Book, head: User) -> None:
    payment = arrived(book, "1000")
    with pytest.raises(Refused, match="没有多付的款项"):
        refund(book, payment, head)


def test_money_for_two_creditors_is_held_for_each(book: Book, head: User) -> None:
    book.owe("100", payee=FUNDS)
    book.owe("200", payee=FUNDS, creditor=book.second, due_date=date(2022, 3, 5))
    book.pay("150", DUE, arrival=FUNDS, payer=book.debtor)

    shown = funds.of(book.matter.pk)
    assert shown.payable_to(book.first.pk) == Yuan.of("100")
    assert shown.payable_to(book.second.pk) == Yuan.of("50")


def test_court_fees_arrive_at_the_court_fee_account_and_are_paid_to_nobody(book: Book) -> None:
    book.owe_court_fee("1150")
    book.pay("1150", DUE, arrival=AccountOwner.COURT_FEES, payer=book.debtor)

    shown = funds.of(book.matter.pk)
    assert (shown.fees, shown.held, shown.creditors) == (Yuan.of("1150"), Yuan(0), ())
