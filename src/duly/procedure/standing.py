"""Courses that stand as long as a measure does: the listing's, and the restriction's permits."""

from datetime import date, datetime

from django.db.models import QuerySet

from duly.law.calendar import in_digits
from duly.law.terms import MeasureKind, Role
from duly.procedure.facts import debt
from duly.procedure.models import Course, Deadline, Measure
from duly.procedure.opening import move, open_course

COURSES = {
    MeasureKind.DEFAULTER_LISTING: "listing",
    MeasureKind.CONSUMPTION_RESTRICTION: "permit",
}


def begin(measure: Measure, *, at: datetime) -> None:
    """Open the course that goes with a measure, where it has one and none is open."""
    mechanism = COURSES.get(MeasureKind(measure.kind))
    if mechanism is None or _open(measure, mechanism).exists():
        return
    course = open_course(matter=measure.matter, mechanism=mechanism, at=at, party=measure.party)
    if mechanism == "listing" and measure.expires_date is not None:
        _watch_term(course, measure.imposed_date, measure.expires_date)


def _watch_term(course: Course, listed_on: date, expires: date) -> None:
    """A listing with a term is deleted when it ends: somebody is told of the day."""
    Deadline.objects.create(
        course=course,
        matter_id=course.matter_id,
        name="listed_until",
        chinese="失信期限届满，三个工作日内删除",
        clause="三(一)2",
        owner=Role.ENFORCEMENT_JUDGE.value,
        start_date=listed_on,
        last_date=expires,
        because=[f"纳入失信决定：至{in_digits(expires)}止"],
    )


def end(measure: Measure, *, at: datetime) -> None:
    """End the course that goes with a measure that was lifted, where no other one stands."""
    mechanism = COURSES.get(MeasureKind(measure.kind))
    others = Measure.objects.filter(party=measure.party, kind=measure.kind, released_date=None)
    if others.exists():
        return
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
