"""The limitation of a matter, reckoned anew from the record after every act."""

from collections.abc import Iterator
from datetime import date, datetime

from duly.law.mechanism.limitation import Interruption, Limitation, Obstacle, reckon
from duly.law.terms import ContactResult, InterruptionKind, Role
from duly.ledger.models import ActPerformance
from duly.procedure.facts import case_file, debt, instrument
from duly.procedure.facts.rows import rows
from duly.procedure.models import Course, Deadline, StepTaken
from duly.registry.court_files import calendar
from duly.registry.models import Matter
from duly.work.prepared import Prepared
from duly.work.reading import of_matter

NAME = "limitation"
PURSUED = ("post_judgment", "pre_enforcement", "enforcement")
MOVING = ("receive_application", "record_interruption", "record_obstacle")
GIVEN_UP = ("withdrawn", "performed")
RUNNING = rows(
    Prepared(
        lambda matters: Deadline.objects.filter(
            matter_id__in=matters, name=NAME, stopped_at=None
        ).order_by("pk")
    )
)


def of(matter: Matter, on: date) -> Limitation:
    """Return where the limitation of a matter stands on a day, with its reasons."""
    return reckon(
        _due(matter, on),
        interruptions=_interruptions(matter),
        obstacles=_obstacles(matter),
        on=on,
        calendar=calendar(),
    )


def follow(matter: Matter, *, on: date, at: datetime) -> None:
    """Set the running limitation of a matter anew where an act has moved it.

    Where an application was given up and the debt is not performed, it runs once more.
    """
    running = next(iter(of_matter(RUNNING, matter.pk)), None)
    if running is None:
        course = _given_up(matter, on)
        if course is not None:
            _run(course, of(matter, on))
        return
    if running.course.mechanism == "record" and _is_over(matter, on):
        _stop(running, at)
        return
    known = of(matter, on)
    if known.last_day not in (None, running.last_date):
        _stop(running, at)
        _run(running.course, known, owner=running.owner)


def _stop(running: Deadline, at: datetime) -> None:
    running.stopped_at = at
    running.save(update_fields=["stopped_at"])


def _run(course: Course, known: Limitation, owner: str = Role.FILING_CLERK.value) -> None:
    if known.last_day is None or known.since is None:
        return
    Deadline.objects.create(
        course=course,
        matter_id=course.matter_id,
        name=NAME,
        chinese="申请执行时效届满",
        clause="前言",
        owner=owner,
        start_date=known.since,
        last_date=known.last_day,
        provisional=known.provisional,
        because=list(known.because),
    )


def _given_up(matter: Matter, on: date) -> Course | None:
    urged = case_file.courses(matter, "pre_enforcement")
    if not any(course.state in GIVEN_UP for course in urged) or _is_over(matter, on):
        return None
    return next(iter(case_file.running(matter, "record")), None)


def _is_over(matter: Matter, on: date) -> bool:
    return bool(case_file.running(matter, *PURSUED)) or debt.performed(matter, on) is True


def _due(matter: Matter, on: date) -> date | None:
    """The last day to perform; of instalments the last (分期履行的，自最后一期届满)."""
    due = instrument.due(matter, on=on)
    owed = debt.account(matter).obligations
    instalments = [row.due_date for one in owed for row in one.parts]
    return max([*instalments, *([due.last_day] if due else [])], default=None)


def _interruptions(matter: Matter) -> Iterator[Interruption]:
    for taken in _taken(matter):
        given = taken.answers
        if taken.name == "record_obstacle":
            continue
        if taken.name == "receive_application":
            day = date.fromisoformat(given["applied_on"])
            yield Interruption(day, InterruptionKind.APPLICATION)
        else:
            kind = InterruptionKind(given["kind"])
            yield Interruption(date.fromisoformat(given["on"]), kind, given["evidence"])
    for reached in matter.settlements.values_list("reached_date", flat=True):
        yield Interruption(reached, InterruptionKind.SETTLEMENT)
    promised = matter.contacts.filter(result=ContactResult.PROMISED.value)
    for day in promised.values_list("on", flat=True):
        yield Interruption(day, InterruptionKind.CONSENT, "联系记录：承诺履行")
    yield from _performances(matter)


def _performances(matter: Matter) -> Iterator[Interruption]:
    for paid in debt.account(matter).payments:
        yield Interruption(paid.paid_date, InterruptionKind.PART_PERFORMANCE, "到账记录")
    done = ActPerformance.objects.filter(obligation__matter=matter)
    for day in done.values_list("performed_date", flat=True):
        yield Interruption(day, InterruptionKind.PART_PERFORMANCE, "行为履行记录")


def _obstacles(matter: Matter) -> Iterator[Obstacle]:
    for taken in _taken(matter):
        given = taken.answers
        if taken.name != "record_obstacle":
            continue
        until = given.get("obstacle_until")
        yield Obstacle(
            date.fromisoformat(given["obstacle_from"]),
            date.fromisoformat(until) if until else None,
            given["what"],
        )


def _taken(matter: Matter) -> list[StepTaken]:
    return case_file.steps(matter, *MOVING)
