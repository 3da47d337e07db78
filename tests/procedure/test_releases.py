"""三(六)2: releases hang on performance, for each debtor and measure, each with its clock."""

from datetime import date, timedelta

from duly.law.terms import MeasureKind, Role
from duly.procedure import queries
from duly.procedure.facts import debt
from duly.procedure.models import Course, Measure
from duly.procedure.refusal import Refused, StepNotAllowed, Unanswered
from tests.procedure import walks
from tests.procedure.conftest import Walk
from tests.procedure.untouched import refused
from tests.procedure.walks import JUDGE, PRESIDENT

DONE = {"evidence": "回执"}


def release_of(walk: Walk, kind: MeasureKind) -> Course:
    return Course.objects.get(matter=walk.matter, mechanism="release", measure__kind=kind.value)


def pay_and_take_back(walk: Walk) -> None:
    payment = walk.matter.payments.filter(reverses=None).order_by("-pk")[0]
    walk.take("record", "reverse_payment", JUDGE, payment=str(payment.pk), reason="银行退票")


def freeze(walk: Walk) -> None:
    walk.take(
        "record",
        "impose_measure",
        JUDGE,
        party=walk.party("debtor"),
        kind="freeze",
        object="示例银行尾号0001账户",
        amount="100000",
        imposed_on=walk.on.isoformat(),
        expires_on="2027-06-01",
        evidence="（2026）粤0117执1号裁定",
    )


def test_performance_owes_a_release_for_every_measure_with_its_clock(walk: Walk):
    walks.to_published(walk)
    freeze(walk)
    walk.on = date(2026, 6, 18)
    walks.pay_all(walk)

    last = {MeasureKind(one.measure.kind): one.deadlines.get().last_date for one in walk.releases()}
    assert set(last) == {
        MeasureKind.DEFAULTER_LISTING,
        MeasureKind.CONSUMPTION_RESTRICTION,
        MeasureKind.CREDIT_NOTICE,
        MeasureKind.CASE_PUBLICITY,
        MeasureKind.FREEZE,
    }
    # Three working days over 端午 (19 to 21 June 2026); the others at once.
    assert last.pop(MeasureKind.DEFAULTER_LISTING) == date(2026, 6, 24)
    assert set(last.values()) == {date(2026, 6, 22)}


def test_payment_registered_late_counts_from_its_arrival(walk: Walk):
    walks.to_published(walk)
    walk.on = date(2026, 6, 30)
    owed = debt.statement(walk.matter, date(2026, 6, 22))
    for amount, arrival in (
        (owed.total.amount - owed.court_fees_owed.amount, "enforcement_funds"),
        (owed.court_fees_owed.amount, "court_fees"),
    ):
        walk.pay(f"{amount:.2f}", JUDGE, arrival=arrival, paid_on="2026-06-22")

    view = queries.today(walk.staff[JUDGE], walk.at)
    assert len(view.releases_overdue) == 4
    assert view.releases_owed == ()
    assert release_of(walk, MeasureKind.DEFAULTER_LISTING).deadlines.get().last_date == date(
        2026, 6, 25
    )


def test_a_reversal_takes_back_what_is_not_finished(walk: Walk):
    walks.to_published(walk)
    walk.on = date(2026, 6, 24)
    walks.pay_all(walk)
    shield = release_of(walk, MeasureKind.CASE_PUBLICITY)
    walk.take_on(shield, "lift", JUDGE, done_on="2026-06-24", **DONE)
    pay_and_take_back(walk)

    states = {MeasureKind(one.measure.kind): one.state for one in walk.releases()}
    assert states.pop(MeasureKind.CASE_PUBLICITY) == "done"
    assert set(states.values()) == {"cancelled"}
    assert all(one.closed_at for one in walk.releases())
    with refused(StepNotAllowed, "不再需要解除"):
        listing = release_of(walk, MeasureKind.DEFAULTER_LISTING)
        walk.take_on(listing, "propose_deletion", JUDGE, reasons="已履行")


def test_paying_again_owes_the_releases_again(walk: Walk):
    walks.to_published(walk)
    walk.on = date(2026, 6, 24)
    walks.pay_all(walk)
    pay_and_take_back(walk)
    walks.pay_fees(walk)

    running = [one for one in walk.releases() if one.closed_at is None]
    assert len(running) == 4


def test_a_debtor_barred_from_the_certificate_gets_every_release(walk: Walk):
    walks.to_published(walk)
    walk.find("concealment", holds=True)
    walk.on = date(2026, 6, 24)
    walks.pay_all(walk)

    with refused(Refused, "转移财产、隐藏财产，不能适用自动履行激励机制", "《履行完毕证明》"):
        walk.take("certificate", "propose_certificate", JUDGE, reasons="已履行")
    assert len(walk.releases()) == 4
    confirmed = walk.take("certificate", "confirm_performance", JUDGE, requested_on="2026-06-24")
    assert [paper.title for paper in confirmed.papers] == ["履行完毕证明"]


def test_a_certificate_on_the_main_part_lifts_the_measures_at_once(walk: Walk):
    walks.to_published(walk)
    walk.on = date(2026, 6, 24)
    walk.pay("100000.00", JUDGE)
    walk.find("main_performed", holds=True)
    with refused(Refused, "申请执行人是否同意，尚未认定"):
        walk.take("certificate", "propose_certificate", JUDGE, reasons="已付本金")
    walk.find("applicant_agrees", holds=True)
    walk.take("certificate", "propose_certificate", JUDGE, reasons="已付本金")
    assert walk.releases() == []
    issued = walk.take("certificate", "approve_certificate", Role.BUREAU_HEAD)

    assert issued.papers[0].template == "performance-certificate-main"
    assert len(walk.releases()) == 4
    order = release_of(walk, MeasureKind.CONSUMPTION_RESTRICTION)
    walk.take_on(order, "propose_lifting", JUDGE, reasons="已出具自动履行证明书")
    walk.take_on(order, "sign_lifting", PRESIDENT)
    walk.take_on(order, "finish", JUDGE, done_on="2026-06-24", **DONE)
    assert not Measure.objects.filter(
        kind=MeasureKind.CONSUMPTION_RESTRICTION.value, released_date=None
    ).exists()


def test_a_finding_on_the_evidence_of_payment_releases(walk: Walk):
    walks.to_published(walk)
    walk.on = date(2026, 6, 24)
    walk.find("performed_on_evidence", holds=True)
    assert len(walk.releases()) == 4

    fact = walk.matter.facts.get(question="performed_on_evidence")
    walk.take("record", "withdraw_fact", JUDGE, fact=str(fact.pk), reasons="凭证系伪造")
    assert {one.state for one in walk.releases()} == {"cancelled"}


def test_a_term_listing_is_kept_only_by_the_president_on_a_report_with_reasons(walk: Walk):
    walks.to_published(walk)
    walk.on = date(2026, 6, 24)
    walks.pay_all(walk)
    listing = release_of(walk, MeasureKind.DEFAULTER_LISTING)
    with refused(StepNotAllowed, "现为“待解除”"):
        walk.take_on(listing, "keep_listed", PRESIDENT, reasons="情节严重")
    walk.take_on(listing, "propose_deletion", JUDGE, reasons="已履行，曾暴力抗拒执行，请决定")
    with refused(StepNotAllowed, "由院长办理"):
        walk.take_on(listing, "keep_listed", JUDGE, reasons="情节严重")
    with refused(Unanswered, "不提前删除的理由"):
        walk.take_on(listing, "keep_listed", PRESIDENT)
    walk.take_on(listing, "keep_listed", PRESIDENT, reasons="暴力抗拒执行，情节严重")

    listing.refresh_from_db()
    assert listing.state == "kept"
    clock = listing.deadlines.get(stopped_at=None)
    assert (clock.name, clock.last_date) == ("listing_term", date(2028, 6, 18))
    assert listing not in [row.course for row in queries.releases_owed(None, walk.on)]
    day_after = clock.last_date + timedelta(days=1)
    assert listing in [row.course for row in queries.releases_owed(None, day_after)]
    walk.take_on(listing, "propose_deletion", JUDGE, reasons="主动纠正失信行为")


def test_a_listing_without_term_cannot_be_kept(walk: Walk):
    walks.to_published(walk)
    walk.on = date(2026, 6, 24)
    walks.pay_all(walk)
    listing = release_of(walk, MeasureKind.DEFAULTER_LISTING)
    Measure.objects.filter(pk=listing.measure_id).update(has_term=False, expires_date=None)
    walk.take_on(listing, "propose_deletion", JUDGE, reasons="已履行完毕")
    with refused(StepNotAllowed, "没有需要“决定不提前删除”"):
        walk.take_on(listing, "keep_listed", PRESIDENT, reasons="情节严重")


def test_a_listing_is_deleted_by_a_paper_that_the_president_signs(walk: Walk):
    walks.to_published(walk)
    walk.on = date(2026, 6, 24)
    walks.pay_all(walk)
    listing = release_of(walk, MeasureKind.DEFAULTER_LISTING)
    with refused(StepNotAllowed, "没有需要“办结解除”"):
        walk.take_on(listing, "lift", JUDGE, done_on="2026-06-24", **DONE)
    walk.take_on(listing, "propose_deletion", JUDGE, reasons="已履行完毕")
    with refused(StepNotAllowed, "由院长办理"):
        walk.take_on(listing, "sign_deletion", JUDGE)


def test_enforcement_does_not_close_while_a_release_is_owed(walk: Walk):
    walks.to_enforcement(walk)
    walks.pay_all(walk)
    with refused(Refused, "还有1项措施没有解除"):
        walk.take("enforcement", "conclude", JUDGE, how="performed")
    shield = release_of(walk, MeasureKind.CASE_PUBLICITY)
    walk.take_on(shield, "lift", JUDGE, done_on=walk.on.isoformat(), **DONE)
    with refused(Refused, "本院账上还有1人的款项没有发放、退还"):
        walk.take("enforcement", "conclude", JUDGE, how="performed")
    walks.pay_out(walk)
    with refused(Refused, "没有履行完毕的和解协议"):
        walk.take("enforcement", "conclude", JUDGE, how="settled")
    walk.take("enforcement", "conclude", JUDGE, how="performed")


def test_enforcement_does_not_close_while_money_is_owed(walk: Walk):
    walks.to_enforcement(walk)
    with refused(Refused, "尚欠"):
        walk.take("enforcement", "conclude", JUDGE, how="performed")


def test_a_release_says_by_when_it_is_owed_and_to_whom(walk: Walk):
    walks.to_enforcement(walk)
    walks.pay_all(walk)
    (row,) = queries.releases_owed(walk.staff[JUDGE], walk.on)
    assert (row.what, row.who, row.days_left) == ("屏蔽本案被执行人信息", "陈示例", 1)


def test_releases_are_shown_to_who_performs_them(walk: Walk):
    walks.to_enforcement(walk)
    walks.pay_all(walk)
    assert queries.today(walk.staff[JUDGE], walk.at).releases_owed
    assert queries.today(walk.staff[PRESIDENT], walk.at).releases_owed
    assert not queries.today(walk.staff[Role.MEDIATOR], walk.at).releases_owed
