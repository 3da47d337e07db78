"""三(二): warned of a fine, spared, fined, reconsidered; one act once; no fine unwarned."""

from datetime import date

import pytest

from duly.documents.models import Paper, PaperStatus
from duly.law.terms import Role
from duly.procedure import queries
from duly.procedure.models import Course, Deadline, Misconduct, Sanction
from duly.procedure.refusal import Refused, StepNotAllowed, Unanswered
from duly.registry.models import CourtSetting
from tests.procedure import sanctioning, walks
from tests.procedure.conftest import Walk
from tests.procedure.sanctioning import FINE, fine
from tests.procedure.untouched import refused
from tests.procedure.walks import JUDGE, PRESIDENT


def propose(walk: Walk, act: Misconduct, **changes: str) -> None:
    walk.take(FINE, "propose_fine", JUDGE, **fine(act, **changes))


def to_decided(walk: Walk) -> Misconduct:
    act = sanctioning.to_run_out(walk, FINE)
    propose(walk, act)
    walk.take(FINE, "approve_fine", PRESIDENT)
    return act


def test_a_fine_is_decided_paid_upheld_and_closed(walk: Walk):
    act = to_decided(walk)
    made = Sanction.objects.get()
    assert (made.amount_fen, made.person, list(made.acts.all())) == (500_000, "陈示例", [act])
    assert made.paper.status == PaperStatus.ISSUED
    assert made.paper.title == "罚款决定书"
    course = walk.course(FINE)

    walk.serve_paper("fine-decision", JUDGE)
    walk.take(FINE, "record_reconsideration", JUDGE, applied_on="2026-06-18", evidence="复议申请书")
    clock = Deadline.objects.get(name="reconsideration", stopped_at=None)
    assert clock.last_date == date(2026, 6, 23)
    walk.take(FINE, "record_fine_paid", JUDGE, paid_on="2026-06-18", evidence="缴款书1号")
    with refused(Refused, "复议尚无结果"):
        walk.take(FINE, "close_fine", JUDGE)
    walk.on = date(2026, 6, 23)
    walk.take(
        FINE, "record_upheld", JUDGE, answered_on="2026-06-23", evidence="（2026）粤01司惩复1号"
    )
    walk.take(FINE, "close_fine", JUDGE)

    course.refresh_from_db()
    made.refresh_from_db()
    assert (course.state, made.reconsidered) == ("ended", "upheld")
    assert made.ended_date == date(2026, 6, 18)
    assert walk.course(FINE).state == "open"
    assert not Deadline.objects.filter(course=course, stopped_at=None).exists()


def test_what_a_decision_prints_is_on_record(walk: Walk):
    act = sanctioning.to_run_out(walk, FINE)
    step = queries.step_view(walk.course(FINE), "propose_fine", walk.staff[JUDGE], walk.at).step
    drawn = queries.preview(walk.course(FINE), step, fine(act), walk.staff[JUDGE], walk.at)
    text = str(next(iter(drawn.values())))

    for words in (
        "男，1990年3月7日出生，公民身份号码440199199003070013",
        "2026年6月1日，名下有存款，仍拒不履行",
        "5,000.00元",
        "广东省广州市中级人民法院",
        "申请标的额：100,000.00元",
    ):
        assert words in text


def test_a_late_application_for_reconsideration_is_refused(walk: Walk):
    to_decided(walk)
    walk.serve_paper("fine-decision", JUDGE)
    walk.on = date(2026, 6, 23)
    with refused(Refused, "申请期限至2026年6月22日"):
        walk.take(FINE, "record_reconsideration", JUDGE, applied_on="2026-06-23", evidence="申请书")
    walk.take(FINE, "record_reconsideration", JUDGE, applied_on="2026-06-22", evidence="申请书")
    with refused(Refused, "只能申请一次"):
        walk.take(FINE, "record_reconsideration", JUDGE, applied_on="2026-06-22", evidence="申请书")


def test_a_changed_fine_lies_in_the_range_and_a_revoked_one_frees_no_act(walk: Walk):
    act = to_decided(walk)
    walk.serve_paper("fine-decision", JUDGE)
    walk.take(FINE, "record_reconsideration", JUDGE, applied_on="2026-06-18", evidence="申请书")
    answer = {"answered_on": "2026-06-18", "evidence": "复议决定书"}
    with refused(Refused, "100,000.00元以下"):
        walk.take(FINE, "record_changed", JUDGE, amount="100000.01", **answer)

    walk.take(FINE, "record_revoked", JUDGE, undone="尚未缴纳", **answer)
    assert Sanction.objects.get().reconsidered == "revoked"
    with refused(Refused, "没有新的行为"):
        walk.take(FINE, "issue_warning", JUDGE, last_day="2026-07-03")
    with refused(Unanswered, "同日同一情形的行为已有认定"):
        sanctioning.find(walk, FINE)
    assert act.sanctioned_acts.count() == 1


def test_a_new_act_may_be_fined_again_and_the_old_one_not(walk: Walk):
    first = to_decided(walk)
    walk.serve_paper("fine-decision", JUDGE)
    walk.take(FINE, "record_fine_paid", JUDGE, paid_on="2026-06-18", evidence="缴款书1号")
    walk.on = date(2026, 6, 23)
    walk.take(FINE, "close_fine", JUDGE)
    second = sanctioning.find(walk, FINE, committed_on="2026-06-22")
    sanctioning.warn(walk, FINE, "2026-07-08")
    walk.on = date(2026, 7, 9)

    with refused(Refused, "同一行为不得再次罚款"):
        propose(walk, first, pay_by="2026-08-01")
    with refused(Refused, "同一行为不得再次罚款"):
        propose(walk, second, second_act=str(first.pk), pay_by="2026-08-01")
    propose(walk, second, pay_by="2026-08-01")
    walk.take(FINE, "approve_fine", PRESIDENT)
    assert Sanction.objects.count() == 2


def test_a_settlement_reached_within_the_term_lets_the_judge_spare(walk: Walk):
    sanctioning.to_found(walk, FINE)
    sanctioning.warn(walk, FINE)
    with refused(Refused, "债务尚未履行完毕"):
        walk.take(FINE, "spare", JUDGE, reasons="态度尚好")
    walk.on = date(2026, 6, 17)
    sanctioning.settle(walk, "2026-06-17")
    with refused(Unanswered, "请填写"):
        walk.take(FINE, "spare", JUDGE)
    course = walk.course(FINE)
    walk.take(FINE, "spare", JUDGE, reasons="限期内达成和解，申请执行人同意")

    course.refresh_from_db()
    assert course.state == "spared"
    assert not Sanction.objects.exists()


def test_performance_does_not_spare_by_itself_but_bars_the_fine(walk: Walk):
    act = sanctioning.to_run_out(walk, FINE)
    walks.pay_all(walk)
    with refused(Refused, "债务已经履行完毕"):
        propose(walk, act)
    assert walk.course(FINE).state == "warned"
    walk.take(FINE, "spare", JUDGE, reasons="已履行完毕")
    assert not Sanction.objects.exists()


def test_a_breached_settlement_needs_a_new_warning(walk: Walk):
    act = sanctioning.to_found(walk, FINE)
    sanctioning.warn(walk, FINE)
    walk.on = date(2026, 6, 10)
    sanctioning.settle(walk, "2026-06-10")
    walk.on = date(2026, 6, 25)
    with refused(Refused, "和解协议正在履行"):
        propose(walk, act)
    sanctioning.breach(walk)
    with refused(Refused, "原提醒不再作为处罚的依据"):
        propose(walk, act)

    walk.take(FINE, "warn_again", JUDGE, last_day="2026-07-10")
    newest = Paper.objects.filter(matter=walk.matter, template="fine-warning").latest("pk")
    walk.serve(f"paper-{newest.pk}", JUDGE)
    walk.on = date(2026, 7, 11)
    propose(walk, act, pay_by="2026-08-01")
    assert walk.course(FINE).state == "proposed"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"amount": "100000.01"}, "100,000.00元以下"),
        ({"target": "unit"}, "处罚对象不能是单位"),
        ({"target": "responsible"}, "处罚对象不能是单位的主要负责人"),
        ({"pay_by": "2026-06-18"}, "不晚于今天"),
    ],
)
def test_a_fine_outside_the_law_is_refused(walk: Walk, changes: dict[str, str], words: str):
    act = sanctioning.to_run_out(walk, FINE)
    with refused(Refused, words):
        propose(walk, act, **changes)


def test_an_unserved_warning_and_a_running_one_fine_nobody(walk: Walk):
    act = sanctioning.to_found(walk, FINE)
    with refused(StepNotAllowed, "不能报请罚款"):
        propose(walk, act)
    walk.take(FINE, "issue_warning", JUDGE, last_day="2026-06-17")
    walk.on = date(2026, 6, 18)
    with refused(Refused, "提醒没有有效送达的记录"):
        propose(walk, act)
    walk.serve_paper("fine-warning", JUDGE)
    with refused(Refused, "才送达"):
        propose(walk, act)


def test_a_large_or_unmeasured_claim_needs_the_judges_own_finding(walk: Walk):
    sanctioning.to_found(walk, FINE)
    CourtSetting.objects.filter(name="small_claim_yuan").update(value="99999.99")
    with refused(Refused, "申请标的100,000.00元，超过本院设定的99,999.99元"):
        walk.take(FINE, "issue_warning", JUDGE, last_day="2026-06-17")
    CourtSetting.objects.filter(name="small_claim_yuan").delete()
    with refused(Refused, "本院没有设定“申请标的较小”的数额"):
        walk.take(FINE, "issue_warning", JUDGE, last_day="2026-06-17")
    walk.take(
        "record",
        "find_fact",
        JUDGE,
        question="small_claim",
        party=walk.party("debtor"),
        holds="yes",
        reasons="与当地同类案件相比标的较小",
        evidence="",
    )
    walk.take(FINE, "issue_warning", JUDGE, last_day="2026-06-17")
    assert walk.course(FINE).state == "warned"


def test_urgency_bypasses_the_warning_but_not_the_president(walk: Walk):
    act = sanctioning.to_found(walk, FINE)
    with refused(Unanswered, "不经提醒的紧急理由：请填写"):
        walk.take(FINE, "propose_urgently", JUDGE, **fine(act))
    walk.take(FINE, "propose_urgently", JUDGE, urgent_reasons="正在转移财产", **fine(act))
    with refused(StepNotAllowed, "院长"):
        walk.take(FINE, "approve_fine", JUDGE)
    walk.take(FINE, "return_unwarned", PRESIDENT, reasons="先行告知")
    assert walk.course(FINE).state == "open"
    walk.take(FINE, "propose_urgently", JUDGE, urgent_reasons="正在转移财产", **fine(act))
    walk.take(FINE, "approve_fine", PRESIDENT)
    assert Sanction.objects.get().decided_date == walk.on


def test_what_changed_since_the_proposal_bars_the_approval(walk: Walk):
    act = sanctioning.to_run_out(walk, FINE)
    propose(walk, act)
    walks.pay_all(walk)
    with refused(Refused, "债务已经履行完毕"):
        walk.take(FINE, "approve_fine", PRESIDENT)
    walk.take(FINE, "spare", JUDGE, reasons="院长批准前已履行完毕")


def test_a_unit_is_fined_and_so_are_the_people_responsible(walk: Walk):
    walk.register(
        number="（2026）粤0117民初101号",
        debtor_kind="unit",
        debtor_name="示例贸易有限公司",
        debtor_identifier="91440199MA5D0017A1",
    )
    act = sanctioning.to_run_out(walk, FINE)
    with refused(Refused, "50,000.00元以上1,000,000.00元以下"):
        propose(walk, act, target="unit", amount="49999.99")
    with refused(Refused, "没有写明主要负责人或者直接责任人员"):
        propose(walk, act, target="responsible")
    with refused(Unanswered, "校验码"):
        name(walk, identifier="440199199003070014")
    name(walk)
    person = str(walk.matter.parties.get(role="debtor").responsible_people.get().pk)
    propose(walk, act, target="responsible", responsible=person)
    walk.take(FINE, "approve_fine", PRESIDENT)

    made = Sanction.objects.get()
    assert (made.person, made.target, made.party.name) == (
        "林示例",
        "responsible",
        "示例贸易有限公司",
    )
    kept = walk.course(FINE).steps_taken.get(name="name_responsible").answers
    assert "identifier" not in kept
    assert "address" not in kept


def name(walk: Walk, **changes: str) -> None:
    answers = {
        "name": "林示例",
        "identifier": "440199199003070013",
        "position": "principal",
        "address": "广州市从化区示例路2号",
        "evidence": "登记机关查询结果",
    }
    walk.take(FINE, "name_responsible", JUDGE, **{**answers, **changes})


def test_a_sanction_that_stands_bars_the_certificate_until_it_is_revoked(walk: Walk):
    to_decided(walk)
    walks.pay_all(walk)
    with refused(Refused, "陈示例已于2026年6月18日被决定罚款5,000.00元，属于其他拒不执行行为"):
        walk.take("certificate", "propose_certificate", JUDGE, reasons="全部履行")
    assert Course.objects.filter(matter=walk.matter, mechanism="release").exists()

    walk.take(FINE, "revoke_decision", PRESIDENT, reasons="认定有误", undone="罚款尚未缴纳")
    walk.take("certificate", "propose_certificate", JUDGE, reasons="全部履行")
    assert walk.course("certificate").state == "proposed"


def test_a_withdrawn_finding_bars_nothing_but_a_running_sanction_holds_it(walk: Walk):
    act = to_decided(walk)
    with refused(StepNotAllowed, "先撤销处罚决定"):
        walk.take(FINE, "withdraw_misconduct", JUDGE, misconduct=str(act.pk), reasons="认定有误")
    walk.take(FINE, "record_fine_paid", JUDGE, paid_on="2026-06-18", evidence="缴款书1号")
    walk.take(FINE, "withdraw_misconduct", JUDGE, misconduct=str(act.pk), reasons="认定有误")
    walks.pay_all(walk)
    walk.take("certificate", "propose_certificate", JUDGE, reasons="全部履行")
    with refused(StepNotAllowed, "不能认定妨害执行的行为"):
        sanctioning.find(walk, FINE)
    with refused(Unanswered, "已有认定"):
        sanctioning.find(walk, "detention_warning")


def test_an_act_is_found_with_what_its_ground_asks(walk: Walk):
    sanctioning.to_found(walk, FINE)
    with refused(Unanswered, "违反财产报告的情形：请选择"):
        sanctioning.find(walk, FINE, ground="property_report")
    with refused(Unanswered, "只有违反财产报告制度的才选择"):
        sanctioning.find(walk, FINE, ground="evading", report_breach="false")
    with refused(Refused, "晚于今天"):
        sanctioning.find(walk, FINE, committed_on="2026-06-03")
    sanctioning.find(walk, FINE, ground="property_report", report_breach="false")
    sanctioning.find(walk, FINE, is_another="yes")
    assert Misconduct.objects.count() == 3


def test_enforcement_is_not_closed_over_a_running_fine_warning(walk: Walk):
    sanctioning.to_run_out(walk, FINE)
    walks.pay_all(walk)
    shield = walk.course("release")
    walk.take_on(shield, "lift", JUDGE, done_on="2026-06-18", evidence="回执")
    with refused(Refused, "还有1项提醒没有办结"):
        walk.take("enforcement", "conclude", JUDGE, how="performed")
    walk.take(FINE, "spare", JUDGE, reasons="已履行完毕")
    walks.pay_out(walk)
    walk.take("enforcement", "conclude", JUDGE, how="performed")


def test_only_the_president_approves_and_the_judge_finds(walk: Walk):
    act = sanctioning.to_run_out(walk, FINE)
    with refused(StepNotAllowed):
        walk.take(FINE, "propose_fine", Role.ENFORCEMENT_CLERK, **fine(act))
    propose(walk, act)
    with refused(StepNotAllowed):
        walk.take(FINE, "approve_fine", Role.BUREAU_HEAD)
