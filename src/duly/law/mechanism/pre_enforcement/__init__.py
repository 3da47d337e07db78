"""执前督促履行机制 (二): with the applicant's consent a mediator urges for a month."""

from duly.law.mechanism.pre_enforcement.eligibility import eligible
from duly.law.mechanism.pre_enforcement.facts import Facts
from duly.law.mechanism.pre_enforcement.plan import PLAN
from duly.law.mechanism.pre_enforcement.steps import STEPS, State
from duly.law.step import Mechanism

MECHANISM = Mechanism[Facts](
    name="pre_enforcement",
    chinese="执前督促履行",
    clause="二",
    states=State,
    initial=State.APPLIED,
    final=frozenset({State.PERFORMED, State.WITHDRAWN, State.TRANSFERRED, State.FILED_DIRECTLY}),
    applies=(eligible,),
    track=(State.APPLIED, State.CONSENTED, State.REQUESTED, State.URGING, State.PERFORMED),
    steps=(*STEPS, PLAN),
)
