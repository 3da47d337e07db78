"""Exits and incidents before enforcement: performed, withdrawn, appealed, held, limitation."""

from datetime import date, timedelta

from duly.law.terms import AccountOwner, HoldKind, PartyRole, Role, ServiceMethod
from duly.ledger.models import Obligation
from duly.simulation.case import Case
from duly.simulation.days import ONE_DAY
from duly.simulation.playing import Story
from duly.simulation.stories import direct, enforcement, post_judgment, pre_enforcement
from duly.simulation.stories.entries import contact, pay, pay_sum, serve, without_fees
from duly.simulation.stories.post_judgment import CLERK, POST_JUDGMENT
from duly.simulation.stories.pre_enforcement import FILING, MEDIATOR, PRE_ENFORCEMENT

NOTICE_DAYS = timedelta(days=30)
UPPER_COURT = "广东省广州市中级人民法院"


def performed(case: Case) -> Story:
    """Everything arrives within the time for performance, and the clerk notes it."""
    yield from post_judgment.running(case)
    case.go_workdays(3)
    yield pay(case, without_fees, AccountOwner.CREDITOR, CLERK)
    yield pay(case, lambda owed: owed.court_fees_owed, AccountOwner.COURT_FEES, CLERK)
    yield case.take(POST_JUDGMENT, "note_performed", CLERK)


def limitation_nearing(case: Case) -> Story:
    """A judgment of two years ago, brought to the court now: its limitation is nearly over."""
    yield from post_judgment.notice_issued(case)
    made_on = date.fromisoformat(case.form["made_on"])
    served_on = case.calendar.roll_forward(made_on + timedelta(days=2)).isoformat()
    for side in (PartyRole.CREDITOR, PartyRole.DEBTOR):
        yield case.take(
            "record",
            "record_service",
            CLERK,
            what=case.instrument(),
            party=case.party(side),
            method=ServiceMethod.PERSONAL.value,
            acted_on=served_on,
            signed_on=served_on,
            evidence="原审卷宗送达回证",
        )
    yield serve(case, case.paper("performance-notice"), CLERK)
    yield case.take(POST_JUDGMENT, "start_term", CLERK)
    case.go_workdays(1)
    yield case.take(POST_JUDGMENT, "note_overdue", CLERK)


def appealed(case: Case) -> Story:
    """Appealed in time, upheld on appeal; the time for performance runs from there."""
    yield from post_judgment.notice_issued(case)
    case.go_workdays(2)
    yield from post_judgment.instrument_served(case)
    yield serve(case, case.paper("performance-notice"), CLERK)
    case.go_workdays(5)
    yield case.take(
        "record",
        "record_appeal",
        CLERK,
        party=case.party(PartyRole.DEBTOR),
        filed_on=case.today.isoformat(),
    )
    case.go(case.today + timedelta(days=70))
    yield case.take(
        "record",
        "add_instrument",
        CLERK,
        number=f"（{case.today.year}）粤01民终{2001 + case.turn}号",
        court_name=UPPER_COURT,
        kind="judgment",
        outcome="upheld",
        made_on=case.today.isoformat(),
    )
    case.go_workdays(2)
    yield from post_judgment.instrument_served(case)
    yield case.take(POST_JUDGMENT, "start_term", CLERK)


def instalment_missed(case: Case) -> Story:
    """A judgment in instalments: the first is paid, the second missed, all falls due."""
    yield from post_judgment.notice_issued(case)
    case.go_workdays(1)
    yield from post_judgment.instrument_served(case)
    yield serve(case, case.paper("performance-notice"), CLERK)
    first, second = (
        date.fromisoformat(line.split()[0]) for line in case.form["instalments"].split("\n")[:2]
    )
    case.go(case.calendar.roll_forward(first - timedelta(days=3)))
    yield pay_sum(
        case, case.form["instalments"].split("\n")[0].split()[1], AccountOwner.CREDITOR, CLERK
    )
    case.go(second + ONE_DAY)
    case.go_workdays(2)
    yield case.take(
        "record",
        "accelerate",
        Role.TRIAL_JUDGE,
        obligation=lambda: str(Obligation.objects.get(matter=case.matter, kind="money").pk),
        fell_due=second.isoformat(),
        reason="第二期到期未付，依判决主文剩余款项全部到期",
    )


def application_received(case: Case) -> Story:
    """The creditor has applied; nobody has asked him about urging yet."""
    yield from direct.applied(case)


def request_in(case: Case) -> Story:
    """The signed application for urging is in and waits for its number."""
    yield from pre_enforcement.consented(case)
    case.go_workdays(1)
    yield pre_enforcement.request_received(case)


def recused(case: Case) -> Story:
    """The mediator is related to a party; the file waits for another."""
    yield from pre_enforcement.urging(case)
    case.go_workdays(1)
    yield case.take(
        PRE_ENFORCEMENT,
        "recuse",
        Role.FILING_HEAD,
        ground="relative",
        reasons="调解员自行报告：系被申请人的表兄",
    )


def withdrawn(case: Case) -> Story:
    """The parties made it up; the applicant withdraws during the month."""
    yield from pre_enforcement.urging(case)
    case.go_workdays(4)
    yield contact(case, MEDIATOR, "双方自行协商，申请人同意缓至年底")
    yield case.take(
        PRE_ENFORCEMENT,
        "withdraw",
        FILING,
        withdrawn_on=case.today.isoformat(),
        evidence="撤回申请书，正卷第8页",
    )


def urging_held(case: Case) -> Story:
    """The matter stands still while an instrument is reviewed; the month of urging rests."""
    yield from pre_enforcement.urging(case)
    case.go_workdays(3)
    yield case.take(
        "record",
        "set_hold",
        Role.FILING_HEAD,
        kind=HoldKind.REVIEW.value,
        on_debtor_request="no",
        held_from=case.today.isoformat(),
        reason="本院院长发现程序可能有误，决定复查，复查期间暂缓",
    )


def by_public_notice(case: Case) -> Story:
    """The instrument was served by public notice: no urging, filed for enforcement."""
    yield from post_judgment.account_confirmed(case)
    case.go_workdays(1)
    yield serve(case, case.instrument(), CLERK, to=PartyRole.CREDITOR)
    yield case.take(
        "record",
        "record_service",
        CLERK,
        what=case.instrument(),
        party=case.party(PartyRole.DEBTOR),
        method=ServiceMethod.PUBLIC_NOTICE.value,
        acted_on=case.today.isoformat(),
        evidence="人民法院公告网公告",
    )
    case.go(case.today + 2 * NOTICE_DAYS + timedelta(days=15))
    yield from pre_enforcement.application(case)
    yield direct.file_directly(case, "public_notice", "判决书系公告送达，不适用执前督促")
    case.go_workdays(1)
    yield enforcement.file(case)


def withdrawn_before_filing(case: Case) -> Story:
    """Handed over for enforcement, the application is withdrawn before it is filed."""
    yield from direct.declined(case)
    case.go_workdays(1)
    yield case.take(
        enforcement.ENFORCEMENT,
        "withdraw_application",
        FILING,
        withdrawn_on=case.today.isoformat(),
        evidence="撤回执行申请书",
    )
