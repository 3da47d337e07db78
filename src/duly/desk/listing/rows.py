"""The rows of the list: of a page of matters, in a number of questions that does not grow.

Only what a chosen column shows is asked for.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Prefetch, QuerySet
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
    found = _fetched(columns).in_bulk(matter_ids)
    owed: Mapping[int, Statement] = money.owed(matter_ids, on) if SUMS & {*columns} else {}
    seen = [Seen(found[one], owed.get(one), on) for one in matter_ids]
    return [Row(one.matter, tuple(_cell(column, one) for column in columns)) for one in seen]


def _cell(column: Column, seen: Seen) -> Cell:
    late = column is Column.DEADLINE and _is_late(seen)
    return Cell(column, _LINES[column](seen), late)


def _is_late(seen: Seen) -> bool:
    limits: list[Deadline] = seen.matter.limits  # type: ignore[attr-defined]
    return any(one.last_date < seen.on for one in limits[:1])


def _fetched(columns: tuple[Column, ...]) -> QuerySet[Matter]:
    found = Matter.objects.all()
    for names, wanted in _WANTED:
        if {*columns} & names:
            found = found.prefetch_related(wanted())
    return found


def _courses() -> Prefetch[str, QuerySet[Course], str]:
    courses = Course.objects.filter(mechanism__in=SHOWN).order_by("pk")
    return Prefetch("courses", courses, to_attr="shown_courses")


def _limits() -> Prefetch[str, QuerySet[Deadline], str]:
    running = Deadline.objects.filter(stopped_at=None).order_by("last_date")
    return Prefetch("deadlines", running, to_attr="limits")


def _numbered() -> Prefetch[str, QuerySet[Proceeding], str]:
    return Prefetch("proceedings", Proceeding.objects.order_by("-pk"), to_attr="numbered")


def _assigned() -> Prefetch[str, QuerySet[Course], str]:
    assigned = Assignment.objects.filter(until=None).select_related("mediator")
    urging = Course.objects.filter(mechanism="pre_enforcement").prefetch_related(
        Prefetch("assignments", assigned, to_attr="assigned")
    )
    return Prefetch("courses", urging, to_attr="urging")


def _people() -> Prefetch[str, QuerySet[Handler], str]:
    people = Handler.objects.select_related("user").order_by("pk")
    return Prefetch("handlers", people, to_attr="people")


_WANTED: tuple[tuple[frozenset[Column], Callable[[], "Prefetch[str, Any, str]"]], ...] = (
    (frozenset({Column.STANDING}), _courses),
    (frozenset({Column.DEADLINE, Column.OWNER}), _limits),
    (frozenset({Column.NUMBER}), _numbered),
    (frozenset({Column.MEDIATOR}), _assigned),
    (frozenset({Column.HANDLERS}), _people),
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
    urging: list[Course] = seen.matter.urging  # type: ignore[attr-defined]
    assigned = (one for course in urging for one in course.assigned)  # type: ignore[attr-defined]
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
