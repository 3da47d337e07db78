"""The rows of the list: of a page of matters, in a number of questions that does not grow.

Only what a chosen column shows is asked for.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from duly.desk import amounts, wording
from duly.desk.courses import STAGES
from duly.desk.listing.columns import SUMS, Cell, Column
from duly.law.mechanism import MECHANISMS
from duly.law.terms import Cause, ProceedingKind, Role, Term
from duly.ledger.statement import Statement
from duly.procedure.models import Assignment, Course, Deadline, Handler
from duly.procedure.queries import money
from duly.registry.models import Matter, Proceeding
from duly.work.prepared import Prepared

# What a matter is at; the record and releases are shown elsewhere.
SHOWN = tuple(name for name in MECHANISMS if name not in ("record", "release"))
# These open because something happened; the others stand ready from the filing on.
HAPPENED = (*STAGES, "listing", "objection_notice", "commitment", "payout")


@dataclass(frozen=True, slots=True)
class Row:
    """A matter in the list, with a cell for each column that is shown."""

    matter: Matter
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Seen:
    """A matter with what was asked about it, on a day; `owed` is there where a sum is shown."""

    matter: Matter
    owed: Statement | None
    on: date


Lines = tuple[tuple[str, str], ...]


def rows(matter_ids: tuple[int, ...], columns: tuple[Column, ...], on: date) -> list[Row]:
    """Return the rows of some matters, in their order."""
    found = _fetched(matter_ids, frozenset(columns))
    owed: Mapping[int, Statement] = money.owed(matter_ids, on) if SUMS & {*columns} else {}
    seen = [Seen(found[one], owed.get(one), on) for one in matter_ids]
    return [Row(one.matter, tuple(_cell(column, one) for column in columns)) for one in seen]


def _cell(column: Column, seen: Seen) -> Cell:
    late = column is Column.DEADLINE and _is_late(seen)
    return Cell(column, _LINES[column](seen), late)


def _is_late(seen: Seen) -> bool:
    limits: list[Deadline] = seen.matter.limits  # type: ignore[attr-defined]
    return any(one.last_date < seen.on for one in limits[:1])


def _fetched(matter_ids: tuple[int, ...], columns: frozenset[Column]) -> dict[int, Matter]:
    found = {one.pk: one for one in _MATTERS(*matter_ids)}
    for names, kept_as, ask in _WANTED:
        if columns & names:
            of: dict[int, list[Any]] = {one: [] for one in matter_ids}
            for row in ask(matter_ids):
                of[row.matter_id].append(row)
            for one in found.values():
                setattr(one, kept_as, of[one.pk])
    return found


def _mediations(matter_ids: tuple[int, ...]) -> QuerySet[Assignment]:
    assigned = Assignment.objects.filter(until=None, course__mechanism="pre_enforcement")
    of_matters = assigned.filter(course__matter_id__in=matter_ids)
    return of_matters.annotate(matter_id=F("course__matter_id")).select_related("mediator")


def _people(matter_ids: tuple[int, ...]) -> QuerySet[Handler]:
    found = Handler.objects.filter(matter_id__in=matter_ids)
    return found.select_related("user").order_by("pk")


_MATTERS = Prepared(lambda matters: Matter.objects.filter(pk__in=matters))
_COURSES = Prepared(
    lambda matters: Course.objects.filter(mechanism__in=SHOWN, matter_id__in=matters).order_by("pk")
)
_LIMITS = Prepared(
    lambda matters: Deadline.objects.filter(stopped_at=None, matter_id__in=matters).order_by(
        "last_date"
    )
)
_NUMBERED = Prepared(
    lambda matters: Proceeding.objects.filter(matter_id__in=matters).order_by("-pk")
)
# What is shown, under which name each matter keeps it, and where it is asked for.
_WANTED: tuple[tuple[frozenset[Column], str, Callable[[tuple[int, ...]], Iterable[Any]]], ...] = (
    (frozenset({Column.STANDING}), "shown_courses", lambda matters: _COURSES(*matters)),
    (frozenset({Column.DEADLINE, Column.OWNER}), "limits", lambda matters: _LIMITS(*matters)),
    (frozenset({Column.NUMBER}), "numbered", lambda matters: _NUMBERED(*matters)),
    (frozenset({Column.MEDIATOR}), "assigned", _mediations),
    (frozenset({Column.HANDLERS}), "people", _people),
)


def _number(seen: Seen) -> Lines:
    """The newest number under which the matter runs; an objection runs beside it."""
    newest_first: list[Proceeding] = seen.matter.numbered  # type: ignore[attr-defined]
    own = [one for one in newest_first if one.kind != ProceedingKind.OBJECTION]
    running = [one for one in own if one.closed_date is None]
    for one in running or own:
        return ((one.number, ""),)
    return _instrument(seen)


def _instrument(seen: Seen) -> Lines:
    return ((seen.matter.numbers.partition(" ")[0], ""),)


def _standing(seen: Seen) -> Lines:
    """The open courses tell where a matter stands; where all are closed, the last one does.

    Beside a stage, a course that nothing has happened in yet tells nothing.
    """
    courses: list[Course] = seen.matter.shown_courses  # type: ignore[attr-defined]
    running = [course for course in courses if course.closed_at is None]
    begun = [one for one in running if one.mechanism in HAPPENED or not _at_start(one)]
    stages = [course for course in courses if course.mechanism in STAGES]
    telling = begun or stages[-1:] or running[:1]
    return tuple(dict.fromkeys(_said(course) for course in telling))


def _at_start(course: Course) -> bool:
    return course.state == MECHANISMS[course.mechanism].initial.value


def _said(course: Course) -> tuple[str, str]:
    mechanism = MECHANISMS[course.mechanism]
    return _law(mechanism.states(course.state)), _(mechanism.chinese)


def _law(word: Term) -> str:
    return _(word.chinese)


def _owed(seen: Seen) -> Lines:
    owed = seen.owed
    if owed is None or owed.total is None:
        return ((_("待查明"), ""),)
    return ((wording.yuan(owed.total), ""),)


def _per_day(seen: Seen) -> Lines:
    return ((wording.per_day(seen.owed.per_day) if seen.owed else "", ""),)


def _paid(seen: Seen) -> Lines:
    return ((wording.yuan(seen.owed.paid) if seen.owed else "", ""),)


def _deadline(seen: Seen) -> Lines:
    limits: list[Deadline] = seen.matter.limits  # type: ignore[attr-defined]
    return tuple(
        line
        for one in limits[:1]
        for line in (
            (_(one.chinese), ""),
            (wording.day_with_distance(one.last_date, seen.on), ""),
        )
    )


def _owner(seen: Seen) -> Lines:
    limits: list[Deadline] = seen.matter.limits  # type: ignore[attr-defined]
    return tuple((_law(Role(one.owner)), "") for one in limits[:1])


def _mediator(seen: Seen) -> Lines:
    assigned: list[Assignment] = seen.matter.assigned  # type: ignore[attr-defined]
    return tuple((one.mediator.full_name, "") for one in assigned)


def _handlers(seen: Seen) -> Lines:
    people: list[Handler] = seen.matter.people  # type: ignore[attr-defined]
    return tuple((one.user.full_name, "") for one in people)


def _focus(seen: Seen) -> Lines:
    return ((_law(Cause(seen.matter.focus)), ""),)


def _band(seen: Seen) -> Lines:
    return ((dict(amounts.bands())[seen.matter.amount_band], ""),)


def _opened(seen: Seen) -> Lines:
    return ((wording.day(timezone.localdate(seen.matter.opened_at)), ""),)


_LINES: Mapping[Column, Callable[[Seen], Lines]] = {
    Column.NUMBER: _number,
    Column.INSTRUMENT: _instrument,
    Column.STANDING: _standing,
    Column.OWED: _owed,
    Column.PER_DAY: _per_day,
    Column.PAID: _paid,
    Column.DEADLINE: _deadline,
    Column.OWNER: _owner,
    Column.MEDIATOR: _mediator,
    Column.HANDLERS: _handlers,
    Column.FOCUS: _focus,
    Column.BAND: _band,
    Column.OPENED: _opened,
}
