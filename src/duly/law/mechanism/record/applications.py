"""What parties bring to the court during enforcement: objections, and asks for a repair."""

from duly.law.mechanism.answers import not_in_the_future
from duly.law.mechanism.record.facts import FILING, OPEN, Facts
from duly.law.step import Ask, AskKind, Step
from duly.law.terms import ObjectionKind, PartyKind, RepairScope, Role

OBJECTION = Step[Facts](
    name="receive_objection",
    chinese="收到执行异议",
    clause="三(四)1",
    by=FILING,
    origins=OPEN,
    asks=(
        Ask(
            "objector",
            "异议人",
            AskKind.RECORD,
            required=False,
            records="party",
            hint="已登记的当事人、案外人；新的案外人填写下面两项",
        ),
        Ask("name", "案外人姓名或名称", AskKind.NAME, required=False),
        Ask("kind", "案外人类别", AskKind.CHOICE, required=False, choices=PartyKind),
        Ask("objection_kind", "异议种类", AskKind.CHOICE, choices=ObjectionKind),
        Ask("object", "异议的执行行为或者标的", AskKind.TEXT, hint="如：粤A·D0001小客车"),
        Ask("grounds", "异议理由", AskKind.LONG_TEXT),
        Ask("received_on", "收到日期", AskKind.DATE),
    ),
    checks=(not_in_the_future("received_on", "收到日期"),),
    usual=False,
)

REPAIR = Step[Facts](
    name="receive_repair",
    chinese="收到临时修复信用申请",
    clause="三(五)2(2)",
    by=frozenset({Role.ENFORCEMENT_JUDGE, Role.ENFORCEMENT_CLERK}),
    origins=OPEN,
    asks=(
        Ask("party", "申请的被执行人", AskKind.RECORD, records="debtor"),
        Ask("applied_on", "申请日期", AskKind.DATE),
        Ask(
            "reason",
            "需要临时修复的原因",
            AskKind.TEXT,
            hint="如：承接政府采购项目需要参加投标",
        ),
        Ask("measures", "申请解除的措施", AskKind.CHOICE, choices=RepairScope),
        Ask("repair_from", "修复起日", AskKind.DATE),
        Ask("repair_until", "修复止日", AskKind.DATE, hint="临时修复必须有止日"),
        Ask("promised_on", "承诺履行完毕日", AskKind.DATE),
        Ask("evidence", "申请书存卷", AskKind.TEXT),
    ),
    checks=(not_in_the_future("applied_on", "申请日期"),),
    usual=False,
)
