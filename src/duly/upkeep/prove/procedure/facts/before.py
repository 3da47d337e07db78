"""Facts of the record, and of the two stages before enforcement."""

from typing import Any

from duly.law.mechanism.enforcement import Conclusion
from duly.law.mechanism.pre_enforcement.steps import URGING_MONTH
from duly.law.mechanism.preservation import Preservation
from duly.law.terms import FactQuestion, MeasureKind, ObligationKind, PropertyKind, Stage
from duly.upkeep.prove.procedure.matter import Matter
from duly.upkeep.prove.procedure.records import Course

IDLE = frozenset(
    {
        "certificate",
        "defaulter_warning",
        "permit",
        "revocation",
        "fine_warning",
        "detention_warning",
        "referral",
    }
)
STAGES = frozenset({"post_judgment", "pre_enforcement", "enforcement"})
PROPERTY = frozenset(MeasureKind(kind.value) for kind in PropertyKind)


def record(matter: Matter, _: Course) -> dict[str, Any]:
    """Return how much still runs in the matter."""
    running, owed = 0, 0
    for one in matter.open_courses():
        if one.mechanism == "release":
            owed += one.state.value != "kept"
        elif one.mechanism != "record" and not is_idle(one):
            running += 1
    holds = [one for one in matter.holds if not one.undone]
    return {
        "on": matter.today,
        "open_courses": running,
        "releases_owed": owed,
        "held_since": next((one.first for one in holds if one.last is None), None),
        "has_holds": bool(holds),
        "rest_left": _rest_left(matter),
        "fee_unset": matter.enforcement_filed
        and not any(one.kind is ObligationKind.ENFORCEMENT_FEE for one in matter.purse.duties),
        "closed_unpaid": "程序" if closed_unpaid(matter) else "",
        "keeps_account": not any(matter.open_courses("post_judgment")),
        **_account(matter),
    }


def closed_unpaid(matter: Matter) -> Course | None:
    """Return the last stage if it closed as performed and the debt is owed again."""
    stages = [one for one in matter.courses if one.mechanism in STAGES]
    if not stages or not all(one.closed for one in stages):
        return None
    last = stages[-1].taken[-1]
    performed = last.name == "note_performed" or (
        last.name == "conclude" and last.answers["how"] is Conclusion.PERFORMED
    )
    return stages[-1] if performed and matter.performed() is False else None


def is_idle(course: Course) -> bool:
    """Whether a course only waits in case something happens."""
    return course.mechanism in IDLE and course.state.value in ("open", "standing")


def _rest_left(matter: Matter) -> bool:
    ended = any(
        one.mechanism in ("pre_enforcement", "enforcement")
        and one.state.value in ("performed", "withdrawn")
        for one in matter.courses
    )
    pursued = any(matter.open_courses("pre_enforcement", "enforcement"))
    return ended and not pursued and matter.performed() is False


def post_judgment(matter: Matter, _: Course) -> dict[str, Any]:
    """Return what is on record of account, notice, effect and debt."""
    kinds = {one.kind for one in matter.purse.duties}
    return {
        "on": matter.today,
        "orders_money": ObligationKind.MONEY in kinds if kinds else None,
        "notice_served": all(
            matter.first_served("performance-notice", one) for one in matter.debtors
        ),
        "effect": matter.effect(),
        "due_on": matter.due(),
        "owing": matter.owing(),
        "performed": matter.performed(),
        "limitation": matter.limitation().finding,
        **_account(matter),
    }


def _account(matter: Matter) -> dict[str, Any]:
    return {
        "account_complete": matter.account in ("confirmed", "changing"),
        "account_change_pending": matter.account == "changing",
        "account_held_until": matter.account_held_until,
    }


def pre_enforcement(matter: Matter, course: Course) -> dict[str, Any]:
    """Return what is on record of effect, exclusions, consent, contacts and the month."""
    contacts = [one for one in matter.contacts if one.stage is Stage.PRE_ENFORCEMENT]
    term = course.running("urging_month")
    served = any(matter.first_served("urging-notice", one) for one in matter.debtors)
    month = URGING_MONTH.period
    would_end = month.reckon(matter.today, matter.calendar).last_day if month else None
    return {
        "on": matter.today,
        "effect": matter.effect(),
        "first_instance_here": matter.first_instance_here,
        "served_by_public_notice": matter.public_notice,
        "emergency": matter.finding(FactQuestion.EMERGENCY, None),
        "consented": True if course.newest("record_consent") else None,
        "can_be_reached": any(one.reachable for one in matter.debtors),
        "owing": matter.owing(),
        "paid": matter.purse.paid(matter.today),
        "term_ends_on": term.last_day if term else None,
        "extended": course.newest("extend") is not None,
        "warned_of_consequences": served or any(one.told for one in contacts),
        "refused": course.newest("record_refusal") is not None,
        "attempts": len(contacts),
        "reached": sum(one.reached for one in contacts),
        "notice_issued": any(one.template == "urging-notice" for one in matter.papers),
        "performed": matter.performed(),
        "limitation_on": matter.limitation().last_day,
        "preservations": tuple(
            Preservation(one.kind.chinese, one.expires_on)
            for one in matter.measures
            if one.kind in PROPERTY and one.released_on is None and one.expires_on
        ),
        "urging_ends_on": term.last_day if term else would_end,
    }
