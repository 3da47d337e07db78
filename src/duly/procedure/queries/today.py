"""What is due: releases owed first, then time limits, then what waits for this person."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from duly.accounts.models import User
from duly.accounts.queries import roles_by_court
from duly.law.mechanism import MECHANISMS
from duly.law.step import Mechanism, Step
from duly.law.terms import MeasureKind, Role, Term
from duly.procedure import holding
from duly.procedure.alarms import AlarmKind
from duly.procedure.models import Alarm, Course, Deadline
from duly.procedure.queries.approvals import IN_PLACE, approvals
from duly.procedure.queries.lists import visible_matters
from duly.registry.models import Matter

# Limits that are watched by everyone in the matter but end in no act of their owner.
WATCHED = frozenset({"limitation", "conclusion"})
ORDER = tuple(MECHANISMS)
# A list of the day shows so many rows; nobody works off more in a day.
MOST = 200
# The roles that a person has, by the code of the court; "" is every court.
Held = Mapping[str, frozenset[Role]]


@dataclass(frozen=True, slots=True)
class Due:
    """One row of the day: a matter, what is due in it, by when, and where to act.

    `by` are the posts that are waited for, where it is not the reader who acts.
    """

    matter: Matter
    course: Course
    what: str
    who: str
    last_day: date | None
    days_left: int | None
    step: str
    by: tuple[Role, ...] = ()


@dataclass(frozen=True, slots=True)
class Raised:
    """An alarm of the nightly round that is still open, with the days left until its day."""

    matter: Matter
    kind: AlarmKind
    sentence: str
    due_date: date
    days_left: int


@dataclass(frozen=True, slots=True)
class TodayView:
    """The day of one person, at most MOST rows and one more in each list that can grow long.

    Every count on the page is the length of one of these lists; the one more only tells that
    there are more than are shown.
    """

    releases_overdue: tuple[Due, ...]
    releases_owed: tuple[Due, ...]
    overdue: tuple[Due, ...]
    due: tuple[Due, ...]
    coming: tuple[Due, ...]
    waiting_for_me: tuple[Due, ...]
    alarms: tuple[Raised, ...] = ()


def deadlines(matter: Matter) -> QuerySet[Deadline]:
    """Return the time limits of a matter, running ones first, soonest first."""
    return matter.deadlines.select_related("course__party").order_by("stopped_at", "last_date")


def releases_owed(user: User | None, on: date) -> tuple[Due, ...]:
    """Return the releases that are owed in what a person may see, most overdue first."""
    owed = Course.objects.filter(mechanism="release", closed_at=None).exclude(
        state="kept", measure__expires_date__gte=on
    )
    if user is not None:
        owed = owed.filter(_seen(user, on))
    owed = owed.select_related("matter__court", "measure", "party").prefetch_related("deadlines")
    rows = [_release(course, on) for course in owed]
    return tuple(sorted(rows, key=lambda row: row.last_day or on))


def today(user: User, at: datetime) -> TodayView:
    """Return what a person has before him on a day."""
    on = timezone.localdate(at)
    held = roles_by_court(user, on)
    releases = _releases(user, held, on)
    running = _mine(user, held, on)
    return TodayView(
        releases_overdue=tuple(row for row in releases if _left(row) < 0),
        releases_owed=tuple(row for row in releases if _left(row) >= 0),
        overdue=_first(running.filter(last_date__lt=on), on),
        due=_first(running.filter(last_date=on), on),
        coming=_first(running.filter(last_date__gt=on), on),
        waiting_for_me=(*_waiting(user, held, on), *_proposed(user, at)),
        alarms=_alarms(user, held, on),
    )


def _seen(user: User, on: date) -> Exists:
    """Whether a person may see the matter of a row: asked of each row, not of all matters."""
    return Exists(visible_matters(user, on).filter(pk=OuterRef("matter")))


def _first(running: QuerySet[Deadline], on: date) -> tuple[Due, ...]:
    return tuple(_deadline(one, on) for one in running[: MOST + 1])


def _releases(user: User, held: Held, on: date) -> tuple[Due, ...]:
    courts = {court for court, roles in held.items() if roles & RELEASERS}
    if not courts:
        return ()
    return tuple(
        row for row in releases_owed(user, on) if "" in courts or row.matter.court.code in courts
    )


def _owned(held: Held) -> Q:
    """Return what falls to one of these roles in a matter of its court."""
    owned = Q(pk__in=())
    for court, roles in held.items():
        there = Q(matter__court__code=court) if court else Q()
        owned |= there & Q(owner__in=[role.value for role in roles])
    return owned


def _alarms(user: User, held: Held, on: date) -> tuple[Raised, ...]:
    raised = Alarm.objects.filter(_owned(held), _seen(user, on), cleared_at=None).select_related(
        "matter"
    )
    return tuple(
        Raised(
            one.matter,
            AlarmKind(one.kind),
            one.sentence,
            one.due_date,
            (one.due_date - on).days,
        )
        for one in raised.order_by("due_date", "pk")[: MOST + 1]
    )


RELEASERS = frozenset(
    {Role.ENFORCEMENT_JUDGE, Role.ENFORCEMENT_CLERK, Role.BUREAU_HEAD, Role.PRESIDENT}
)


def _left(row: Due) -> int:
    return 0 if row.days_left is None else row.days_left


def _release(course: Course, on: date) -> Due:
    kind = MeasureKind(course.measure.kind) if course.measure else None
    running = [one for one in course.deadlines.all() if one.stopped_at is None]
    last = min((one.last_date for one in running), default=None)
    return Due(
        matter=course.matter,
        course=course,
        what=kind.release if kind else "",
        who=course.party.name if course.party else "",
        last_day=last,
        days_left=(last - on).days if last else None,
        step="",
    )


def _mine(user: User, held: Held, on: date) -> QuerySet[Deadline]:
    return (
        Deadline.objects.filter(_owned(held), _seen(user, on), stopped_at=None)
        .exclude(name__in=WATCHED | {"release"})
        .exclude(pk__in=holding.resting())
        .select_related("matter", "course__party")
        .order_by("last_date", "pk")
    )


def _deadline(one: Deadline, on: date) -> Due:
    return Due(
        matter=one.matter,
        course=one.course,
        what=one.chinese,
        who=one.course.party.name if one.course.party else "",
        last_day=one.last_date,
        days_left=(one.last_date - on).days,
        step=_ends(one),
    )


def _ends(one: Deadline) -> str:
    """Return the step by which the owner ends a time limit; empty where several may."""
    mechanism = MECHANISMS[one.course.mechanism]
    steps = mechanism.steps_from(mechanism.states(one.course.state))
    ends = [step.name for step in steps if one.name in step.stops and one.owner in step.by]
    return ends[0] if len(ends) == 1 else ""


def _waiting(user: User, held: Held, on: date) -> tuple[Due, ...]:
    """Return courses whose state can only be left by a step of one of these posts.

    Unsorted in the database: where more wait than are shown, the first that it finds will do.
    """
    own = _own_states(held)
    waits = Q(pk__in=())
    for name, state in own:
        waits |= Q(mechanism=name, state=state)
    courses = Course.objects.filter(waits, _seen(user, on), closed_at=None)
    rows = [
        _wait(course, steps[court].chinese, steps[court].name)
        for course in courses.select_related("matter__court", "party")[: MOST + 1]
        for steps in (own[course.mechanism, course.state],)
        for court in ("", course.matter.court.code)
        if court in steps
    ]
    rows.sort(key=lambda row: (ORDER.index(row.course.mechanism), row.course.pk))
    return tuple(rows[: MOST + 1])


def _proposed(user: User, at: datetime) -> tuple[Due, ...]:
    waiting = approvals(user, at, IN_PLACE)
    return tuple(_wait(one.course, one.step.chinese, one.step.name) for one in waiting)


def _own_states(held: Held) -> dict[tuple[str, str], dict[str, Step[Any]]]:
    """Return each state that waits for a person, with the step that leads on, by court."""
    own: dict[tuple[str, str], dict[str, Step[Any]]] = {}
    for name, mechanism in MECHANISMS.items():
        for state in mechanism.states:
            steps = {court: _own(mechanism, state, roles) for court, roles in held.items()}
            if any(steps.values()):
                own[name, state.value] = {c: step for c, step in steps.items() if step}
    return own


def _own(mechanism: Mechanism[Any], state: Term, held: frozenset[Role]) -> Step[Any] | None:
    if mechanism.name in ("record", "release") or state == mechanism.initial:
        return None
    steps = (one for one in mechanism.steps_from(state) if one.usual and one.target)
    return next((one for one in steps if one.by & held), None)


def _wait(course: Course, what: str, step: str) -> Due:
    who = course.party.name if course.party else ""
    return Due(course.matter, course, what, who, None, None, step)
