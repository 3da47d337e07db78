"""Facts for the release of one measure (解除措施)."""

from datetime import date

from duly.law.mechanism.release import Facts
from duly.law.terms import MeasureKind
from duly.procedure.facts import debt, listing
from duly.procedure.facts.stayed_things import freed
from duly.procedure.models import Course, Measure


def gather(course: Course, on: date) -> Facts:
    """Return the measure, and whether the debt is performed, or certified."""
    measure = lifted(course)
    return Facts(
        on=on,
        kind=MeasureKind(measure.kind),
        has_term=measure.has_term,
        performed=debt.performed_since(course.matter, on, measure.party) is not None
        or debt.certified_on(course.matter, measure.party) is not None,
        decided=listing.decision(measure) is not None or freed(measure) is not None,
    )


def lifted(course: Course) -> Measure:
    """Return the measure that a release course lifts."""
    if course.measure is None:
        raise LookupError(f"course {course.pk} lifts no measure")
    return course.measure
