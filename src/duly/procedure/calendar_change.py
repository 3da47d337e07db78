"""A year's rest days are announced or corrected: which running time limits move, and moving them.

A limit is reckoned again only where the calendar so far leads to the very day that it has: one
that was set otherwise, by a person or by a paper, stays.
"""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from django.conf import settings
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from duly.accounts.models import User
from duly.accounts.queries import roles_of
from duly.journal import actions as journal
from duly.law import court_folder
from duly.law.calendar import Calendar, NoticeRefused, NoticeRow, in_digits, parse_notice
from duly.law.mechanism import MECHANISMS
from duly.law.mechanism.release import owed_within
from duly.law.terms import MeasureKind, Role
from duly.procedure import holding, limitation
from duly.procedure.facts import instrument
from duly.procedure.models import Deadline
from duly.procedure.refusal import Refusal
from duly.registry.court_files import calendar, tried

MAY_LOAD = frozenset({Role.PRESIDENT, Role.ADMINISTRATOR})
LARGEST = 200_000


class NotLoaded(Refusal):
    """A list of rest days that cannot be taken in; the message says why."""


@dataclass(frozen=True, slots=True)
class Reckoned:
    """Where a time limit ends by one calendar, and why."""

    last_day: date
    provisional: bool
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Moved:
    """A running time limit that ends on another day, or whose day is no longer provisional."""

    deadline: Deadline
    before: date
    after: date

    @property
    def moves(self) -> bool:
        """Whether the last day itself is another."""
        return self.before != self.after


@dataclass(frozen=True, slots=True)
class Change:
    """What a list of rest days says and does: its rows, the days it changes, the limits moved."""

    rows: tuple[NoticeRow, ...]
    years: tuple[int, ...]
    changed: tuple[date, ...]
    limits: tuple[Moved, ...]
    content: bytes

    @property
    def moved(self) -> tuple[Moved, ...]:
        """The limits whose last day is another."""
        return tuple(one for one in self.limits if one.moves)

    @property
    def firm(self) -> int:
        """How many days stay and are provisional no longer."""
        return len(self.limits) - len(self.moved)

    @property
    def sha256(self) -> str:
        """The digest by which the list is known."""
        return hashlib.sha256(self.content).hexdigest()


def may_load(user: User, on: date) -> bool:
    """Whether a person takes in the rest days of a year: a president, or who runs the machine."""
    return bool(MAY_LOAD & roles_of(user, on))


def preview(content: bytes, *, actor: User, at: datetime) -> Change:
    """Return what a list of rest days would do. Nothing of it is kept.

    :raises NotLoaded: for a list that is not as documented, one that is known already, or a
        person who may not load it.
    """
    with _changing(content, actor, at) as change:
        transaction.set_rollback(True)
    return change


def load(content: bytes, *, actor: User, at: datetime) -> Change:
    """Keep a list of rest days, move the limits that hang on it, and write it down.

    :raises NotLoaded: as `preview` does.
    """
    with _changing(content, actor, at) as change:
        post = min(MAY_LOAD & roles_of(actor, timezone.localdate(at)))
        sources = "；".join(dict.fromkeys(row.source for row in change.rows))
        _record(change, sources, actor, post, at)
        court_folder.keep(
            settings.DULY_LAW,
            "calendar",
            f"{change.years[0]}-{change.sha256[:8]}.csv",
            content,
            source=sources,
            on=timezone.localdate(at).isoformat(),
            by=actor.full_name,
        )
    return change


@contextmanager
def _changing(content: bytes, actor: User, at: datetime) -> Iterator[Change]:
    on = timezone.localdate(at)
    rows, old = _rows(content, actor, on), calendar()
    try:
        new = old.with_notice(rows)
    except NoticeRefused as refused:
        raise NotLoaded(str(refused)) from refused
    changed = tuple(_changed(old, new, rows))
    years = tuple(sorted({row.day.year for row in rows if new.is_published(row.day.year)}))
    if not changed and new.years == old.years:
        raise NotLoaded("这些放假安排已经载入，没有改变")
    with transaction.atomic():
        limits = tuple(_reckon(old, new, changed, on))
        yield Change(rows, years, changed, limits, content)


def _rows(content: bytes, actor: User, on: date) -> tuple[NoticeRow, ...]:
    if not may_load(actor, on):
        raise NotLoaded("放假安排由院长或者系统管理员载入")
    if len(content) > LARGEST:
        raise NotLoaded("文件太大，不是一年的放假安排")
    try:
        return parse_notice(content)
    except NoticeRefused as refused:
        raise NotLoaded(str(refused)) from refused


def _changed(old: Calendar, new: Calendar, rows: tuple[NoticeRow, ...]) -> Iterator[date]:
    years = {row.day.year for row in rows}
    known = {day for day in old.arranged if day.year in years} | {row.day for row in rows}
    return (day for day in sorted(known) if old.is_rest_day(day) != new.is_rest_day(day))


def _reckon(old: Calendar, new: Calendar, changed: tuple[date, ...], on: date) -> Iterator[Moved]:
    """Move each running limit that the new calendar leads elsewhere; tell what became of it."""
    for deadline in _touched(changed):
        base = deadline.shifts.order_by("pk").values_list("from_date", flat=True).first()
        with tried(old):
            before = list(_ways(deadline, on))
        with tried(new):
            after = list(_ways(deadline, on))
            ways = zip(before, after, strict=True)
            stands = base or deadline.last_date
            found = next((n for o, n in ways if o and n and o.last_day == stands), None)
            last_day, provisional = deadline.last_date, deadline.provisional
            if found is not None and (found.last_day, found.provisional) != (stands, provisional):
                holding.set_anew(deadline, found.last_day, found.because, found.provisional)
                yield Moved(deadline, last_day, deadline.last_date)


def _touched(changed: tuple[date, ...]) -> QuerySet[Deadline]:
    hangs = Q(provisional=True)
    if changed:
        hangs |= Q(start_date__lte=changed[-1], last_date__gte=changed[0])
    running = Deadline.objects.filter(hangs, stopped_at=None, course__closed_at=None)
    return running.select_related("course__party", "course__measure", "matter__court").order_by(
        "last_date", "pk"
    )


def _ways(deadline: Deadline, on: date) -> Iterator[Reckoned | None]:
    """Return where a limit of this name would end by the calendar that counts, one way each."""
    steps = MECHANISMS[deadline.course.mechanism].steps
    clocks = [clock for step in steps for clock in step.starts if clock.name == deadline.name]
    periods = {clock.period: None for clock in clocks if clock.period}
    measure = deadline.course.measure
    if deadline.name == "release" and measure is not None:
        kind = MeasureKind(measure.kind)
        periods |= {owed_within(kind, objected=objected): None for objected in (False, True)}
    for period in periods:
        reckoned = period.reckon(deadline.start_date, calendar())
        yield Reckoned(reckoned.last_day, reckoned.provisional, reckoned.because)
    if deadline.name == limitation.NAME:
        known = limitation.of(deadline.matter, on)
        yield Reckoned(known.last_day, known.provisional, known.because) if known.last_day else None
    if any(clock.fact == "due_on" for clock in clocks):
        due = instrument.due(deadline.matter, on=on)
        yield Reckoned(due.last_day, due.provisional, due.because) if due else None


def _record(change: Change, sources: str, actor: User, post: Role, at: datetime) -> None:
    event = partial(
        journal.Event, at=at, actor_id=actor.pk, actor_name=actor.full_name, post=post.value
    )
    loaded = event(
        act="court.load_calendar",
        subject={"years": list(change.years), "sha256": change.sha256},
        detail={"source": sources, "days_changed": len(change.changed)},
    )
    moved = [
        event(
            act="court.move_limit",
            matter_id=one.deadline.matter_id,
            subject={"deadline": one.deadline.pk, "limit": one.deadline.chinese},
            detail={"before": in_digits(one.before), "after": in_digits(one.after)},
        )
        for one in change.limits
    ]
    journal.record_all([loaded, *moved])
