"""判后督促履行机制 (一): the payee account, and the notice that goes with the instrument."""

from duly.law.mechanism.post_judgment import rules
from duly.law.mechanism.post_judgment.rules import Facts
from duly.law.mechanism.post_judgment.steps import STEPS, State
from duly.law.step import Mechanism

MECHANISM = Mechanism[Facts](
    name="post_judgment",
    chinese="判后督促履行",
    clause="一",
    states=State,
    initial=State.ACCOUNT_MISSING,
    final=frozenset({State.PERFORMED, State.APPLIED}),
    applies=(rules.applies,),
    track=(
        State.ACCOUNT_MISSING,
        State.ACCOUNT_CONFIRMED,
        State.NOTICE_ATTACHED,
        State.RUNNING,
        State.PERFORMED,
    ),
    steps=STEPS,
)
