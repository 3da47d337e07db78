"""移送拒执罪 (三(二)2, 三(三)2): a debtor is referred to the police, and what that bars.

A mechanism of its own, for each debtor, because it outlives the enforcement proceeding and
has an answer from outside. It bars the certificate (三(六)1(2)) for as long as its finding
is not withdrawn, whatever the police answer; and fine and detention for the acts that
were referred, unless the police decline them: one act is not answered for twice.
It bars neither performance nor any release.
"""

from duly.law.mechanism.referral import rules, steps
from duly.law.mechanism.referral.facts import Facts
from duly.law.mechanism.referral.steps import State
from duly.law.step import Mechanism

__all__ = ["MECHANISM", "Facts", "State"]

MECHANISM = Mechanism[Facts](
    name="referral",
    chinese="移送拒执罪",
    clause="三(三)2",
    states=State,
    initial=State.OPEN,
    final=frozenset({State.ACCEPTED, State.DECLINED}),
    applies=(rules.refuses_criminally,),
    track=(State.OPEN, State.PROPOSED, State.REFERRED, State.ACCEPTED),
    steps=(
        steps.PROPOSE,
        steps.APPROVE,
        steps.RETURN,
        steps.ACCEPTED,
        steps.DECLINED,
        steps.DROP,
    ),
)
