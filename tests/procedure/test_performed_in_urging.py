"""二(二)2: a debtor who has paid in the month is never handed over to enforcement."""

from datetime import date

from duly.law.terms import Role
from duly.procedure.facts import debt
from duly.procedure.models import Measure
from duly.procedure.refusal import Refused
from tests.procedure import walks
from tests.procedure.conftest import Walk
from tests.procedure.untouched import refused

MEDIATOR, FILING = Role.MEDIATOR, Role.FILING_CLERK


def to_paid(walk: Walk) -> None:
    walks.to_urging(walk)
    walk.take("pre_enforcement", "issue_notice", MEDIATOR)
    owed = debt.statement(walk.matter, walk.on)
    debt_alone = owed.known - owed.court_fees_owed
    walk.pay(f"{debt_alone.amount:.2f}", FILING, arrival="creditor")
    walk.pay(f"{owed.court_fees_owed.amount:.2f}", FILING, arrival="court_fees")
    walk.on = date(2026, 5, 20)


def test_a_debt_paid_in_the_month_is_not_transferred_when_it_ends(walk: Walk):
    to_paid(walk)
    with refused(Refused, "义务已经履行完毕，不再立案执行", "督促成功归档"):
        walk.take("pre_enforcement", "transfer", MEDIATOR, wanted="yes", reasons="期限届满")
    assert not Measure.objects.filter(matter=walk.matter).exists()


def test_it_is_archived_with_the_applicants_confirmation(walk: Walk):
    to_paid(walk)
    walk.take(
        "pre_enforcement",
        "close_performed",
        MEDIATOR,
        confirmed="yes",
        confirmed_on="2026-05-20",
        evidence="申请人确认书",
    )
    assert walk.course("pre_enforcement").state == "performed"
