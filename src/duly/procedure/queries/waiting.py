"""What a person has moved on and others hold now: his proposals, what he handed over."""

from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from typing import Any

from django.db.models import F
from django.utils import timezone

from duly.accounts.models import User
from duly.accounts.queries import roles_by_court
from duly.law.mechanism import MECHANISMS
from duly.law.step import Step
from duly.law.terms import Role
from duly.procedure.models import StepTaken
from duly.procedure.queries.today import MOST, Due

# So many of a person's newest acts are looked at, however long he has been in office.
NEWEST = 500


def waiting_for_others(user: User, at: datetime) -> tuple[Due, ...]:
    """Return the courses that a person moved last and only others can move on, newest first."""
    return tuple(islice(_rows(user, at), MOST + 1))


def _rows(user: User, at: datetime) -> Iterator[Due]:
    held = roles_by_court(user, timezone.localdate(at))
    newest = (
        StepTaken.objects.filter(actor=user, course__closed_at=None)
        .exclude(target=F("origin"))
        .select_related("course__matter__court", "course__party")
        .order_by("-pk")
    )
    seen: set[int] = set()
    for taken in newest[:NEWEST]:
        if taken.course_id in seen or taken.course.state != taken.target:
            continue
        seen.add(taken.course_id)
        roles = held.get("", frozenset()) | held.get(taken.course.matter.court.code, frozenset())
        step = _next_of_others(taken, roles)
        if step is not None:
            who = tuple(role for role in Role if role in step.by)
            name = taken.course.party.name if taken.course.party else ""
            row = Due(taken.course.matter, taken.course, step.chinese, name, None, None, "", who)
            yield row


def _next_of_others(taken: StepTaken, roles: frozenset[Role]) -> Step[Any] | None:
    """Return the step that comes next on the usual way, unless the person may take it himself."""
    mechanism = MECHANISMS[taken.course.mechanism]
    steps = mechanism.steps_from(mechanism.states(taken.target))
    first = next((one for one in steps if one.usual and one.target), None)
    return None if first is None or first.by & roles else first
