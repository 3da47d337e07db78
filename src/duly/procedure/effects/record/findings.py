"""What findings of fact and their withdrawal change."""

from duly.law.terms import FactQuestion, Role
from duly.procedure.act import Act
from duly.procedure.refusal import StepNotAllowed, Unanswered
from duly.registry import actions as registry
from duly.registry.models import Fact, Party


def find_fact(act: Act) -> None:
    """Put a finding on record; a standing one must be withdrawn first."""
    given = act.answers
    question: FactQuestion = given["question"]
    _leave_to_the_judge(act, question)
    _refuse_second(act, question, given["party"])
    registry.find_fact(
        matter=act.matter,
        party=given["party"],
        question=question,
        holds=given["holds"],
        reasons=given["reasons"],
        evidence=given["evidence"] or "",
        by=act.actor,
        at=act.at,
    )


def _leave_to_the_judge(act: Act, question: FactQuestion) -> None:
    """Whoever files matters finds and withdraws emergencies, and nothing else."""
    if question is not FactQuestion.EMERGENCY and act.post is not Role.ENFORCEMENT_JUDGE:
        raise StepNotAllowed(f"“{question.chinese}”只能由执行法官认定或者撤回")


def _refuse_second(act: Act, question: FactQuestion, party: Party) -> None:
    standing = Fact.objects.filter(
        matter=act.matter, party=party, question=question.value, withdrawn_at=None
    )
    if standing.exists():
        raise Unanswered({"question": f"“{question.chinese}”已有认定；认定有误的，先撤回原认定"})


def withdraw_fact(act: Act) -> None:
    """Withdraw a finding with reasons; only who may find a fact may withdraw it."""
    fact: Fact = act.answers["fact"]
    _leave_to_the_judge(act, FactQuestion(fact.question))
    registry.withdraw_fact(fact=fact, reasons=act.answers["reasons"], by=act.actor, at=act.at)


EFFECTS = {"find_fact": find_fact, "withdraw_fact": withdraw_fact}
