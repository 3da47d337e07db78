"""Courses that stand as long as a measure does: the listing's, and the restriction's permits."""

from datetime import datetime

from django.db.models import QuerySet

from duly.law.terms import MeasureKind
from duly.procedure.facts import debt
from duly.procedure.models import Course, Measure
from duly.procedure.opening import move, open_course

COURSES = {
    MeasureKind.DEFAULTER_LISTING: "listing",
    MeasureKind.CONSUMPTION_RESTRICTION: "permit",
}


def begin(measure: Measure, *, at: datetime) -> None:
    """Open the course that goes with a measure, where it has one and none is open."""
    mechanism = COURSES.get(MeasureKind(measure.kind))
    if mechanism is not None and not _open(measure, mechanism).exists():
        open_course(matter=measure.matter, mechanism=mechanism, at=at, party=measure.party)


def end(measure: Measure, *, at: datetime) -> None:
    """End the course that goes with a measure that has been lifted."""
    mechanism = COURSES.get(MeasureKind(measure.kind))
    for course in _open(measure, mechanism) if mechanism else ():
        move(course, "ended", at=at)


def let_be_listed_again(measure: Measure, *, at: datetime) -> None:
    """Open a new warning for a debtor deleted from the list who still owes (失信规定 10, 3)."""
    if measure.kind != MeasureKind.DEFAULTER_LISTING or measure.released_date is None:
        return
    if debt.performed_since(measure.matter, measure.released_date, measure.party) is not None:
        return
    if not _open(measure, "defaulter_warning").exists():
        open_course(
            matter=measure.matter, mechanism="defaulter_warning", at=at, party=measure.party
        )


def _open(measure: Measure, mechanism: str) -> QuerySet[Course]:
    return Course.objects.filter(
        matter_id=measure.matter_id,
        party_id=measure.party_id,
        mechanism=mechanism,
        closed_at=None,
    )
