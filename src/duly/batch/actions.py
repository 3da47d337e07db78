"""What a person does with a batch: make it, let it run, stop it. Each leaves its journal entry."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from duly.accounts.models import User
from duly.batch import queries
from duly.batch.choosing import Choice, courses
from duly.batch.models import Batch, Item, Outcome
from duly.batch.refusal import BatchRefused
from duly.journal import actions as journal
from duly.law.mechanism import MECHANISMS
from duly.law.step import UnknownStep
from duly.registry.models import Court

ROWS_AT_ONCE = 1_000


@transaction.atomic
def make(
    choice: Choice, *, court: Court, answers: Mapping[str, str], by: User, at: datetime
) -> Batch:
    """Put every course that a choice means into a new batch, in the order of the matters.

    `answers` are as typed, the same for every course. Nothing is examined or changed yet.

    :raises BatchRefused: for a step that is not, or must not be taken in bulk, for an answer
        to what it does not ask, and where no course is meant.
    """
    _may_be_taken_in_bulk(choice, answers)
    chosen = list(courses(choice, court, by, timezone.localdate(at)).values_list("pk", flat=True))
    if not chosen:
        raise BatchRefused("没有符合条件的事项")
    batch = Batch.objects.create(
        court=court,
        mechanism=choice.mechanism,
        step=choice.step,
        answers=dict(answers),
        choice=choice.kept(),
        made_by=by,
        made_at=at,
    )
    rows = (Item(batch=batch, course_id=course, place=n) for n, course in enumerate(chosen, 1))
    Item.objects.bulk_create(rows, batch_size=ROWS_AT_ONCE)
    _record("make", batch, by, at, {"items": len(chosen), "choice": batch.choice})
    return batch


def _may_be_taken_in_bulk(choice: Choice, answers: Mapping[str, str]) -> None:
    mechanism = MECHANISMS.get(choice.mechanism)
    if mechanism is None:
        raise BatchRefused(f"没有名为{choice.mechanism}的机制")
    try:
        step = mechanism.step(choice.step)
    except UnknownStep as unknown:
        raise BatchRefused(str(unknown)) from unknown
    if choice.state and choice.state not in {state.value for state in step.origins}:
        raise BatchRefused(f"“{step.chinese}”不从名为{choice.state}的状态办理")
    if step.second_person:
        raise BatchRefused(f"“{step.chinese}”须由第二人逐件核对，不能成批办理")
    if any(ask.secret for ask in step.asks):
        raise BatchRefused(f"“{step.chinese}”所填内容须保密，不能成批办理")
    for name in answers.keys() - {ask.name for ask in step.asks}:
        raise BatchRefused(f"“{step.chinese}”没有名为{name}的问题")


def start(batch_id: int, *, by: User, at: datetime, again: bool = False) -> Batch:
    """Let the items be worked on. `again` has those examined anew that were blocked."""
    return _switch(batch_id, "resume" if again else "run", running=True, by=by, at=at)


def stop(batch_id: int, *, by: User, at: datetime) -> Batch:
    """Let no further item be begun. The ones begun are finished; those done stay done."""
    return _switch(batch_id, "stop", running=False, by=by, at=at)


@transaction.atomic
def _switch(batch_id: int, act: str, *, running: bool, by: User, at: datetime) -> Batch:
    batch = queries.known(batch_id, Batch.objects.select_for_update(of=("self",)))
    if running and batch.made_by_id != by.pk:
        raise BatchRefused(f"第{batch_id}批由编制人{batch.made_by.full_name}办理")
    batch.running = running
    batch.save(update_fields=["running"])
    if act == "resume":
        batch.items.filter(outcome=Outcome.BLOCKED).update(outcome=Outcome.CHOSEN, reasons=[])
    _record(act, batch, by, at, {})
    return batch


def _record(act: str, batch: Batch, by: User, at: datetime, detail: Mapping[str, object]) -> None:
    journal.record(
        at=at,
        actor_id=by.pk,
        actor_name=by.full_name,
        post="",
        act=f"batch.{act}",
        subject={"batch": batch.pk, "mechanism": batch.mechanism, "step": batch.step},
        detail=detail,
    )
