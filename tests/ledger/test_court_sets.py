"""申请执行费、迟延履行金、折价、免除：各有理由，各归其账。"""

from datetime import date, timedelta
from typing import Any

import pytest

from duly.law.calendar import Calendar
from duly.law.money import LprTable, Refused, Yuan
from duly.law.terms import AccountOwner, ObligationKind
from duly.ledger import actions, queries
from duly.ledger.models import Obligation
from duly.ledger.statement import Statement
from tests.ledger.casebook import AT, DUE, Book

pytestmark = pytest.mark.django_db


def stated(book: Book, on: date = DUE) -> Statement:
    return queries.statement(book.matter.pk, on, Calendar.published(), LprTable.on_file())


def owe_fee(book: Book, amount: str = "1400") -> Obligation:
    return book.owe(
        amount,
        kind=ObligationKind.ENFORCEMENT_FEE,
        description="申请执行费",
        creditor=None,
        payee=AccountOwner.COURT_FEES,
        due_date=None,
        due_reason="执行后交纳",
    )


def owe_penalty(book: Book, act: Obligation, **others: Any) -> Obligation:
    return book.owe(
        others.pop("amount", "200"),
        kind=ObligationKind.DELAY_PENALTY,
        description="迟延履行金",
        due_date=None,
        due_reason="没有造成损失，依案情确定",
        for_act=act,
        **others,
    )


def perform(book: Book, act: Obligation, on: date) -> None:
    actions.record_act_performance(
        obligation=act, performed_on=on, evidence="交接笔录", by=book.clerk, at=AT
    )


def test_the_enforcement_fee_is_owed_and_holds_no_performance_up(book: Book) -> None:
    book.owe("100000")
    owe_fee(book)
    book.pay("100000", DUE, arrival=AccountOwner.CREDITOR)

    shown = stated(book)
    assert shown.total == shown.court_fees_owed == Yuan.of("1400")
    assert shown.owed_by(book.debtor.pk) == Yuan.of("1400")
    assert shown.is_performed is True
    assert shown.performed_by(book.debtor.pk) is True
    assert shown.performed_by_on(book.debtor.pk) == DUE
    assert shown.last_due == DUE


def test_the_enforcement_fee_bears_no_doubled_interest(book: Book) -> None:
    owe_fee(book)

    assert stated(book, DUE + timedelta(days=300)).total == Yuan.of("1400")


def test_the_fee_is_changed_with_a_reason_and_keeps_what_was_paid_for_it(book: Book) -> None:
    book.owe("100000")
    fee = owe_fee(book)
    book.pay("500", DUE, arrival=AccountOwner.COURT_FEES, payer=book.debtor)

    new = actions.correct_amount(obligation=fee, amount=Yuan.of("700"), reason="减半", at=AT)
    assert new is not None
    assert new.replaces == fee
    assert stated(book).court_fees_owed == Yuan.of("200")

    actions.correct_amount(obligation=new, amount=None, reason="免交", at=AT)
    assert stated(book).court_fees_owed == Yuan(0)
    assert stated(book).surplus == Yuan.of("500")
    assert len(stated(book).lines) == 1


@pytest.mark.parametrize(("reason", "words"), [("", "应当写明理由"), ("减半", "")])
def test_what_the_instrument_orders_is_not_changed_by_the_court_that_enforces(
    book: Book, reason: str, words: str
) -> None:
    with pytest.raises(Refused, match="文书确定的金额不能更改"):
        actions.correct_amount(
            obligation=book.owe("100"), amount=Yuan.of("50"), reason="减半", at=AT
        )
    if words:
        with pytest.raises(Refused, match=words):
            actions.correct_amount(obligation=owe_fee(book), amount=None, reason=reason, at=AT)


def test_article_264_a_penalty_is_owed_once_set_and_doubles_nothing(book: Book) -> None:
    act = book.owe_act()
    owe_penalty(book, act, amount="5000")

    shown = stated(book, DUE + timedelta(days=100))
    assert shown.total == Yuan.of("5000")
    assert shown.undecided == ()


def test_article_264_a_penalty_by_the_day_stops_when_the_act_is_done(book: Book) -> None:
    act = book.owe_act()
    owe_penalty(book, act, daily_from=DUE)
    assert stated(book, DUE + timedelta(days=3)).per_day_text == "+200.00元/日"

    perform(book, act, DUE + timedelta(days=7))
    shown = stated(book, DUE + timedelta(days=30))
    assert shown.lines[-1].amount == shown.total == Yuan.of("1400")
    book.pay("1400", DUE + timedelta(days=30))
    assert stated(book, DUE + timedelta(days=30)).performed_on == DUE + timedelta(days=30)


def test_a_penalty_needs_its_act_and_nothing_else_has_one(book: Book) -> None:
    with pytest.raises(Refused, match="针对哪一项行为义务"):
        owe_penalty(book, book.owe("100"))
    with pytest.raises(Refused, match="只有迟延履行金针对行为义务"):
        book.owe("100", for_act=book.owe_act())


def test_an_agreed_value_is_on_record_and_owes_nothing(book: Book) -> None:
    act = book.owe_act()
    actions.value_act(
        obligation=act,
        amount=Yuan.of("80000"),
        agreed_on=DUE,
        reason="车辆已灭失，双方约定折价",
        evidence="笔录",
        by=book.clerk,
        at=AT,
    )

    (line,) = stated(book).lines
    assert line.agreed_value == Yuan.of("80000")
    assert line.known == Yuan(0)
    assert line.is_performed is False


@pytest.mark.parametrize("missing", ["reason", "evidence"])
def test_an_act_is_valued_only_with_reason_and_evidence(book: Book, missing: str) -> None:
    given = {"reason": "双方约定", "evidence": "笔录", missing: " "}
    with pytest.raises(Refused, match="应当写明理由和证据"):
        actions.value_act(
            obligation=book.owe_act(),
            amount=Yuan.of("1"),
            agreed_on=DUE,
            by=book.clerk,
            at=AT,
            **given,
        )


def test_what_is_given_up_after_a_kept_settlement_is_owed_no_more(book: Book) -> None:
    book.owe("100000")
    book.owe_court_fee("1150")
    book.pay("60000", DUE, arrival=AccountOwner.CREDITOR)
    actions.waive_rest(
        matter=book.matter, waived_on=DUE + timedelta(days=9), reason="协议", by=book.clerk, at=AT
    )

    shown = stated(book, DUE + timedelta(days=60))
    assert shown.total == Yuan.of("1150")
    assert shown.waived == Yuan.of("40063.00")
    assert shown.paid == Yuan.of("60000")
    assert stated(book, DUE + timedelta(days=8)).waived == Yuan(0)
