"""The next step of each course that runs: ready and whose, or what it lacks and who supplies it."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from duly.desk.courses import leads, not_begun
from duly.law.finding import Finding, Ground
from duly.law.terms import Role
from duly.procedure.models import Course
from duly.procedure.queries import CourseView, StepView

# Above this many grounds of one kind the question says more than its parts.
TOLD_APART = 3


@dataclass(frozen=True, slots=True)
class Supply:
    """The step that puts a missing fact on record: where, by whom, and whether the reader may."""

    course: Course
    view: StepView

    @property
    def who(self) -> tuple[Role, ...]:
        """The posts that may take it, in the order of the vocabulary."""
        return _in_order(self.view.step.by)


@dataclass(frozen=True, slots=True)
class Missing:
    """What a step lacks: why it is refused, what would change that, and who can bring it."""

    because: tuple[str, ...]
    change: str
    supply: Supply | None


@dataclass(frozen=True, slots=True)
class Onward:
    """The next step of a course, and what it still lacks; nothing where it is ready."""

    course: CourseView
    step: StepView
    missing: tuple[Missing, ...]

    @property
    def who(self) -> tuple[Role, ...]:
        """The posts that may take the next step."""
        return _in_order(self.step.step.by)


def onward(running: Iterable[CourseView], board: tuple[CourseView, ...]) -> tuple[Onward, ...]:
    """Return the next step of each running course on which somebody has begun."""
    begun = (view for view in running if not not_begun(view))
    return tuple(row for view in begun if (row := _next(view, board)) is not None)


def _next(view: CourseView, board: tuple[CourseView, ...]) -> Onward | None:
    """Return the first step that leads on and lacks nothing, or else the first that leads on."""
    leading = [one for one in view.steps if leads(one)]
    if not leading:
        return None
    step = next((one for one in leading if not _lacking(one)), leading[0])
    missing = (row for finding in _lacking(step) for row in _missing(finding, view, board))
    return Onward(view, step, tuple(dict.fromkeys(missing)))


def _lacking(one: StepView) -> list[Finding]:
    """Return the guards that refuse a step; its cautions come after them and refuse nothing."""
    return [finding for finding in one.findings[: len(one.step.guards)] if not finding.met]


def _missing(
    finding: Finding, view: CourseView, board: tuple[CourseView, ...]
) -> Iterable[Missing]:
    """Return a row for each step that could supply what a finding lacks."""
    for (supplied_by, change), run in groupby(finding.obstacles, key=_kind):
        because = tuple(ground.because for ground in run)
        told = because if len(because) <= TOLD_APART else (finding.question,)
        yield Missing(told, change, _supply(supplied_by, view, board))


def _kind(ground: Ground) -> tuple[str, str]:
    return ground.supplied_by, "" if ground.supplied_by else ground.change


def _supply(name: str, view: CourseView, board: tuple[CourseView, ...]) -> Supply | None:
    """Return the step of the tables that a ground names, in the matter's own course of it."""
    mechanism, _, step = name.partition(".")
    there = [one for one in board if one.mechanism.name == mechanism and not one.is_closed]
    there.sort(key=lambda one: one.course.party_id != view.course.party_id)
    found = next(
        ((one.course, row) for one in there for row in one.steps if row.step.name == step), None
    )
    return Supply(*found) if found else None


def _in_order(roles: frozenset[Role]) -> tuple[Role, ...]:
    return tuple(role for role in Role if role in roles)
