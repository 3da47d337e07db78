"""汇错账户、多付给债权人：转付、退还，不必重新付款。"""

from datetime import date

import pytest

from duly.law.money import Yuan
from duly.ledger import funds
from duly.procedure.facts import debt
from duly.procedure.models import Course
from duly.procedure.refusal import Refused, Unanswered
from tests.procedure import walks
from tests.procedure.conftest import Walk
from tests.procedure.test_money import pay_out
from tests.procedure.untouched import refused
from tests.procedure.walks import JUDGE


@pytest.fixture
def enforced(walk: Walk) -> Walk:
    walks.to_enforcement(walk)
    return walk


def transfer(walk: Walk, amount: str, arrival: str = "court_fees") -> None:
    walk.take(
        "record",
        "transfer_payment",
        JUDGE,
        payment=str(walk.matter.payments.filter(reverses=None, reversed_by=None).get().pk),
        amount=amount,
        arrival=arrival,
        moved_on=walk.on.isoformat(),
        evidence="转付审批表、转账凭证",
    )


def test_a_fee_paid_into_the_wrong_account_is_moved_and_counts_from_the_day_it_came(
    enforced: Walk,
):
    owed = debt.statement(enforced.matter, enforced.on)
    enforced.pay(str(owed.known.amount), JUDGE)
    came = enforced.on
    assert debt.statement(enforced.matter, enforced.on).surplus == owed.court_fees_owed

    enforced.on = date(2026, 5, 20)
    transfer(enforced, str(owed.court_fees_owed.amount))
    after = debt.statement(enforced.matter, enforced.on)
    assert after.is_performed
    assert (after.surplus, after.paid) == (Yuan(0), owed.known)
    assert after.performed_on == came
    assert funds.of(enforced.matter.pk).fees == owed.court_fees_owed
    course = Course.objects.get(mechanism="payout", party__role="debtor")
    assert course.state == "cancelled"


def test_no_more_is_moved_than_came_nor_to_where_it_is(enforced: Walk):
    enforced.pay("1000", JUDGE)
    with refused(Unanswered, "不超过该笔到账的1,000.00元"):
        transfer(enforced, "1000.01")
    with refused(Unanswered, "本来就在这一账户"):
        transfer(enforced, "500", arrival="enforcement_funds")


def test_what_was_paid_out_already_is_not_moved(enforced: Walk):
    enforced.pay("1000", JUDGE)
    pay_out(enforced, "1000.00")
    with refused(Unanswered, "该笔款项已经发放"):
        transfer(enforced, "500")


def test_what_a_creditor_received_beyond_the_debt_he_returns(enforced: Walk):
    owed = debt.statement(enforced.matter, enforced.on)
    most = owed.known.amount - owed.court_fees_owed.amount
    enforced.pay(str(most + 500), JUDGE, arrival="creditor")
    assert debt.statement(enforced.matter, enforced.on).surplus == Yuan.of("500")
    course = Course.objects.get(mechanism="payout", party__role="debtor")
    assert course.deadlines.filter(name="payout", stopped_at=None).exists()

    returned = {"returned_on": enforced.on.isoformat(), "evidence": "债权人转账回单"}
    with refused(Refused, "晚于今天"):
        enforced.take_on(course, "record_return", JUDGE, returned_on="2027-01-01", evidence="回单")
    enforced.take_on(course, "record_return", JUDGE, **returned)
    after = debt.statement(enforced.matter, enforced.on)
    assert (after.surplus, after.paid) == (Yuan(0), Yuan.of(str(most)))
    course.refresh_from_db()
    assert course.state == "paid"
    assert not Course.objects.filter(mechanism="payout", closed_at=None).exists()
