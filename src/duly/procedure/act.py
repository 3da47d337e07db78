"""One act on the way through the door: who does what to which course, when, on what answers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from duly.accounts.models import User
from duly.documents.models import Paper
from duly.law.step import Step
from duly.law.terms import Role
from duly.procedure.models import Course
from duly.registry.models import Matter


@dataclass(slots=True)
class Act:
    """A step being taken. `papers` fills as papers are drawn or issued.

    `acting` says that the actor only stands in for the holder of the post.
    """

    course: Course
    step: Step[Any]
    answers: Mapping[str, Any]
    actor: User
    post: Role
    at: datetime
    facts: Any
    acting: bool = False
    papers: list[Paper] = field(default_factory=list)

    @property
    def matter(self) -> Matter:
        """The matter that the act is on."""
        return self.course.matter

    def given(self, name: str) -> Any:
        """Return an answer of this step, or else of the proposal that it decides."""
        if name in self.answers:
            return self.answers[name]
        earlier = self.course.steps_taken.filter(answers__has_key=name).order_by("-pk").first()
        return None if earlier is None else earlier.answers[name]

    @property
    def on(self) -> date:
        """The day of the act by the court's clock."""
        return timezone.localdate(self.at)
