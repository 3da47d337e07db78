"""Who may take a step: his posts on the day, his assignment, and never both hands of two."""

from datetime import datetime
from typing import Any

from django.db.models import F, Q
from django.utils import timezone

from duly.accounts.models import User
from duly.accounts.queries import posts_held
from duly.law.step import Step
from duly.law.terms import Role
from duly.procedure.facts.rows import rows
from duly.procedure.models import Assignment, Course, StepTaken
from duly.registry.models import Matter
from duly.work.prepared import Prepared
from duly.work.reading import of_matter

LATER = frozenset(
    {
        Role.TRIAL_CLERK,
        Role.TRIAL_JUDGE,
        Role.ENFORCEMENT_CLERK,
        Role.ENFORCEMENT_JUDGE,
        Role.BUREAU_HEAD,
        Role.PRESIDENT,
    }
)

ASSIGNMENTS = rows(
    Prepared(
        lambda matters: (
            Assignment.objects.filter(course__matter_id__in=matters)
            .annotate(of_matter=F("course__matter_id"))
            .order_by("pk")
        )
    ),
    "of_matter",
)


def post_for(step: Step[Any], course: Course, actor: User, at: datetime) -> Role | None:
    """Return the post in which a person may take a step, or None."""
    return next(iter(sorted(step.by & posts_in(course.matter, actor, at))), None)


def posts_in(matter: Matter, actor: User, at: datetime) -> frozenset[Role]:
    """Return the posts in which a person may act in a matter: those of its court.

    A mediator counts only in a matter that is assigned to him; whoever has mediated in a
    matter neither tries nor enforces it afterwards (特邀调解规定 16).
    """
    held = frozenset(_held(matter, actor, at))
    if held & LATER and has_mediated(matter.pk, actor):
        held -= LATER
    if Role.MEDIATOR in held and not is_assigned(matter.pk, actor):
        return held - {Role.MEDIATOR}
    return held


def is_acting(post: Role, matter: Matter, actor: User, at: datetime) -> bool:
    """Whether a person holds a post only in place of its holder (代理、主持工作)."""
    return _held(matter, actor, at)[post]


def _held(matter: Matter, actor: User, at: datetime) -> dict[Role, bool]:
    return posts_held(actor, timezone.localdate(at), matter.court.code)


def is_assigned(matter_id: int, actor: User) -> bool:
    """Whether a matter is assigned to a mediator now."""
    return any(one.mediator_id == actor.pk and one.until is None for one in _assigned(matter_id))


def has_mediated(matter_id: int, actor: User) -> bool:
    """Whether a person was ever the mediator of a matter."""
    return any(one.mediator_id == actor.pk for one in _assigned(matter_id))


def _assigned(matter_id: int) -> list[Assignment]:
    assigned: list[Assignment] = of_matter(ASSIGNMENTS, matter_id)
    return assigned


def mediated_by_name(matter_id: int, name: str) -> bool:
    """Whether a person of a name was ever the mediator of a matter."""
    return Assignment.objects.filter(course__matter_id=matter_id, mediator__full_name=name).exists()


def is_own_proposal(step: Step[Any], course: Course, actor: User) -> bool:
    """Whether the step needs a second person and this one made the proposal."""
    if not step.second_person:
        return False
    proposal = proposed(step, course)
    return proposal is not None and proposal.actor_id == actor.pk


def proposed(step: Step[Any], course: Course) -> StepTaken | None:
    """Return the newest proposal that a second person is to decide."""
    made = Q(course__matter_id=course.matter_id) if step.across else Q(course=course)
    taken = StepTaken.objects.filter(made, name__in=step.second_person)
    return taken.order_by("-pk").first()


def why_not(step: Step[Any], matter: Matter, actor: User, at: datetime) -> str:
    """Say why a person has no post in which he may take a step."""
    held = _held(matter, actor, at).keys()
    if step.by & held & LATER and has_mediated(matter.pk, actor):
        return f"曾任本案调解员的，不得再参与本案以后的程序；{whose(step)}"
    return whose(step)


def whose(step: Step[Any]) -> str:
    """Say whose step it is."""
    posts = "、".join(role.chinese for role in Role if role in step.by)
    return f"“{step.chinese}”由{posts}办理"
