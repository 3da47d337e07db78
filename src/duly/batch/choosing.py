"""Which courses go into a batch: a filter that a clerk can say in a sentence."""

from dataclasses import asdict, dataclass
from datetime import date

from django.db.models import Exists, OuterRef, QuerySet

from duly.accounts.models import User
from duly.law.mechanism import MECHANISMS
from duly.procedure.models import Course, Deadline, StepTaken
from duly.procedure.queries import visible_matters
from duly.registry.models import Court


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A step, and which of the courses that it may be taken in are meant.

    `state` narrows to one of the states from which the step leaves, `due_by` to courses with
    a time limit that ends by that day, `focus` to a group of cases, `division` to courses in
    which somebody of that division has acted. What is empty narrows nothing.
    """

    mechanism: str
    step: str
    state: str = ""
    due_by: date | None = None
    focus: str = ""
    division: str = ""

    def kept(self) -> dict[str, str]:
        """Return what narrows the choice, as it is kept and shown."""
        return {name: str(value) for name, value in asdict(self).items() if value}


def courses(choice: Choice, court: Court, user: User, on: date) -> QuerySet[Course]:
    """Return the open courses of a court that a choice means, among those a person may see.

    Raises UnknownStep, KeyError for a mechanism that there is not.
    """
    step = MECHANISMS[choice.mechanism].step(choice.step)
    found = Course.objects.filter(
        mechanism=choice.mechanism,
        closed_at=None,
        state__in=[state.value for state in step.origins],
        matter__court=court,
        matter__in=visible_matters(user, on),
    )
    if choice.state:
        found = found.filter(state=choice.state)
    if choice.focus:
        found = found.filter(matter__focus=choice.focus)
    if choice.due_by:
        found = found.filter(Exists(_due(choice.due_by)))
    if choice.division:
        found = found.filter(Exists(_handled(choice.division)))
    return found.order_by("matter_id", "pk")


def _due(by: date) -> QuerySet[Deadline]:
    return Deadline.objects.filter(course=OuterRef("pk"), stopped_at=None, last_date__lte=by)


def _handled(division: str) -> QuerySet[StepTaken]:
    return StepTaken.objects.filter(course=OuterRef("pk"), actor__posts__division=division)
