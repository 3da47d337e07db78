"""信用承诺 (三(五)2(1)): the promise that goes with a settlement, kept or breached."""

from duly.law.mechanism.answers import SIGNATURE, not_in_the_future
from duly.law.mechanism.commitment import rules
from duly.law.mechanism.commitment.facts import Facts, State
from duly.law.step import Ask, AskKind, Step
from duly.law.terms import CommitmentKind, Role

JUDGE = frozenset({Role.ENFORCEMENT_JUDGE})
OFFICE = JUDGE | {Role.ENFORCEMENT_CLERK}
SIGNATURE_ASKS = (
    Ask("signed_on", "签署日期", AskKind.DATE),
    SIGNATURE,
    Ask("evidence", "承诺书存卷", AskKind.TEXT, hint="被执行人签名或者盖章；本院印章只作收件"),
)


def is_settlement(facts: Facts) -> bool:
    """Whether the course is about a settlement."""
    return facts.kind is CommitmentKind.SETTLEMENT


PRINT_PLEDGE = Step[Facts](
    name="print_pledge",
    chinese="出具《信用承诺书》（和解）供签署",
    clause="三(五)2(1)",
    by=OFFICE,
    origins=frozenset({State.OPEN}),
    target=State.PLEDGE_PRINTED,
    guards=(rules.settlement_runs,),
    when=is_settlement,
    issues=("commitment-settlement",),
)

SIGN_PLEDGE = Step[Facts](
    name="sign_pledge",
    chinese="登记被执行人签署承诺书",
    clause="三(五)2(1)",
    by=OFFICE,
    origins=frozenset({State.PLEDGE_PRINTED}),
    target=State.PLEDGED,
    asks=SIGNATURE_ASKS,
    checks=(not_in_the_future("signed_on", "签署日期"),),
)

FIND_GOOD_REASON = Step[Facts](
    name="find_good_reason",
    chinese="认定有正当理由",
    clause="三(五)2(1)",
    by=JUDGE,
    origins=frozenset({State.PLEDGED}),
    asks=(
        Ask("reasons", "未按协议履行的正当理由", AskKind.LONG_TEXT),
        Ask("evidence", "证据", AskKind.TEXT),
    ),
    usual=False,
)

KEEP_PLEDGE = Step[Facts](
    name="end_kept",
    chinese="记录已履行承诺",
    clause="三(五)2(3)",
    by=JUDGE,
    origins=frozenset(
        {
            State.OPEN,
            State.PLEDGE_PRINTED,
            State.PLEDGED,
            State.REPAIR_PRINTED,
            State.SIGNED,
            State.PROPOSED,
            State.APPROVED,
            State.REPAIRED,
            State.RESTORE_PROPOSED,
        }
    ),
    target=State.KEPT,
    guards=(rules.promise_kept,),
    stops=("repair", "promise", "lifting"),
    usual=False,
)

BREACH = Step[Facts](
    name="end_breached",
    chinese="认定无正当理由违反承诺",
    clause="三(五)2(1)",
    by=JUDGE,
    origins=frozenset({State.PLEDGED}),
    target=State.BREACHED,
    asks=(Ask("reasons", "违反承诺的事实", AskKind.LONG_TEXT),),
    guards=(rules.breached_without_reason,),
    usual=False,
)

TOLERATE = Step[Facts](
    name="end_tolerated",
    chinese="有正当理由未履行，不追究",
    clause="三(五)2(1)",
    by=JUDGE,
    origins=frozenset({State.PLEDGED}),
    target=State.TOLERATED,
    guards=(rules.breached_with_reason,),
    usual=False,
)

CLOSE_UNSIGNED = Step[Facts](
    name="close_unsigned",
    chinese="被执行人没有签署，结束",
    clause="三(五)2(1)",
    by=JUDGE,
    origins=frozenset({State.OPEN, State.PLEDGE_PRINTED, State.REPAIR_PRINTED}),
    target=State.UNSIGNED,
    asks=(Ask("reasons", "没有签署的情况", AskKind.LONG_TEXT),),
    usual=False,
)

STEPS = (
    PRINT_PLEDGE,
    SIGN_PLEDGE,
    FIND_GOOD_REASON,
    BREACH,
    TOLERATE,
    CLOSE_UNSIGNED,
    KEEP_PLEDGE,
)
