"""What follows from the record by itself: releases owed at performance, and taken back.

Runs after every act, in the same transaction, so that no performed debt is ever
without its release tasks.
"""

from collections.abc import Iterable
from datetime import date, datetime

from duly.law.mechanism.release import owed_within
from duly.law.terms import MeasureKind
from duly.procedure import clocks, liberty, limitation, nightly, payouts
from duly.procedure.facts import case_file, debt, listing
from duly.procedure.facts.stayed_things import freed
from duly.procedure.models import Course, Measure
from duly.procedure.opening import move, open_course
from duly.registry.models import Matter
from duly.work.reading import one_reading


def follow(matter: Matter, *, on: date, at: datetime) -> None:
    """Owe every release of a debtor who has performed; take back what is not owed.

    A certificate on the main obligations lifts the measures as well; so does a decision that
    ends a listing, for what hangs on it. Of a measure that is gone, lifted for the days of a
    repair, nothing is owed: what is restored after it has a release of its own.
    """
    with one_reading():
        _release(matter, on=on, at=at)
        liberty.follow(matter, on=on, at=at)
        limitation.follow(matter, on=on, at=at)
        nightly.clear_done(matter, on=on, at=at)
        payouts.follow(matter, at=at)


def _release(matter: Matter, *, on: date, at: datetime) -> None:
    in_force = case_file.measures(matter)
    owed_since = {measure: _owed_since(measure, matter, on) for measure in in_force}
    releases = [one for one in case_file.courses(matter, "release") if one.state != "cancelled"]
    owed = {course.measure_id for course in releases}
    for measure, since in owed_since.items():
        if since is not None and measure.pk not in owed:
            _owe(measure, since, at=at)
    due = {measure.pk for measure, since in owed_since.items() if since is not None}
    _take_back((course for course in releases if course.measure_id not in due), at=at)


def _owed_since(measure: Measure, matter: Matter, on: date) -> date | None:
    performed_on = debt.performed_since(matter, on, measure.party)
    decided, objected = listing.decision(measure), freed(measure)
    return (
        performed_on
        or debt.certified_on(matter, measure.party)
        or (decided.court_day if decided else None)
        or (objected.ended_date if objected else None)
    )


def _owe(measure: Measure, since: date, *, at: datetime) -> None:
    course = open_course(
        matter=measure.matter, mechanism="release", at=at, party=measure.party, measure=measure
    )
    start = max(since, measure.imposed_date)
    within = owed_within(MeasureKind(measure.kind), objected=freed(measure) is not None)
    clocks.start_release(course, within, start)


def _take_back(releases: Iterable[Course], *, at: datetime) -> None:
    for course in releases:
        if course.closed_at is None:
            move(course, "cancelled", at=at)
