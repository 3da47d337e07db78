"""One matter through all three stages, by the hands of every role, in a real browser."""

from datetime import date

import pytest

from duly.documents.models import Paper
from duly.law.terms import MeasureKind, Role
from duly.ledger import funds
from duly.procedure.facts import debt
from duly.procedure.models import Course, Deadline, Measure
from duly.registry.models import Matter
from tests.desk.journeys.conftest import Desk, fill
from tests.procedure import walks
from tests.procedure.conftest import MONEY_MATTER

pytestmark = [pytest.mark.browser, pytest.mark.long]

CLERK, FILING, MEDIATOR = Role.TRIAL_CLERK, Role.FILING_CLERK, Role.MEDIATOR
JUDGE, PRESIDENT = Role.ENFORCEMENT_JUDGE, Role.PRESIDENT


def register(desk: Desk) -> None:
    page = desk.window(CLERK)
    page.goto(f"{desk.address}/matters/new/")
    fill(page, {**MONEY_MATTER, "number": "（2026）粤0117民初777号"})
    page.locator("main .button--primary").click()
    page.get_by_text("已登记").wait_for()
    desk.walk.matter = Matter.objects.get(numbers__contains="777")


def serve(desk: Desk, role: Role, what: str, to: str = "debtor") -> None:
    day = desk.walk.on.isoformat()
    served = {"what": what, "party": desk.walk.party(to), "method": "personal"}
    proof = {"acted_on": day, "signed_on": day, "evidence": "送达回证"}
    desk.take(role, "record", "record_service", **served, **proof)


def serve_paper(desk: Desk, role: Role, template: str) -> None:
    serve(
        desk,
        role,
        f"paper-{Paper.objects.filter(matter=desk.walk.matter, template=template)[0].pk}",
    )


def contact(desk: Desk, role: Role) -> None:
    told = {"told_consequences": "yes", "told_benefits": "yes", "note": "告知义务、期限和后果"}
    seen = {"party": desk.walk.party("debtor"), "on": desk.walk.on.isoformat()}
    desk.take(role, "record", "record_contact", **seen, channel="call", result="reached", **told)


def pay(desk: Desk, amount: str, arrival: str) -> None:
    desk.take(
        JUDGE,
        "record",
        "record_payment",
        payer=desk.walk.party("debtor"),
        amount=amount,
        paid_on=desk.walk.on.isoformat(),
        arrival=arrival,
        reference=f"流水{arrival}",
        evidence="到账通知",
    )


def pay_everything(desk: Desk) -> None:
    owed = debt.statement(desk.walk.matter, desk.walk.on)
    assert owed.total is not None
    pay(desk, f"{owed.total.amount - owed.court_fees_owed.amount:.2f}", "enforcement_funds")
    pay(desk, f"{owed.court_fees_owed.amount:.2f}", "court_fees")


def to_running(desk: Desk) -> None:
    register(desk)
    account = {"holder": "喆淼商贸有限公司", "number": "4401990012345678"}
    shown = {"bank": "示例银行广州从化支行", "route": "hearing", "evidence": "庭审笔录第5页"}
    desk.take(CLERK, "post_judgment", "confirm_account", **account, **shown)
    desk.take(CLERK, "post_judgment", "issue_notice")
    serve_paper(desk, CLERK, "performance-notice")
    instrument = f"instrument-{desk.walk.matter.instruments.get().pk}"
    serve(desk, CLERK, instrument)
    serve(desk, CLERK, instrument, to="creditor")
    desk.walk.on = date(2026, 3, 20)
    desk.take(CLERK, "post_judgment", "start_term")


def to_urging(desk: Desk) -> None:
    desk.walk.on = date(2026, 4, 7)
    day = "2026-04-07"
    asked = {"applied_on": day, "request": "请求强制执行货款100000元", "requests_listing": "no"}
    desk.take(FILING, "post_judgment", "receive_application", **asked)
    consent = {"asked_on": day, "how": "立案窗口当面询问", "emergency": "no"}
    reasons = {"emergency_reasons": "没有发现转移财产"}
    desk.take(FILING, "pre_enforcement", "record_consent", **consent, **reasons)
    signed = {"signed_on": day, "signer": "喆淼商贸有限公司", "evidence": "正卷第3页"}
    desk.take(FILING, "pre_enforcement", "receive_request", **signed)
    desk.take(FILING, "pre_enforcement", "register")
    mediator = str(desk.walk.staff[MEDIATOR].pk)
    desk.take(FILING, "pre_enforcement", "assign", mediator=mediator, no_recusal="yes")


def to_enforcement(desk: Desk) -> None:
    desk.take(MEDIATOR, "pre_enforcement", "issue_notice")
    contact(desk, MEDIATOR)
    term = Deadline.objects.get(course=desk.walk.course("pre_enforcement"), name="urging_month")
    desk.walk.on = date.fromordinal(term.last_date.toordinal() + 1)
    failed = {"wanted": "yes", "reasons": "督促期限届满，履行义务人未履行"}
    desk.take(MEDIATOR, "pre_enforcement", "transfer", **failed)
    funds = {"funds_number": "4401990087654321", "funds_bank": "示例银行从化法院案款专户"}
    desk.take(FILING, "enforcement", "file", **funds)
    terms = {"perform_by": "2026-06-01", "report_by": "2026-06-01"}
    desk.take(JUDGE, "enforcement", "issue_notice", **terms)
    for template in ("enforcement-notice", "property-report-order", "property-report-form"):
        serve_paper(desk, JUDGE, template)
    contact(desk, JUDGE)
    contact(desk, JUDGE)


def to_warned(desk: Desk) -> None:
    desk.walk.on = date(2026, 6, 2)
    found = {"ground": "4", "reasons": "未按报告财产令报告财产", "evidence": "送达回证"}
    desk.take(JUDGE, "defaulter_warning", "find_ground", **found)
    desk.take(JUDGE, "defaulter_warning", "issue_warning", last_day="2026-06-17")
    serve_paper(desk, JUDGE, "defaulter-warning")


def pay_out(desk: Desk) -> None:
    held = funds.of(desk.walk.matter.pk).held
    proposed = {"amount": f"{held.amount:.2f}", "reasons": "全部发放"}
    desk.take(JUDGE, "payout", "propose_pay_out", **proposed)
    desk.take(Role.BUREAU_HEAD, "payout", "approve_pay_out")
    paid = {"paid_on": desk.walk.on.isoformat(), "reference": "FK440199001"}
    desk.take(JUDGE, "payout", "pay_out", **paid)


def release(desk: Desk, kind: MeasureKind, propose: str, sign: str) -> None:
    course = Course.objects.get(matter=desk.walk.matter, measure__kind=kind.value)
    if propose:
        page = desk.open_matter(JUDGE)
        desk.take_on(page, course.pk, propose, reasons="已积极履行完毕")
        desk.take_on(desk.open_matter(PRESIDENT), course.pk, sign)
    done = {"done_on": desk.walk.on.isoformat(), "evidence": "解除回执"}
    desk.take_on(desk.open_matter(JUDGE), course.pk, "finish" if propose else "lift", **done)


def test_from_judgment_to_certificate_and_release(desk: Desk) -> None:
    to_running(desk)
    to_urging(desk)
    to_enforcement(desk)
    to_warned(desk)
    desk.walk.on = date(2026, 6, 10)
    pay_everything(desk)
    desk.take(JUDGE, "defaulter_warning", "end_performed")
    desk.take(JUDGE, "certificate", "propose_certificate", reasons="限期内全部履行")
    page = desk.take(Role.BUREAU_HEAD, "certificate", "approve_certificate")
    assert "《自动履行证明书》" in page.locator(".banner").first.inner_text()
    release(desk, MeasureKind.CASE_PUBLICITY, "", "")
    pay_out(desk)
    desk.take(JUDGE, "enforcement", "conclude", how="performed")
    assert not Measure.objects.filter(matter=desk.walk.matter, released_date=None).exists()


def test_from_a_listing_to_its_release_in_time(desk: Desk) -> None:
    walks.to_warned(desk.walk)
    desk.walk.on = date(2026, 6, 18)
    proposal = {"reasons": "经责令仍未报告财产", "extra_years": "0", "grace_months": "0"}
    desk.take(JUDGE, "defaulter_warning", "propose_listing", **proposal)
    desk.take(PRESIDENT, "defaulter_warning", "approve_listing")
    desk.take(JUDGE, "defaulter_warning", "publish", evidence="名单库流水号440199001")
    desk.walk.on = date(2026, 6, 24)
    pay_everything(desk)
    release(desk, MeasureKind.DEFAULTER_LISTING, "propose_deletion", "sign_deletion")
    release(desk, MeasureKind.CONSUMPTION_RESTRICTION, "propose_lifting", "sign_lifting")
    release(desk, MeasureKind.CASE_PUBLICITY, "", "")
    release(desk, MeasureKind.CREDIT_NOTICE, "", "")
    assert not Measure.objects.filter(matter=desk.walk.matter, released_date=None).exists()
    desk.window(JUDGE).goto(desk.address)
    assert desk.window(JUDGE).locator("#count-releases_overdue").inner_text() == "0"
