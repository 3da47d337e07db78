"""二: who enters pre-enforcement urging, what happens in the month, and how it is handed over."""

from datetime import date

import pytest

from duly.documents.models import Paper
from duly.law.terms import Role
from duly.procedure import queries
from duly.procedure.models import Assignment, Course, Deadline, StepTaken
from duly.procedure.refusal import Refused, StepNotAllowed, Unanswered
from tests.procedure import walks
from tests.procedure.conftest import Walk
from tests.procedure.untouched import refused
from tests.procedure.walks import FILING, JUDGE

MEDIATOR = Role.MEDIATOR


def serve_instrument(walk: Walk, method: str, *, to: str = "debtor", **days: str) -> None:
    walk.take(
        "record",
        "record_service",
        walks.CLERK,
        what=f"instrument-{walk.matter.instruments.get().pk}",
        party=walk.party(to),
        method=method,
        acted_on=days.pop("acted_on", "2026-03-03"),
        evidence="送达凭证",
        **days,
    )


def apply(walk: Walk) -> None:
    walk.take(
        "post_judgment",
        "receive_application",
        FILING,
        applicant=walk.party("creditor"),
        applied_on=walk.on.isoformat(),
        request="请求强制执行",
    )


def extend(walk: Walk, until: str, **changes: str) -> None:
    answers = {"until": until, "reasons": "双方正在协商", "consented": "yes"}
    walk.take("pre_enforcement", "extend", FILING, **{**answers, **changes})


def test_an_instrument_served_by_public_notice_is_not_urged(walk: Walk):
    serve_instrument(walk, "public_notice")
    serve_instrument(walk, "personal", to="creditor", signed_on="2026-03-03")
    walk.on = date(2026, 5, 20)
    apply(walk)
    with refused(Refused, "生效法律文书系公告送达，不适用执前督促", "正常立案"):
        walks.consent(walk, asked_on="2026-05-20")
    walk.take(
        "pre_enforcement", "file_directly", FILING, reason="public_notice", reasons="公告送达"
    )
    assert walk.course("enforcement").state == "received"


def test_an_urging_paper_is_never_served_by_public_notice(walk: Walk):
    walks.to_urging(walk)
    walk.take("pre_enforcement", "issue_notice", MEDIATOR)
    paper = Paper.objects.get(template="urging-notice")
    with refused(Refused, "督促文书不以公告方式送达"):
        walk.take(
            "record",
            "record_service",
            MEDIATOR,
            what=f"paper-{paper.pk}",
            party=walk.party("debtor"),
            method="public_notice",
            acted_on="2026-04-07",
            evidence="公告",
        )


def test_another_court_s_first_instance_is_not_urged(walk: Walk):
    walk.register(number="（2026）粤0118民初7号", court_name="广州市增城区人民法院")
    walks.to_applied(walk)
    with refused(Refused, "一审法院不是本院，不适用执前督促"):
        walks.consent(walk)
    walk.take("pre_enforcement", "file_directly", FILING, reason="not_own", reasons="增城法院一审")
    assert walk.course("enforcement").state == "received"


def test_another_court_s_code_needs_that_court_s_name(walk: Walk):
    with refused(Unanswered, "案号不是本院的，请填写作出法院"):
        walk.register(number="（2026）粤0118民初7号")
    with refused(Unanswered, "案号代字粤0117是广州市从化区人民法院"):
        walk.register(number="（2026）粤0117民初7号", court_name="广州市增城区人民法院")


def test_consent_needs_a_number_by_which_the_debtor_is_reached(walk: Walk):
    walk.register(number="（2026）粤0117民初9号", debtor_phone="", debtor_address="")
    walks.to_applied(walk)
    with refused(Refused, "没有债务人的具体联系方式", "直接立案执行"):
        walks.consent(walk)
    walks.consent(walk, debtor_phone="13800000009")
    point = walk.matter.parties.get(role="debtor").contact_points.get()
    assert (point.value, point.source) == ("13800000009", "申请人提供")


def test_an_emergency_bars_consent(walk: Walk):
    walks.to_applied(walk)
    with refused(Refused, "有转移财产、逃避执行等紧急情况", "直接立案执行"):
        walks.consent(walk, emergency="yes")


@pytest.mark.parametrize("reason", ["declined", "emergency", "unsuitable"])
def test_a_reason_for_filing_directly_leads_to_enforcement(walk: Walk, reason: str):
    walks.to_applied(walk)
    walk.take("pre_enforcement", "file_directly", FILING, reason=reason, reasons="询问记录在卷")

    enforcement = walk.course("enforcement")
    assert enforcement.state == "received"
    assert enforcement.deadlines.get().name == "filing"
    assert walk.course("pre_enforcement").closed_at is not None


@pytest.mark.parametrize(
    ("reason", "why"),
    [
        ("unreachable", "记录与“申请人不能提供债务人的具体联系方式”不符"),
        ("public_notice", "记录与“生效法律文书系公告送达”不符"),
        ("not_own", "记录与“一审法院不是本院”不符"),
    ],
)
def test_a_reason_that_the_record_contradicts_is_refused(walk: Walk, reason: str, why: str):
    walks.to_applied(walk)
    with refused(Refused, why):
        walk.take("pre_enforcement", "file_directly", FILING, reason=reason, reasons="见卷")


def test_who_has_agreed_did_not_decline(walk: Walk):
    walks.to_requested(walk)
    with refused(Refused, "记录与“申请人不同意执前督促”不符"):
        walk.take("pre_enforcement", "file_directly", FILING, reason="declined", reasons="反悔")
    walk.take("pre_enforcement", "file_directly", FILING, reason="unsuitable", reasons="反悔")


def test_an_emergency_found_after_consent_takes_its_place(walk: Walk):
    walks.to_requested(walk)
    walk.take("pre_enforcement", "file_directly", FILING, reason="emergency", reasons="正在转移")

    standing = walk.matter.facts.get(question="emergency", withdrawn_at=None)
    assert standing.holds
    assert walk.matter.facts.filter(question="emergency").count() == 2


def test_the_month_is_extended_once_with_consent_and_by_no_more_than_a_month(walk: Walk):
    walks.to_urging(walk)
    term = Deadline.objects.get(name="urging_month")
    assert term.last_date == date(2026, 5, 7)
    with refused(Refused, "申请人同意延长：否"):
        extend(walk, "2026-06-05", consented="no")
    with refused(Refused, "不晚于现在的届满日"):
        extend(walk, "2026-05-07")
    with refused(Refused, "延长超过一个月"):
        extend(walk, "2026-06-08")
    extend(walk, "2026-06-05")
    running = Deadline.objects.get(name="urging_month", stopped_at=None)
    assert running.last_date == date(2026, 6, 5)
    with refused(Refused, "已经延长过一次"):
        extend(walk, "2026-06-20")


def test_the_month_is_not_extended_once_it_has_ended(walk: Walk):
    walks.to_urging(walk)
    walk.on = date(2026, 5, 8)
    with refused(Refused, "督促期限已经届满"):
        extend(walk, "2026-06-05")


def test_a_refusal_is_recorded_only_after_the_consequences_were_told(walk: Walk):
    walks.to_urging(walk)
    words = {"party": walk.party("debtor"), "on": "2026-04-07", "words": "没有钱，不还"}
    with refused(Refused, "还没有告知不履行后果的记录"):
        walk.take("pre_enforcement", "record_refusal", MEDIATOR, **words)
    walk.contact(MEDIATOR)
    walk.take("pre_enforcement", "record_refusal", MEDIATOR, **words)
    assert walk.matter.contacts.get(result="refused").note == "没有钱，不还"


def test_urging_fails_only_for_a_reason_and_after_the_notice(walk: Walk):
    walks.to_urging(walk)
    transfer = {"wanted": "yes", "reasons": "督促不成"}
    with refused(Refused, "《执前督促履行告知书》尚未发出", "督促期限至2026年5月7日"):
        walk.take("pre_enforcement", "transfer", MEDIATOR, **transfer)
    walk.take("pre_enforcement", "issue_notice", MEDIATOR)
    for _ in range(3):
        walk.contact(MEDIATOR, result="no_answer")
    walk.take("pre_enforcement", "transfer", MEDIATOR, **transfer)


def test_transfer_at_once_needs_an_emergency_found_and_no_notice(walk: Walk):
    walks.to_urging(walk)
    with refused(Refused, "没有认定紧急情况"):
        walk.take("pre_enforcement", "transfer_at_once", FILING, reasons="卖房")
    walk.take(
        "record",
        "find_fact",
        FILING,
        question="emergency",
        party=walk.party("debtor"),
        holds="yes",
        reasons="正在出售唯一房产",
    )
    walk.take("pre_enforcement", "transfer_at_once", MEDIATOR, reasons="正在出售唯一房产")
    assert walk.course("enforcement").state == "received"
    assert not queries.visible_matters(walk.staff[MEDIATOR], walk.on).exists()


def test_a_filing_clerk_finds_emergencies_and_nothing_else(walk: Walk):
    with refused(StepNotAllowed, "只能由执行法官认定"):
        walk.take(
            "record",
            "find_fact",
            FILING,
            question="concealment",
            party=walk.party("debtor"),
            holds="yes",
            reasons="听说",
        )


def test_partial_performance_closes_only_with_the_applicant_s_confirmation(walk: Walk):
    walks.to_urging(walk)
    confirmation = {"confirmed": "yes", "confirmed_on": "2026-04-07", "evidence": "笔录"}
    with refused(Refused, "没有到账或者履行行为的记录"):
        walk.take("pre_enforcement", "close_performed", FILING, **confirmation)
    walk.pay("30000", FILING, arrival="creditor")
    with refused(Refused, "申请人确认不必再申请强制执行：否", "转执行立案"):
        walk.take("pre_enforcement", "close_performed", FILING, **confirmation | {"confirmed": ""})
    walk.take("pre_enforcement", "close_performed", FILING, **confirmation)

    proceeding = walk.matter.proceedings.get()
    assert (proceeding.closed_date, proceeding.outcome[:4]) == (walk.on, "部分履行")
    assert not Assignment.objects.filter(until=None).exists()
    assert not walk.course("pre_enforcement").deadlines.filter(stopped_at=None).exists()


@pytest.mark.parametrize("stage", [walks.to_applied, walks.to_requested, walks.to_urging])
def test_the_applicant_withdraws_at_any_time_before_the_hand_over(walk: Walk, stage):
    stage(walk)
    walk.take(
        "pre_enforcement", "withdraw", FILING, withdrawn_on="2026-04-07", evidence="撤回申请书"
    )
    assert walk.course("pre_enforcement").state == "withdrawn"
    assert not Course.objects.filter(matter=walk.matter, mechanism="enforcement").exists()


def test_the_hand_over_carries_everything_without_typing_it_again(walk: Walk):
    walks.to_enforcement(walk)

    asked = {
        ask
        for taken in StepTaken.objects.filter(course__mechanism="enforcement")
        for ask in taken.answers
    }
    assert asked == {"funds_bank", "perform_by", "report_by"}  # and the sealed account number
    record = Paper.objects.get(template="transfer-record")
    for carried in (
        "陈示例",
        "喆淼商贸有限公司",
        "（2026）粤0117民初100号",
        "（2026）粤0117执前调1号",
        "13800000002",
        "电话1次，其中取得联系1次",
        "职员戊",
    ):
        assert carried in record.text
    notice = Paper.objects.get(template="enforcement-notice")
    assert "4401990087654321" in notice.text
    assert walk.matter.contacts.filter(stage="pre_enforcement").count() == 1
    assert walk.matter.payee_accounts.filter(owner="creditor", state="confirmed").count() == 1
    assert len(queries.timeline(walk.matter)) == StepTaken.objects.count()


def test_a_refusal_in_urging_is_read_in_enforcement(walk: Walk):
    walks.to_urging(walk)
    walk.contact(MEDIATOR)
    walk.take("pre_enforcement", "issue_notice", MEDIATOR)
    walk.take(
        "pre_enforcement",
        "record_refusal",
        MEDIATOR,
        party=walk.party("debtor"),
        on="2026-04-07",
        words="没有钱，不还",
    )
    walk.take("pre_enforcement", "transfer", MEDIATOR, wanted="yes", reasons="明确拒绝")
    assert "2026年4月7日，没有钱，不还" in Paper.objects.get(template="transfer-record").text


def test_a_contact_belongs_to_the_stage_of_its_day(walk: Walk):
    """A call of April entered in June is no contact of the enforcement that began in May."""
    walks.to_enforcement(walk)
    walk.take(
        "record",
        "record_contact",
        JUDGE,
        party=walk.party("debtor"),
        on="2026-04-08",
        channel="call",
        result="reached",
        note="补记",
    )
    assert walk.matter.contacts.get(note="补记").stage == "pre_enforcement"


def test_the_first_contact_ends_its_clock(walk: Walk):
    walks.to_enforcement(walk)
    assert (
        not walk.course("enforcement")
        .deadlines.filter(name="first_contact", stopped_at=None)
        .exists()
    )
