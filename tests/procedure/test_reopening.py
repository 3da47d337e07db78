"""付款冲正以后：已按履行完毕办结的恢复办理，证明书提示撤销，提醒重新开始。"""

from datetime import date

import pytest

from duly.law.terms import MeasureKind, Role
from duly.procedure import queries
from duly.procedure.models import Alarm, Course, Measure
from duly.procedure.refusal import StepNotAllowed
from tests.procedure import walks
from tests.procedure.conftest import Walk
from tests.procedure.untouched import refused
from tests.procedure.walks import CLERK, FILING, JUDGE

HEAD = Role.BUREAU_HEAD


def reverse(walk: Walk) -> None:
    payment = walk.matter.payments.filter(reverses=None, reversed_by=None).order_by("pk")[0]
    walk.take("record", "reverse_payment", JUDGE, payment=str(payment.pk), reason="付款行退票")


def reopen(walk: Walk, role: Role) -> None:
    walk.take("record", "reopen", role, reasons="付款行退票，债务没有履行")


def told(walk: Walk) -> list[str]:
    alarms = Alarm.objects.filter(matter=walk.matter, kind="reversed", cleared_at=None)
    return list(alarms.order_by("pk").values_list("sentence", flat=True))


def conclude(walk: Walk) -> None:
    walk.take("enforcement", "conclude", JUDGE, how="performed")


@pytest.fixture
def warned(walk: Walk) -> Walk:
    walks.to_warned(walk)
    walk.on = date(2026, 6, 10)
    return walk


def test_a_first_stage_closed_as_performed_goes_on_when_its_payment_is_gone(walk: Walk):
    walks.to_running(walk)
    term = walk.course("post_judgment").deadlines.get(name="performance")
    walk.pay("102300.00", CLERK, arrival="creditor")
    walks.pay_fees(walk, CLERK)
    walk.take("post_judgment", "note_performed", CLERK)
    with refused(StepNotAllowed, "没有需要“付款冲正，恢复办理”"):
        reopen(walk, Role.TRIAL_JUDGE)
    payment = walk.matter.payments.order_by("pk")[0]
    walk.take("record", "reverse_payment", CLERK, payment=str(payment.pk), reason="退票")
    (sentence,) = told(walk)
    assert "“判后督促履行”已按履行完毕办结" in sentence

    reopen(walk, Role.TRIAL_JUDGE)
    course = walk.course("post_judgment")
    assert (course.state, course.closed_at) == ("running", None)
    assert course.deadlines.get(name="performance", stopped_at=None).last_date == term.last_date
    assert told(walk) == []


def test_a_concluded_enforcement_goes_on_and_the_debtor_is_public_again(warned: Walk):
    walks.pay_all(warned)
    warned.take("defaulter_warning", "end_performed", JUDGE)
    shield = warned.course("release")
    warned.take_on(shield, "lift", JUDGE, done_on="2026-06-10", evidence="回执")
    walks.pay_out(warned)
    conclude(warned)
    sent = str(warned.matter.payouts.get().pk)
    warned.take(
        "record", "return_payout", JUDGE, payout=sent, returned_on="2026-06-10", reason="退票"
    )
    reverse(warned)
    assert "“执行案件”已按履行完毕办结" in told(warned)[0]

    reopen(warned, JUDGE)
    course = warned.course("enforcement")
    assert (course.state, course.closed_at) == ("notified", None)
    assert course.deadlines.filter(name="conclusion", stopped_at=None).exists()
    assert warned.matter.proceedings.get(kind="enforcement").closed_date is None
    public = Measure.objects.filter(kind=MeasureKind.CASE_PUBLICITY.value, released_date=None)
    assert public.count() == 1
    assert warned.course("defaulter_warning").state == "open"
    assert told(warned) == []


def test_a_certificate_of_a_debt_owed_again_is_told_until_it_is_revoked(warned: Walk):
    walks.pay_all(warned)
    warned.take("certificate", "propose_certificate", JUDGE, reasons="履行完毕")
    warned.take("certificate", "approve_certificate", HEAD)
    owed = warned.course("release")
    reverse(warned)
    (sentence,) = told(warned)
    assert "（2026）粤0117履证1号与事实不符，请报请撤销（陈示例）" in sentence
    owed.refresh_from_db()
    assert owed.state == "owed"

    warned.take("revocation", "propose_revocation", JUDGE, reasons="据以出具的付款已冲正")
    warned.take("revocation", "approve_revocation", HEAD)
    assert told(warned) == []
    owed.refresh_from_db()
    assert owed.state == "cancelled"


def test_a_warning_that_ended_by_a_payment_begins_anew_without_it(warned: Walk):
    walks.pay_all(warned)
    warned.take("defaulter_warning", "end_performed", JUDGE)
    reverse(warned)
    assert warned.course("defaulter_warning").state == "open"
    running = Course.objects.filter(mechanism="defaulter_warning", closed_at=None)
    assert running.count() == 1


def test_an_application_withdrawn_before_filing_may_be_made_again(walk: Walk):
    walks.to_applied(walk)
    walk.take("pre_enforcement", "file_directly", FILING, reason="declined", reasons="不同意督促")
    gone = {"withdrawn_on": walk.on.isoformat(), "evidence": "撤回申请书"}
    walk.take("enforcement", "withdraw_application", FILING, **gone)
    again = {"applied_on": walk.on.isoformat(), "request": "请求强制执行"}
    walk.take("record", "apply_for_rest", FILING, applicant=walk.party("creditor"), **again)
    assert walk.course("pre_enforcement").state == "applied"


def test_an_urging_that_was_withdrawn_may_be_applied_for_again(walk: Walk):
    walks.to_urging(walk)
    gone = {"withdrawn_on": walk.on.isoformat(), "evidence": "撤回申请书"}
    walk.take("pre_enforcement", "withdraw", FILING, **gone)
    record = walk.course("record")
    assert queries.step_view(record, "apply_for_rest", walk.staff[FILING], walk.at).permitted
    again = {"applied_on": walk.on.isoformat(), "request": "请求强制执行"}
    walk.take("record", "apply_for_rest", FILING, applicant=walk.party("creditor"), **again)
    assert walk.course("pre_enforcement").state == "applied"
