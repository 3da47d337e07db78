"""Facts for the record of a matter."""

from datetime import date

from duly.law.mechanism.record import Facts
from duly.procedure import holding
from duly.procedure.models import Course

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
    )
