"""What entries in a matter's record change."""

from datetime import date
from typing import Any

from duly.law.finding import Outcome
from duly.law.service import Service as Weighed
from duly.law.terms import (
    FactQuestion,
    InstrumentKind,
    MeasureKind,
    Role,
    ServiceMethod,
    Stage,
)
from duly.ledger import actions as ledger
from duly.procedure import clocks, serving
from duly.procedure.act import Act
from duly.procedure.facts import instrument
from duly.procedure.models import Course, Measure
from duly.procedure.refusal import Refused, StepNotAllowed, Unanswered
from duly.registry import actions as registry
from duly.registry.models import Appeal, ContactPointKind, Fact, Instrument, Matter, Party, Service


def stage_of(matter: Matter) -> Stage:
    """Return the stage that a matter is in: the furthest that has begun."""
    begun = set(Course.objects.filter(matter=matter).values_list("mechanism", flat=True))
    if "enforcement" in begun:
        return Stage.ENFORCEMENT
    return Stage.PRE_ENFORCEMENT if "pre_enforcement" in begun else Stage.POST_JUDGMENT


def record_contact(act: Act) -> None:
    """Record a contact; in enforcement, reaching the debtor ends the clock of first contact."""
    given = act.answers
    contact = registry.record_contact(
        party=given["party"],
        stage=stage_of(act.matter),
        channel=given["channel"],
        result=given["result"],
        note=given["note"],
        on=given["on"],
        by=act.actor,
        at=act.at,
        told_consequences=given["told_consequences"],
        told_benefits=given["told_benefits"],
        promised_date=given["promised_date"],
    )
    if contact.stage == Stage.ENFORCEMENT:
        for course in act.matter.courses.filter(mechanism="enforcement"):
            clocks.stop(course, ("first_contact",), at=act.at)


def record_service(act: Act) -> None:
    """Record an attempt at service; what can never count as service is refused outright."""
    given = act.answers
    what, party = given["what"], given["party"]
    service = registry.record_service(
        party=party,
        instrument=what if isinstance(what, Instrument) else None,
        paper_id=None if isinstance(what, Instrument) else what.pk,
        method=given["method"],
        acted_date=given["acted_on"],
        evidence=given["evidence"],
        circumstances=_circumstances(act, party),
        by=act.actor,
        at=act.at,
    )
    weighed = serving.weighed(service, on=act.on)
    if weighed.finding.outcome is Outcome.NOT_MET and _never_counts(service, weighed):
        raise Refused((weighed.finding,))


def _circumstances(act: Act, party: Party) -> dict[str, Any]:
    given = act.answers
    points = party.contact_points
    kept: dict[str, Any] = {
        name: given[name].isoformat()
        for name in ("signed_on", "arrived_on", "returned_on")
        if isinstance(given[name], date)
    }
    what = given["what"]
    return kept | {
        "witnessed": given["witnessed"],
        "recorded": given["recorded"],
        "address_confirmed": points.filter(
            kind=ContactPointKind.ADDRESS.value, confirmed_for_service=True
        ).exists(),
        "electronic_consent": points.filter(electronic_consent=True).exists(),
        "urges": getattr(what, "template", "") in serving.URGING_PAPERS,
    }


def _never_counts(service: Service, weighed: Weighed) -> bool:
    """Whether an entry is wrong in itself, not merely an attempt that failed."""
    kept = service.circumstances
    days = [kept.get(name) for name in ("signed_on", "arrived_on", "returned_on")]
    backwards = any(day and day < service.acted_date.isoformat() for day in days)
    public = service.method == ServiceMethod.PUBLIC_NOTICE
    left_statement = (
        service.method == ServiceMethod.LEAVING
        and service.instrument is not None
        and service.instrument.kind == InstrumentKind.MEDIATION_STATEMENT
    )
    return backwards or left_statement or (public and bool(kept.get("urges")))


def record_payment(act: Act) -> None:
    """Register an arrival; the law's order allocates it."""
    given = act.answers
    ledger.register_payment(
        matter=act.matter,
        payer=given["payer"],
        amount=given["amount"],
        paid_on=given["paid_on"],
        arrival=given["arrival"],
        reference=given["reference"],
        evidence=given["evidence"],
        by=act.actor,
        at=act.at,
    )


def record_act_performed(act: Act) -> None:
    """Record that an act was performed."""
    given = act.answers
    ledger.record_act_performance(
        obligation=given["obligation"],
        performed_on=given["performed_on"],
        evidence=given["evidence"],
        by=act.actor,
        at=act.at,
    )


def reverse_payment(act: Act) -> None:
    """Reverse an arrival by an entry that points back to it."""
    ledger.reverse_payment(
        payment=act.answers["payment"], reason=act.answers["reason"], by=act.actor, at=act.at
    )


def find_fact(act: Act) -> None:
    """Put a finding on record; a standing one must be withdrawn first."""
    given = act.answers
    question: FactQuestion = given["question"]
    if question is not FactQuestion.EMERGENCY and act.post is not Role.ENFORCEMENT_JUDGE:
        raise StepNotAllowed(f"“{question.chinese}”只能由执行法官认定")
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


def _refuse_second(act: Act, question: FactQuestion, party: Party) -> None:
    standing = Fact.objects.filter(
        matter=act.matter, party=party, question=question.value, withdrawn_at=None
    )
    if standing.exists():
        raise Unanswered({"question": f"“{question.chinese}”已有认定；认定有误的，先撤回原认定"})


def withdraw_fact(act: Act) -> None:
    """Withdraw a finding with reasons."""
    registry.withdraw_fact(
        fact=act.answers["fact"], reasons=act.answers["reasons"], by=act.actor, at=act.at
    )


def add_contact_point(act: Act) -> None:
    """Add a phone number, an address, or both."""
    given = act.answers
    if not given["phone"] and not given["address"]:
        raise Unanswered({"phone": "电话：电话和地址至少填写一项"})
    for kind, value in (
        (ContactPointKind.PHONE, given["phone"]),
        (ContactPointKind.ADDRESS, given["address"]),
    ):
        if value:
            registry.add_contact_point(
                party=given["party"],
                kind=kind,
                value=value,
                source=given["source"],
                at=act.at,
                confirmed_for_service=given["confirmed_for_service"],
                electronic_consent=given["electronic_consent"],
            )


def record_appeal(act: Act) -> None:
    """Record an appeal against the standing instrument."""
    standing = instrument.last(act.matter)
    if standing is None:
        raise StepNotAllowed("没有登记法律文书")
    if standing.appeals.filter(party=act.answers["party"]).exists():
        raise Unanswered({"party": "上诉人：该当事人的上诉已经登记"})
    Appeal.objects.create(
        instrument=standing, party=act.answers["party"], filed_date=act.answers["filed_on"]
    )


def record_effect(act: Act) -> None:
    """Record a certificate of effect for the standing instrument."""
    standing = instrument.last(act.matter)
    if standing is None:
        raise StepNotAllowed("没有登记法律文书")
    day: date = act.answers["effective_on"]
    if day < standing.made_date:
        raise Unanswered({"effective_on": "生效日期：不能早于文书作出日期"})
    standing.effective_date, standing.effective_evidence = day, act.answers["evidence"]
    standing.save(update_fields=["effective_date", "effective_evidence"])


def impose_measure(act: Act) -> None:
    """Record a preservation measure with its object and last day."""
    given = act.answers
    if given["expires_on"] <= given["imposed_on"]:
        raise Unanswered({"expires_on": "届满日期：应晚于起始日期"})
    Measure.objects.create(
        matter=act.matter,
        party=given["party"],
        kind=MeasureKind(given["kind"].value).value,
        object=given["object"],
        amount_fen=given["amount"].fen if given["amount"] else None,
        imposed_date=given["imposed_on"],
        expires_date=given["expires_on"],
        has_term=True,
        evidence=given["evidence"],
    )


EFFECTS = {
    "record_contact": record_contact,
    "record_service": record_service,
    "record_payment": record_payment,
    "record_act_performed": record_act_performed,
    "reverse_payment": reverse_payment,
    "find_fact": find_fact,
    "withdraw_fact": withdraw_fact,
    "add_contact_point": add_contact_point,
    "record_appeal": record_appeal,
    "record_effect": record_effect,
    "impose_measure": impose_measure,
}
