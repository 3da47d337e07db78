"""What entries about contact and service change."""

from datetime import date
from typing import Any

from django.utils import timezone

from duly.documents.models import Paper
from duly.law.calendar import in_digits
from duly.law.finding import Outcome
from duly.law.service import Service as Weighed
from duly.law.terms import ContactResult, InstrumentKind, ServiceMethod, Stage
from duly.procedure import clocks, serving
from duly.procedure.act import Act
from duly.procedure.due import refresh
from duly.procedure.models import Course
from duly.procedure.refusal import Refused, Unanswered
from duly.registry import actions as registry
from duly.registry.models import ContactPointKind, Instrument, Matter, Party, Service

DAYS = ("signed_on", "arrived_on", "returned_on", "acknowledged_on")


def stage_of(matter: Matter, on: date) -> Stage:
    """Return the stage that a matter was in on a day: the furthest that had begun."""
    opened = Course.objects.filter(matter=matter).values_list("mechanism", "opened_at")
    begun = {mechanism for mechanism, at in opened if timezone.localdate(at) <= on}
    if "enforcement" in begun:
        return Stage.ENFORCEMENT
    return Stage.PRE_ENFORCEMENT if "pre_enforcement" in begun else Stage.POST_JUDGMENT


# What the post room's machines do is no contact made by the officer in charge (三(六)2).
BY_MACHINE = frozenset({ContactResult.ARRIVED.value, ContactResult.UNDELIVERED.value})


def record_contact(act: Act) -> None:
    """Record a contact; in enforcement, reaching the debtor ends the clock of first contact."""
    given = act.answers
    contact = registry.record_contact(
        party=given["party"],
        stage=stage_of(act.matter, given["on"]),
        channel=given["channel"],
        result=given["result"],
        note=given["note"],
        on=given["on"],
        by=act.actor,
        at=act.at,
        told_consequences=given["told_consequences"],
        told_benefits=given["told_benefits"],
        promised_date=given["promised_date"],
        call_again_date=given["call_again_date"],
    )
    if contact.stage == Stage.ENFORCEMENT and contact.result not in BY_MACHINE:
        for course in act.matter.courses.filter(mechanism="enforcement"):
            clocks.stop(course, ("first_contact",), at=act.at)


def record_service(act: Act) -> None:
    """Record an attempt at service; what can never count as service is refused outright."""
    given = act.answers
    what, party = given["what"], given["party"]
    _refuse_impossible(what, party, given["acted_on"])
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
    if isinstance(what, Instrument):
        refresh(act)


def _refuse_impossible(what: Instrument | Paper, party: Party, acted_on: date) -> None:
    """Nothing is served before it exists, nor on anybody but whom it is made out to."""
    made = what.made_date if isinstance(what, Instrument) else what.paper_date
    if acted_on < made:
        raise Unanswered(
            {"acted_on": f"送出、张贴或刊登日期：不能早于该文书的日期{in_digits(made)}"}
        )
    recipient = None if isinstance(what, Instrument) else what.recipient
    if recipient is not None and recipient != party:
        raise Unanswered({"party": f"受送达人：该文书是给{recipient.name}的"})


def _circumstances(act: Act, party: Party) -> dict[str, Any]:
    given = act.answers
    points = party.contact_points
    kept: dict[str, Any] = {
        name: given[name].isoformat() for name in DAYS if isinstance(given[name], date)
    }
    what = given["what"]
    return kept | {
        "witnessed": given["witnessed"],
        "recorded": given["recorded"],
        "other_address": given["other_address"],
        "address_confirmed": points.filter(
            kind=ContactPointKind.ADDRESS.value, confirmed_for_service=True
        ).exists(),
        "electronic_consent": points.filter(electronic_consent=True).exists(),
        "urges": getattr(what, "template", "") in serving.URGING_PAPERS,
    }


def _never_counts(service: Service, weighed: Weighed) -> bool:
    """Whether an entry is wrong in itself, not merely an attempt that failed."""
    kept = service.circumstances
    days = [kept.get(name) for name in DAYS]
    backwards = any(day and day < service.acted_date.isoformat() for day in days)
    public = service.method == ServiceMethod.PUBLIC_NOTICE
    unsigned_statement = (
        service.method in (ServiceMethod.LEAVING, ServiceMethod.PUBLIC_NOTICE)
        and service.instrument is not None
        and service.instrument.kind == InstrumentKind.MEDIATION_STATEMENT
    )
    return backwards or unsigned_statement or (public and bool(kept.get("urges")))


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


EFFECTS = {
    "record_contact": record_contact,
    "record_service": record_service,
    "add_contact_point": add_contact_point,
}
