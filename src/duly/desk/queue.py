"""The place of a case among the approvals that wait for a person: what comes before and after."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from duly.accounts.models import User
from duly.procedure import queries
from duly.procedure.queries import Approval

# The mark in the address of a case that is decided in its turn.
QUEUED = "queue"


@dataclass(frozen=True, slots=True)
class Queue:
    """Where a case stands in the queue; the addresses of its neighbours, empty at the ends."""

    place: int
    count: int
    before: str
    after: str

    @property
    def onward(self) -> str:
        """Where to go once the case is decided."""
        return self.after or self.before or reverse("desk:approvals")


def queue_at(course_id: int, user: User, at: datetime) -> Queue | None:
    """Return the place of a course among what a person is to decide; None if it is not there."""
    waiting = queries.approvals(user, at)
    place = next((n for n, one in enumerate(waiting) if one.course.pk == course_id), None)
    if place is None:
        return None
    before = address(waiting[place - 1]) if place else ""
    after = address(waiting[place + 1]) if place + 1 < len(waiting) else ""
    return Queue(place + 1, len(waiting), before, after)


def address(one: Approval) -> str:
    """Return the address of a case in its turn."""
    where = {"matter_id": one.course.matter_id, "course_id": one.course.pk, "name": one.step.name}
    return reverse("desk:step", kwargs=where, query={QUEUED: 1})
