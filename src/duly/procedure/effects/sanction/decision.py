"""A sanction as decided, reconsidered, revoked; and the course that stays open after it."""

from duly.law.terms import SanctionKind
from duly.procedure import proposals
from duly.procedure.act import Act
from duly.procedure.effects.defaulter_warning import keep_warning
from duly.procedure.facts import sanction
from duly.procedure.facts.defaulter_warning import debtor
from duly.procedure.models import Reconsideration, Sanction, SanctionedAct
from duly.procedure.opening import open_course
from duly.procedure.refusal import StepNotAllowed


def decided(act: Act) -> Sanction:
    """Return the sanction that was decided in the course of an act."""
    found = sanction.sanction(act.course)
    if found is None:
        raise StepNotAllowed("本程序没有处罚决定")
    return found


def keep_fine(act: Act) -> None:
    """Keep the fine as the president decided it, with the acts that it is for."""
    _keep(act, SanctionKind.FINE)


def keep_detention(act: Act) -> None:
    """Keep the detention as the president decided it, with the acts that it is for."""
    _keep(act, SanctionKind.DETENTION)


def _keep(act: Act, kind: SanctionKind) -> None:
    (paper,) = act.papers
    party, proposal = debtor(act.course), proposals.before_the_president(act)
    responsible = proposal.get("responsible")
    made = Sanction.objects.create(
        course=act.course,
        party=party,
        kind=kind.value,
        target=proposal["target"].value,
        person=responsible.name if responsible else party.name,
        responsible=responsible,
        amount_fen=proposal["amount"].fen if kind is SanctionKind.FINE else None,
        days=proposal["days"] if kind is SanctionKind.DETENTION else None,
        paper=paper,
        decided_date=act.on,
    )
    for one in proposals.chosen_acts(proposal):
        SanctionedAct.objects.create(sanction=made, misconduct=one, kind=kind.value)


def apply(act: Act) -> None:
    """Record that the decision is contested before the court above; it is not stayed."""
    Reconsideration.objects.create(
        sanction=decided(act),
        applied_date=act.answers["applied_on"],
        evidence=act.answers["evidence"],
    )


def uphold(act: Act) -> None:
    """Record that the court above upheld the decision."""
    _answer(act, "upheld")


def change_fine(act: Act) -> None:
    """Record the amount to which the court above changed the fine."""
    _answer(act, "changed", amount_fen=act.answers["amount"].fen)


def revoke_above(act: Act) -> None:
    """Record that the court above revoked the decision: it ends, and its acts with it."""
    _answer(act, "revoked")
    _end(act, outcome=sanction.REVOKED)


def revoke(act: Act) -> None:
    """End a decision that the president takes back as wrong."""
    _end(act, outcome=sanction.REVOKED)


def _answer(act: Act, outcome: str, **changed: int) -> None:
    made = decided(act)
    answered = made.reconsideration
    answered.outcome = outcome
    answered.answered_date = act.answers["answered_on"]
    answered.answer = act.answers["evidence"]
    for name, value in changed.items():
        setattr(answered, name, value)
    answered.save()
    made.reconsidered = outcome
    made.save(update_fields=["reconsidered"])


def change_detention(act: Act) -> None:
    """Record the days to which the court above changed the detention."""
    _answer(act, "changed", days=act.answers["days"])


def _end(act: Act, *, outcome: str) -> None:
    made = decided(act)
    made.reconsidered, made.ended_date = outcome, act.on
    made.save(update_fields=["reconsidered", "ended_date"])


def end_on(act: Act, name: str) -> None:
    """End a sanction that was carried out, on the day that was answered."""
    made = decided(act)
    made.ended_date = act.answers[name]
    made.save(update_fields=["ended_date"])


def open_again(act: Act) -> None:
    """Open the mechanism again for the same debtor: a new act may come (民诉法解释 184)."""
    open_course(
        matter=act.matter, mechanism=act.course.mechanism, at=act.at, party=act.course.party
    )


EFFECTS = {
    "record_reconsideration": apply,
    "record_upheld": uphold,
    "record_revoked": revoke_above,
    "revoke_decision": revoke,
}
AFTERMATH = {
    "issue_warning": keep_warning,
    "warn_again": keep_warning,
    "record_revoked": open_again,
    "revoke_decision": open_again,
}
