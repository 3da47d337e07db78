"""失信名单在册期间 (三(一)2): corrections, deletion, and the end of a listing in force."""

from duly.law.mechanism.listing.facts import Facts, State
from duly.law.mechanism.listing.steps import STEPS
from duly.law.step import Mechanism

MECHANISM = Mechanism[Facts](
    name="listing",
    chinese="失信名单管理",
    clause="三(一)2",
    states=State,
    initial=State.LISTED,
    final=frozenset({State.ENDED}),
    track=(State.LISTED, State.DELETING, State.ENDED),
    steps=STEPS,
)
