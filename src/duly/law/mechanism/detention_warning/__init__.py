"""拘留风险告知机制 (三(三)): a debtor with a small claim against him is warned of detention."""

from duly.law.mechanism.detention_warning import aftermath, custody, scope, steps
from duly.law.mechanism.detention_warning.facts import Facts
from duly.law.mechanism.detention_warning.states import State
from duly.law.step import Mechanism

__all__ = ["MECHANISM", "Facts", "State"]

MECHANISM = Mechanism[Facts](
    name="detention_warning",
    chinese="拘留风险告知",
    clause="三(三)",
    states=State,
    initial=State.OPEN,
    final=frozenset({State.ENDED, State.WAIVED, State.NOT_CARRIED_OUT, State.REVOKED}),
    applies=(scope.is_detainable, scope.claim_is_small_enough_to_detain),
    track=(
        State.OPEN,
        State.WARNED,
        State.PROPOSED,
        State.DECIDED,
        State.DETAINED,
        State.RELEASED,
        State.ENDED,
    ),
    steps=(
        steps.ISSUE_WARNING,
        steps.PROPOSE,
        steps.APPROVE,
        steps.RETURN,
        steps.RETURN_UNWARNED,
        steps.WAIVE,
        steps.PROPOSE_REDUCED,
        steps.FIND,
        custody.TAKE,
        custody.NOTIFY_FAMILY,
        custody.ASK_POLICE,
        custody.REQUEST_POLICE,
        custody.PROPOSE_RELEASE,
        custody.APPROVE_RELEASE,
        custody.RETURN_RELEASE,
        custody.END_CUSTODY,
        aftermath.APPLY,
        aftermath.UPHELD,
        aftermath.CHANGED,
        aftermath.REVOKED_ABOVE,
        aftermath.CLOSE,
        steps.WARN_AGAIN,
        steps.PROPOSE_URGENTLY,
        steps.NAME_RESPONSIBLE,
        steps.WITHDRAW,
        custody.NOT_CARRIED_OUT,
        aftermath.REVOKE,
    ),
)
