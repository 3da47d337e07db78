"""Performance on record: money that arrived, acts done, and wrong entries taken back."""

from duly.law.finding import Finding, all_of, ground
from duly.law.mechanism.answers import not_in_the_future
from duly.law.mechanism.record.facts import DIVISIONS, JUDGES, OPEN, Facts
from duly.law.sources import clause
from duly.law.step import Ask, AskKind, Step
from duly.law.terms import AccountOwner, CourtAccount, Role

PAYMENT = Step[Facts](
    name="record_payment",
    chinese="登记到账",
    clause="一(三)",
    by=DIVISIONS,
    origins=OPEN,
    asks=(
        Ask("payer", "付款人", AskKind.RECORD, records="debtor"),
        Ask("amount", "金额", AskKind.MONEY),
        Ask("paid_on", "到账日期", AskKind.DATE),
        Ask("arrival", "到账账户", AskKind.CHOICE, choices=AccountOwner),
        Ask(
            "creditor",
            "收款的债权人",
            AskKind.RECORD,
            required=False,
            records="creditor",
            hint="有几名债权人，款项直接付给其中一名的填写",
        ),
        Ask(
            "reference",
            "凭证号",
            AskKind.TEXT,
            hint="银行流水号；同一凭证只能登记一次",
            longest=64,
        ),
        Ask("evidence", "付款凭证", AskKind.TEXT, hint="如：债权人确认收款、案款到账通知"),
    ),
    checks=(not_in_the_future("paid_on", "到账日期"),),
)

ACT_PERFORMED = Step[Facts](
    name="record_act_performed",
    chinese="登记行为履行",
    clause="二(一)1",
    by=DIVISIONS,
    origins=OPEN,
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
    origins=OPEN,
    asks=(
        Ask("payment", "要冲正的到账", AskKind.RECORD, records="payment"),
        Ask("reason", "理由", AskKind.LONG_TEXT),
    ),
    usual=False,
)

TRANSFER = Step[Facts](
    name="transfer_payment",
    chinese="转付汇入错误账户的款项",
    clause="三(六)2",
    by=JUDGES,
    origins=OPEN,
    asks=(
        Ask("payment", "汇错的到账", AskKind.RECORD, records="court_payment"),
        Ask("amount", "转付金额", AskKind.MONEY, hint="可以是其中一部分"),
        Ask("arrival", "转入", AskKind.CHOICE, choices=CourtAccount),
        Ask("moved_on", "转付日期", AskKind.DATE),
        Ask("evidence", "审批表和转账凭证", AskKind.TEXT),
    ),
    checks=(not_in_the_future("moved_on", "转付日期"),),
    usual=False,
)


def is_owed_again(facts: Facts) -> Finding:
    """Return whether a stage closed as performed rests on a payment that is gone (三(六)2)."""
    return all_of(
        "是否需要恢复办理",
        (
            ground(
                clause("三(六)2"),
                bool(facts.closed_unpaid),
                met=f"“{facts.closed_unpaid}”已按履行完毕办结，付款冲正后债务仍未履行",
                not_met="没有按履行完毕办结而债务仍未履行的程序",
                unknown="",
                change="另行申请执行的，由立案庭登记申请",
            ),
        ),
    )


REOPEN = Step[Facts](
    name="reopen",
    chinese="付款冲正，恢复办理",
    clause="三(六)2",
    by=frozenset({Role.TRIAL_JUDGE, Role.ENFORCEMENT_JUDGE}),
    origins=OPEN,
    asks=(Ask("reasons", "冲正的事实和恢复办理的理由", AskKind.LONG_TEXT),),
    guards=(is_owed_again,),
    when=lambda facts: bool(facts.closed_unpaid),
)
