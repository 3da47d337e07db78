"""The enforcement proceeding itself (执行案件): filing, notice, first contact, settlement, close.

The mechanism's third stage (三) happens inside it; its own rules are the statute's.
"""

from duly.law.mechanism.enforcement.rules import Conclusion, Facts
from duly.law.mechanism.enforcement.steps import STEPS, State
from duly.law.step import Mechanism

__all__ = ["MECHANISM", "Conclusion", "Facts", "State"]

MECHANISM = Mechanism[Facts](
    name="enforcement",
    chinese="执行案件",
    clause="三",
    states=State,
    initial=State.RECEIVED,
    final=frozenset({State.CONCLUDED, State.WITHDRAWN}),
    track=(State.RECEIVED, State.FILED, State.NOTIFIED, State.CONCLUDED),
    steps=STEPS,
)
