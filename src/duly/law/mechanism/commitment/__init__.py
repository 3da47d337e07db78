"""信用承诺机制 (三(五)): a promise with a settlement, or for a temporary repair of credit."""

from duly.law.mechanism.commitment.facts import Facts, State
from duly.law.mechanism.commitment.repair import STEPS as REPAIR_STEPS
from duly.law.mechanism.commitment.settlement import STEPS as SETTLEMENT_STEPS
from duly.law.step import Mechanism

MECHANISM = Mechanism[Facts](
    name="commitment",
    chinese="信用承诺",
    clause="三(五)",
    states=State,
    initial=State.OPEN,
    final=frozenset(
        {
            State.KEPT,
            State.BREACHED,
            State.TOLERATED,
            State.UNSIGNED,
            State.REFUSED,
            State.RESTORED,
            State.LAPSED,
        }
    ),
    track=(State.OPEN, State.KEPT),
    steps=(*SETTLEMENT_STEPS, *REPAIR_STEPS),
)
