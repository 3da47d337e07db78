"""The list of matters: search, filters, pages by key."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from duly.desk.courses import STAGES
from duly.desk.reader import now, reader
from duly.law.mechanism import MECHANISMS
from duly.law.terms import Term
from duly.ledger.statement import Statement
from duly.procedure import queries
from duly.procedure.facts import debt
from duly.procedure.models import Course, Deadline
from duly.registry.models import Matter

PAGE = 20
# What a matter is at; the record and releases are shown elsewhere.
SHOWN = tuple(name for name in MECHANISMS if name not in ("record", "release"))
# These open because something happened; the others stand ready from the filing on.
HAPPENED = (*STAGES, "listing", "objection_notice", "commitment", "payout")


@dataclass(frozen=True, slots=True)
class Row:
    """A matter in the list."""

    matter: Matter
    standing: tuple[tuple[str, Term], ...]
    owed: Statement
    deadline: Deadline | None


@require_safe
def matters(request: HttpRequest) -> HttpResponse:
    """List the matters that the reader may see and that answer the search."""
    at = now()
    text, state = request.GET.get("q", "").strip(), request.GET.get("state", "")
    found = _in_state(queries.find_matters(reader(request), at.date(), text), state)
    page, following = _page(found, request.GET.get("before", ""))
    context = {
        "rows": [_row(matter, at.date()) for matter in page],
        "text": text,
        "state": state,
        "states": [MECHANISMS[name] for name in SHOWN],
        "following": following,
        "filtered": bool(text or state),
        "first": not request.GET.get("before"),
        "today": at.date(),
    }
    return render(request, "desk/matters.html", context)


def _in_state(found: QuerySet[Matter], state: str) -> QuerySet[Matter]:
    """Keep the matters with an open course of a mechanism ("pre_enforcement"), in a state of it
    ("pre_enforcement.urging"), or all of them where nothing is chosen."""
    mechanism, _, name = state.partition(".")
    if mechanism not in MECHANISMS:
        return found
    courses = Course.objects.filter(mechanism=mechanism)
    courses = courses.filter(state=name) if name else courses.filter(closed_at=None)
    return found.filter(pk__in=courses.values("matter_id"))


def _page(found: QuerySet[Matter], before: str) -> tuple[list[Matter], int | None]:
    """Return a page, newest first, and the key that the next page starts from."""
    ordered = found.order_by("-pk")
    if before.isascii() and before.isdecimal():
        ordered = ordered.filter(pk__lt=int(before[:18]))
    courses = Course.objects.filter(mechanism__in=SHOWN).select_related("party").order_by("pk")
    running = Deadline.objects.filter(stopped_at=None).order_by("last_date")
    rows: list[Matter] = list(
        ordered.prefetch_related(
            Prefetch("courses", courses, to_attr="shown_courses"),
            Prefetch("deadlines", running, to_attr="running_deadlines"),
        )[: PAGE + 1]
    )
    more = len(rows) > PAGE
    return rows[:PAGE], rows[PAGE - 1].pk if more else None


def _row(matter: Matter, on: date) -> Row:
    courses: list[Course] = matter.shown_courses  # type: ignore[attr-defined]
    running: list[Deadline] = matter.running_deadlines  # type: ignore[attr-defined]
    return Row(
        matter,
        tuple(dict.fromkeys(_standing(course) for course in _telling(courses))),
        debt.statement(matter, on),
        running[0] if running else None,
    )


def _telling(courses: list[Course]) -> list[Course]:
    """The open courses tell where a matter stands; where all are closed, the last one does.

    Beside a stage, a course that nothing has happened in yet tells nothing.
    """
    running = [course for course in courses if course.closed_at is None]
    begun = [one for one in running if one.mechanism in HAPPENED or not _at_start(one)]
    stages = [course for course in courses if course.mechanism in STAGES]
    return begun or stages[-1:] or running[:1]


def _at_start(course: Course) -> bool:
    return course.state == MECHANISMS[course.mechanism].initial.value


def _standing(course: Course) -> tuple[str, Term]:
    mechanism = MECHANISMS[course.mechanism]
    return mechanism.chinese, mechanism.states(course.state)
