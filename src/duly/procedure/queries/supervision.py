"""What the head of the filing division sees of all urging (在立案庭的监督指导下)."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet
from django.utils import timezone

from duly.accounts.models import User
from duly.accounts.queries import roles_by_court
from duly.law.terms import Role, Stage
from duly.procedure import holding
from duly.procedure.models import Assignment, Course, Deadline
from duly.registry.models import Matter

MOST = 500


@dataclass(frozen=True, slots=True)
class Supervised:
    """One matter in urging: who urges, until when, what he has done.

    `last_day` is that of the month, or where it would be if a hold ended today; empty
    before registration. `mediator` is empty while nobody is assigned.
    """

    matter: Matter
    course: Course
    mediator: str
    last_day: date | None
    days_left: int | None
    held: bool
    contacts: int


def supervision(user: User, at: datetime) -> tuple[Supervised, ...]:
    """Return the urging that runs in the court, the least time left first; nothing for others.

    At most MOST courses: those whose month ends first, then those in which none runs yet.
    """
    on = timezone.localdate(at)
    held = roles_by_court(user, on)
    courts = {court for court, roles in held.items() if Role.FILING_HEAD in roles}
    if not courts:
        return ()
    there = Q() if "" in courts else Q(matter__court__code__in=courts)
    urged = Q(matter__contacts__stage=Stage.PRE_ENFORCEMENT.value)
    urging = Course.objects.filter(there, mechanism="pre_enforcement", closed_at=None)
    courses = (
        Course.objects.filter(pk__in=_first(urging))
        .select_related("matter")
        .annotate(contacts=Count("matter__contacts", filter=urged, distinct=True))
        .prefetch_related(
            Prefetch("assignments", Assignment.objects.select_related("mediator")),
            Prefetch("deadlines", Deadline.objects.filter(name="urging_month", stopped_at=None)),
        )
    )
    resting = set(holding.resting().filter(deadline__course__in=[one.pk for one in courses]))
    rows = [_row(course, on, resting) for course in courses]
    return tuple(sorted(rows, key=lambda row: (row.last_day or date.max, row.course.pk)))


def _first(urging: QuerySet[Course]) -> list[int]:
    months = Deadline.objects.filter(
        Exists(urging.filter(pk=OuterRef("course"))), name="urging_month", stopped_at=None
    )
    first = list(months.order_by("last_date").values_list("course", flat=True)[:MOST])
    runs = Deadline.objects.filter(course=OuterRef("pk"), name="urging_month", stopped_at=None)
    rest = urging.filter(~Exists(runs)).order_by("matter").values_list("pk", flat=True)
    return first + list(rest[: MOST - len(first)])


def _row(course: Course, on: date, resting: set[int]) -> Supervised:
    term = next(iter(course.deadlines.all()), None)
    open_ones = (one for one in course.assignments.all() if one.until is None)
    assigned = next(open_ones, None)
    held = term is not None and term.pk in resting
    last_day = None
    if term is not None:
        last_day = holding.counted_last_day(term, on) if held else term.last_date
    return Supervised(
        matter=course.matter,
        course=course,
        mediator=assigned.mediator.full_name if assigned else "",
        last_day=last_day,
        days_left=(last_day - on).days if last_day else None,
        held=held,
        contacts=getattr(course, "contacts", 0),
    )
