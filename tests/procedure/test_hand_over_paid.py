"""A debt that is paid before filing is neither filed nor published (二(二)2)."""

from datetime import timedelta

import pytest

from duly.law.terms import Role
from duly.procedure.facts import debt
from duly.procedure.models import Deadline, Measure
from duly.procedure.refusal import Refused
from tests.procedure import walks
from tests.procedure.conftest import Walk
from tests.procedure.walks import FILING


def to_received(walk: Walk) -> None:
    walks.to_urging(walk)
    walk.take("pre_enforcement", "issue_notice", Role.MEDIATOR)
    walk.serve_paper("urging-notice", Role.MEDIATOR)
    term = Deadline.objects.get(course=walk.course("pre_enforcement"), name="urging_month")
    walk.on = term.last_date + timedelta(days=1)
    walk.take("pre_enforcement", "transfer", Role.MEDIATOR, wanted="yes", reasons="期限届满未履行")


def pay_everything(walk: Walk) -> None:
    owed = debt.statement(walk.matter, walk.on)
    assert owed.total is not None
    walk.pay(f"{owed.total.amount - owed.court_fees_owed.amount:.2f}", FILING, arrival="creditor")
    walk.pay(f"{owed.court_fees_owed.amount:.2f}", FILING, arrival="court_fees")


def test_a_debt_paid_after_the_transfer_is_not_filed_but_withdrawn(walk: Walk) -> None:
    to_received(walk)
    pay_everything(walk)

    with pytest.raises(Refused, match=r"债务已经履行完毕.*撤回执行申请"):
        walk.take(
            "enforcement",
            "file",
            FILING,
            funds_number="4401990087654321",
            funds_bank="示例银行从化法院案款专户",
        )
    assert not Measure.objects.filter(matter=walk.matter).exists()

    walk.take(
        "enforcement",
        "withdraw_application",
        FILING,
        withdrawn_on=walk.on.isoformat(),
        evidence="撤回申请书",
    )
    assert walk.course("enforcement").closed_at is not None


def test_money_that_reached_the_creditor_counts_after_the_debt_was_redirected(walk: Walk) -> None:
    walks.to_enforcement(walk)
    before = debt.owing(walk.matter, walk.on)
    walk.pay("1000.00", walks.JUDGE, arrival="creditor")
    after = debt.owing(walk.matter, walk.on)

    assert before is not None
    assert after is not None
    assert (before - after).plain == "1000.00"
