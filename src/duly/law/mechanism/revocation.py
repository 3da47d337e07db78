"""撤销自动履行证明 (三(六)1(2)): a certificate issued to whom it cannot be issued is revoked.

It stays on record with its reasons. What performance lifted stays lifted; a new
certificate, where one is due, points back to the one that it replaces.
"""

from dataclasses import dataclass
from datetime import date

from duly.law.finding import Finding, all_of, ground
from duly.law.sources import clause
from duly.law.step import Ask, AskKind, Mechanism, Step
from duly.law.terms import Role, Term

CLAUSE = "三(六)1(2)"


class State(Term):
    """A certificate stands until two people have revoked it."""

    STANDING = "standing", "证明有效"
    PROPOSED = "proposed", "撤销待复核"
    REVOKED = "revoked", "已撤销"


@dataclass(frozen=True, slots=True)
class Facts:
    """What the rules need to know of one certificate."""

    on: date
    stands: bool


def certificate_stands(facts: Facts) -> Finding:
    """Return whether there is a certificate that has not been revoked."""
    return all_of(
        "证明书是否有效",
        (
            ground(
                clause(CLAUSE),
                facts.stands,
                met="证明书没有撤销",
                not_met="没有有效的证明书",
                unknown="",
                change="已撤销的不能再撤销",
            ),
        ),
    )


PROPOSE = Step[Facts](
    name="propose_revocation",
    chinese="报请撤销《自动履行证明书》",
    clause=CLAUSE,
    by=frozenset({Role.ENFORCEMENT_JUDGE}),
    origins=frozenset({State.STANDING}),
    target=State.PROPOSED,
    asks=(
        Ask(
            "reasons",
            "撤销理由",
            AskKind.TEXT,
            hint="如：被执行人在执行中隐匿财产（打印在“经查”之后）",
        ),
    ),
    guards=(certificate_stands,),
    draws=("certificate-revocation",),
    usual=False,
)

APPROVE = Step[Facts](
    name="approve_revocation",
    chinese="复核并撤销《自动履行证明书》",
    clause=CLAUSE,
    by=frozenset({Role.BUREAU_HEAD, Role.PRESIDENT}),
    origins=frozenset({State.PROPOSED}),
    target=State.REVOKED,
    guards=(certificate_stands,),
    issues=("certificate-revocation",),
    second_person=frozenset({"propose_revocation"}),
)

RETURN = Step[Facts](
    name="return_revocation",
    chinese="退回报请",
    clause=CLAUSE,
    by=frozenset({Role.BUREAU_HEAD, Role.PRESIDENT}),
    origins=frozenset({State.PROPOSED}),
    target=State.STANDING,
    asks=(Ask("reasons", "退回理由", AskKind.LONG_TEXT),),
)

MECHANISM = Mechanism[Facts](
    name="revocation",
    chinese="撤销自动履行证明",
    clause=CLAUSE,
    states=State,
    initial=State.STANDING,
    final=frozenset({State.REVOKED}),
    track=(State.STANDING, State.REVOKED),
    steps=(PROPOSE, APPROVE, RETURN),
)
