"""What the steps of pre-enforcement urging change."""

from duly.law.calendar import Period, in_digits
from duly.law.mechanism.pre_enforcement.direct import DirectReason
from duly.law.mechanism.pre_enforcement.facts import Facts
from duly.law.step import Clock
from duly.law.terms import (
    Channel,
    ContactResult,
    FactQuestion,
    PartyRole,
    ProceedingKind,
    Role,
    Stage,
)
from duly.procedure import clocks, handling, parties, plans, signing
from duly.procedure.act import Act
from duly.procedure.models import Assignment
from duly.procedure.opening import open_course
from duly.procedure.refusal import Unanswered
from duly.registry import actions as registry
from duly.registry.models import ContactPointKind, Fact
from duly.registry.numbering import file_proceeding

# 执行规定16: 符合条件的七日内立案
FILING = Clock("filing", "执行立案（七日内）", "二(二)2", Role.FILING_CLERK, period=Period(days=7))


def record_consent(act: Act) -> None:
    """Record what the applicant answered about emergencies, and the debtor's number."""
    _find_emergency(act, holds=False, reasons=act.answers["emergency_reasons"])
    phone = act.answers["debtor_phone"]
    debtor = act.matter.parties.filter(role=PartyRole.DEBTOR).first()
    if phone and debtor is not None:
        registry.add_contact_point(
            party=debtor,
            kind=ContactPointKind.PHONE,
            value=phone,
            source="申请人提供",
            at=act.at,
        )


def file_directly(act: Act) -> None:
    """Hand the application to enforcement, with the reason on record."""
    if act.answers["reason"] is DirectReason.EMERGENCY:
        _find_emergency(act, holds=True, reasons=act.answers["reasons"])
    hand_over(act)


def _find_emergency(act: Act, *, holds: bool, reasons: str) -> None:
    standing = Fact.objects.filter(
        matter=act.matter, party=None, question=FactQuestion.EMERGENCY.value, withdrawn_at=None
    ).first()
    if standing is not None:
        registry.withdraw_fact(fact=standing, reasons=reasons, by=act.actor, at=act.at)
    registry.find_fact(
        matter=act.matter,
        party=None,
        question=FactQuestion.EMERGENCY,
        holds=holds,
        reasons=reasons,
        evidence="询问申请人",
        by=act.actor,
        at=act.at,
    )


def register(act: Act) -> None:
    """Give the matter its 执前调 number."""
    act.course.proceeding = file_proceeding(
        matter=act.matter, kind=ProceedingKind.URGING, on=act.on
    )
    act.course.save(update_fields=["proceeding"])


def assign(act: Act) -> None:
    """Assign the mediator; one assigned before is out from this moment."""
    _refuse_recused(act)
    _refuse_agent(act)
    _end_assignments(act)
    mediator = act.answers["mediator"]
    Assignment.objects.create(course=act.course, mediator=mediator, since=act.at)
    handling.note([act.matter], mediator)


def _refuse_recused(act: Act) -> None:
    """Whoever stood aside in a matter does not come back to it (特邀调解规定 15)."""
    mediator = act.answers["mediator"]
    recused = act.course.steps_taken.filter(name="recuse").values("at")
    if act.course.assignments.filter(mediator=mediator, until__in=recused).exists():
        raise Unanswered({"mediator": f"调解员：{mediator.full_name}已在本案回避，请另行安排"})


def _refuse_agent(act: Act) -> None:
    """Nobody urges in a matter in which he is a party or speaks for one (特邀调解规定 15)."""
    mediator = act.answers["mediator"]
    of_a_side = parties.side_of(act.matter, mediator.full_name)
    if of_a_side:
        raise Unanswered({"mediator": f"调解员：{of_a_side}，应当回避，请另行安排"})


def recuse(act: Act) -> None:
    """Let the mediator stand aside; the matter waits for another."""
    _end_assignments(act)


def record_refusal(act: Act) -> None:
    """Put the debtor's clear refusal on record as he expressed it."""
    registry.record_contact(
        party=act.answers["party"],
        stage=Stage.PRE_ENFORCEMENT,
        channel=Channel.OTHER,
        result=ContactResult.REFUSED,
        note=act.answers["words"],
        on=act.answers["on"],
        by=act.actor,
        at=act.at,
        told_consequences=True,
    )


def close_performed(act: Act) -> None:
    """Archive the urging proceeding as successful; what is left may be applied for later."""
    facts: Facts = act.facts
    if facts.performed:
        _close(act, "督促成功，申请人确认不必再申请强制执行")
        return
    left = f"尚欠{facts.owing}" if facts.owing else "尚有未履行"
    until = f"，时效至{in_digits(facts.limitation_on)}" if facts.limitation_on else ""
    _close(act, f"部分履行后归档，{left}，不影响另行申请执行{until}")


def withdraw(act: Act) -> None:
    """Close the urging proceeding on the applicant's withdrawal."""
    _close(act, "申请人撤回")


def transfer(act: Act) -> None:
    """Close the urging proceeding and hand the matter over to enforcement."""
    _close(act, "转执行立案")
    hand_over(act)


def hand_over(act: Act) -> None:
    """Open the enforcement course; parties, accounts, contacts and papers come along."""
    course = open_course(matter=act.matter, mechanism="enforcement", at=act.at)
    clocks.start(FILING, Act(course, act.step, {}, act.actor, act.post, act.at, None))


def _close(act: Act, outcome: str) -> None:
    _end_assignments(act)
    proceeding = act.course.proceeding
    if proceeding is not None:
        proceeding.closed_date, proceeding.outcome = act.on, outcome
        proceeding.save(update_fields=["closed_date", "outcome"])


def _end_assignments(act: Act) -> None:
    act.course.assignments.filter(until=None).update(until=act.at)


EFFECTS = {
    "record_consent": record_consent,
    "file_directly": file_directly,
    "receive_request": signing.take_up,
    "register": register,
    "assign": assign,
    "replace_mediator": assign,
    "recuse": recuse,
    "record_refusal": record_refusal,
    "record_plan": plans.check_urging_plan,
    "close_performed": close_performed,
    "transfer": transfer,
    "transfer_at_once": transfer,
    "withdraw": withdraw,
}
