"""三(三): waived, reduced, decided, carried out, family told, released early; never a unit."""

from datetime import date, datetime

import pytest

from duly.documents.models import Paper
from duly.law.terms import Role
from duly.procedure.models import Deadline, Misconduct, Sanction
from duly.procedure.refusal import Refused, StepNotAllowed, Unanswered
from tests.procedure import sanctioning, walks
from tests.procedure.conftest import SHANGHAI, Walk
from tests.procedure.sanctioning import DETENTION, FINE, detention, fine
from tests.procedure.untouched import refused
from tests.procedure.walks import JUDGE, PRESIDENT

CUSTODY = {
    "taken_on": "2026-06-19",
    "taken_time": "09:30",
    "until": "2026-06-29",
    "place": "广州市从化区拘留所",
    "evidence": "执行回执",
}
RELEASE = {
    "repentance": "于2026年6月20日具结悔过，承认并改正错误",
    "evidence": "具结悔过书，执行卷第40页",
    "release_on": "2026-06-22",
}


def propose(walk: Walk, act: Misconduct, **changes: str) -> None:
    walk.take(DETENTION, "propose_detention", JUDGE, **detention(act, **changes))


def to_decided(walk: Walk) -> Misconduct:
    act = sanctioning.to_run_out(walk, DETENTION)
    propose(walk, act)
    walk.take(DETENTION, "approve_detention", PRESIDENT)
    return act


def take_into_custody(walk: Walk, **changes: str) -> None:
    walk.take(DETENTION, "take_into_custody", JUDGE, **{**CUSTODY, **changes})


def to_custody(walk: Walk) -> Misconduct:
    act = to_decided(walk)
    walk.on = date(2026, 6, 19)
    take_into_custody(walk)
    return act


def notify(walk: Walk) -> None:
    walk.take(
        DETENTION,
        "notify_family",
        JUDGE,
        family="林示例",
        told_on=walk.on.isoformat(),
        told_time="11:00",
        how="电话通知并邮寄",
    )


def test_a_detention_is_carried_out_the_family_told_and_the_person_released_early(walk: Walk):
    to_custody(walk)
    clock = Deadline.objects.get(name="family_notice", stopped_at=None)
    assert clock.last_date == date(2026, 6, 20)  # a Saturday: 24 hours move past nothing
    notify(walk)
    clock.refresh_from_db()
    made = Sanction.objects.get()
    assert clock.stopped_at is not None
    assert made.custody_at == datetime(2026, 6, 19, 9, 30, tzinfo=SHANGHAI)
    assert made.family_notified_at == datetime(2026, 6, 19, 11, 0, tzinfo=SHANGHAI)

    walk.on = date(2026, 6, 22)
    with refused(Refused, "2026年6月29日期满之前"):
        release = {**RELEASE, "release_on": "2026-06-29"}
        walk.take(DETENTION, "propose_early_release", JUDGE, **release)
    walk.take(DETENTION, "propose_early_release", JUDGE, **RELEASE)
    with refused(StepNotAllowed, "院长"):
        walk.take(DETENTION, "approve_early_release", JUDGE)
    walk.take(DETENTION, "approve_early_release", PRESIDENT)

    made.refresh_from_db()
    assert walk.course(DETENTION).state == "released"
    assert made.ended_date == date(2026, 6, 22)
    titles = set(Paper.objects.filter(matter=walk.matter).values_list("title", flat=True))
    assert {"拘留风险告知书", "拘留决定书", "拘留通知家属书", "提前解除拘留决定书"} <= titles


def test_the_minute_of_custody_is_printed_in_two_digits(walk: Walk):
    to_decided(walk)
    walk.on = date(2026, 6, 19)
    take_into_custody(walk, taken_time="09:05")
    notify(walk)
    assert "9时05分" in Paper.objects.get(template="detention-family-notice").text


def test_custody_never_lasts_longer_than_decided_and_ends_with_its_term(walk: Walk):
    to_decided(walk)
    walk.on = date(2026, 6, 19)
    with refused(Refused, "决定拘留10日", "最迟至2026年6月29日止"):
        take_into_custody(walk, until="2026-06-30")
    with refused(Refused, "“9点”不是时刻"):
        take_into_custody(walk, taken_time="9点")
    take_into_custody(walk)
    walk.on = date(2026, 6, 28)
    with refused(Refused, "才期满"):
        walk.take(DETENTION, "end_custody", JUDGE, ended_on="2026-06-28", evidence="释放证明")
    walk.on = date(2026, 6, 29)
    walk.take(DETENTION, "end_custody", JUDGE, ended_on="2026-06-29", evidence="释放证明")
    walk.serve_paper("detention-decision", JUDGE)
    walk.on = date(2026, 7, 6)
    with refused(Refused, "尚未通知家属"):
        walk.take(DETENTION, "close_detention", JUDGE)
    notify(walk)
    walk.take(DETENTION, "close_detention", JUDGE)
    assert walk.course(DETENTION).state == "open"


def test_a_settlement_reached_within_the_term_waives_the_detention(walk: Walk):
    sanctioning.to_found(walk, DETENTION)
    sanctioning.warn(walk, DETENTION)
    with refused(Refused, "债务尚未履行完毕"):
        walk.take(DETENTION, "waive", JUDGE, reasons="态度尚好")
    sanctioning.settle(walk, "2026-06-02")
    course = walk.course(DETENTION)
    walk.take(DETENTION, "waive", JUDGE, reasons="限期内达成和解")
    course.refresh_from_db()
    assert course.state == "waived"


def test_a_settlement_reached_within_the_term_may_reduce_the_days_instead(walk: Walk):
    act = sanctioning.to_found(walk, DETENTION)
    sanctioning.warn(walk, DETENTION)
    sanctioning.settle(walk, "2026-06-02")
    reduced = {**detention(act, days="3"), "full_days": "10", "reduced_reasons": "已达成和解"}
    with refused(Refused, "才届满"):
        walk.take(DETENTION, "propose_reduced", JUDGE, **reduced)
    walk.on = date(2026, 6, 18)
    with refused(Refused, "和解协议正在履行"):
        propose(walk, act)
    with refused(Refused, "没有少于原拟的3日"):
        walk.take(DETENTION, "propose_reduced", JUDGE, **{**reduced, "full_days": "3"})
    walk.take(DETENTION, "propose_reduced", JUDGE, **reduced)
    walk.take(DETENTION, "approve_detention", PRESIDENT)
    assert Sanction.objects.get().days == 3


def test_without_performance_or_settlement_nothing_is_reduced(walk: Walk):
    act = sanctioning.to_run_out(walk, DETENTION)
    with refused(Refused, "债务尚未履行完毕"):
        walk.take(
            DETENTION,
            "propose_reduced",
            JUDGE,
            **detention(act, days="3", full_days="10", reduced_reasons="从轻"),
        )


@pytest.mark.parametrize("days", ["0", "16"])
def test_detention_lasts_one_to_fifteen_days(walk: Walk, days: str):
    act = sanctioning.to_run_out(walk, DETENTION)
    with refused(Refused, "一日以上十五日以下"):
        propose(walk, act, days=days)


def test_a_deputy_needs_the_permission_on_record(walk: Walk):
    act = sanctioning.to_run_out(walk, DETENTION)
    with refused(Refused, "许可的记录"):
        propose(walk, act, is_deputy="yes")
    propose(walk, act, is_deputy="yes", permission="从化区人大常委会〔2026〕1号许可决定")
    assert walk.course(DETENTION).state == "proposed"


def test_a_unit_is_never_detained(walk: Walk):
    walk.register(
        number="（2026）粤0117民初101号",
        debtor_kind="unit",
        debtor_name="示例贸易有限公司",
        debtor_identifier="91440199MA5D0017A1",
    )
    act = sanctioning.to_run_out(walk, DETENTION)
    with refused(Refused, "单位不能拘留"):
        propose(walk, act, target="unit")
    walk.take(
        DETENTION,
        "name_responsible",
        JUDGE,
        name="林示例",
        identifier="440199199003070013",
        position="direct",
        address="广州市从化区示例路2号",
        evidence="任职文件",
    )
    person = str(walk.matter.parties.get(role="debtor").responsible_people.get().pk)
    propose(walk, act, target="responsible", responsible=person)
    walk.take(DETENTION, "approve_detention", PRESIDENT)
    assert Sanction.objects.get().person == "林示例"


def test_no_detention_on_another_mechanisms_warning(walk: Walk):
    act = sanctioning.to_run_out(walk, FINE)
    with refused(StepNotAllowed, "不能报请拘留"):
        propose(walk, act)
    walk.take(DETENTION, "issue_warning", JUDGE, last_day="2026-07-03")
    walk.on = date(2026, 7, 4)
    with refused(Refused, "提醒没有有效送达的记录"):
        propose(walk, act)


def both(walk: Walk) -> Misconduct:
    """Warned of both for the same act, both warnings run out, both proposed, the fine decided."""
    act = sanctioning.to_found(walk, FINE)
    sanctioning.warn(walk, FINE)
    sanctioning.warn(walk, DETENTION)
    walk.on = date(2026, 6, 18)
    propose(walk, act)
    walk.take(FINE, "propose_fine", JUDGE, **fine(act))
    walk.take(FINE, "approve_fine", PRESIDENT)
    return act


def test_fine_and_detention_for_one_act_are_decided_together(walk: Walk):
    act = both(walk)
    walk.take(DETENTION, "approve_detention", PRESIDENT)
    assert set(act.sanctioned_acts.values_list("kind", flat=True)) == {"fine", "detention"}


def test_or_not_at_all(walk: Walk):
    both(walk)
    walk.on = date(2026, 6, 19)
    with refused(Refused, "已于2026年6月18日罚款，合并拘留只能在同一日决定"):
        walk.take(DETENTION, "approve_detention", PRESIDENT)
    walk.take(DETENTION, "return_proposal", PRESIDENT, reasons="不得另日就同一行为再行处罚")
    assert Sanction.objects.count() == 1


def test_the_police_are_asked_by_the_judge_and_the_head_signs(walk: Walk):
    to_decided(walk)
    walk.take(
        DETENTION,
        "propose_police_request",
        JUDGE,
        police="广州市公安局从化区分局",
        cause="被拘留人下落不明，拘留决定尚未执行",
        until="2026-12-17",
        plate="粤A00000",
        vehicle="示例牌小型轿车，白色",
    )
    with refused(StepNotAllowed, "没有需要"):
        walk.take(DETENTION, "propose_police_request", JUDGE, police="局", cause="", until="")
    walk.take(DETENTION, "approve_police_request", Role.BUREAU_HEAD)
    assert Paper.objects.filter(matter=walk.matter, title="协助查控函").exists()


def test_reconsideration_stays_nothing_and_changed_days_end_custody_sooner(walk: Walk):
    to_decided(walk)
    walk.serve_paper("detention-decision", JUDGE)
    walk.take(
        DETENTION, "record_reconsideration", JUDGE, applied_on="2026-06-18", evidence="申请书"
    )
    walk.on = date(2026, 6, 19)
    take_into_custody(walk)
    walk.on = date(2026, 6, 22)
    walk.take(
        DETENTION,
        "record_changed",
        JUDGE,
        days="4",
        answered_on="2026-06-22",
        evidence="复议决定书",
    )
    made = Sanction.objects.get()
    assert (made.reconsidered, made.custody_until) == ("changed", date(2026, 6, 23))
    assert Deadline.objects.get(name="custody", stopped_at=None).last_date == date(2026, 6, 23)


def test_a_revoked_detention_ends_at_once_with_every_clock(walk: Walk):
    act = to_custody(walk)
    course = walk.course(DETENTION)
    walk.take(DETENTION, "revoke_decision", PRESIDENT, reasons="行为认定有误", undone="已当日释放")
    course.refresh_from_db()
    assert course.state == "revoked"
    assert not Deadline.objects.filter(course=course, stopped_at=None).exists()
    assert Sanction.objects.get().ended_date == walk.on
    with refused(Refused, "没有新的行为"):
        walk.take(DETENTION, "issue_warning", JUDGE, last_day="2026-07-03")
    assert act.sanctioned_acts.count() == 1


def test_who_pays_before_he_is_found_is_not_sought_any_more(walk: Walk):
    to_decided(walk)
    with refused(Refused, "债务尚未履行完毕"):
        walk.take(DETENTION, "end_unexecuted", PRESIDENT, reasons="不再执行")
    walks.pay_all(walk)
    shield = walk.course("release")
    walk.take_on(shield, "lift", JUDGE, done_on="2026-06-18", evidence="回执")
    with refused(Refused, "没有办结"):
        walk.take("enforcement", "conclude", JUDGE, how="performed")
    walk.take(DETENTION, "end_unexecuted", PRESIDENT, reasons="已履行完毕")
    walks.pay_out(walk)
    walk.take("enforcement", "conclude", JUDGE, how="performed")


def test_urgency_bypasses_the_warning_but_not_the_president(walk: Walk):
    act = sanctioning.to_found(walk, DETENTION)
    with refused(Unanswered, "不经提醒的紧急理由：请填写"):
        walk.take(DETENTION, "propose_urgently", JUDGE, **detention(act))
    walk.take(DETENTION, "propose_urgently", JUDGE, urgent_reasons="正在转移财产", **detention(act))
    walk.take(DETENTION, "approve_detention", PRESIDENT)
    assert Sanction.objects.get().days == 10


def test_who_pays_while_he_is_held_is_before_the_judge_the_next_day(walk: Walk):
    to_custody(walk)
    walks.pay_all(walk)
    course = walk.course(DETENTION)
    clock = course.deadlines.get(name="liberty", stopped_at=None)
    assert clock.last_date == date(2026, 6, 20)  # a Saturday: liberty waits for no working day
    walk.take(DETENTION, "propose_early_release", JUDGE, **{**RELEASE, "release_on": "2026-06-19"})
    walk.take(DETENTION, "approve_early_release", PRESIDENT)
    clock.refresh_from_db()
    assert clock.stopped_at is not None
