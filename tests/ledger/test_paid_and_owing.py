"""随机经历：连带、分期、冲正、退款、免除之后，已付加尚欠仍等于应付。"""

import random
from datetime import date, timedelta

import pytest

from duly.accounts.models import User
from duly.law.calendar import Calendar
from duly.law.money import LprTable, Yuan
from duly.law.terms import AccountOwner
from duly.ledger import actions, funds, queries
from duly.ledger.models import Payment
from tests.ledger.casebook import AT, DUE, Book

pytestmark = pytest.mark.django_db
FUNDS = AccountOwner.ENFORCEMENT_FUNDS
WORDS = "任何一期未履行，全部到期"


def some_yuan(chance: random.Random) -> str:
    return Yuan(chance.randint(100, 200_000)).plain


def some_day(chance: random.Random) -> date:
    return DUE + timedelta(days=chance.randint(-20, 120))


def owe(book: Book, chance: random.Random) -> None:
    debtors = chance.choice([[book.debtor], [book.other_debtor], [book.debtor, book.other_debtor]])
    creditor = chance.choice([book.first, book.second])
    if chance.random() < 0.5:
        book.owe(some_yuan(chance), payee=FUNDS, debtors=debtors, creditor=creditor)
        return
    rows = [
        (DUE + timedelta(days=30 * n), Yuan.of(some_yuan(chance)))
        for n in range(chance.randint(2, 4))
    ]
    total = Yuan.total(amount for _, amount in rows).plain
    book.owe(
        total,
        payee=FUNDS,
        debtors=debtors,
        creditor=creditor,
        instalments=rows,
        acceleration=chance.choice(["", WORDS]),
    )


def pay(book: Book, chance: random.Random, _: User) -> None:
    payer = chance.choice([book.debtor, book.other_debtor])
    book.pay(some_yuan(chance), some_day(chance), arrival=FUNDS, payer=payer)


def reverse(book: Book, chance: random.Random, _: User) -> None:
    standing = list(Payment.objects.filter(reverses=None, reversed_by=None))
    if standing:
        chosen = chance.choice(standing)
        actions.reverse_payment(payment=chosen, reason="退票", by=book.clerk, at=AT)


def accelerate(book: Book, chance: random.Random, _: User) -> None:
    worded = book.matter.obligations.filter(acceleration=WORDS, accelerated_date=None).first()
    if worded is not None:
        actions.accelerate(obligation=worded, fell_due=some_day(chance), reason="一期未付", at=AT)


def refund(book: Book, chance: random.Random, head: User) -> None:
    for over in funds.of(book.matter.pk).surpluses[:1]:
        proposed = actions.propose_refund(
            payment=Payment.objects.get(pk=over.payment_id),
            holder="付款人",
            number="4401990087654321",
            bank="示例银行",
            reason="退回",
            by=book.clerk,
            at=AT,
        )
        approved = actions.decide_payout(payout=proposed, approved=True, by=head)
        reference = f"BACK{proposed.pk}"
        actions.pay_out(payout=approved, paid_on=over.arrived_on, reference=reference, at=AT)


def waive(book: Book, chance: random.Random, _: User) -> None:
    if chance.random() < 0.3:
        actions.waive_rest(
            matter=book.matter, waived_on=some_day(chance), reason="协议", by=book.clerk, at=AT
        )


ACTS = (pay, pay, pay, reverse, accelerate, refund, waive)


@pytest.mark.parametrize("seed", range(30))
def test_paid_and_owing_make_up_what_was_due_after_any_history(book: Book, seed: int) -> None:
    chance = random.Random(seed)
    head = User.objects.create_user("head", full_name="执行局长李")
    for _ in range(chance.randint(1, 3)):
        owe(book, chance)
    for _ in range(chance.randint(3, 10)):
        chance.choice(ACTS)(book, chance, head)

    for on in (some_day(chance), DUE + timedelta(days=150)):
        shown = queries.statement(book.matter.pk, on, Calendar.published(), LprTable.on_file())
        added = Yuan.total(line.added for line in shown.lines)
        assert shown.paid - shown.surplus + shown.waived + shown.known == added
        owners = {line.obligation_id: line.debtor_ids for line in shown.lines}
        for debtor in (book.debtor, book.other_debtor):
            own = (one.known for one in shown.lines if debtor.pk in owners[one.obligation_id])
            assert shown.owed_by(debtor.pk) == Yuan.total(own)

    held = funds.of(book.matter.pk)
    waiting = Yuan.total(held.payable_to(one) for one in (book.first.pk, book.second.pk))
    over = Yuan.total(one.amount for one in held.surpluses)
    assert held.short or waiting + over == held.held
