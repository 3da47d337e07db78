"""Facts of the three warnings, and of a referral."""

from typing import Any

from duly.law.mechanism.care import CONSIDERED, Care
from duly.law.mechanism.commitment.doors import barred_until
from duly.law.mechanism.sanction.act import Act
from duly.law.mechanism.sanction.claim import Claim
from duly.law.mechanism.sanction.custody import Custody
from duly.law.mechanism.sanction.proposal import Proposal, read
from duly.law.mechanism.sanction.reconsideration import Decision as Decided
from duly.law.mechanism.stay import Stay
from duly.law.mechanism.warning import Contacts, Settlement, Warning
from duly.law.money import Yuan
from duly.law.terms import DefaulterGround, FactQuestion, ObligationKind, Stage
from duly.upkeep.prove.procedure.debtor import person_of, published_after
from duly.upkeep.prove.procedure.matter import Matter
from duly.upkeep.prove.procedure.people import Person
from duly.upkeep.prove.procedure.records import Course

SERVED_FIRST = {
    "enforcement-notice": "《执行通知书》",
    "property-report-order": "《报告财产令》",
    "property-report-form": "《财产申报表》",
}
PROPOSALS = (
    "propose_fine",
    "propose_detention",
    "propose_reduced",
    "propose_urgently",
    "propose_referral",
)
LIMIT = Yuan.of("100000")
GROUNDS = tuple((ground, FactQuestion.of_ground(ground)) for ground in DefaulterGround)


def _shared(matter: Matter, course: Course, person: Person) -> dict[str, Any]:
    contacts = [
        one for one in matter.contacts if one.person is person and one.stage is Stage.ENFORCEMENT
    ]
    return {
        "on": matter.today,
        "calendar": matter.calendar,
        "debtor_kind": person.kind,
        "served": {
            title: matter.first_served(template, person) for template, title in SERVED_FIRST.items()
        },
        "contacts": Contacts(len(contacts), sum(one.reached for one in contacts)),
        "owing": matter.owing(person),
        "performed": matter.performed(person),
        "warning": _warning(matter, course, person),
        "settlement": settlement(matter),
        "stays": stays(matter),
        "care": Care(
            person.kind, person.born, {one: matter.finding(one, person) for one in CONSIDERED}
        ),
    }


def stays(matter: Matter) -> tuple[Stay, ...]:
    """Return the holds that were not undone."""
    return tuple(Stay(one.kind, one.first, one.last) for one in matter.holds if not one.undone)


def _warning(matter: Matter, course: Course, person: Person) -> Warning | None:
    if not course.warnings:
        return None
    paper, last_day = course.warnings[-1]
    return Warning(paper.issued_on, last_day, matter.served_on(paper, person))


def settlement(matter: Matter) -> Settlement | None:
    """Return the newest settlement as the rules see it."""
    agreed = matter.agreed
    if agreed is None:
        return None
    return Settlement(agreed.reached_on, agreed.ends_on, agreed.performed, agreed.ended_on)


def defaulter_warning(matter: Matter, course: Course) -> dict[str, Any]:
    """Return what is on record of the grounds, the guards, the warning and the debt."""
    person = person_of(course)
    decided = course.newest("approve_listing")
    asked = course.newest("request_listing", "decline_request")
    standing = asked is not None and asked.name == "request_listing"
    deleted = matter.deleted_on_consent.get(person)
    return {
        **_shared(matter, course, person),
        "birth_date": person.born,
        "grounds": frozenset(
            ground for ground, question in GROUNDS if matter.finding(question, person)
        ),
        "security": matter.finding(FactQuestion.SECURITY, person),
        "preserved": matter.finding(FactQuestion.PRESERVED, person),
        "later_in_order": matter.finding(FactQuestion.LATER_IN_ORDER, person),
        "requested_on": asked.answers["requested_on"] if asked and standing else None,
        "decided_on": decided.on if decided else None,
        "decision_served": False,
        "publish_from": published_after(matter, course, decided.on) if decided else None,
        "barred_until": barred_until(deleted, matter.calendar) if deleted else None,
    }


def _sanction(matter: Matter, course: Course) -> dict[str, Any]:
    person = person_of(course)
    return {
        **_shared(matter, course, person),
        "acts": acts(matter, person),
        "claim": _claim(matter, person),
        "instrument_kind": matter.instrument_kind,
        "effective": matter.effective(),
        "proposal": proposal(course),
        "decision": _decision(matter, course, person),
    }


def acts(matter: Matter, person: Person) -> tuple[Act, ...]:
    """Return the acts of a debtor whose finding stands."""
    return tuple(
        Act(one.pk, one.ground, one.committed_on, one.sanctioned, one.referred)
        for one in matter.deeds
        if one.person is person and not one.withdrawn
    )


def _claim(matter: Matter, person: Person) -> Claim:
    asked = [
        one.fen
        for one in matter.purse.standing_duties()
        if one.kind in (ObligationKind.MONEY, ObligationKind.ACT)
    ]
    known = [fen for fen in asked if fen is not None]
    whole = Yuan(sum(known)) if asked and len(known) == len(asked) else None
    return Claim(whole, LIMIT, matter.finding(FactQuestion.SMALL_CLAIM, person))


def proposal(course: Course) -> Proposal | None:
    """Return what the president has before him, or had last."""
    taken = course.newest(*PROPOSALS)
    return None if taken is None else read(taken.answers)


def _decision(matter: Matter, course: Course, person: Person) -> Decided | None:
    made = course.decision
    if made is None:
        return None
    received = matter.served_on(made.paper, person)
    return Decided(made.decided_on, received, made.applied_on, made.answered)


def fine_warning(matter: Matter, course: Course) -> dict[str, Any]:
    """Return what is on record of acts, claim, warning, debt, proposal and decision."""
    return _sanction(matter, course)


def detention_warning(matter: Matter, course: Course) -> dict[str, Any]:
    """Return the same for a detention, with custody and the request to the police."""
    made = course.decision
    asked = course.newest("propose_police_request", "approve_police_request")
    return {
        **_sanction(matter, course),
        "custody": None
        if made is None or made.days is None
        else Custody(made.days, made.taken_on, made.until, made.family_told),
        "police_asked": asked is not None and asked.name == "propose_police_request",
    }


def referral(matter: Matter, course: Course) -> dict[str, Any]:
    """Return what is on record of acts, debt, sanctions and the newest proposal."""
    person, proposed = person_of(course), proposal(course)
    return {
        "on": matter.today,
        "acts": acts(matter, person),
        "effective": matter.effective(),
        "owing": matter.owing(person),
        "performed": matter.performed(person),
        "settlement": settlement(matter),
        "sanctioned": bool(matter.standing_sanctions(person)),
        "proposed": proposed.acts if proposed else (),
    }
