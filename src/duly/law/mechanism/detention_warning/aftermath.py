"""拘留风险告知 (三(三)): reconsideration, which stays nothing, revocation, and the end."""

from duly.law.mechanism.detention_warning import decision, review
from duly.law.mechanism.detention_warning.custody import IN_CUSTODY
from duly.law.mechanism.detention_warning.facts import Facts
from duly.law.mechanism.detention_warning.states import State
from duly.law.mechanism.sanction import asks, steps
from duly.law.mechanism.sanction.steps import OFFICERS
from duly.law.step import Ask, AskKind, Step

STANDING = IN_CUSTODY | {State.DECIDED, State.RELEASED}
CLOCKS = ("reconsideration", "custody", "family_notice")


APPLY = steps.apply(
    "三(三)2",
    STANDING,
    first=review.detention_is_reconsidered_once,
    in_time=review.detention_is_contested_in_time,
)

UPHELD = steps.upheld("三(三)2", STANDING)

CHANGED = Step[Facts](
    name="record_changed",
    chinese="登记复议结果：变更日数",
    clause="三(三)2",
    by=OFFICERS,
    origins=STANDING,
    asks=(Ask("days", "变更后的拘留日数", AskKind.NUMBER), *asks.REVOCATION[:2]),
    checks=(
        decision.changed_detention_is_lawful,
        steps.ANSWERED,
    ),
    when=steps.is_pending,
    stops=("reconsideration",),
    usual=False,
)

REVOKED_ABOVE = steps.revoked_above("三(三)2", STANDING, State.REVOKED, CLOCKS)

REVOKE = steps.revoke("三(三)2", "撤销本院的拘留决定", STANDING, State.REVOKED, CLOCKS)

CLOSE = Step[Facts](
    name="close_detention",
    chinese="拘留办结",
    clause="三(三)2",
    by=OFFICERS,
    origins=frozenset({State.RELEASED}),
    target=State.ENDED,
    guards=(review.family_has_been_told, review.detention_is_final),
)
