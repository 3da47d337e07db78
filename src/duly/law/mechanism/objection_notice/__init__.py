"""滥用执行异议权利风险告知机制 (三(四)): every objector signs the notice when he files."""

from duly.law.mechanism.objection_notice.facts import Facts
from duly.law.mechanism.objection_notice.steps import STEPS, State
from duly.law.step import Mechanism

MECHANISM = Mechanism[Facts](
    name="objection_notice",
    chinese="执行异议",
    clause="三(四)",
    states=State,
    initial=State.RECEIVED,
    final=frozenset({State.REFUSED, State.WITHDRAWN, State.ENDED}),
    track=(State.RECEIVED, State.NOTIFIED, State.SIGNED, State.FILED, State.DECIDED, State.ENDED),
    steps=STEPS,
)
