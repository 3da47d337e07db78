"""Measures and their release: owed at performance, with a clock, never before its reason."""

from datetime import date, timedelta

from duly.law.terms import MeasureKind
from duly.upkeep.prove.procedure.courses import owed_since
from duly.upkeep.prove.procedure.invariants.evidence import demand, done
from duly.upkeep.prove.procedure.matter import Matter
from duly.upkeep.prove.procedure.records import Act, Course, Measure

LONGEST_REST = 9


def no_release_is_late_unseen(matter: Matter) -> None:
    """Every measure in force of who has performed has a release that runs, with its clock.

    A measure that is gone has none: nobody is asked to lift what was lifted.
    """
    running = {one.measure: one for one in matter.open_courses("release")}
    gone = [one for one in running if one is None or one.released_on is not None]
    demand(not gone, "a release runs of what is lifted already")
    ready: dict[object, bool] = {}
    for measure in matter.measures:
        if measure.released_on is not None:
            continue
        person = measure.person
        if person not in ready:
            ready[person] = done(matter, person) or _certified(matter, person)
        course = running.get(measure)
        if ready[person]:
            demand(course is not None, f"{measure.kind.value} in force after performance, unseen")
        if course is not None:
            _has_its_clock(matter, course, measure)


def _certified(matter: Matter, person: object) -> bool:
    return any(
        one.certified and one.person is person and one.mechanism == "certificate"
        for one in matter.courses
    )


def _has_its_clock(matter: Matter, course: Course, measure: Measure) -> None:
    limits = [one for one in course.deadlines if one.name == "release"]
    demand(limits, f"the release of {measure.kind.value} has no clock")
    kept = course.state.value == "kept" or any(one.name == "keep_listed" for one in course.taken)
    demand(kept or not limits[-1].stopped, f"the clock of {measure.kind.value} was stopped")
    days = 3 if measure.kind is MeasureKind.DEFAULTER_LISTING else 1
    latest = limits[-1].start
    while days:
        latest += timedelta(days=1)
        days -= not matter.calendar.is_rest_day(latest)
    # Seven days after an objection was upheld for good, past a run of rest days.
    if any(one.objected and one.objected.measure is measure for one in matter.courses):
        latest = max(latest, limits[-1].start + timedelta(days=7 + LONGEST_REST))
    demand(limits[-1].last_day <= latest or _held(matter), f"{measure.kind.value}: too long a time")


def _held(matter: Matter) -> bool:
    return any(one.before for one in matter.holds)


def lifted_only_for_a_reason(matter: Matter, act: Act) -> None:
    """A measure is lifted by a release only when performed, certified, or decided."""
    if act.course.mechanism != "release" or act.course.measure is None:
        return
    measure = act.course.measure
    if measure.released_on is None or act.step.name not in ("lift", "finish"):
        return
    reason = done(matter, measure.person) or _certified(matter, measure.person)
    demand(reason or owed_since(matter, measure), f"{measure.kind.value} was lifted for nothing")


def president_signs_what_he_must(_: Matter, act: Act) -> None:
    """A listing and a restriction are lifted by a paper that the president signed."""
    measure = act.course.measure
    if act.course.mechanism != "release" or act.step.name not in ("lift", "finish"):
        return
    if measure is None or measure.kind not in (
        MeasureKind.DEFAULTER_LISTING,
        MeasureKind.CONSUMPTION_RESTRICTION,
    ):
        return
    signed = any(one.name in ("sign_deletion", "sign_lifting") for one in act.course.taken)
    demand(signed, f"{measure.kind.value} was lifted without the president's paper")


def relisting_waits_six_months(matter: Matter, act: Act) -> None:
    """After a deletion on his own consent the applicant waits six months."""
    person = act.course.person
    if act.step.name != "request_listing" or person not in matter.deleted_on_consent:
        return
    day = matter.deleted_on_consent[person]
    demand(_months(day, matter.today) >= 6, f"requested {matter.today} after consent on {day}")


def _months(first: date, last: date) -> int:
    whole = (last.year - first.year) * 12 + last.month - first.month
    return whole if last.day >= first.day else whole - 1


AFTER_STEP = (lifted_only_for_a_reason, president_signs_what_he_must, relisting_waits_six_months)
