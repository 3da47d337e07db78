"""预罚款告知 (三(二)): what follows a fine: payment, reconsideration, revocation, its end."""

from duly.law.mechanism.answers import not_in_the_future
from duly.law.mechanism.fine_warning import decision, review
from duly.law.mechanism.fine_warning.facts import Facts
from duly.law.mechanism.fine_warning.states import State
from duly.law.mechanism.sanction import asks, steps
from duly.law.mechanism.sanction.steps import OFFICERS
from duly.law.step import Ask, AskKind, Step

CLOCKS = ("reconsideration",)
STANDING = frozenset({State.DECIDED, State.PAID})

COLLECT = Step[Facts](
    name="record_fine_paid",
    chinese="登记罚款已缴纳",
    clause="三(二)2",
    by=OFFICERS,
    origins=frozenset({State.DECIDED}),
    target=State.PAID,
    asks=(
        Ask("paid_on", "缴纳日期", AskKind.DATE),
        Ask("evidence", "缴款凭证", AskKind.TEXT, hint="主动缴纳或者强制执行的凭证号"),
    ),
    checks=(not_in_the_future("paid_on", "缴纳日期"),),
)

APPLY = steps.apply(
    "三(二)2",
    STANDING,
    first=review.fine_is_reconsidered_once,
    in_time=review.fine_is_contested_in_time,
)

UPHELD = steps.upheld("三(二)2", STANDING)

CHANGED = Step[Facts](
    name="record_changed",
    chinese="登记复议结果：变更金额",
    clause="三(二)2",
    by=OFFICERS,
    origins=STANDING,
    asks=(Ask("amount", "变更后的罚款金额（元）", AskKind.MONEY), *asks.REVOCATION[:2]),
    checks=(
        decision.changed_fine_is_lawful,
        steps.ANSWERED,
    ),
    when=steps.is_pending,
    stops=("reconsideration",),
    usual=False,
)

REVOKED_ABOVE = steps.revoked_above("三(二)2", STANDING, State.REVOKED, CLOCKS)

REVOKE = steps.revoke(
    "三(二)2", "撤销本院的罚款决定", STANDING, State.REVOKED, ("reconsideration",)
)

CLOSE = Step[Facts](
    name="close_fine",
    chinese="罚款办结",
    clause="三(二)2",
    by=OFFICERS,
    origins=frozenset({State.PAID}),
    target=State.ENDED,
    guards=(review.fine_is_final,),
)
