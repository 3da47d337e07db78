"""Facts for the record of a matter."""

from datetime import date

from duly.law.mechanism.record import Facts
from duly.procedure import fees, holding
from duly.procedure.facts import debt
from duly.procedure.models import Course
from duly.registry.models import Matter

WARNED_APART = ("fine_warning", "detention_warning", "referral")


def gather(course: Course, on: date) -> Facts:
    """Return how much is still running in the matter."""
    courses = Course.objects.filter(matter_id=course.matter_id, closed_at=None)
    owed = courses.filter(mechanism="release").exclude(state="kept")
    idle = courses.filter(
        mechanism__in=("certificate", "defaulter_warning", "permit", "revocation", *WARNED_APART),
        state__in=("open", "standing"),
    )
    running = courses.exclude(mechanism__in=("record", "release")).exclude(pk__in=idle)
    holds = list(holding.standing(course.matter))
    return Facts(
        on=on,
        open_courses=running.count(),
        releases_owed=owed.count(),
        held_since=next((held.start_date for held in holds if held.end_date is None), None),
        has_holds=bool(holds),
        rest_left=_rest_left(course.matter, on),
        fee_unset=fees.is_unset(course.matter),
    )


def _rest_left(matter: Matter, on: date) -> bool:
    ended = matter.courses.filter(mechanism="pre_enforcement", state__in=("performed", "withdrawn"))
    pursued = matter.courses.filter(
        mechanism__in=("pre_enforcement", "enforcement"), closed_at=None
    )
    if not ended.exists() or pursued.exists():
        return False
    return debt.performed(matter, on) is False
