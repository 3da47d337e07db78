"""The usual way through the stages, as far as a test needs it."""

from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Concatenate, ParamSpec

from duly.law.terms import Role
from duly.ledger import funds
from duly.procedure.facts import debt
from duly.procedure.models import Deadline
from tests.procedure.conftest import Walk

CLERK, FILING = Role.TRIAL_CLERK, Role.FILING_CLERK
JUDGE, PRESIDENT = Role.ENFORCEMENT_JUDGE, Role.PRESIDENT

Chosen = ParamSpec("Chosen")


def way(go: Callable[Concatenate[Walk, Chosen], None]) -> Callable[Concatenate[Walk, Chosen], None]:
    """Go a way through the door once; who goes it afterwards finds himself at its end."""

    @wraps(go)
    def at_its_end(walk: Walk, *args: Chosen.args, **chosen: Chosen.kwargs) -> None:
        def gone() -> date:
            go(walk, *args, **chosen)
            return walk.on

        key = (go.__qualname__, walk.matter.pk, walk.on, *args, *sorted(chosen.items()))
        walk.on = walk.laid.begin(key, gone)
        walk.matter.refresh_from_db()

    return at_its_end


@way
def to_running(walk: Walk) -> None:
    """Account, notice, service on both sides, effect: the time for performance runs."""
    walk.take(
        "post_judgment",
        "confirm_account",
        CLERK,
        creditor=walk.party("creditor"),
        holder="喆淼商贸有限公司",
        number="4401990012345678",
        bank="示例银行广州从化支行",
        route="hearing",
        evidence="庭审笔录第5页",
    )
    walk.take("post_judgment", "issue_notice", CLERK)
    walk.serve_paper("performance-notice", CLERK)
    instrument = f"instrument-{walk.matter.instruments.get().pk}"
    walk.serve(instrument, CLERK)
    walk.serve(instrument, CLERK, to="creditor")
    walk.on = date(2026, 3, 20)
    walk.take("post_judgment", "start_term", CLERK)


@way
def to_applied(walk: Walk) -> None:
    """The debtor does not pay, and the creditor applies."""
    to_running(walk)
    apply(walk)


def apply(walk: Walk) -> None:
    """The creditor applies for enforcement."""
    walk.on = date(2026, 4, 7)
    walk.take(
        "post_judgment",
        "receive_application",
        FILING,
        applicant=walk.party("creditor"),
        applied_on="2026-04-07",
        request="请求强制执行货款100000元",
    )


@way
def to_requested(walk: Walk) -> None:
    """The applicant agrees to urging and signs for it."""
    to_applied(walk)
    consent(walk)
    walk.take(
        "pre_enforcement",
        "receive_request",
        FILING,
        signed_on="2026-04-07",
        signer="喆淼商贸有限公司",
        evidence="正卷第3页",
    )


CONSENT = {
    "asked_on": "2026-04-07",
    "how": "立案窗口当面询问",
    "emergency": "no",
    "emergency_reasons": "申请人称没有发现转移财产",
}


@way
def consent(walk: Walk, **changes: str) -> None:
    """The filing clerk asks the applicant, who agrees."""
    walk.take("pre_enforcement", "record_consent", FILING, **{**CONSENT, **changes})


@way
def to_urging(walk: Walk) -> None:
    """A mediator urges."""
    to_requested(walk)
    walk.take("pre_enforcement", "register", FILING)
    walk.take(
        "pre_enforcement",
        "assign",
        FILING,
        mediator=str(walk.staff[Role.MEDIATOR].pk),
        no_recusal="yes",
    )


@way
def to_enforcement(walk: Walk) -> None:
    """Urging fails; the matter is filed, noticed, served, and the debtor contacted twice."""
    to_urging(walk)
    walk.take("pre_enforcement", "issue_notice", Role.MEDIATOR)
    walk.contact(Role.MEDIATOR)
    term = Deadline.objects.get(course=walk.course("pre_enforcement"), name="urging_month")
    walk.on = date.fromordinal(term.last_date.toordinal() + 1)
    walk.take(
        "pre_enforcement",
        "transfer",
        Role.MEDIATOR,
        wanted="yes",
        reasons="督促期限届满，履行义务人未履行",
    )
    file(walk)
    walk.take("enforcement", "issue_notice", JUDGE, perform_by="2026-06-01", report_by="2026-06-01")
    for template in ("enforcement-notice", "property-report-order", "property-report-form"):
        walk.serve_paper(template, JUDGE)
    walk.contact(JUDGE)
    walk.contact(JUDGE)


def file(walk: Walk) -> None:
    """The matter gets its enforcement number and its account at the court."""
    walk.take(
        "enforcement",
        "file",
        FILING,
        funds_number="4401990087654321",
        funds_bank="示例银行从化法院案款专户",
    )


def find_ground(walk: Walk, ground: str = "4") -> None:
    """The judge finds a ground; by default that the property report is withheld."""
    walk.take(
        "defaulter_warning",
        "find_ground",
        JUDGE,
        ground=ground,
        reasons="未按报告财产令报告财产",
        evidence="送达回证、期满未报告记录",
    )


@way
def to_warned(walk: Walk) -> None:
    """The judge finds that the property report is withheld, and warns."""
    to_enforcement(walk)
    walk.on = date(2026, 6, 2)
    find_ground(walk)
    walk.take("defaulter_warning", "issue_warning", JUDGE, last_day="2026-06-17")
    walk.serve_paper("defaulter-warning", JUDGE)


def propose(walk: Walk, *, grace_months: str = "0", extra_years: str = "0") -> None:
    """The judge proposes the listing."""
    walk.take(
        "defaulter_warning",
        "propose_listing",
        JUDGE,
        reasons="经本院责令仍未报告财产、未履行",
        extra_years=extra_years,
        grace_months=grace_months,
    )


@way
def to_proposed(walk: Walk, *, grace_months: str = "0") -> None:
    """The warning runs out, and listing is proposed."""
    to_warned(walk)
    walk.on = date(2026, 6, 18)
    propose(walk, grace_months=grace_months)


@way
def to_published(walk: Walk) -> None:
    """The listing is signed and published."""
    to_proposed(walk)
    walk.take("defaulter_warning", "approve_listing", PRESIDENT)
    walk.take("defaulter_warning", "publish", JUDGE, evidence="名单库流水号440199001")


@way
def pay_all(walk: Walk) -> None:
    """The debtor pays everything on the day: to the funds account, and the court fees."""
    owed = debt.statement(walk.matter, walk.on)
    fees = owed.court_fees_owed
    walk.pay(f"{owed.total.amount - fees.amount:.2f}", JUDGE)
    walk.pay(f"{fees.amount:.2f}", JUDGE, arrival="court_fees")


def change_account(walk: Walk, *, proposed: date, confirmed: date) -> None:
    """The creditor's account changes: one person proposes it, another confirms it later."""
    walk.on = proposed
    walk.take(
        "post_judgment",
        "propose_account",
        CLERK,
        creditor=walk.party("creditor"),
        holder="喆淼商贸有限公司",
        number="4401990099998888",
        bank="示例银行广州天河支行",
        route="confirmation",
        evidence="变更申请书",
    )
    walk.on = confirmed
    walk.take(
        "post_judgment",
        "confirm_account_change",
        Role.TRIAL_JUDGE,
        confirmed="yes",
        reasons="已电话联系债权人原预留号码核实",
    )


def pay_fees(walk: Walk, role: Role = JUDGE) -> None:
    """The debtor pays the court fees that are left."""
    fees = debt.statement(walk.matter, walk.on).court_fees_owed
    walk.pay(f"{fees.amount:.2f}", role, arrival="court_fees")


def pay_out(walk: Walk) -> None:
    """What the court holds for the creditor goes on to him."""
    held = funds.of(walk.matter.pk).payable_to(int(walk.party("creditor")))
    proposed = {"amount": f"{held.amount:.2f}", "reasons": "全部发放"}
    walk.take("payout", "propose_pay_out", JUDGE, **proposed)
    walk.take("payout", "approve_pay_out", Role.BUREAU_HEAD)
    paid = {"paid_on": walk.on.isoformat(), "reference": f"FK{walk.matter.pk}"}
    walk.take("payout", "pay_out", JUDGE, **paid)
