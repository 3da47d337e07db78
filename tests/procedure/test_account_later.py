"""The payee account after post-judgment urging: the same two people, wherever it was proposed."""

from datetime import date

from duly.law.terms import Role
from duly.outreach.models import Errand
from duly.procedure import account_change, queries
from duly.procedure.refusal import Refused, StepNotAllowed
from duly.registry.models import PayeeAccount
from tests.procedure import walks
from tests.procedure.conftest import Walk
from tests.procedure.test_payments import CHANGED, CHECKED, change_account
from tests.procedure.untouched import refused
from tests.procedure.walks import CLERK, FILING, JUDGE

DECIDE = "confirm_account_change"


def propose(walk: Walk, role: Role, step: str = "propose_account", **changes: str) -> None:
    """Give the creditor's account in the matter's record."""
    walk.take("record", step, role, creditor=walk.party("creditor"), **CHANGED, **changes)


def waiting(walk: Walk, role: Role) -> list[tuple[str, str]]:
    """What a post is to decide, and in which course."""
    found = queries.approvals(walk.staff[role], walk.at)
    return [(one.course.mechanism, one.step.name) for one in found]


def test_there_is_one_way_at_a_time(walk: Walk) -> None:
    walks.to_running(walk)
    with refused(StepNotAllowed, "没有需要"):
        propose(walk, CLERK)
    change_account(walk)
    with refused(StepNotAllowed, "没有需要"):
        walk.take("record", DECIDE, Role.TRIAL_JUDGE, **CHECKED)
    assert waiting(walk, Role.TRIAL_JUDGE) == [("post_judgment", DECIDE)]


def test_in_enforcement_a_change_waits_for_the_hold_and_a_second_person(walk: Walk) -> None:
    walks.to_enforcement(walk)
    proposed = walk.on
    propose(walk, JUDGE)
    assert Errand.objects.filter(purpose="alert").count() == 1
    told = [paper.template for paper in account_change.told_the_old(walk.matter)]
    assert told == ["payee-account-confirmation", "performance-notice"]
    assert waiting(walk, JUDGE) == []
    assert waiting(walk, Role.ENFORCEMENT_CLERK) == [("record", DECIDE)]
    with refused(StepNotAllowed, "提出人不能复核自己提出的事项"):
        walk.take("record", DECIDE, JUDGE, **CHECKED)
    with refused(Refused, "届满，此前不能通过变更"):
        walk.take("record", DECIDE, Role.ENFORCEMENT_CLERK, **CHECKED)
    with refused(StepNotAllowed, "已有一项账户变更等待复核"):
        propose(walk, Role.ENFORCEMENT_CLERK)
    walk.on = date.fromordinal(proposed.toordinal() + 14)
    walk.take("record", DECIDE, Role.ENFORCEMENT_CLERK, **CHECKED)
    assert PayeeAccount.objects.get(owner="creditor", state="confirmed").version == 2
    assert not Errand.objects.filter(purpose="alert", closed_at=None).exists()
    told = [paper.template for paper in account_change.told_the_old(walk.matter)]
    assert "performance-notice" in told


def test_a_change_that_waits_when_post_judgment_urging_ends_is_decided_in_the_record(
    walk: Walk,
) -> None:
    walks.to_running(walk)
    change_account(walk)
    walks.apply(walk)
    assert waiting(walk, CLERK) == []
    assert waiting(walk, FILING) == [("record", DECIDE)]
    with refused(StepNotAllowed, "提出人不能复核自己提出的事项"):
        walk.take("record", DECIDE, CLERK, **CHECKED)
    walk.take("record", DECIDE, FILING, **CHECKED)
    assert PayeeAccount.objects.get(state="confirmed").version == 2
    assert waiting(walk, FILING) == []


def test_a_first_account_may_be_confirmed_after_post_judgment_urging(walk: Walk) -> None:
    walks.to_applied(walk)
    PayeeAccount.objects.all().delete()
    with refused(StepNotAllowed, "没有需要"):
        propose(walk, FILING)
    propose(walk, FILING, "confirm_account")
    assert PayeeAccount.objects.get().state == "confirmed"
    with refused(StepNotAllowed, "没有需要"):
        propose(walk, FILING, "confirm_account")
    assert not Errand.objects.filter(purpose="alert").exists()


def test_no_account_is_changed_in_an_archived_matter(walk: Walk) -> None:
    walks.to_running(walk)
    walk.pay("100000.00", CLERK, arrival="creditor", creditor=walk.party("creditor"))
    walks.pay_fees(walk, CLERK)
    walk.take("post_judgment", "note_performed", CLERK)
    propose(walk, CLERK)
    no = {"confirmed": "no", "reasons": "债权人称没有申请变更"}
    walk.take("record", DECIDE, Role.TRIAL_JUDGE, **no)
    walk.take("record", "archive", Role.TRIAL_JUDGE)
    with refused(StepNotAllowed, ""):
        propose(walk, CLERK)
