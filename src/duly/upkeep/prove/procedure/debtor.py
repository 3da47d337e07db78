"""What the model asks about one debtor's course: its person, its listing, its repair."""

from datetime import date, timedelta

from duly.law.calendar import Period
from duly.law.mechanism.listing.facts import CorrectionGround
from duly.law.terms import MeasureKind
from duly.upkeep.prove.procedure.matter import Matter
from duly.upkeep.prove.procedure.people import Person
from duly.upkeep.prove.procedure.records import Course, Measure, Promise, Taken

ENDING = (
    "uphold_correction",
    "upper_court_overturned",
    "find_wrong",
    "decide_deletion",
    "decide_early_deletion",
    "term_over",
)


def person_of(course: Course) -> Person:
    """Return the party whom a course is about."""
    if course.person is None:
        raise LookupError(f"course {course.pk} is about no party")
    return course.person


def published_after(matter: Matter, course: Course, decided_on: date) -> date:
    """Return the first day on which a listing decided on a day may be published."""
    proposal = course.newest("propose_listing", "propose_urgently")
    months = int(proposal.answers.get("grace_months") or 0) if proposal else 0
    if months == 0:
        return decided_on
    ends = Period(months=months).reckon(decided_on, matter.calendar).last_day
    return ends + timedelta(days=1)


def asked_to_lift(matter: Matter, promise: Promise) -> list[Measure]:
    """Return the measures lifted for a repair, or before that those it asks to lift."""
    if promise.lifted or not promise.kinds:
        return promise.lifted
    return [
        one
        for one in matter.measures
        if one.person is promise.person and one.kind in promise.kinds and one.released_on is None
    ]


def ended_by_decision(matter: Matter, measure: Measure) -> Taken | None:
    """Return the decision to end a listing that ends a measure as well."""
    for course in matter.courses:
        if course.mechanism != "listing" or course.person is not measure.person:
            continue
        taken = course.newest(*ENDING)
        if taken is None or taken.on < measure.imposed_on:
            continue
        ended = {MeasureKind.DEFAULTER_LISTING, MeasureKind.CREDIT_NOTICE}
        if _is_wrong(taken, course):
            ended.add(MeasureKind.CONSUMPTION_RESTRICTION)
        if measure.kind in ended:
            return taken
    return None


def _is_wrong(taken: Taken, course: Course) -> bool:
    if taken.name in ("uphold_correction", "upper_court_overturned"):
        return course.correction is CorrectionGround.WRONGLY_LISTED
    return taken.name == "find_wrong"
