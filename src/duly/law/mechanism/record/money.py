"""Money beside the instrument: acceleration, agreed values, what the court sets, returns."""

from duly.law.finding import Finding, all_of, ground
from duly.law.mechanism.answers import not_in_the_future
from duly.law.mechanism.record.facts import DIVISIONS, FILING, JUDGES, OPEN, Facts
from duly.law.money import PlanStanding
from duly.law.sources import cite, clause
from duly.law.step import Ask, AskKind, Step
from duly.law.terms import Role, Term


class Reckoned(Term):
    """How a delay penalty (迟延履行金) is set."""

    ONCE = "once", "一次确定"
    DAILY = "daily", "按日计算，至行为履行之日"


def all_fell_due(clause_words: str, standing: PlanStanding) -> Finding:
    """Return whether all instalments fell due: the instrument says so, and one was missed."""
    basis = cite("迟延履行起算", on=standing.on)
    missed = standing.missed
    return all_of(
        "是否全部到期",
        (
            ground(
                basis,
                bool(clause_words),
                met=f"文书写明：{clause_words}",
                not_met="文书没有写明一期未履行即全部到期",
                unknown="",
                change="各期分别到期，不能提前",
            ),
            ground(
                basis,
                bool(missed),
                met="；".join(one.because for one in missed),
                not_met="没有逾期未履行的期次",
                unknown="",
                change="等到有一期逾期未履行",
            ),
        ),
    )


def may_apply_again(facts: Facts) -> Finding:
    """Return whether the rest may be applied for after urging ended with part performance."""
    return all_of(
        "是否可以就未履行部分申请执行",
        (
            ground(
                clause("二(二)2"),
                facts.rest_left,
                met="督促已经办结，还有未履行的部分",
                not_met="没有未履行的部分，或者申请正在办理",
                unknown="",
                change="",
            ),
        ),
    )


ACCELERATE = Step[Facts](
    name="accelerate",
    chinese="认定分期义务全部到期",
    clause="前言",
    by=JUDGES | {Role.TRIAL_JUDGE},
    origins=OPEN,
    asks=(
        Ask("obligation", "分期履行的义务", AskKind.RECORD, records="accelerable"),
        Ask("fell_due", "全部到期日", AskKind.DATE, hint="依文书：一般为未履行的一期届满之日"),
        Ask("reason", "理由", AskKind.LONG_TEXT),
    ),
    checks=(not_in_the_future("fell_due", "全部到期日"),),
    usual=False,
)

VALUE_ACT = Step[Facts](
    name="value_act",
    chinese="登记行为义务的约定折价",
    clause="前言",
    by=DIVISIONS,
    origins=OPEN,
    asks=(
        Ask("obligation", "行为义务", AskKind.RECORD, records="act"),
        Ask("amount", "折价", AskKind.MONEY, hint="只作记录，不因此成为应付款项"),
        Ask("agreed_on", "约定日期", AskKind.DATE),
        Ask("reason", "折价的理由", AskKind.LONG_TEXT),
        Ask("evidence", "证据", AskKind.TEXT, hint="如：双方签名的笔录"),
    ),
    checks=(not_in_the_future("agreed_on", "约定日期"),),
    usual=False,
)

DELAY_PENALTY = Step[Facts](
    name="set_delay_penalty",
    chinese="确定迟延履行金",
    clause="前言",
    by=JUDGES,
    origins=OPEN,
    asks=(
        Ask("obligation", "没有按期履行的行为义务", AskKind.RECORD, records="act"),
        Ask("debtor", "支付人", AskKind.RECORD, records="debtor"),
        Ask("creditor", "债权人", AskKind.RECORD, records="creditor"),
        Ask("reckoned", "计算方式", AskKind.CHOICE, choices=Reckoned),
        Ask("amount", "金额", AskKind.MONEY, hint="按日计算的，填每日金额"),
        Ask("daily_from", "起日", AskKind.DATE, required=False, hint="按日计算的填写"),
        Ask("reason", "确定的理由", AskKind.LONG_TEXT, hint="已经造成的损失；没有损失的，案件情况"),
    ),
    checks=(not_in_the_future("daily_from", "起日"),),
    usual=False,
)

SET_AMOUNT = Step[Facts](
    name="set_amount",
    chinese="更改申请执行费或者迟延履行金",
    clause="前言",
    by=JUDGES,
    origins=OPEN,
    asks=(
        Ask("obligation", "要更改的款项", AskKind.RECORD, records="set_by_court"),
        Ask("amount", "更改后的金额", AskKind.MONEY, required=False, hint="免交的不填"),
        Ask("reason", "理由", AskKind.LONG_TEXT),
    ),
    usual=False,
)

SET_FEE = Step[Facts](
    name="set_enforcement_fee",
    chinese="确定申请执行费",
    clause="前言",
    by=JUDGES,
    origins=OPEN,
    asks=(
        Ask("amount", "申请执行费", AskKind.MONEY, hint="没有执行金额的，每件50元至500元"),
        Ask("reason", "理由", AskKind.LONG_TEXT),
    ),
    when=lambda facts: facts.fee_unset,
    usual=False,
)

PAYOUT_RETURNED = Step[Facts](
    name="return_payout",
    chinese="登记银行退票",
    clause="三(六)2",
    by=JUDGES | {Role.ENFORCEMENT_CLERK},
    origins=OPEN,
    asks=(
        Ask("payout", "被退回的发放", AskKind.RECORD, records="payout"),
        Ask("returned_on", "退票日期", AskKind.DATE),
        Ask("reason", "退票原因", AskKind.TEXT),
    ),
    checks=(not_in_the_future("returned_on", "退票日期"),),
    usual=False,
)

APPLY_AGAIN = Step[Facts](
    name="apply_for_rest",
    chinese="就未履行部分另行申请执行",
    clause="二(二)2",
    by=FILING,
    origins=OPEN,
    asks=(
        Ask("applicant", "申请人", AskKind.RECORD, records="creditor"),
        Ask("applied_on", "申请日期", AskKind.DATE),
        Ask("request", "请求", AskKind.LONG_TEXT),
    ),
    guards=(may_apply_again,),
    checks=(not_in_the_future("applied_on", "申请日期"),),
    when=lambda facts: facts.rest_left,
    usual=False,
)

STEPS = (
    ACCELERATE,
    VALUE_ACT,
    DELAY_PENALTY,
    SET_AMOUNT,
    SET_FEE,
    PAYOUT_RETURNED,
    APPLY_AGAIN,
)
