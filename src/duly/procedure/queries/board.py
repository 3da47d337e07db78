"""Where each course of a matter stands, what may come next, and why the rest may not."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from django.utils import timezone

from duly.accounts.models import User
from duly.law.finding import Finding
from duly.law.mechanism import MECHANISMS
from duly.law.step import Mechanism, Step
from duly.law.terms import Role, Term
from duly.procedure import authority
from duly.procedure.facts import case_file, gather
from duly.procedure.models import Course
from duly.registry.models import Matter
from duly.work.reading import one_reading

Mark = Literal["done", "here", "ahead"]
ORDER = tuple(MECHANISMS)


@dataclass(frozen=True, slots=True)
class TrackMark:
    """A state on the usual way of a mechanism, and whether it lies behind, here or ahead."""

    state: Term
    mark: Mark


@dataclass(frozen=True, slots=True)
class StepView:
    """A step that leaves from where a course stands, for one person.

    `reasons` say in plain Chinese why it is not permitted; `findings` are the answers of
    its guards, permitted or not, and of its cautions, which never stand in the way.
    """

    step: Step[Any]
    permitted: bool
    reasons: tuple[str, ...]
    findings: tuple[Finding, ...]

    @property
    def usual(self) -> bool:
        """Whether the step is on the usual way, not an exception from it."""
        return self.step.usual


@dataclass(frozen=True, slots=True)
class CourseView:
    """A course with its state, its track and the steps from there.

    `is_begun` says that a step was taken in it, though it may stand where it was opened.
    """

    course: Course
    mechanism: Mechanism[Any]
    state: Term
    track: tuple[TrackMark, ...]
    steps: tuple[StepView, ...]
    is_begun: bool

    @property
    def party(self) -> str:
        """The debtor whom the course is about; empty where it is about the matter."""
        return self.course.party.name if self.course.party else ""

    @property
    def is_closed(self) -> bool:
        """Whether the course has come to its end."""
        return self.course.closed_at is not None

    @property
    def next_step(self) -> StepView | None:
        """The first permitted step on the usual way: the one primary action."""
        return next((one for one in self.steps if one.permitted and one.usual), None)


def board(matter: Matter, user: User, at: datetime) -> tuple[CourseView, ...]:
    """Return every course of a matter in the order of the source, running ones with steps."""
    with one_reading():
        ordered = sorted(
            case_file.courses(matter),
            key=lambda course: (ORDER.index(course.mechanism), course.pk),
        )
        posts = authority.posts_in(matter, user, at)
        return tuple(_course(course, user, posts, at) for course in ordered)


def step_view(course: Course, name: str, user: User, at: datetime) -> StepView:
    """Return one step of a course for a person. Raises UnknownStep."""
    step = MECHANISMS[course.mechanism].step(name)
    posts = authority.posts_in(course.matter, user, at)
    return _step(step, course, gather(course, timezone.localdate(at)), user, posts, at)


def _course(course: Course, user: User, posts: frozenset[Role], at: datetime) -> CourseView:
    mechanism = MECHANISMS[course.mechanism]
    state = mechanism.states(course.state)
    steps: tuple[StepView, ...] = ()
    if course.closed_at is None:
        facts = gather(course, timezone.localdate(at))
        steps = tuple(
            _step(step, course, facts, user, posts, at)
            for step in mechanism.steps_from(state)
            if step.when(facts)
        )
    taken = case_file.steps(course.matter, course=course)
    been = {one.origin for one in taken}
    return CourseView(course, mechanism, state, _track(mechanism, state, been), steps, bool(taken))


def _track(mechanism: Mechanism[Any], state: Term, been: set[str]) -> tuple[TrackMark, ...]:
    way = mechanism.track if state in mechanism.track else (*mechanism.track, state)
    return tuple(TrackMark(one, _mark(one, state, been)) for one in way)


def _mark(one: Term, state: Term, been: set[str]) -> Mark:
    if one == state:
        return "here"
    return "done" if one.value in been else "ahead"


def _step(
    step: Step[Any],
    course: Course,
    facts: Any,
    user: User,
    posts: frozenset[Role],
    at: datetime,
) -> StepView:
    findings = tuple(guard(facts) for guard in step.guards)
    reasons = [*_who(step, course, user, posts, at), *_why(findings)]
    state = MECHANISMS[course.mechanism].states(course.state)
    if course.closed_at is not None or state not in step.origins:
        reasons.insert(0, f"现为“{state.chinese}”，不在这一步")
    elif not step.when(facts):
        reasons.insert(0, f"本案没有需要“{step.chinese}”的事项")
    cautions = tuple(caution(facts, {}) for caution in step.cautions)
    return StepView(step, not reasons, tuple(reasons), findings + cautions)


def _who(
    step: Step[Any], course: Course, user: User, posts: frozenset[Role], at: datetime
) -> list[str]:
    if not step.by & posts:
        return [authority.why_not(step, course.matter, user, at)]
    if authority.is_own_proposal(step, course, user):
        return ["提出人不能复核自己提出的事项，应由另一人办理"]
    return []


def _why(findings: tuple[Finding, ...]) -> list[str]:
    return [
        f"{ground.because}（{ground.basis.in_digits}）"
        + (f"——{ground.change}" if ground.change else "")
        for finding in findings
        if not finding.met
        for ground in finding.obstacles
    ]
