"""三(五): a promise with a settlement, kept or breached; a repair that ends either way."""

from datetime import date, timedelta

import pytest

from duly.law.terms import MeasureKind, Role
from duly.procedure import queries
from duly.procedure.models import Commitment, Course, Deadline, Lifted, Measure
from duly.procedure.refusal import Refused, Unanswered
from tests.procedure import walks
from tests.procedure.conftest import Walk
from tests.procedure.repairing import ask_for_repair, list_on_ability, to_proposal
from tests.procedure.walks import JUDGE, PRESIDENT

CLERK = Role.ENFORCEMENT_CLERK
LISTING, CONSUMPTION = MeasureKind.DEFAULTER_LISTING, MeasureKind.CONSUMPTION_RESTRICTION


def settle(walk: Walk) -> Course:
    walk.take(
        "enforcement",
        "record_settlement",
        JUDGE,
        reached_on=walk.on.isoformat(),
        content="分两期各付50000元，第一期2026年6月30日，第二期2026年7月31日。",
        ends_on="2026-07-31",
        evidence="执行卷第20页",
    )
    return walk.course("commitment")


def pledge(walk: Walk) -> Course:
    course = settle(walk)
    walk.take_on(course, "print_pledge", CLERK)
    walk.take_on(
        course, "sign_pledge", CLERK, signed_on=walk.on.isoformat(), evidence="执行卷第21页"
    )
    return course


def approved(walk: Walk) -> Course:
    list_on_ability(walk)
    walk.on = date(2026, 7, 1)
    course = ask_for_repair(walk)
    to_proposal(walk, course)
    walk.take_on(course, "propose_repair", JUDGE, reasons="投标属生产经营所需，申请执行人同意")
    walk.take_on(course, "approve_repair", PRESIDENT)
    return course


def lift(walk: Walk, course: Course) -> None:
    walk.take_on(course, "lift_measures", CLERK, done_on="2026-07-01", evidence="名单库删除回执")


def repair(walk: Walk) -> Course:
    course = approved(walk)
    lift(walk, course)
    return course


def in_force(walk: Walk) -> set[str]:
    return set(
        Measure.objects.filter(matter=walk.matter, released_date=None).values_list(
            "kind", flat=True
        )
    )


def test_clause_3_5_2_a_settlement_commitment_is_kept_with_its_settlement(walk: Walk):
    walks.to_warned(walk)
    course = pledge(walk)
    paper = walk.matter.papers.get(template="commitment-settlement")
    assert "第二期2026年7月31日" in paper.text

    walk.take("enforcement", "end_settlement", JUDGE, performed="yes", reasons="两期均已到账")
    course.refresh_from_db()
    assert (course.state, course.closed_at is None) == ("kept", False)
    assert course.commitment.ended_date == walk.on


def test_a_breach_without_good_reason_lists_its_consequences(walk: Walk):
    walks.to_warned(walk)
    course = pledge(walk)
    with pytest.raises(Refused, match="没有认定违反和解协议"):
        walk.take_on(course, "end_breached", JUDGE, reasons="未付")

    walk.on = date(2026, 8, 3)
    walk.take("enforcement", "end_settlement", JUDGE, performed="no", reasons="第二期没有付")
    course.refresh_from_db()
    assert course.state == "pledged"
    view = queries.step_view(course, "end_breached", walk.staff[JUDGE], walk.at)
    told = [ground.because for ground in view.findings[0].grounds]
    assert any("失信名单" in one for one in told)
    assert any("罚款、拘留" in one for one in told)
    walk.take_on(course, "end_breached", JUDGE, reasons="第二期到期没有付款，没有说明理由")
    course.refresh_from_db()
    assert course.state == "breached"


def test_good_reason_tolerates_what_was_not_kept(walk: Walk):
    walks.to_warned(walk)
    course = pledge(walk)
    walk.on = date(2026, 8, 3)
    walk.take_on(
        course, "find_good_reason", JUDGE, reasons="住所遭洪水，停产", evidence="街道办证明"
    )
    walk.take("enforcement", "end_settlement", JUDGE, performed="no", reasons="第二期没有付")
    with pytest.raises(Refused, match="已认定有正当理由"):
        walk.take_on(course, "end_breached", JUDGE, reasons="未付")
    walk.take_on(course, "end_tolerated", JUDGE)
    course.refresh_from_db()
    assert course.state == "tolerated"


def test_an_unsigned_commitment_ends_with_its_settlement(walk: Walk):
    walks.to_warned(walk)
    course = settle(walk)
    walk.take("enforcement", "end_settlement", JUDGE, performed="yes", reasons="已到账")
    course.refresh_from_db()
    assert course.state == "unsigned"


def test_a_repair_that_is_not_performed_restores_the_very_measures(walk: Walk):
    course = repair(walk)
    assert in_force(walk) & {LISTING.value, CONSUMPTION.value} == set()
    assert walk.course("listing").state == "ended"
    expiry = Deadline.objects.get(course=course, name="repair")
    assert expiry.last_date == date(2026, 8, 31)
    assert expiry.owner == JUDGE.value
    titles = {paper.template for paper in walk.matter.papers.all()}
    assert {"defaulter-release", "consumption-release"} <= titles
    release = walk.matter.papers.get(template="defaulter-release")
    assert "第十条第一款第三项" in release.text

    walk.on = date(2026, 8, 31)
    with pytest.raises(Refused, match="至2026年8月31日届满"):
        walk.take_on(course, "propose_restore", JUDGE, reasons="未履行")
    walk.on = date(2026, 9, 1)
    today = queries.today(walk.staff[JUDGE], walk.at)
    assert any(row.course == course and row.days_left < 0 for row in today.overdue)
    walk.take_on(course, "propose_restore", JUDGE, reasons="修复期内分文未付")
    walk.take_on(course, "approve_restore", PRESIDENT)

    course.refresh_from_db()
    assert course.state == "restored"
    lifted = Lifted.objects.filter(commitment__course=course)
    assert lifted.count() == 2
    for one in lifted:
        prior, again = one.measure, one.restored
        for same in ("kind", "object", "amount_fen", "expires_date", "has_term", "party_id"):
            assert getattr(prior, same) == getattr(again, same)
        assert (prior.released_date, again.released_date) == (date(2026, 7, 1), None)
        assert again.imposed_date == walk.on
    assert {LISTING.value, CONSUMPTION.value} <= in_force(walk)
    assert walk.course("listing").state == "listed"
    assert walk.course("permit").closed_at is None


def test_after_restoring_performance_releases_what_was_restored(walk: Walk):
    course = repair(walk)
    walk.on = date(2026, 9, 1)
    walk.take_on(course, "propose_restore", JUDGE, reasons="修复期内分文未付")
    walk.take_on(course, "approve_restore", PRESIDENT)
    walks.pay_all(walk)
    owed = {
        one.measure.kind
        for one in Course.objects.filter(mechanism="release", closed_at=None).select_related(
            "measure"
        )
    }
    assert {LISTING.value, CONSUMPTION.value} <= owed


def test_a_repair_that_is_performed_ends_and_restores_nothing(walk: Walk):
    course = repair(walk)
    walk.on = date(2026, 8, 20)
    walks.pay_all(walk)
    with pytest.raises(Refused, match="债务已经履行完毕"):
        walk.take_on(course, "propose_restore", JUDGE, reasons="未履行")
    walk.take_on(course, "end_kept", JUDGE)
    course.refresh_from_db()
    assert course.state == "kept"
    assert not Deadline.objects.filter(course=course, stopped_at=None).exists()
    assert {LISTING.value, CONSUMPTION.value} & in_force(walk) == set()


def test_the_judge_sees_each_door_and_its_bar_before_he_proposes(walk: Walk):
    list_on_ability(walk)
    walk.on = date(2026, 7, 1)
    course = ask_for_repair(walk)
    to_proposal(walk, course)
    course.refresh_from_db()
    view = queries.step_view(course, "propose_repair", walk.staff[JUDGE], walk.at)
    doors = view.findings[1]
    bases = {(one.basis.instrument[-6:], one.basis.article) for one in doors.grounds}
    assert {article for _, article in bases} == {"9", "10"}
    assert "六个月内" in doors.grounds[1].because + doors.grounds[0].because


def test_a_listing_with_a_term_goes_only_by_article_2(walk: Walk):
    walks.to_published(walk)
    walk.on = date(2026, 7, 1)
    course = ask_for_repair(walk)
    to_proposal(walk, course)
    with pytest.raises(Refused, match="第二条第二款"):
        walk.take_on(course, "propose_repair", JUDGE, reasons="投标所需")
    walk.take_on(course, "find_corrected", JUDGE, corrected="yes", reasons="已补报财产并付款三万元")
    walk.take_on(course, "propose_repair", JUDGE, reasons="投标所需")
    walk.take_on(course, "approve_repair", PRESIDENT)
    release = walk.matter.papers.get(template="defaulter-release")
    assert "第二条第二款" in release.text


def test_the_applicants_request_is_barred_for_six_months_after_a_repair_on_consent(walk: Walk):
    course = repair(walk)
    walk.on = date(2026, 9, 1)
    walk.take_on(course, "propose_restore", JUDGE, reasons="修复期内分文未付")
    walk.take_on(course, "approve_restore", PRESIDENT)
    from duly.procedure.facts.relisting import relisting_barred_until

    debtor = walk.matter.parties.get(role="debtor")
    assert relisting_barred_until(debtor) == date(2027, 1, 1)


def test_no_repair_without_consent_and_none_of_what_is_not_in_force(walk: Walk):
    walks.to_warned(walk)
    with pytest.raises(Unanswered, match="现在没有纳入失信被执行人名单"):
        ask_for_repair(walk, measures="listing")
    assert not Commitment.objects.exists()


def test_a_repair_needs_the_applicants_consent(walk: Walk):
    list_on_ability(walk)
    walk.on = date(2026, 7, 1)
    course = ask_for_repair(walk)
    with pytest.raises(Refused, match="没有申请执行人同意的记录"):
        walk.take_on(course, "print_repair", CLERK)
    with pytest.raises(Unanswered, match="已有在办的临时修复"):
        ask_for_repair(walk)
    walk.take_on(course, "refuse_repair", JUDGE, reasons="申请执行人不同意")
    course.refresh_from_db()
    assert course.state == "refused"


def test_measures_are_lifted_only_within_the_days_approved(walk: Walk):
    list_on_ability(walk)
    walk.on = date(2026, 6, 25)
    course = ask_for_repair(walk)
    to_proposal(walk, course)
    walk.take_on(course, "propose_repair", JUDGE, reasons="投标所需")
    walk.take_on(course, "approve_repair", PRESIDENT)
    lifting = Deadline.objects.get(course=course, name="lifting")
    assert lifting.start_date == date(2026, 7, 1)
    with pytest.raises(Refused, match="不在批准的修复期内"):
        walk.take_on(course, "lift_measures", CLERK, done_on=walk.on.isoformat(), evidence="回执")
    walk.on += timedelta(days=6)
    walk.take_on(course, "lift_measures", CLERK, done_on=walk.on.isoformat(), evidence="回执")


def test_clause_3_5_2_3_who_keeps_a_repair_may_have_the_certificate(walk: Walk):
    course = repair(walk)
    certificate = walk.course("certificate")
    view = queries.step_view(certificate, "propose_certificate", walk.staff[JUDGE], walk.at)
    assert not view.permitted
    walk.on = date(2026, 8, 20)
    walks.pay_all(walk)
    walk.take_on(course, "end_kept", JUDGE)
    walk.take_on(certificate, "propose_certificate", JUDGE, reasons="修复期内履行完毕")
    issued = walk.take_on(certificate, "approve_certificate", Role.BUREAU_HEAD)
    assert [paper.template for paper in issued.papers] == ["performance-certificate"]


def test_a_release_that_runs_ends_when_a_repair_lifts_the_measure_before_it(walk: Walk):
    course = approved(walk)
    walks.pay_all(walk)
    owed = {one.measure.kind: one for one in walk.releases() if one.closed_at is None}
    assert owed.keys() >= {LISTING.value, CONSUMPTION.value}

    lift(walk, course)
    for kind in (LISTING.value, CONSUMPTION.value):
        owed[kind].refresh_from_db()
        assert (owed[kind].state, owed[kind].closed_at) == ("cancelled", walk.at)
