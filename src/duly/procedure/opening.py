"""Courses begin and end here, and nowhere else."""

from datetime import datetime

from duly.law.mechanism import MECHANISMS
from duly.law.terms import ProceedingKind
from duly.procedure.models import Course, Measure
from duly.registry.models import Matter, Party

FROM_THE_START = ("certificate",)
IN_ENFORCEMENT = (
    *FROM_THE_START,
    "defaulter_warning",
    "fine_warning",
    "detention_warning",
    "referral",
)


def open_course(
    *,
    matter: Matter,
    mechanism: str,
    at: datetime,
    party: Party | None = None,
    measure: Measure | None = None,
) -> Course:
    """Open a course of a mechanism in its first state."""
    opened = course(matter=matter, mechanism=mechanism, at=at, party=party, measure=measure)
    opened.save(force_insert=True)
    return opened


def course(
    *,
    matter: Matter,
    mechanism: str,
    at: datetime,
    party: Party | None = None,
    measure: Measure | None = None,
) -> Course:
    """Return a course of a mechanism in its first state, before it is kept."""
    return Course(
        matter=matter,
        mechanism=mechanism,
        party=party,
        measure=measure,
        state=MECHANISMS[mechanism].initial.value,
        opened_at=at,
    )


def open_for_debtor(matter: Matter, debtor: Party, *, at: datetime) -> bool:
    """Open what is about one debtor; return whether that is enforcement already.

    The certificate is open from the start, so that whoever performs early gets his
    confirmation; the warnings only once the matter is filed for enforcement.
    """
    filed = matter.proceedings.filter(kind=ProceedingKind.ENFORCEMENT.value).exists()
    for mechanism in IN_ENFORCEMENT if filed else FROM_THE_START:
        if not Course.objects.filter(matter=matter, mechanism=mechanism, party=debtor).exists():
            open_course(matter=matter, mechanism=mechanism, at=at, party=debtor)
    return filed


def move(course: Course, state: str, *, at: datetime) -> None:
    """Put a course in a state; in a final one it closes and its time limits stop."""
    mechanism = MECHANISMS[course.mechanism]
    course.state = state
    if mechanism.states(state) in mechanism.final:
        course.closed_at = at
        course.deadlines.filter(stopped_at=None).update(stopped_at=at)
    course.save(update_fields=["state", "closed_at", "proceeding"])
