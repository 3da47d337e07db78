"""Facts of the enforcement proceeding and of what performance lifts, proves and pays out."""

from typing import Any

from duly.law.money import Yuan
from duly.law.terms import FactQuestion, MeasureKind, PartyRole
from duly.upkeep.prove.procedure.debtor import ended_by_decision, person_of
from duly.upkeep.prove.procedure.matter import Matter
from duly.upkeep.prove.procedure.records import Course

__all__ = ["certificate", "enforcement", "listing", "payout", "permit", "release", "revocation"]

UNFINISHED = {
    "fine_warning": frozenset({"warned", "proposed"}),
    "detention_warning": frozenset(
        {"warned", "proposed", "decided", "detained", "release_proposed"}
    ),
    "referral": frozenset({"proposed"}),
}


def is_unfinished(course: Course) -> bool:
    """Whether a warning has to end before the file is closed."""
    if course.mechanism == "defaulter_warning":
        return course.state.value != "open"
    return course.state.value in UNFINISHED.get(course.mechanism, ())


def enforcement(matter: Matter, course: Course) -> dict[str, Any]:
    """Return what is on record of the debt, the settlement and what is to be lifted."""
    agreed = matter.agreed
    term = course.running("conclusion")
    asked = course.newest("propose_extension", "approve_extension", "refuse_extension")
    return {
        "on": matter.today,
        "owing": matter.owing(),
        "performed": matter.performed(),
        "settlement_performed": agreed is not None and agreed.performed is True,
        "releases_owed": sum(one.state.value != "kept" for one in matter.open_courses("release")),
        "settlement_running": agreed is not None and agreed.performed is None,
        "running_warnings": sum(is_unfinished(one) for one in matter.open_courses()),
        "plan": matter.purse.plan(agreed, matter.today),
        "concludes_on": term.last_day if term and not term.stopped else None,
        "extended": course.newest("approve_extension") is not None,
        "extension_proposed": asked is not None and asked.name == "propose_extension",
        "is_held": any(one.last is None and not one.undone for one in matter.holds),
        "payouts_owed": sum(
            not payout(matter, one)["at_creditor"] for one in matter.open_courses("payout")
        ),
    }


def release(matter: Matter, course: Course) -> dict[str, Any]:
    """Return the measure, and whether the debt is performed, or certified."""
    measure = course.measure
    if measure is None:
        raise LookupError(f"course {course.pk} lifts no measure")
    return {
        "on": matter.today,
        "kind": measure.kind,
        "has_term": measure.has_term,
        "performed": matter.performed_since(measure.person) is not None
        or matter.certificate(measure.person) is not None,
        "decided": ended_by_decision(matter, measure) is not None,
    }


def listing(matter: Matter, course: Course) -> dict[str, Any]:
    """Return the listing, the correction sought, and the time for reconsideration."""
    found = matter.newest_measure(person_of(course), MeasureKind.DEFAULTER_LISTING)
    term = course.running("reconsideration")
    return {
        "on": matter.today,
        "has_term": found is not None and found.has_term,
        "expires_on": found.expires_on if found else None,
        "correction": course.correction,
        "reconsider_until": term.last_day if term else None,
        "in_force": found is not None and found.released_on is None,
    }


def permit(matter: Matter, course: Course) -> dict[str, Any]:
    """Return whether the restriction stands."""
    orders = matter.in_force(person_of(course), MeasureKind.CONSUMPTION_RESTRICTION)
    return {"on": matter.today, "in_force": bool(orders)}


def payout(matter: Matter, course: Course) -> dict[str, Any]:
    """Return what is held for a creditor, or is to be returned to a payer."""
    person = person_of(course)
    proposed = None if course.proposed_fen is None else Yuan(course.proposed_fen)
    refund = person.role is not PartyRole.CREDITOR
    over = matter.purse.surplus_of(person, matter.today) if refund else None
    held = (over[1] if over else 0) if refund else matter.purse.held_for(person, matter.today)
    return {
        "on": matter.today,
        "is_refund": refund,
        "held": Yuan(held),
        "waiting_since": None,
        "account_confirmed": refund or matter.account in ("confirmed", "changing"),
        "proposed": proposed,
        "at_creditor": over is not None and matter.purse.came_to_creditor(over[0]),
    }


def certificate(matter: Matter, course: Course) -> dict[str, Any]:
    """Return what is on record of performance, consent and exclusions."""
    person, agreed = person_of(course), matter.agreed

    def found(question: FactQuestion) -> bool | None:
        return matter.finding(question, person)

    return {
        "on": matter.today,
        "in_enforcement": matter.enforcement_filed,
        "owing": matter.owing(person),
        "performed": matter.performed(person),
        "settlement_performed": agreed is not None and agreed.performed is True,
        "main_performed": found(FactQuestion.MAIN_PERFORMED),
        "applicant_agrees": found(FactQuestion.APPLICANT_AGREES),
        "concealment": found(FactQuestion.CONCEALMENT) or found(FactQuestion.GROUND_3),
        "other_refusal": found(FactQuestion.OTHER_REFUSAL),
        "referred": found(FactQuestion.REFERRED),
        "confirmed": course.newest("confirm_performance") is not None,
        "sanctions": tuple(one.kind.chinese for one in matter.standing_sanctions(person)),
    }


def revocation(matter: Matter, course: Course) -> dict[str, Any]:
    """Return whether the debtor's certificate stands."""
    return {"on": matter.today, "stands": matter.certificate(person_of(course)) is not None}
