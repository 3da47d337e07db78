"""The enforcement proceeding (三): its states and the steps between them."""

from duly.law.calendar import Period
from duly.law.mechanism import extension
from duly.law.mechanism.answers import not_in_the_future
from duly.law.mechanism.enforcement import rules
from duly.law.mechanism.enforcement.rules import Conclusion, Facts
from duly.law.mechanism.settlement_plan import (
    PLAN_ASKS,
    ending_agrees_with_plan,
    may_be_planned,
    plan_before_the_judge,
)
from duly.law.step import Ask, AskKind, Clock, Step
from duly.law.terms import MeasureKind, Role, Term


class State(Term):
    """From the hand-over to the close of the enforcement proceeding."""

    RECEIVED = "received", "待执行立案"
    FILED = "filed", "已执行立案"
    NOTIFIED = "notified", "执行中"
    CONCLUDED = "concluded", "已结案"
    WITHDRAWN = "withdrawn", "立案前撤回"


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
    guards=(rules.still_owes,),
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

WITHDRAW = Step[Facts](
    name="withdraw_application",
    chinese="申请人撤回执行申请",
    clause="二(二)2",
    by=frozenset({Role.FILING_CLERK}),
    origins=frozenset({State.RECEIVED}),
    target=State.WITHDRAWN,
    asks=(
        Ask("withdrawn_on", "撤回日期", AskKind.DATE),
        Ask("evidence", "撤回材料", AskKind.TEXT),
    ),
    checks=(not_in_the_future("withdrawn_on", "撤回日期"),),
    stops=("filing",),
    usual=False,
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
    checks=(rules.terms_follow_notice,),
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
    guards=(rules.no_settlement_runs,),
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
    guards=(rules.nothing_owed,),
    checks=(rules.conclusion_is_true,),
    stops=("enforcement_notice", "first_contact", "conclusion", "settlement"),
)

STEPS = (
    FILE,
    WITHDRAW,
    ISSUE_NOTICE,
    SETTLE,
    PLAN,
    END_SETTLEMENT,
    CONCLUDE,
    *extension.steps(frozenset({State.FILED, State.NOTIFIED})),
)
