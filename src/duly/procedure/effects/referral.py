"""What the steps of a criminal referral change."""

from duly.law.terms import FactQuestion
from duly.procedure import proposals
from duly.procedure.act import Act
from duly.procedure.effects.sanction.decision import open_again
from duly.procedure.facts import debt
from duly.procedure.facts.defaulter_warning import debtor
from duly.procedure.models import Referral
from duly.registry import actions as registry


def keep_referral(act: Act) -> None:
    """Keep the referral with its acts, and find the debtor referred: no certificate for him."""
    (paper,) = act.papers
    party, proposal = debtor(act.course), proposals.before_the_president(act)
    referral = Referral.objects.create(
        matter=act.matter,
        party=party,
        paper=paper,
        responsible=proposal.get("responsible"),
        referred_date=act.on,
    )
    referral.acts.set(proposals.chosen_acts(proposal))
    if debt.found(act.matter, party, FactQuestion.REFERRED) is None:
        registry.find_fact(
            matter=act.matter,
            party=party,
            question=FactQuestion.REFERRED,
            holds=True,
            reasons=f"本院以《{paper.title}》移送公安机关",
            evidence=paper.title,
            by=act.actor,
            at=act.at,
        )


def accept(act: Act) -> None:
    """Record that the police opened a case."""
    _answer(act, accepted=True)


def decline(act: Act) -> None:
    """Record that the police opened no case: the acts are free for a fine or a detention."""
    _answer(act, accepted=False)


def _answer(act: Act, *, accepted: bool) -> None:
    open_one = Referral.objects.filter(party=debtor(act.course), accepted=None)
    open_one.update(
        accepted=accepted,
        answered_date=act.answers["answered_on"],
        answer=act.answers["answer"],
    )


EFFECTS = {"record_accepted": accept, "record_declined": decline}
AFTERMATH = {
    "approve_referral": keep_referral,
    "record_accepted": open_again,
    "record_declined": open_again,
}
