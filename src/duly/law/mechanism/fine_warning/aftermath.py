"""预罚款告知 (三(二)): what follows a fine: payment, reconsideration, revocation, its end."""

from duly.law.mechanism.answers import not_in_the_future
from duly.law.mechanism.fine_warning import decision, review
from duly.law.mechanism.fine_warning.facts import Facts
from duly.law.mechanism.fine_warning.states import State
from duly.law.mechanism.fine_warning.steps import JUDGE, PRESIDENT
from duly.law.mechanism.sanction import asks, reconsideration
from duly.law.step import Ask, AskKind, Clock, Step
from duly.law.terms import Role

STANDING = frozenset({State.DECIDED, State.PAID})
COLLECTORS = JUDGE | {Role.ENFORCEMENT_CLERK}


def _is_pending(facts: Facts) -> bool:
    return reconsideration.is_pending(facts.decision)


COLLECT = Step[Facts](
    name="record_fine_paid",
    chinese="登记罚款已缴纳",
    clause="三(二)2",
    by=COLLECTORS,
    origins=frozenset({State.DECIDED}),
    target=State.PAID,
    asks=(
        Ask("paid_on", "缴纳日期", AskKind.DATE),
        Ask("evidence", "缴款凭证", AskKind.TEXT, hint="主动缴纳或者强制执行的凭证号"),
    ),
    checks=(not_in_the_future("paid_on", "缴纳日期"),),
)

APPLY = Step[Facts](
    name="record_reconsideration",
    chinese="登记复议申请",
    clause="三(二)2",
    by=COLLECTORS,
    origins=STANDING,
    asks=asks.APPLICATION,
    guards=(review.fine_is_reconsidered_once,),
    checks=(review.fine_is_contested_in_time, not_in_the_future("applied_on", "申请日期")),
    starts=(
        Clock(
            "reconsideration",
            "上一级法院作出复议决定",
            "三(二)2",
            Role.ENFORCEMENT_JUDGE,
            period=reconsideration.ANSWERED_WITHIN,
            since="applied_on",
        ),
    ),
)

UPHELD = Step[Facts](
    name="record_upheld",
    chinese="登记复议结果：维持",
    clause="三(二)2",
    by=COLLECTORS,
    origins=STANDING,
    asks=asks.REVOCATION[:2],
    checks=(not_in_the_future("answered_on", "复议决定日期"),),
    when=_is_pending,
    stops=("reconsideration",),
)

CHANGED = Step[Facts](
    name="record_changed",
    chinese="登记复议结果：变更金额",
    clause="三(二)2",
    by=COLLECTORS,
    origins=STANDING,
    asks=(Ask("amount", "变更后的罚款金额（元）", AskKind.MONEY), *asks.REVOCATION[:2]),
    checks=(
        decision.changed_fine_is_lawful,
        not_in_the_future("answered_on", "复议决定日期"),
    ),
    when=_is_pending,
    stops=("reconsideration",),
    usual=False,
)

REVOKED_ABOVE = Step[Facts](
    name="record_revoked",
    chinese="登记复议结果：撤销",
    clause="三(二)2",
    by=COLLECTORS,
    origins=STANDING,
    target=State.REVOKED,
    asks=asks.REVOCATION,
    checks=(not_in_the_future("answered_on", "复议决定日期"),),
    when=_is_pending,
    stops=("reconsideration",),
    usual=False,
)

REVOKE = Step[Facts](
    name="revoke_decision",
    chinese="撤销本院的罚款决定",
    clause="三(二)2",
    by=PRESIDENT,
    origins=STANDING,
    target=State.REVOKED,
    asks=(*asks.REASONS, asks.REVOCATION[2]),
    stops=("reconsideration",),
    usual=False,
)

CLOSE = Step[Facts](
    name="close_fine",
    chinese="罚款办结",
    clause="三(二)2",
    by=COLLECTORS,
    origins=frozenset({State.PAID}),
    target=State.ENDED,
    guards=(review.fine_is_final,),
)
