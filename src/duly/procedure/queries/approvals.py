"""What waits for a second person's decision: 审批, oldest proposal first, releases before all."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from duly.accounts.models import User
from duly.accounts.queries import roles_by_court
from duly.law.mechanism import MECHANISMS
from duly.law.step import Step
from duly.law.terms import Role
from duly.procedure import account_change, authority
from duly.procedure.facts import gather
from duly.procedure.models import Course, StepTaken
from duly.procedure.queries.lists import visible_matters

# Steps by the state of a course from which they are taken.
Deciding = dict[tuple[str, str], tuple[Step[Any], ...]]
# Each step that decides what somebody else proposed.
DECIDING: Deciding = {
    (mechanism.name, state.value): tuple(
        step for step in mechanism.steps_from(state) if step.second_person and step.usual
    )
    for mechanism in MECHANISMS.values()
    for state in mechanism.states
}
# Those of a proposal that does not move its course: no state tells that somebody waits.
IN_PLACE: Deciding = {
    key: in_place
    for key, steps in DECIDING.items()
    if (in_place := tuple(step for step in steps if step.target is None))
}
APPROVERS = frozenset[Role]().union(*(step.by for steps in DECIDING.values() for step in steps))


@dataclass(frozen=True, slots=True)
class Approval:
    """A proposal that a person may decide: the course, the step that grants it, who proposed."""

    course: Course
    step: Step[Any]
    proposal: StepTaken

    @property
    def is_release(self) -> bool:
        """Whether a measure is to be lifted after performance."""
        return self.course.mechanism == "release"

    @property
    def frees(self) -> bool:
        """Whether somebody waits to be let go: from a measure, or from custody."""
        return self.is_release or self.course.state == "release_proposed"


def approvals(user: User, at: datetime, deciding: Deciding = DECIDING) -> tuple[Approval, ...]:
    """Return what a person is to decide by some steps; never what he proposed himself."""
    found = (
        row
        for course in _candidates(user, at, deciding)
        for step in deciding[course.mechanism, course.state]
        if (row := _approval(course, step, user, at)) is not None
    )
    return tuple(sorted(found, key=lambda one: (not one.frees, one.proposal.pk)))


def _candidates(user: User, at: datetime, deciding: Deciding) -> Iterator[Course]:
    """Return the courses whose state lets a post of this person decide, with a proposal made."""
    on = timezone.localdate(at)
    held = roles_by_court(user, on)
    roles = frozenset[Role]().union(*held.values())
    mine = {
        place: own
        for place, steps in deciding.items()
        if (own := [s for s in steps if s.by & roles])
    }
    if not mine:
        return
    names = {name for steps in mine.values() for step in steps for name in step.second_person}
    made = StepTaken.objects.filter(course=OuterRef("pk"), name__in=names)
    across = [place for place, steps in mine.items() if all(step.across for step in steps)]
    # What is decided in any course of its matter is an account: few wait, wherever it was proposed.
    changing = account_change.waiting().values("matter")
    there = _at(mine.keys() - set(across)) & Exists(made) | _at(across) & Q(matter__in=changing)
    courses = Course.objects.filter(there, closed_at=None, matter__in=visible_matters(user, on))
    yield from courses.select_related("matter__court", "party", "measure").order_by("pk")


def _at(places: Collection[tuple[str, str]]) -> Q:
    """Return the courses of some mechanisms in some states; none where no place is named."""
    states = defaultdict(set)
    for mechanism, state in places:
        states[mechanism].add(state)
    return reduce(
        or_,
        (Q(mechanism=mechanism, state__in=known) for mechanism, known in states.items()),
        Q(pk__in=()),
    )


def _approval(course: Course, step: Step[Any], user: User, at: datetime) -> Approval | None:
    proposal = authority.proposed(step, course)
    if proposal is None or proposal.actor_id == user.pk:
        return None
    if authority.post_for(step, course, user, at) is None:
        return None
    # A course that moved on its proposal waits for the answer; any other says so by its facts.
    if step.target is None and not step.when(gather(course, timezone.localdate(at))):
        return None
    return Approval(course, step, proposal)
