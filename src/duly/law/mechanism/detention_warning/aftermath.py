"""拘留风险告知 (三(三)): reconsideration, which stays nothing, revocation, and the end."""

from duly.law.mechanism.answers import not_in_the_future
from duly.law.mechanism.detention_warning import decision, review
from duly.law.mechanism.detention_warning.custody import IN_CUSTODY, OFFICERS
from duly.law.mechanism.detention_warning.facts import Facts
from duly.law.mechanism.detention_warning.states import State
from duly.law.mechanism.detention_warning.steps import PRESIDENT
from duly.law.mechanism.sanction import asks, reconsideration
from duly.law.step import Ask, AskKind, Clock, Step
from duly.law.terms import Role

STANDING = IN_CUSTODY | {State.DECIDED, State.RELEASED}
CLOCKS = ("reconsideration", "custody", "family_notice")


def _is_pending(facts: Facts) -> bool:
    return reconsideration.is_pending(facts.decision)


APPLY = Step[Facts](
    name="record_reconsideration",
    chinese="登记复议申请",
    clause="三(三)2",
    by=OFFICERS,
    origins=STANDING,
    asks=asks.APPLICATION,
    guards=(review.detention_is_reconsidered_once,),
    checks=(review.detention_is_contested_in_time, not_in_the_future("applied_on", "申请日期")),
    starts=(
        Clock(
            "reconsideration",
            "上一级法院作出复议决定",
            "三(三)2",
            Role.ENFORCEMENT_JUDGE,
            period=reconsideration.ANSWERED_WITHIN,
            since="applied_on",
        ),
    ),
)

UPHELD = Step[Facts](
    name="record_upheld",
    chinese="登记复议结果：维持",
    clause="三(三)2",
    by=OFFICERS,
    origins=STANDING,
    asks=asks.REVOCATION[:2],
    checks=(not_in_the_future("answered_on", "复议决定日期"),),
    when=_is_pending,
    stops=("reconsideration",),
)

CHANGED = Step[Facts](
    name="record_changed",
    chinese="登记复议结果：变更日数",
    clause="三(三)2",
    by=OFFICERS,
    origins=STANDING,
    asks=(Ask("days", "变更后的拘留日数", AskKind.NUMBER), *asks.REVOCATION[:2]),
    checks=(
        decision.changed_detention_is_lawful,
        not_in_the_future("answered_on", "复议决定日期"),
    ),
    when=_is_pending,
    stops=("reconsideration",),
    usual=False,
)

REVOKED_ABOVE = Step[Facts](
    name="record_revoked",
    chinese="登记复议结果：撤销",
    clause="三(三)2",
    by=OFFICERS,
    origins=STANDING,
    target=State.REVOKED,
    asks=asks.REVOCATION,
    checks=(not_in_the_future("answered_on", "复议决定日期"),),
    when=_is_pending,
    stops=CLOCKS,
    usual=False,
)

REVOKE = Step[Facts](
    name="revoke_decision",
    chinese="撤销本院的拘留决定",
    clause="三(三)2",
    by=PRESIDENT,
    origins=STANDING,
    target=State.REVOKED,
    asks=(*asks.REASONS, asks.REVOCATION[2]),
    stops=CLOCKS,
    usual=False,
)

CLOSE = Step[Facts](
    name="close_detention",
    chinese="拘留办结",
    clause="三(三)2",
    by=OFFICERS,
    origins=frozenset({State.RELEASED}),
    target=State.ENDED,
    guards=(review.family_has_been_told, review.detention_is_final),
)
