"""What follows from the record by itself: releases owed at performance, and taken back.

Runs after every act, in the same transaction, so that no performed debt is ever
without its release tasks.
"""

from datetime import date, datetime

from django.db.models import QuerySet

from duly.law.mechanism.release import owed_within
from duly.law.terms import MeasureKind
from duly.procedure import clocks, liberty, limitation, nightly, payouts
from duly.procedure.facts import debt, listing
from duly.procedure.models import Course, Measure
from duly.procedure.opening import move, open_course
from duly.registry.models import Matter


def follow(matter: Matter, *, on: date, at: datetime) -> None:
    """Owe every release of a debtor who has performed; take back what is not owed.

    A certificate on the main obligations lifts the measures as well; so does a decision that
    ends a listing, for what hangs on it.
    """
    with debt.one_reading():
        owed_since = {measure: _owed_since(measure, matter, on) for measure in _in_force(matter)}
    for measure, since in owed_since.items():
        if since is None:
            _take_back(measure, at=at)
        elif not Course.objects.filter(measure=measure).exclude(state="cancelled").exists():
            _owe(measure, since, at=at)
    liberty.follow(matter, on=on, at=at)
    limitation.follow(matter, on=on, at=at)
    nightly.clear_done(matter, on=on, at=at)
    payouts.follow(matter, at=at)


def _owed_since(measure: Measure, matter: Matter, on: date) -> date | None:
    performed_on = debt.performed_since(matter, on, measure.party)
    decided = listing.decision(measure)
    return (
        performed_on
        or debt.certified_on(matter, measure.party)
        or (decided.court_day if decided else None)
    )


def _in_force(matter: Matter) -> QuerySet[Measure]:
    return Measure.objects.filter(matter=matter, released_date=None).select_related("party")


def _owe(measure: Measure, since: date, *, at: datetime) -> None:
    course = open_course(
        matter=measure.matter, mechanism="release", at=at, party=measure.party, measure=measure
    )
    start = max(since, measure.imposed_date)
    clocks.start_release(course, owed_within(MeasureKind(measure.kind)), start)


def _take_back(measure: Measure, *, at: datetime) -> None:
    for course in Course.objects.filter(measure=measure, closed_at=None):
        move(course, "cancelled", at=at)
