"""Questions about batches, for pages and the command line. Nothing here writes."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet

from duly.accounts.models import User
from duly.accounts.queries import roles_by_court
from duly.batch.models import Batch, Item, Outcome
from duly.batch.refusal import BatchRefused
from duly.law.mechanism import MECHANISMS
from duly.procedure.queries.lists import WITHOUT_SIGHT


@dataclass(frozen=True, slots=True)
class Progress:
    """How many items of a batch have come how far."""

    chosen: int
    ready: int
    blocked: int
    done: int

    @property
    def items(self) -> int:
        """All items."""
        return self.chosen + self.ready + self.blocked + self.done

    @property
    def is_finished(self) -> bool:
        """Whether nothing waits any more."""
        return not self.chosen and not self.ready


def visible_batches(user: User, on: date) -> QuerySet[Batch]:
    """Return the batches of the courts whose matters a person sees, and his own, newest first.

    A mediator, who sees only what is assigned to him, sees his own batches alone.
    """
    found = Batch.objects.select_related("court", "made_by")
    held = roles_by_court(user, on)
    courts = {court for court, roles in held.items() if roles - WITHOUT_SIGHT}
    if "" in courts:
        return found
    return found.filter(Q(court__code__in=courts) | Q(made_by=user))


def known(batch_id: int, among: QuerySet[Batch] | None = None) -> Batch:
    """Return a batch. Raises BatchRefused."""
    batches = Batch.objects.all() if among is None else among
    batch = batches.select_related("court", "made_by").filter(pk=batch_id).first()
    if batch is None:
        raise BatchRefused(f"没有第{batch_id}批")
    return batch


def progress(batch: Batch) -> Progress:
    """Return how far the items of a batch have come."""
    counted = batch.items.order_by().values_list("outcome").annotate(Count("pk"))
    known = dict(counted)
    return Progress(**{outcome.value: known.get(outcome.value, 0) for outcome in Outcome})


def rows(batch: Batch, outcome: Outcome | None = None) -> QuerySet[Item]:
    """Return the items of a batch in order, with what will be made and what blocks each."""
    items = batch.items.select_related("course__matter", "course__party", "taken")
    return items.filter(outcome=outcome) if outcome else items


def what(batch: Batch) -> str:
    """Say what a batch does: the mechanism and the step."""
    mechanism = MECHANISMS[batch.mechanism]
    return f"{mechanism.chinese}：{mechanism.step(batch.step).chinese}"
