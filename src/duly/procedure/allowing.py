"""Before anything is done: the matter locked as it was shown, the step allowed to this person."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.utils import timezone

from duly.accounts.models import User
from duly.law.mechanism import MECHANISMS
from duly.law.step import Step, UnknownStep
from duly.procedure import authority, recording
from duly.procedure.act import Act
from duly.procedure.facts import case_file, gather
from duly.procedure.models import Course
from duly.procedure.refusal import Stale, StepNotAllowed
from duly.registry.models import Matter
from duly.work.reading import read_before


def held(matter_ids: Collection[int]) -> dict[int, Matter]:
    """Return matters locked for the rest of the transaction, always in the same order."""
    asked = Matter.objects.select_for_update(of=("self",)).select_related("court")
    return {one.pk: one for one in asked.filter(pk__in=matter_ids).order_by("pk")}


def locked(matter_id: int, course_id: int, version: int) -> Course:
    """Return a course, its matter locked for the rest of the transaction.

    :raises Stale: if somebody changed the matter since that version.
    :raises StepNotAllowed: if there is no such matter or course.
    """
    matter = read_before(held, matter_id) or held([matter_id]).get(matter_id)
    if matter is None:
        raise StepNotAllowed("没有这一事项")
    if matter.version != version:
        raise Stale(recording.last_act(matter))
    course = next((one for one in case_file.courses(matter) if one.pk == course_id), None)
    if course is None:
        raise StepNotAllowed("本事项没有这一程序，请从案件页面重新进入")
    return course


def allowed(course: Course, name: str, actor: User, at: datetime) -> Act:
    """Return the act of taking a step, without its answers.

    :raises StepNotAllowed: if the table has no such step from here, or not for this person.
    """
    mechanism = MECHANISMS[course.mechanism]
    try:
        step: Step[Any] = mechanism.step(name)
    except UnknownStep as unknown:
        raise StepNotAllowed(str(unknown)) from unknown
    state = mechanism.states(course.state)
    if course.closed_at is not None or state not in step.origins:
        raise StepNotAllowed(f"“{mechanism.chinese}”现为“{state.chinese}”，不能{step.chinese}")
    post = authority.post_for(step, course, actor, at)
    if post is None:
        raise StepNotAllowed(authority.why_not(step, course.matter, actor, at))
    if authority.is_own_proposal(step, course, actor):
        raise StepNotAllowed("提出人不能复核自己提出的事项，应由另一人办理")
    facts = gather(course, timezone.localdate(at))
    if not step.when(facts):
        raise StepNotAllowed(f"本案没有需要“{step.chinese}”的事项")
    acting = authority.is_acting(post, course.matter, actor, at)
    return Act(course, step, {}, actor, post, at, facts, acting=acting)
