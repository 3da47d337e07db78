"""预罚款告知机制 (三(二)): a debtor with a small claim against him is warned before a fine."""

from duly.law.mechanism.fine_warning import aftermath, scope, steps
from duly.law.mechanism.fine_warning.facts import Facts
from duly.law.mechanism.fine_warning.states import State
from duly.law.step import Mechanism

__all__ = ["MECHANISM", "Facts", "State"]

MECHANISM = Mechanism[Facts](
    name="fine_warning",
    chinese="预罚款告知",
    clause="三(二)",
    states=State,
    initial=State.OPEN,
    final=frozenset({State.ENDED, State.SPARED, State.REVOKED}),
    applies=(scope.is_finable, scope.claim_is_small_enough_to_fine),
    track=(State.OPEN, State.WARNED, State.PROPOSED, State.DECIDED, State.PAID, State.ENDED),
    steps=(
        steps.ISSUE_WARNING,
        steps.PROPOSE,
        steps.APPROVE,
        steps.RETURN,
        steps.RETURN_UNWARNED,
        steps.SPARE,
        steps.FIND,
        aftermath.COLLECT,
        aftermath.APPLY,
        aftermath.UPHELD,
        aftermath.CHANGED,
        aftermath.REVOKED_ABOVE,
        aftermath.CLOSE,
        steps.WARN_AGAIN,
        steps.PROPOSE_URGENTLY,
        steps.NAME_RESPONSIBLE,
        steps.WITHDRAW,
        aftermath.REVOKE,
    ),
)
