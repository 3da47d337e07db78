"""The list of matters: search, filters, pages by key."""

from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.views.decorators.http import require_safe

from duly.desk import amounts
from duly.desk.courses import STAGES
from duly.desk.reader import now, reader
from duly.law.mechanism import MECHANISMS
from duly.law.terms import Cause, ProceedingKind, Role, Term
from duly.ledger.statement import Statement
from duly.procedure import queries
from duly.procedure.models import Course, Deadline
from duly.procedure.queries import DueWithin, Sieve, money
from duly.registry.models import Matter, Proceeding

PAGE = 20
# What a matter is at; the record and releases are shown elsewhere.
SHOWN = tuple(name for name in MECHANISMS if name not in ("record", "release"))
# These open because something happened; the others stand ready from the filing on.
HAPPENED = (*STAGES, "listing", "objection_notice", "commitment", "payout")
# Whose time limits are never asked for: nothing falls due to them.
WITHOUT_LIMITS = frozenset({Role.ADMINISTRATOR})
OWNERS = tuple(role for role in Role if role not in WITHOUT_LIMITS)


@dataclass(frozen=True, slots=True)
class Row:
    """A matter in the list; `number` is that of the proceeding which runs now."""

    matter: Matter
    number: str
    standing: tuple[tuple[str, Term], ...]
    owed: Statement
    deadline: Deadline | None


@require_safe
def matters(request: HttpRequest) -> HttpResponse:
    """List the matters that the reader may see and that answer the search."""
    on = now().date()
    sieve = _sieve(request.GET)
    page = queries.page(reader(request), on, sieve, after=request.GET.get("after", ""), size=PAGE)
    context = {
        "rows": _rows(page.matter_ids, on),
        "sieve": sieve,
        "states": [MECHANISMS[name] for name in SHOWN],
        "causes": Cause,
        "bands": amounts.bands(),
        "dues": DueWithin,
        "owners": OWNERS,
        "following": page.following,
        "filtered": sieve != Sieve(),
        "narrowed": replace(sieve, text="", state="") != Sieve(),
        "first": not request.GET.get("after"),
        "today": on,
    }
    return render(request, "desk/matters.html", context)


def _sieve(asked: QueryDict) -> Sieve:
    """Return what the address asks for; what no list knows counts as not asked for."""
    band, due, owner, focus = (asked.get(name, "") for name in ("band", "due", "owner", "focus"))
    return Sieve(
        text=asked.get("q", "").strip(),
        state=queries.known_state(asked.get("state", "")),
        focus=focus if focus in set(Cause) else "",
        band=int(band) if band in {str(number) for number, _ in amounts.bands()} else None,
        due=DueWithin(due) if due in set(DueWithin) else None,
        owner=Role(owner) if owner in set(OWNERS) else None,
    )


def _rows(matter_ids: tuple[int, ...], on: date) -> list[Row]:
    """Return the rows of a page, in a number of questions that does not grow with the page."""
    courses = Course.objects.filter(mechanism__in=SHOWN).select_related("party").order_by("pk")
    running = Deadline.objects.filter(stopped_at=None).order_by("last_date")
    found = Matter.objects.prefetch_related(
        Prefetch("courses", courses, to_attr="shown_courses"),
        Prefetch("deadlines", running, to_attr="running_deadlines"),
        Prefetch("proceedings", Proceeding.objects.order_by("-pk"), to_attr="numbered"),
    ).in_bulk(matter_ids)
    owed = money.owed(matter_ids, on)
    return [_row(found[one], owed[one]) for one in matter_ids]


def _row(matter: Matter, owed: Statement) -> Row:
    courses: list[Course] = matter.shown_courses  # type: ignore[attr-defined]
    running: list[Deadline] = matter.running_deadlines  # type: ignore[attr-defined]
    return Row(
        matter,
        _number(matter),
        tuple(dict.fromkeys(_standing(course) for course in _telling(courses))),
        owed,
        running[0] if running else None,
    )


def _number(matter: Matter) -> str:
    """Return the newest number under which the matter runs; an objection runs beside it."""
    newest_first: list[Proceeding] = matter.numbered  # type: ignore[attr-defined]
    own = [one for one in newest_first if one.kind != ProceedingKind.OBJECTION]
    running = [one for one in own if one.closed_date is None]
    for one in running or own:
        return one.number
    return matter.numbers.partition(" ")[0]


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
