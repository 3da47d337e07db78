"""Obligations: what an instrument can order, and what the database never takes."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError

from duly.law.money import Fixed, Per, Refused, Terms, Yuan
from duly.law.terms import AccountOwner, ObligationKind
from duly.ledger import actions
from duly.ledger.models import ActPerformance, Instalment, Obligation, Suspension
from tests.ledger.casebook import AT, DUE, Book

pytestmark = pytest.mark.django_db
TERMS = Terms(Fixed(Decimal("0.06"), Per.YEAR), date(2022, 1, 1))


def test_several_debtors_answer_jointly(book: Book) -> None:
    sole = book.owe("100")
    joint = book.owe("100", debtors=[book.debtor, book.other_debtor])

    assert (sole.liability, joint.liability) == ("sole", "joint")
    assert (sole.ordinal, joint.ordinal) == (1, 2)
    assert set(joint.debtors.all()) == {book.debtor, book.other_debtor}


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"amount": None}, "amount"),
        ({"amount": "0"}, "amount"),
        ({"payee": None}, "payee"),
        ({"payee": AccountOwner.COURT_FEES}, "payee"),
        ({"creditor": None}, "creditor"),
        ({"debtors": []}, "debtors"),
        ({"description": " "}, "description"),
        ({"due_reason": ""}, "due_reason"),
        ({"kind": ObligationKind.ACT}, "amount"),
        ({"kind": ObligationKind.OTHER_COSTS, "terms": TERMS}, "terms"),
        ({"instalments": [(DUE, Yuan.of("60"))]}, "instalments"),
        ({"instalments": [(DUE, Yuan(0)), (DUE, Yuan.of("100"))]}, "instalments[1].due_date"),
        (
            {"instalments": [(DUE, Yuan(0)), (DUE + timedelta(1), Yuan.of("100"))]},
            "instalments[0].amount",
        ),
        (
            {
                "instalments": [(DUE, Yuan.of("100"))],
                "terms": Terms(TERMS.rate, TERMS.start, total_cap=Yuan(1)),
            },
            "terms.total_cap",
        ),
    ],
)
def test_an_obligation_that_no_instrument_can_order_is_refused(
    book: Book, change: dict[str, Any], field: str
) -> None:
    with pytest.raises(Refused) as refused:
        book.owe(**{"amount": "100", **change})

    assert refused.value.field == field
    assert not Obligation.objects.exists()


def test_a_party_of_the_wrong_side_is_refused(book: Book) -> None:
    with pytest.raises(Refused, match="履行义务人"):
        book.owe("100", debtors=[book.first])
    with pytest.raises(Refused, match="债权人"):
        book.owe("100", creditor=book.debtor)


def test_the_days_of_instalments_are_those_of_the_instrument(book: Book) -> None:
    plan = book.owe("100", instalments=[(DUE, Yuan.of("100"))])
    plain = book.owe("100", due_date=None, due_reason="生效日期未查明")

    actions.set_due_date(matter=book.matter, due_date=date(2023, 1, 3), because=["期满"])

    plan.refresh_from_db()
    plain.refresh_from_db()
    assert (plan.due_date, plain.due_date) == (DUE, date(2023, 1, 3))


def test_a_due_day_needs_its_reckoning(book: Book) -> None:
    with pytest.raises(Refused):
        actions.set_due_date(matter=book.matter, due_date=DUE, because=[])


def test_an_obligation_that_was_paid_on_is_withdrawn_only_after_a_reversal(book: Book) -> None:
    wrong = book.owe("100")
    paid = book.pay("100", DUE)
    with pytest.raises(Refused, match="先冲正"):
        actions.withdraw_obligation(obligation=wrong, reason="重复登记", at=AT)

    actions.reverse_payment(payment=paid, reason="录错", by=book.clerk, at=AT)
    actions.withdraw_obligation(obligation=wrong, reason="重复登记", at=AT)

    with pytest.raises(Refused):
        book.pay("100", DUE)


def test_debts_to_creditors_are_never_redirected_to_the_fee_account(book: Book) -> None:
    book.owe("100")
    fee = book.owe_court_fee()
    act = book.owe_act()

    with pytest.raises(Refused):
        actions.redirect_payee(matter=book.matter, payee=AccountOwner.COURT_FEES)
    actions.redirect_payee(matter=book.matter, payee=AccountOwner.ENFORCEMENT_FUNDS)

    fee.refresh_from_db()
    act.refresh_from_db()
    assert (fee.payee, act.payee) == ("court_fees", "")


def test_money_is_not_performed_like_an_act_nor_an_act_twice(book: Book) -> None:
    money, act = book.owe("100"), book.owe_act()
    given: dict[str, Any] = {
        "performed_on": DUE,
        "evidence": "交接笔录",
        "by": book.clerk,
        "at": AT,
    }
    actions.record_act_performance(obligation=act, **given)

    for obligation in (money, act):
        with pytest.raises(Refused):
            actions.record_act_performance(obligation=obligation, **given)


def test_suspensions_do_not_overlap_and_an_open_one_can_be_ended(book: Book) -> None:
    def suspend(start: int, end: int | None) -> Suspension:
        return actions.suspend(
            matter=book.matter,
            start_date=DUE + timedelta(start),
            end_date=None if end is None else DUE + timedelta(end),
            reason="暂缓执行",
            at=AT,
        )

    suspend(0, 5)
    running = suspend(5, None)
    for start, end in ((4, 6), (9, 10), (20, None), (3, 3)):
        with pytest.raises(Refused):
            suspend(start, end)

    actions.end_suspension(suspension=running, end_date=DUE + timedelta(9))
    assert suspend(9, 10).pk
    with pytest.raises(Refused):
        actions.end_suspension(suspension=running, end_date=DUE + timedelta(12))


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "gift"},
        {"liability": "perhaps"},
        {"amount_fen": 0},
        {"amount_fen": -1},
        {"amount_fen": None},
        {"kind": "act", "payee": ""},
        {"payee": ""},
        {"payee": "pocket"},
        {"creditor": None},
        {"kind": "other_costs", "interest_terms": {}},
        {"description": ""},
        {"due_reason": ""},
        {"withdrawn_reason": "没有时间"},
        {"withdrawn_at": AT},
        {"ordinal": 1},
    ],
)
def test_the_database_refuses_a_broken_obligation(book: Book, change: dict[str, Any]) -> None:
    book.owe("100")
    row = book.owe("100")
    row.pk = None
    row.ordinal = 3
    for name, value in change.items():
        setattr(row, name, value)

    with pytest.raises(IntegrityError):
        row.save(force_insert=True)


@pytest.mark.parametrize("change", [{"amount_fen": 0}, {"ordinal": 0}, {"ordinal": 1}])
def test_the_database_refuses_a_broken_instalment(book: Book, change: dict[str, Any]) -> None:
    plan = book.owe("100", instalments=[(DUE, Yuan.of("100"))])
    sound = {"obligation": plan, "ordinal": 2, "amount_fen": 1, "due_date": DUE}

    with pytest.raises(IntegrityError):
        Instalment.objects.create(**{**sound, **change})


@pytest.mark.parametrize("change", [{"end_date": DUE}, {"reason": ""}, {"end_date": None}])
def test_the_database_refuses_a_broken_suspension(book: Book, change: dict[str, Any]) -> None:
    sound = {"matter": book.matter, "start_date": DUE, "reason": "暂缓", "recorded_at": AT}
    Suspension.objects.create(**sound)

    with pytest.raises(IntegrityError):
        Suspension.objects.create(**{**sound, "end_date": date(2023, 1, 1), **change})


def test_the_database_refuses_an_act_without_evidence_and_a_debtor_twice(book: Book) -> None:
    act = book.owe_act()

    with pytest.raises(IntegrityError):
        ActPerformance.objects.create(
            obligation=act, performed_date=DUE, recorded_by=book.clerk, recorded_at=AT
        )


def test_the_database_refuses_a_debtor_liable_twice(book: Book) -> None:
    liability = book.owe("100").liabilities.get()
    liability.pk = None

    with pytest.raises(IntegrityError):
        liability.save(force_insert=True)
