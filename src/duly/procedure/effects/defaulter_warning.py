"""What the steps of the warning before listing change."""

from duly.law.terms import DefaulterGround, FactQuestion
from duly.procedure.act import Act
from duly.procedure.facts.defaulter_warning import debtor
from duly.procedure.models import Warning
from duly.procedure.refusal import Unanswered
from duly.registry import actions as registry
from duly.registry.models import Fact


def find_ground(act: Act) -> None:
    """Put the ground for listing on record, in the judge's name."""
    _find(act, act.answers["ground"])


def revive(act: Act) -> None:
    """Find ground (六): the settlement was breached without good reason."""
    _find(act, DefaulterGround.SETTLEMENT)


def _find(act: Act, ground: DefaulterGround) -> None:
    question, party = FactQuestion.of_ground(ground), debtor(act.course)
    standing = Fact.objects.filter(party=party, question=question.value, withdrawn_at=None)
    if standing.exists():
        raise Unanswered({"ground": f"情形：{ground.limb}已有认定"})
    registry.find_fact(
        matter=act.matter,
        party=party,
        question=question,
        holds=True,
        reasons=act.answers["reasons"],
        evidence=act.answers["evidence"],
        by=act.actor,
        at=act.at,
    )


def keep_warning(act: Act) -> None:
    """Keep the warning with the last day of its term."""
    (paper,) = act.papers
    Warning.objects.create(
        course=act.course, paper=paper, issued_date=act.on, last_date=act.answers["last_day"]
    )


EFFECTS = {"find_ground": find_ground, "revive": revive}
AFTERMATH = {"issue_warning": keep_warning, "warn_again": keep_warning}
