"""执前督促: the creditor applies, and a mediator urges for a month."""

from datetime import date, timedelta

from duly.law.calendar import Period
from duly.law.money import Yuan
from duly.law.terms import AccountOwner, Channel, ContactResult, PartyRole, Role
from duly.ledger.queries import Statement
from duly.simulation.case import Case
from duly.simulation.days import ONE_DAY
from duly.simulation.playing import Act, Story
from duly.simulation.stories.entries import contact, pay, serve, without_fees
from duly.simulation.stories.post_judgment import (
    POST_JUDGMENT,
    due_day,
    instrument_served,
    overdue,
    registered,
)

PRE_ENFORCEMENT = "pre_enforcement"
FILING, MEDIATOR = Role.FILING_CLERK, Role.MEDIATOR
MONTH = Period(months=1)
PART = 80


def applied(case: Case) -> Story:
    """Nothing came in time, and the creditor applies for enforcement."""
    yield from overdue(case)
    case.go_workdays(2)
    yield from application(case)


def consented(case: Case) -> Story:
    """Asked at the counter, the applicant agrees; his written application is awaited."""
    yield from applied(case)
    yield from _consent(case)


def urging(case: Case) -> Story:
    """The written application is in, the number given, a mediator at work."""
    yield from consented(case)
    case.go_workdays(1)
    yield from into_urging(case)


def urging_an_act(case: Case) -> Story:
    """The instrument orders an act, for which there is no post-judgment urging."""
    yield from registered(case)
    case.go_workdays(2)
    served_on = case.today
    yield from instrument_served(case)
    case.go(due_day(case, served_on) + ONE_DAY)
    yield from application(case)
    yield from _consent(case)
    case.go_workdays(1)
    yield from into_urging(case)
    yield contact(case, MEDIATOR, "电话无人应答，已发短信请其回电", result=ContactResult.NO_ANSWER)
    case.go_workdays(2)
    yield contact(
        case, MEDIATOR, "约到调解室面谈，称正在腾退，家具尚未搬完", channel=Channel.MEETING
    )


def urging_nearly_over(case: Case) -> Story:
    """The month ends within days; a promise to pay was not kept."""
    yield from consented(case)
    case.be_on(_start_of_a_month_past(case, case.on))
    yield from into_urging(case)
    case.go_workdays(1)
    promised = case.calendar.working_days_after(case.today, 6)
    yield contact(
        case,
        MEDIATOR,
        "承认欠款，称货款回笼后支付，承诺日期见记录",
        result=ContactResult.PROMISED,
        promised_date=promised,
    )
    case.go(promised + ONE_DAY)
    yield contact(case, MEDIATOR, "承诺日期已过未到账，短信提醒", channel=Channel.SMS)
    case.go_workdays(3)
    yield contact(case, MEDIATOR, "电话无人应答", result=ContactResult.NO_ANSWER)


def performed_in_part(case: Case) -> Story:
    """The debtor pays most of it, the applicant wants no more, and the file is archived."""
    yield from urging(case)
    case.go_workdays(3)
    yield contact(case, MEDIATOR, "愿意一次性支付大部分，请求申请人让步", channel=Channel.MEETING)
    case.go_workdays(5)
    yield pay(case, _most, AccountOwner.CREDITOR, FILING)
    case.go_workdays(1)
    yield case.take(
        PRE_ENFORCEMENT,
        "close_performed",
        MEDIATOR,
        confirmed="yes",
        confirmed_on=case.today.isoformat(),
        evidence="申请人确认书，正卷第9页",
    )
    yield case.take("record", "archive", FILING)


def transferred(case: Case) -> Story:
    """The month passes without payment, and the matter goes to be filed for enforcement."""
    yield from consented(case)
    case.go_workdays(1)
    month_ends = MONTH.reckon(case.today, case.calendar).last_day
    yield from into_urging(case)
    case.go_workdays(2)
    yield contact(case, MEDIATOR, "称暂无能力履行，未提出履行方案")
    case.go(month_ends + ONE_DAY)
    yield case.take(
        PRE_ENFORCEMENT,
        "transfer",
        MEDIATOR,
        wanted="yes",
        reasons="督促期限届满，履行义务人未履行，申请人要求强制执行",
    )


def application(case: Case) -> Story:
    yield case.take(
        POST_JUDGMENT,
        "receive_application",
        FILING,
        applicant=case.party(PartyRole.CREDITOR),
        applied_on=case.today.isoformat(),
        request=f"请求强制执行：{case.form['duty']}",
    )


def _consent(case: Case) -> Story:
    yield case.take(
        PRE_ENFORCEMENT,
        "record_consent",
        FILING,
        asked_on=case.today.isoformat(),
        how="立案窗口当面询问",
        emergency="no",
        emergency_reasons="申请人称没有发现转移财产、逃避执行的情况",
    )


def request_received(case: Case) -> Act:
    """The applicant's signed application for urging is in."""
    return case.take(
        PRE_ENFORCEMENT,
        "receive_request",
        FILING,
        signed_on=case.today.isoformat(),
        signer=case.form["creditor_name"],
        evidence="正卷第3页",
    )


def into_urging(case: Case) -> Story:
    """The application is in, the number given, a mediator assigned, his notice served."""
    yield request_received(case)
    yield case.take(PRE_ENFORCEMENT, "register", FILING)
    yield case.take(
        PRE_ENFORCEMENT,
        "assign",
        Role.FILING_HEAD if case.turn % 2 else FILING,
        mediator=str(case.who(MEDIATOR).pk),
        no_recusal="yes",
    )
    case.go_workdays(1)
    yield case.take(PRE_ENFORCEMENT, "issue_notice", MEDIATOR)
    yield serve(case, case.paper("urging-notice"), MEDIATOR)


def _start_of_a_month_past(case: Case, day: date) -> date:
    """Return the first workday on which a month of urging can start that ends after a day."""
    start = case.calendar.roll_forward(day - timedelta(days=45))
    while MONTH.reckon(start, case.calendar).last_day <= day:
        start = case.calendar.working_days_after(start, 1)
    return start


def _most(owed: Statement) -> Yuan:
    return Yuan(without_fees(owed).fen * PART // 100)
