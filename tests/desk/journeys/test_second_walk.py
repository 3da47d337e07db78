"""A fine, a detention, a repair, an objection under two names, three debtors: in a browser."""

from datetime import date

import pytest

from duly.documents.models import Paper
from duly.law.terms import MeasureKind, ProceedingKind, Role
from duly.procedure.facts import debt
from duly.procedure.models import Measure, Misconduct, Objection, Sanction
from duly.registry.models import TypeCode
from tests.desk.journeys.conftest import Desk
from tests.procedure import repairing, sanctioning, walks
from tests.procedure.conftest import Walk
from tests.procedure.sanctioning import DETENTION, FACTORS, FINE

pytestmark = pytest.mark.browser

CLERK, JUDGE, PRESIDENT = Role.ENFORCEMENT_CLERK, Role.ENFORCEMENT_JUDGE, Role.PRESIDENT
FILING, FILING_HEAD = Role.FILING_CLERK, Role.FILING_HEAD


def serve_paper(desk: Desk, template: str) -> None:
    paper = Paper.objects.filter(matter=desk.walk.matter, template=template).latest("pk")
    day = desk.walk.on.isoformat()
    desk.take(
        JUDGE,
        "record",
        "record_service",
        what=f"paper-{paper.pk}",
        party=desk.walk.party("debtor"),
        method="personal",
        acted_on=day,
        signed_on=day,
        evidence="送达回证",
    )


def find_and_warn(desk: Desk) -> Misconduct:
    found = {
        "ground": "able_but_refusing",
        "committed_on": "2026-06-01",
        "facts": "名下有存款，仍拒不履行。",
        "evidence": "银行流水，执行卷第30页",
    }
    desk.take(JUDGE, FINE, "find_misconduct", **found)
    desk.take(JUDGE, FINE, "issue_warning", last_day="2026-06-17")
    serve_paper(desk, "fine-warning")
    return Misconduct.objects.get()


def test_a_fine_is_warned_of_signed_by_the_president_and_upheld(desk: Desk) -> None:
    sanctioning.set_up(desk.walk)
    walks.to_enforcement(desk.walk)
    desk.walk.on = date(2026, 6, 2)
    act = find_and_warn(desk)
    desk.walk.on = date(2026, 6, 18)
    told = {"target": "person", "amount": "5000", "pay_by": "2026-07-10", "act": str(act.pk)}
    desk.take(JUDGE, FINE, "propose_fine", **told, **FACTORS)
    signed = desk.take(PRESIDENT, FINE, "approve_fine")
    assert "《罚款决定书》" in signed.locator(".banner").first.inner_text()
    serve_paper(desk, "fine-decision")
    asked = {"applied_on": "2026-06-18", "evidence": "复议申请书"}
    desk.take(JUDGE, FINE, "record_reconsideration", **asked)
    desk.walk.on = date(2026, 6, 23)
    answered = {"answered_on": "2026-06-23", "evidence": "（2026）粤01司惩复1号"}
    desk.take(JUDGE, FINE, "record_upheld", **answered)
    made = Sanction.objects.get()
    assert (made.amount_fen, made.reconsidered) == (500_000, "upheld")


def test_a_detention_is_decided_the_family_told_and_the_person_released_early(desk: Desk) -> None:
    act = sanctioning.to_run_out(desk.walk, DETENTION)
    told = {"target": "person", "days": "10", "act": str(act.pk)}
    desk.take(JUDGE, DETENTION, "propose_detention", **told, **FACTORS)
    desk.take(PRESIDENT, DETENTION, "approve_detention")
    desk.walk.on = date(2026, 6, 19)
    custody = {"taken_on": "2026-06-19", "taken_time": "09:30", "until": "2026-06-29"}
    where = {"place": "广州市从化区拘留所", "evidence": "执行回执"}
    desk.take(JUDGE, DETENTION, "take_into_custody", **custody, **where)
    heard = {"family": "林示例", "told_on": "2026-06-19", "told_time": "11:00", "how": "电话通知"}
    desk.take(JUDGE, DETENTION, "notify_family", **heard)
    desk.walk.on = date(2026, 6, 22)
    sorry = {"repentance": "于2026年6月20日具结悔过", "evidence": "具结悔过书"}
    desk.take(JUDGE, DETENTION, "propose_early_release", release_on="2026-06-22", **sorry)
    page = desk.take(PRESIDENT, DETENTION, "approve_early_release")
    assert "《提前解除拘留决定书》" in page.locator(".banner").first.inner_text()
    made = Sanction.objects.get()
    assert made.family_notified_at is not None
    assert made.ended_date == date(2026, 6, 22)


def test_a_repair_that_runs_out_restores_the_very_measures(desk: Desk) -> None:
    repairing.list_on_ability(desk.walk)
    desk.walk.on = date(2026, 7, 1)
    repairing.to_proposal(desk.walk, repairing.ask_for_repair(desk.walk))
    reasons = "投标属生产经营所需，申请执行人同意"
    desk.take(JUDGE, "commitment", "propose_repair", reasons=reasons)
    desk.take(PRESIDENT, "commitment", "approve_repair")
    lifted = {"done_on": "2026-07-01", "evidence": "名单库删除回执"}
    desk.take(CLERK, "commitment", "lift_measures", **lifted)
    desk.walk.on = date(2026, 9, 1)
    home = desk.window(JUDGE)
    home.goto(desk.address)
    assert home.locator("#count-overdue").inner_text() != "0"
    desk.take(JUDGE, "commitment", "propose_restore", reasons="修复期内分文未付")
    desk.take(PRESIDENT, "commitment", "approve_restore")
    again = Measure.objects.filter(imposed_date=desk.walk.on, released_date=None)
    assert {one.kind for one in again} == {
        MeasureKind.DEFAULTER_LISTING.value,
        MeasureKind.CONSUMPTION_RESTRICTION.value,
    }


def settle(desk: Desk) -> None:
    walks.to_warned(desk.walk)
    agreed = {"reached_on": desk.walk.on.isoformat(), "ends_on": "2026-08-31"}
    text = {"content": "八月底前支付八万元，其余放弃", "evidence": "执行卷第20页"}
    desk.take(JUDGE, "enforcement", "record_settlement", **agreed, **text)
    desk.take(JUDGE, "defaulter_warning", "hold")


def end_settlement(desk: Desk, *, performed: str) -> None:
    found = {"performed": performed, "reasons": "询问申请执行人"}
    desk.take(JUDGE, "enforcement", "end_settlement", **found)


def test_a_settlement_that_is_kept_ends_the_warning_and_is_certified(desk: Desk) -> None:
    settle(desk)
    desk.walk.on = date(2026, 8, 31)
    end_settlement(desk, performed="yes")
    desk.take(JUDGE, "defaulter_warning", "end_performed")
    desk.take(JUDGE, "certificate", "propose_certificate", reasons="和解协议履行完毕")
    page = desk.take(Role.BUREAU_HEAD, "certificate", "approve_certificate")
    assert "《自动履行证明书》" in page.locator(".banner").first.inner_text()
    assert [one.deadlines.get().start_date for one in desk.walk.releases()] == [desk.walk.on]


def test_a_settlement_that_is_breached_revives_the_warning_to_a_listing(desk: Desk) -> None:
    settle(desk)
    desk.walk.on = date(2026, 9, 1)
    end_settlement(desk, performed="no")
    failed = {"reasons": "到期分文未付", "evidence": "案款账户流水"}
    desk.take(JUDGE, "defaulter_warning", "revive", **failed)
    proposal = {"reasons": "违反和解协议", "extra_years": "0", "grace_months": "0"}
    desk.take(JUDGE, "defaulter_warning", "propose_listing", **proposal)
    page = desk.take(PRESIDENT, "defaulter_warning", "approve_listing")
    assert "《纳入失信决定书》" in page.locator(".banner").first.inner_text()


def dismissed_objection(desk: Desk) -> None:
    walk, day = desk.walk, desk.walk.on.isoformat()
    told = {"objection_kind": "thing", "object": "粤A·D0001小客车", "grounds": "属于本人所有"}
    third = {"name": "王某某", "kind": "person", "received_on": day}
    walk.take("record", "receive_objection", FILING, **told, **third)
    walk.take("objection_notice", "issue_notice", FILING)
    signed = {"signed_on": day, "how": "signed", "evidence": "异议卷第2页"}
    walk.take("objection_notice", "record_signature", FILING, **signed)
    walk.take("objection_notice", "file", FILING)
    decided = {"outcome": "dismissed", "reasons": "没有证据证明所有权"}
    walk.take("objection_notice", "decide", Role.BUREAU_HEAD, **decided)


def test_an_objection_under_a_second_name_shows_the_first_and_is_refused(desk: Desk) -> None:
    code = {"kind": ProceedingKind.OBJECTION.value, "code": "执异"}
    TypeCode.objects.create(court=desk.walk.court, **code)
    walks.to_enforcement(desk.walk)
    dismissed_objection(desk)
    day = desk.walk.on.isoformat()
    told = {"objection_kind": "thing", "object": "粤ad0001 小客车", "grounds": "属于本人所有"}
    other = {"name": "李某某", "kind": "person", "received_on": day}
    desk.take(FILING, "record", "receive_objection", **told, **other)
    desk.take(FILING, "objection_notice", "issue_notice")
    signed = {"signed_on": day, "how": "signed", "evidence": "异议卷第5页"}
    desk.take(FILING, "objection_notice", "record_signature", **signed)
    page, course = desk.window(FILING_HEAD), desk.walk.course("objection_notice")
    page.goto(f"{desk.address}/matters/{desk.walk.matter.pk}/{course.pk}/refuse/")
    shown = page.locator("main").inner_text()
    assert "王某某" in shown
    assert "驳回异议" in shown
    reasons = "与王某某已被驳回的异议为同一异议"
    desk.take(FILING_HEAD, "objection_notice", "refuse", reasons=reasons)
    assert Objection.objects.get(course=course).outcome == "refused"


def file_without_urging(walk: Walk) -> None:
    """Serve the instrument on everybody, and file for enforcement without urging."""
    served = {"acted_on": "2026-03-03", "signed_on": "2026-03-03", "evidence": "送达回证"}
    what = f"instrument-{walk.matter.instruments.get().pk}"
    for party in walk.matter.parties.all():
        to = {"what": what, "party": str(party.pk), "method": "personal"}
        walk.take("record", "record_service", walks.CLERK, **to, **served)
    walk.on = date(2026, 4, 7)
    asked = {"applied_on": "2026-04-07", "request": "请求强制执行"}
    applicant = walk.party("creditor")
    walk.take("post_judgment", "receive_application", FILING, applicant=applicant, **asked)
    declined = {"reason": "declined", "reasons": "不同意"}
    walk.take("pre_enforcement", "file_directly", FILING, **declined)
    walks.file(walk)


def test_three_joint_debtors_are_released_when_one_pays_all(desk: Desk) -> None:
    walk = desk.walk
    for name in ("李保证", "赵保证"):
        added = {"role": "debtor", "kind": "person", "name": name, "joint": "yes"}
        walk.take("record", "add_party", walks.CLERK, **added)
    file_without_urging(walk)
    payer = str(walk.matter.parties.get(name="赵保证").pk)
    paid = {"payer": payer, "paid_on": walk.on.isoformat(), "evidence": "到账通知"}
    owed = debt.statement(walk.matter, walk.on)
    fees = owed.court_fees_owed
    for amount, arrival in ((owed.known - fees, "enforcement_funds"), (fees, "court_fees")):
        money = {"amount": f"{amount.amount:.2f}", "arrival": arrival, "reference": arrival}
        desk.take(JUDGE, "record", "record_payment", **paid, **money)
    page = desk.open_matter(JUDGE)
    assert {one.party.name for one in walk.releases()} == {"陈示例", "李保证", "赵保证"}
    done = {"done_on": walk.on.isoformat(), "evidence": "解除回执"}
    for release in walk.releases():
        desk.take_on(page, release.pk, "lift", **done)
    assert not Measure.objects.filter(matter=walk.matter, released_date=None).exists()
