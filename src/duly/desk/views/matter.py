"""One matter on one page: owed, stages, what may be done, and everything behind it."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from duly.accounts.models import User
from duly.desk import numbers
from duly.desk.courses import STAGES, leads_on, not_begun
from duly.desk.numbers import NoReason, SealedNumber
from duly.desk.onward import onward
from duly.desk.reader import matter_for, now, reader
from duly.desk.views.messages import servable
from duly.documents.models import Paper
from duly.law.mechanism import MECHANISMS
from duly.law.step import Mechanism
from duly.law.terms import PartyRole
from duly.outreach import queries as outreach
from duly.procedure import account_change, queries
from duly.procedure.facts import case_file, debt, instrument
from duly.procedure.models import Deadline, Measure
from duly.procedure.queries import CourseView, StepView, TrackMark, money
from duly.registry.models import Matter, Party

UNPROCESSABLE = 422


@dataclass(frozen=True, slots=True)
class Stage:
    """One of the three stages, begun or not yet."""

    mechanism: Mechanism[Any]
    course: CourseView | None
    track: tuple[TrackMark, ...]


@dataclass(frozen=True, slots=True)
class Person:
    """A party with its numbers, masked."""

    party: Party
    numbers: tuple[SealedNumber, ...]


@dataclass(frozen=True, slots=True)
class InForce:
    """A measure, and the course and clock of its release."""

    measure: Measure
    release: CourseView | None
    deadline: Deadline | None


@require_safe
def matter(request: HttpRequest, matter_id: int) -> HttpResponse:
    """Show one matter."""
    return _page(request, matter_for(request, matter_id))


@require_POST
def unmask(request: HttpRequest, matter_id: int) -> HttpResponse:
    """Show one number of a party in full, this once, with the reason on record."""
    found = matter_for(request, matter_id)
    try:
        opened = numbers.unmask(
            matter=found,
            key=request.POST.get("key", ""),
            reason=request.POST.get("reason", ""),
            actor=reader(request),
            at=now(),
        )
    except LookupError as unknown:
        raise Http404 from unknown
    except NoReason as refused:
        return _page(request, found, refused=str(refused), status=UNPROCESSABLE)
    return _page(request, found, opened=opened)


def _page(
    request: HttpRequest,
    found: Matter,
    *,
    opened: SealedNumber | None = None,
    refused: str = "",
    status: int = 200,
) -> HttpResponse:
    user, at = reader(request), now()
    context = {
        **_standing(found, user, at),
        **_record(found),
        **_account(found, at.date()),
        "matter": found,
        "opened": opened,
        "refused": refused,
        "today": at.date(),
    }
    response = render(request, "desk/matter.html", context, status=status)
    response["Cache-Control"] = "private, no-store"
    return response


def _standing(found: Matter, user: User, at: datetime) -> dict[str, Any]:
    """What is owed, where each course stands, what may come next, by when."""
    board = queries.board(found, user, at)
    clocks = list(queries.deadlines(found))
    running = [one for one in clocks if one.stopped_at is None]
    by_mechanism = {view.mechanism.name: view for view in board}
    courses = [view for view in board if view.mechanism.name != "record"]
    shown = _late_releases_first(courses, running, at.date())
    return {
        "statement": debt.statement(found, at.date()),
        "stages": [_stage(name, by_mechanism.get(name)) for name in STAGES],
        "closed": [view for view in courses if view.is_closed and _aside(view)],
        "courses": shown,
        "onward": onward((view for view, _ in shown), board),
        "record": by_mechanism.get("record"),
        "primary": _primary(courses),
        "running": running,
        "stopped": [one for one in clocks if one.stopped_at is not None],
        "measures": _measures(found, board, running),
    }


def _account(found: Matter, on: date) -> dict[str, Any]:
    """What the court holds and for whom, and how agreed instalments stand."""
    funds = money.funds(found)
    names = {party.pk: party.name for party in case_file.parties(found)}
    agreed = money.settlement_plan(found, on)
    return {
        "funds": funds,
        "held_for": [(names[one], funds.payable_to(one)) for one in funds.creditors],
        "settlement_plan": agreed,
        "plan": agreed.standing if agreed else money.urging_plan(found, on),
    }


def _record(found: Matter) -> dict[str, Any]:
    """What is on file: people, instruments, papers, findings, acts."""
    people = [_person(party) for party in numbers.parties(found)]
    return {
        "people": people,
        "creditors": [p.party for p in people if p.party.role == PartyRole.CREDITOR],
        "debtors": [p.party for p in people if p.party.role == PartyRole.DEBTOR],
        "instruments": sorted(instrument.chain(found), key=lambda one: one.pk),
        "proceedings": found.proceedings.order_by("pk"),
        "papers": _papers(found, people),
        "outdated": account_change.told_the_old(found),
        "facts": found.facts.select_related("party", "found_by", "withdrawn_by").order_by("pk"),
        "settlements": debt.settlements(found),
        "timeline": queries.timeline(found),
        "errands": outreach.errands_of(found),
        "servable": servable(found),
    }


def _papers(found: Matter, people: list[Person]) -> list[Paper]:
    """The papers, newest first, each with the party it went to."""
    by_number = {person.party.pk: person.party for person in people}
    papers = case_file.papers(found)
    for paper in papers:
        if paper.recipient_id is not None:
            paper.recipient = by_number[paper.recipient_id]
    return papers


def _stage(name: str, view: CourseView | None) -> Stage:
    mechanism = MECHANISMS[name]
    ahead = tuple(TrackMark(state, "ahead") for state in mechanism.track)
    return Stage(mechanism, view, view.track if view else ahead)


def _primary(courses: list[CourseView]) -> tuple[CourseView, StepView] | None:
    """Return the one primary action: the first step that leads on, a release before all."""
    ready = [(view, one) for view in courses for one in view.steps if leads_on(one)]
    ready.sort(key=lambda pair: pair[0].mechanism.name != "release")
    return ready[0] if ready else None


def _aside(view: CourseView) -> bool:
    """Whether a course is none of the three stages, nor shown with its measure."""
    return view.mechanism.name not in (*STAGES, "release")


def _late_releases_first(
    courses: list[CourseView], running: list[Deadline], on: date
) -> list[tuple[CourseView, bool]]:
    """Return the running courses with steps, those with an overdue release before the others."""
    late = {clock.course_id for clock in running if clock.last_date < on}
    shown = [(view, view.course.pk in late) for view in courses if view.steps]
    return sorted(shown, key=_urgency)


def _urgency(shown: tuple[CourseView, bool]) -> int:
    """Overdue releases first, what runs next, courses in which nothing has begun last."""
    view, late = shown
    if late and view.mechanism.name == "release":
        return 0
    return 2 if not_begun(view) else 1


def _measures(
    found: Matter, board: tuple[CourseView, ...], running: list[Deadline]
) -> list[InForce]:
    releases = {view.course.measure_id: view for view in board if view.course.measure_id}
    clocks = {clock.course_id: clock for clock in running}
    rows = []
    for measure in found.measures.select_related("party").order_by("-pk"):
        view = releases.get(measure.pk)
        rows.append(InForce(measure, view, clocks.get(view.course.pk) if view else None))
    return rows


def _person(party: Party) -> Person:
    return Person(party, numbers.of_party(party))
