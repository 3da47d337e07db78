"""Facts of an objection, and of a commitment."""

from typing import Any

from duly.law.mechanism.commitment.facts import Lifting
from duly.law.mechanism.objection_notice.facts import Earlier, Ruling, object_key, overlaps
from duly.law.terms import MeasureKind
from duly.upkeep.prove.procedure.debtor import asked_to_lift
from duly.upkeep.prove.procedure.facts.sanctions import stays
from duly.upkeep.prove.procedure.matter import Matter
from duly.upkeep.prove.procedure.records import Course, Objected, Promise

RULINGS = {one.value: one for one in Ruling}


def objected(course: Course) -> Objected:
    """Return the objection that a course is about."""
    if course.objected is None:
        raise LookupError(f"course {course.pk} is about no objection")
    return course.objected


def promise_of(course: Course) -> Promise:
    """Return the commitment that a course is about."""
    if course.promise is None:
        raise LookupError(f"course {course.pk} is about no commitment")
    return course.promise


def objection_notice(matter: Matter, course: Course) -> dict[str, Any]:
    """Return the objection, its notice, its ruling and what was objected to before."""
    own = objected(course)
    remedy = course.running("objection_remedy")
    return {
        "on": matter.today,
        "kind": own.kind,
        "received_on": own.received_on,
        "notice_signed_on": own.signed_on,
        "earlier": tuple(_earlier(matter, course, own)),
        "ruling": RULINGS.get(own.outcome),
        "remedy_until": remedy.last_day if remedy else None,
    }


def _earlier(matter: Matter, course: Course, own: Objected) -> list[Earlier]:
    key = object_key(own.thing)
    return [
        Earlier(
            one.objected.person.name,
            "",
            one.objected.received_on,
            same_person=one.objected.person.name == own.person.name,
            same_thing=object_key(one.objected.thing) == key,
            outcome=one.objected.outcome,
        )
        for one in matter.courses
        if one.objected is not None
        and one.pk < course.pk
        and overlaps(object_key(one.objected.thing), key)
    ]


def commitment(matter: Matter, course: Course) -> dict[str, Any]:
    """Return what is on record of consent, signature, performance and measures."""
    promise = promise_of(course)
    person, agreed = promise.person, promise.agreed
    corrected = course.newest("find_corrected")
    return {
        "on": matter.today,
        "kind": promise.kind,
        "owing": matter.owing(person),
        "performed": matter.performed(person),
        "settlement_performed": agreed.performed if agreed else None,
        "settlement_ended": agreed is not None and agreed.performed is not None,
        "good_reason": course.newest("find_good_reason") is not None,
        "consented_on": promise.consented_on,
        "signed_on": promise.signed_on,
        "repair_from": promise.repair_from,
        "repair_until": promise.repair_until,
        "promised_on": promise.promised_on,
        "measures": tuple(
            Lifting(one.kind, one.has_term, one.expires_on)
            for one in asked_to_lift(matter, promise)
        ),
        "listed": bool(matter.in_force(person, MeasureKind.DEFAULTER_LISTING)),
        "corrected": bool(corrected.answers["corrected"]) if corrected else None,
        "stays": stays(matter),
    }
