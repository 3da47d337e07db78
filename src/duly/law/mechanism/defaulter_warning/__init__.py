"""预失信告知机制 (三(一)): a debtor is warned before he is listed as a defaulter."""

from duly.law.mechanism.defaulter_warning.facts import Facts, State
from duly.law.mechanism.defaulter_warning.scope import in_scope
from duly.law.mechanism.defaulter_warning.steps import STEPS
from duly.law.step import Mechanism

MECHANISM = Mechanism[Facts](
    name="defaulter_warning",
    chinese="预失信告知",
    clause="三(一)",
    states=State,
    initial=State.OPEN,
    final=frozenset({State.PERFORMED, State.NOT_PUBLISHED, State.PUBLISHED}),
    applies=(in_scope,),
    track=(State.OPEN, State.WARNED, State.PROPOSED, State.DECIDED, State.PUBLISHED),
    steps=STEPS,
)
