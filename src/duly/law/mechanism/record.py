"""The record of a matter: what may be entered at any time, whatever the stage.

Payments, service, contacts and findings of fact are acts of their own; what
follows from them (a term that runs, a debt performed, releases owed) is decided by
the mechanisms.
"""

from dataclasses import dataclass
from datetime import date

from duly.law.finding import Finding, all_of, ground
from duly.law.mechanism.answers import not_in_the_future
from duly.law.sources import clause
from duly.law.step import Ask, AskKind, Mechanism, Step
from duly.law.terms import (
    AccountOwner,
    Channel,
    ContactResult,
    FactQuestion,
    PropertyKind,
    Role,
    ServiceMethod,
    Term,
)


class State(Term):
    """A matter's record is open until the matter is archived."""

    OPEN = "open", "在办"
    CLOSED = "closed", "已归档"


@dataclass(frozen=True, slots=True)
class Facts:
    """What the rules about the record need to know."""

    on: date
    open_courses: int
    releases_owed: int


DIVISIONS = frozenset(
    {
        Role.TRIAL_CLERK,
        Role.TRIAL_JUDGE,
        Role.FILING_CLERK,
        Role.FILING_HEAD,
        Role.ENFORCEMENT_CLERK,
        Role.ENFORCEMENT_JUDGE,
    }
)
JUDGES = frozenset({Role.ENFORCEMENT_JUDGE})
EMERGENCY_FINDERS = JUDGES | {Role.FILING_CLERK, Role.FILING_HEAD}


def nothing_left_to_do(facts: Facts) -> Finding:
    """Return whether a matter may be archived: no running course, no release owed."""
    basis = clause("三(六)2")
    return all_of(
        "是否可以归档",
        (
            ground(
                basis,
                facts.open_courses == 0,
                met="各项程序均已办结",
                not_met=f"还有{facts.open_courses}项程序没有办结",
                unknown="",
                change="先办结各项程序",
            ),
            ground(
                basis,
                facts.releases_owed == 0,
                met="没有待解除的措施",
                not_met=f"还有{facts.releases_owed}项措施没有解除",
                unknown="",
                change="先解除各项措施",
            ),
        ),
    )


SERVICE = Step[Facts](
    name="record_service",
    chinese="登记送达",
    clause="一(二)2",
    by=DIVISIONS | {Role.MEDIATOR},
    origins=frozenset({State.OPEN}),
    asks=(
        Ask("what", "送达的文书", AskKind.RECORD, records="servable"),
        Ask("party", "受送达人", AskKind.RECORD, records="party"),
        Ask("method", "送达方式", AskKind.CHOICE, choices=ServiceMethod),
        Ask("acted_on", "送出、张贴或刊登日期", AskKind.DATE),
        Ask("signed_on", "签收日期", AskKind.DATE, required=False, hint="直接、邮寄、委托送达填写"),
        Ask("arrived_on", "到达电子系统日期", AskKind.DATE, required=False, hint="电子送达填写"),
        Ask("returned_on", "退回或拒收日期", AskKind.DATE, required=False, hint="邮件被退回的填写"),
        Ask("witnessed", "有见证人签名", AskKind.YES_NO, hint="留置送达填写"),
        Ask("recorded", "有拍照、录像", AskKind.YES_NO, hint="留置送达填写"),
        Ask("evidence", "送达凭证", AskKind.TEXT, hint="如：送达回证第1号、EMS回执号"),
    ),
    checks=(
        not_in_the_future("acted_on", "送出日期"),
        not_in_the_future("signed_on", "签收日期"),
        not_in_the_future("arrived_on", "到达日期"),
        not_in_the_future("returned_on", "退回日期"),
    ),
)

CONTACT = Step[Facts](
    name="record_contact",
    chinese="登记联系",
    clause="二(三)附6",
    by=DIVISIONS | {Role.MEDIATOR},
    origins=frozenset({State.OPEN}),
    asks=(
        Ask("party", "联系对象", AskKind.RECORD, records="debtor"),
        Ask("on", "日期", AskKind.DATE),
        Ask("channel", "方式", AskKind.CHOICE, choices=Channel),
        Ask("result", "结果", AskKind.CHOICE, choices=ContactResult),
        Ask("told_consequences", "已告知不履行的后果", AskKind.YES_NO),
        Ask("told_benefits", "已告知主动履行的好处", AskKind.YES_NO),
        Ask("promised_date", "承诺履行日期", AskKind.DATE, required=False),
        Ask("note", "沟通记录", AskKind.LONG_TEXT),
    ),
    checks=(not_in_the_future("on", "联系日期"),),
)

PAYMENT = Step[Facts](
    name="record_payment",
    chinese="登记到账",
    clause="一(三)",
    by=DIVISIONS,
    origins=frozenset({State.OPEN}),
    asks=(
        Ask("payer", "付款人", AskKind.RECORD, records="debtor"),
        Ask("amount", "金额", AskKind.MONEY),
        Ask("paid_on", "到账日期", AskKind.DATE),
        Ask("arrival", "到账账户", AskKind.CHOICE, choices=AccountOwner),
        Ask("reference", "凭证号", AskKind.TEXT, hint="银行流水号；同一凭证只能登记一次"),
        Ask("evidence", "付款凭证", AskKind.TEXT, hint="如：债权人确认收款、案款到账通知"),
    ),
    checks=(not_in_the_future("paid_on", "到账日期"),),
)

ACT_PERFORMED = Step[Facts](
    name="record_act_performed",
    chinese="登记行为履行",
    clause="二(一)1",
    by=DIVISIONS,
    origins=frozenset({State.OPEN}),
    asks=(
        Ask("obligation", "已履行的行为义务", AskKind.RECORD, records="act"),
        Ask("performed_on", "履行日期", AskKind.DATE),
        Ask("evidence", "证据", AskKind.TEXT, hint="如：申请人确认、现场笔录"),
    ),
    checks=(not_in_the_future("performed_on", "履行日期"),),
    usual=False,
)

REVERSAL = Step[Facts](
    name="reverse_payment",
    chinese="冲正到账",
    clause="一(三)",
    by=DIVISIONS,
    origins=frozenset({State.OPEN}),
    asks=(
        Ask("payment", "要冲正的到账", AskKind.RECORD, records="payment"),
        Ask("reason", "理由", AskKind.LONG_TEXT),
    ),
    usual=False,
)

FINDING = Step[Facts](
    name="find_fact",
    chinese="认定事实",
    clause="三(一)2",
    by=EMERGENCY_FINDERS,
    origins=frozenset({State.OPEN}),
    asks=(
        Ask("question", "认定事项", AskKind.CHOICE, choices=FactQuestion),
        Ask("party", "涉及的被执行人", AskKind.RECORD, records="debtor"),
        Ask("holds", "是否成立", AskKind.YES_NO),
        Ask("reasons", "理由", AskKind.LONG_TEXT),
        Ask("evidence", "证据", AskKind.TEXT, required=False),
    ),
)

WITHDRAWAL = Step[Facts](
    name="withdraw_fact",
    chinese="撤回认定",
    clause="三(六)1(2)",
    by=EMERGENCY_FINDERS,
    origins=frozenset({State.OPEN}),
    asks=(
        Ask("fact", "要撤回的认定", AskKind.RECORD, records="fact"),
        Ask("reasons", "理由", AskKind.LONG_TEXT),
    ),
    usual=False,
)

CONTACT_POINT = Step[Facts](
    name="add_contact_point",
    chinese="登记联系方式",
    clause="二(一)2",
    by=DIVISIONS | {Role.MEDIATOR},
    origins=frozenset({State.OPEN}),
    asks=(
        Ask("party", "当事人", AskKind.RECORD, records="party"),
        Ask("phone", "电话", AskKind.PHONE, required=False),
        Ask("address", "送达地址", AskKind.TEXT, required=False),
        Ask("confirmed_for_service", "已签送达地址确认书", AskKind.YES_NO),
        Ask("electronic_consent", "同意电子送达", AskKind.YES_NO),
        Ask("source", "来源", AskKind.TEXT, hint="如：申请人提供、庭审笔录"),
    ),
)

APPEAL = Step[Facts](
    name="record_appeal",
    chinese="登记上诉",
    clause="二(三)附4",
    by=frozenset({Role.TRIAL_CLERK, Role.TRIAL_JUDGE}),
    origins=frozenset({State.OPEN}),
    asks=(
        Ask("party", "上诉人", AskKind.RECORD, records="party"),
        Ask("filed_on", "上诉日期", AskKind.DATE),
    ),
    checks=(not_in_the_future("filed_on", "上诉日期"),),
    usual=False,
)

EFFECT = Step[Facts](
    name="record_effect",
    chinese="登记生效证明",
    clause="二(三)附4",
    by=frozenset({Role.TRIAL_CLERK, Role.TRIAL_JUDGE, Role.FILING_CLERK}),
    origins=frozenset({State.OPEN}),
    asks=(
        Ask("effective_on", "生效日期", AskKind.DATE),
        Ask("evidence", "生效证明", AskKind.TEXT),
    ),
    checks=(not_in_the_future("effective_on", "生效日期"),),
    usual=False,
)

MEASURE = Step[Facts](
    name="impose_measure",
    chinese="登记查控措施",
    clause="二(三)附8",
    by=frozenset({Role.TRIAL_JUDGE, Role.ENFORCEMENT_JUDGE}),
    origins=frozenset({State.OPEN}),
    asks=(
        Ask("party", "被执行人", AskKind.RECORD, records="debtor"),
        Ask("kind", "措施", AskKind.CHOICE, choices=PropertyKind),
        Ask("object", "财产", AskKind.TEXT, hint="如：XX银行尾号0001账户、粤A·D0001小客车"),
        Ask("amount", "限额", AskKind.MONEY, required=False),
        Ask("imposed_on", "起始日期", AskKind.DATE),
        Ask("expires_on", "届满日期", AskKind.DATE),
        Ask("evidence", "裁定书及协助执行通知书", AskKind.TEXT),
    ),
    checks=(not_in_the_future("imposed_on", "起始日期"),),
)

ARCHIVE = Step[Facts](
    name="archive",
    chinese="归档",
    clause="二(二)2",
    by=DIVISIONS,
    origins=frozenset({State.OPEN}),
    target=State.CLOSED,
    guards=(nothing_left_to_do,),
    usual=False,
)

MECHANISM = Mechanism[Facts](
    name="record",
    chinese="案件记录",
    clause="前言",
    states=State,
    initial=State.OPEN,
    final=frozenset({State.CLOSED}),
    steps=(
        CONTACT,
        SERVICE,
        PAYMENT,
        ACT_PERFORMED,
        FINDING,
        CONTACT_POINT,
        MEASURE,
        WITHDRAWAL,
        REVERSAL,
        APPEAL,
        EFFECT,
        ARCHIVE,
    ),
)
