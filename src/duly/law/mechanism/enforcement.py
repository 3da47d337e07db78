"""The enforcement proceeding itself (执行案件): filing, notice, first contact, settlement, close.

The mechanism's third stage (三) happens inside it; its own rules are the statute's.
"""

from dataclasses import dataclass
from datetime import date

from duly.law.calendar import Period, in_digits
from duly.law.finding import Finding, Ground, Outcome, all_of, ground
from duly.law.mechanism import extension
from duly.law.mechanism.answers import not_in_the_future
from duly.law.mechanism.settlement_plan import (
    PLAN_ASKS,
    ending_agrees_with_plan,
    may_be_planned,
    plan_before_the_judge,
)
from duly.law.money import PlanStanding, Yuan
from duly.law.sources import cite, clause
from duly.law.step import Answers, Ask, AskKind, Clock, Mechanism, Step
from duly.law.terms import MeasureKind, Role, Term


class State(Term):
    """From the hand-over to the close of the enforcement proceeding."""

    RECEIVED = "received", "待执行立案"
    FILED = "filed", "已执行立案"
    NOTIFIED = "notified", "执行中"
    CONCLUDED = "concluded", "已结案"


class Conclusion(Term):
    """How an enforcement proceeding ends here."""

    PERFORMED = "performed", "执行完毕"
    SETTLED = "settled", "和解协议履行完毕"


@dataclass(frozen=True, slots=True)
class Facts:
    """What the rules need to know."""

    on: date
    owing: Yuan | None
    performed: bool | None
    settlement_performed: bool
    releases_owed: int
    settlement_running: bool
    running_warnings: int
    plan: PlanStanding | None = None
    concludes_on: date | None = None
    extended: bool = False
    extension_proposed: bool = False


def nothing_owed(facts: Facts) -> Finding:
    """Return whether the debt is performed, every measure released and every warning ended.

    三(六)2: nothing of the debtor's is left in the balance when the file is closed.
    """
    basis = clause("三(六)2")
    return all_of(
        "是否可以结案",
        (
            ground(
                basis,
                facts.settlement_performed or facts.performed,
                met="债务已经履行完毕，或者和解协议已经履行完毕",
                not_met=f"尚欠{facts.owing}" if facts.owing else "尚未履行完毕",
                unknown="应付数额尚不能算出",
                change="登记到账",
            ),
            ground(
                basis,
                facts.releases_owed == 0,
                met="没有待解除的措施",
                not_met=f"还有{facts.releases_owed}项措施没有解除",
                unknown="",
                change="先解除各项措施",
            ),
            ground(
                basis,
                facts.running_warnings == 0,
                met="没有在办的提醒",
                not_met=f"还有{facts.running_warnings}项提醒没有办结",
                unknown="",
                change="先办结提醒：已履行的，记录限期内履行",
            ),
        ),
    )


def conclusion_is_true(facts: Facts, answers: Answers) -> Finding:
    """Return whether the way of closing that was chosen is what the record shows."""
    by_settlement = answers.get("how") is Conclusion.SETTLED
    return all_of(
        "结案方式是否与记录一致",
        (
            ground(
                clause("三(六)2"),
                facts.settlement_performed if by_settlement else facts.performed,
                met="结案方式与记录一致",
                not_met="没有履行完毕的和解协议" if by_settlement else "债务没有履行完毕",
                unknown="应付数额尚不能算出",
                change="改选另一种结案方式",
            ),
        ),
    )


def terms_follow_notice(facts: Facts, answers: Answers) -> Finding:
    """Return whether the days set in the notice lie after today."""
    basis = cite("执行通知", on=facts.on)
    grounds = []
    for name, what in (("perform_by", "履行期限"), ("report_by", "报告财产期限")):
        day: date | None = answers.get(name)
        if day is None or day > facts.on:
            grounds.append(Ground(basis, Outcome.MET, f"{what}晚于今天"))
        else:
            grounds.append(
                Ground(basis, Outcome.NOT_MET, f"{what}{in_digits(day)}不晚于今天", f"更正{what}")
            )
    return all_of("通知书的期限是否适当", grounds)


def no_settlement_runs(facts: Facts) -> Finding:
    """Return whether no settlement is running already."""
    return all_of(
        "是否可以登记和解",
        (
            ground(
                cite("执行和解", on=facts.on),
                not facts.settlement_running,
                met="没有正在履行的和解协议",
                not_met="已有正在履行的和解协议",
                unknown="",
                change="先认定前一协议已履行或者已违反",
            ),
        ),
    )


JUDGE = frozenset({Role.ENFORCEMENT_JUDGE})

FILE = Step[Facts](
    name="file",
    chinese="执行立案",
    clause="二(二)2",
    by=frozenset({Role.FILING_CLERK}),
    origins=frozenset({State.RECEIVED}),
    target=State.FILED,
    asks=(
        Ask("funds_number", "本案执行案款账号", AskKind.ACCOUNT, required=False),
        Ask("funds_bank", "开户行", AskKind.TEXT, required=False, longest=100),
    ),
    stops=("filing",),
    imposes=(MeasureKind.CASE_PUBLICITY,),
    starts=(
        Clock(
            "enforcement_notice",
            "发出执行通知书（十日内）",
            "三(一)2",
            Role.ENFORCEMENT_JUDGE,
            period=Period(days=10),
        ),
        Clock(
            "first_contact",
            "收案后首次联系被执行人",
            "三(六)2",
            Role.ENFORCEMENT_JUDGE,
            period=Period(working_days=3),
        ),
        Clock(
            "conclusion",
            "执行结案（六个月）",
            "三(六)2",
            Role.ENFORCEMENT_JUDGE,
            period=Period(months=6),
        ),
    ),
)

ISSUE_NOTICE = Step[Facts](
    name="issue_notice",
    chinese="发出执行通知书、报告财产令",
    clause="三(一)3",
    by=JUDGE,
    origins=frozenset({State.FILED}),
    target=State.NOTIFIED,
    asks=(
        Ask("perform_by", "限于何日前履行", AskKind.DATE),
        Ask("report_by", "限于何日前报告财产", AskKind.DATE),
    ),
    checks=(terms_follow_notice,),
    issues=("enforcement-notice", "property-report-order", "property-report-form"),
    stops=("enforcement_notice",),
)

SETTLE = Step[Facts](
    name="record_settlement",
    chinese="登记执行和解协议",
    clause="三(一)2",
    by=JUDGE,
    origins=frozenset({State.NOTIFIED}),
    asks=(
        Ask("reached_on", "达成日期", AskKind.DATE),
        Ask("content", "协议内容", AskKind.LONG_TEXT),
        Ask("ends_on", "最后一期履行日", AskKind.DATE),
        Ask("evidence", "协议存卷", AskKind.TEXT),
    ),
    guards=(no_settlement_runs,),
    checks=(not_in_the_future("reached_on", "达成日期"),),
    starts=(
        Clock("settlement", "和解协议履行届满", "三(一)2", Role.ENFORCEMENT_JUDGE, ask="ends_on"),
    ),
)

PLAN = Step[Facts](
    name="record_plan",
    chinese="登记和解协议的分期履行计划",
    clause="三(一)2",
    by=JUDGE,
    origins=frozenset({State.NOTIFIED}),
    asks=PLAN_ASKS,
    guards=(may_be_planned,),
    when=lambda facts: facts.settlement_running and facts.plan is None,
)

END_SETTLEMENT = Step[Facts](
    name="end_settlement",
    chinese="认定和解协议已履行或已违反",
    clause="三(一)2",
    by=JUDGE,
    origins=frozenset({State.NOTIFIED}),
    asks=(
        Ask("performed", "协议已全部履行", AskKind.YES_NO, hint="否：无正当理由拒不履行"),
        Ask("reasons", "认定理由", AskKind.LONG_TEXT),
    ),
    checks=(ending_agrees_with_plan,),
    cautions=(plan_before_the_judge,),
    when=lambda facts: facts.settlement_running,
    stops=("settlement",),
)

CONCLUDE = Step[Facts](
    name="conclude",
    chinese="执行结案",
    clause="三(六)2",
    by=JUDGE,
    origins=frozenset({State.NOTIFIED, State.FILED}),
    target=State.CONCLUDED,
    asks=(Ask("how", "结案方式", AskKind.CHOICE, choices=Conclusion),),
    guards=(nothing_owed,),
    checks=(conclusion_is_true,),
    stops=("enforcement_notice", "first_contact", "conclusion", "settlement"),
)

MECHANISM = Mechanism[Facts](
    name="enforcement",
    chinese="执行案件",
    clause="三",
    states=State,
    initial=State.RECEIVED,
    final=frozenset({State.CONCLUDED}),
    track=(State.RECEIVED, State.FILED, State.NOTIFIED, State.CONCLUDED),
    steps=(
        FILE,
        ISSUE_NOTICE,
        SETTLE,
        PLAN,
        END_SETTLEMENT,
        CONCLUDE,
        *extension.steps(frozenset({State.FILED, State.NOTIFIED})),
    ),
)
