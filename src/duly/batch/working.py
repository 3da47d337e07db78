"""Working through a batch: examine what was chosen, then act, some items in one transaction.

Items are locked, worked on and marked in one transaction, so that a process that dies at any
instant has either done them and said so, or left them as they were; and two processes never do
one item, since each takes the first that nobody holds. What they need is read for all of them
at once, and the paper of one is printed while the next is worked on.
"""

import logging
from collections.abc import Callable
from datetime import datetime

from django.db import DatabaseError, transaction
from django.db.models import QuerySet

from duly.batch.models import Item, Outcome
from duly.documents.press import NotPrinted, all_or_none, printing_together
from duly.procedure import ahead, queries
from duly.procedure.actions import Taken, take_step
from duly.procedure.refusal import Refusal, Stale, Unanswered
from duly.work.reading import one_reading

logger = logging.getLogger(__name__)

# Whoever wants to write waits for so many items at most; together they cost a third less.
TOGETHER = 24
FIELDS = ("version", "outcome", "papers", "reasons", "taken")

Clock = Callable[[], datetime]
Work = Callable[[Item, datetime], None]


def examine(batch_id: int, clock: Clock, most: int | None = None) -> int:
    """Find out for what was chosen what the act would make, or what blocks it.

    Return how many items were examined, at most `most`.
    """
    chosen = Item.objects.filter(batch_id=batch_id, outcome=Outcome.CHOSEN)
    return _through(chosen, _examine, clock, most)


def act(batch_id: int, clock: Clock, most: int | None = None) -> int:
    """Take the step for what is ready, while the batch runs. Return how many were worked on.

    Raises nothing that is about one matter: that stands as the item's reason.
    """
    ready = Item.objects.filter(batch_id=batch_id, outcome=Outcome.READY, batch__running=True)
    return _through(ready, _act, clock, most)


def _through(waiting: QuerySet[Item], work: Work, clock: Clock, most: int | None) -> int:
    done = 0
    while most is None or done < most:
        some = TOGETHER if most is None else min(TOGETHER, most - done)
        worked_on = _next(waiting, work, clock(), some)
        if not worked_on:
            break
        done += worked_on
    return done


def _next(waiting: QuerySet[Item], work: Work, at: datetime, some: int) -> int:
    """Work on the next items; where a paper cannot be printed, one by one, so that it is told."""
    try:
        return _together(waiting, work, at, some)
    except NotPrinted:
        return sum(_alone(waiting, work, at) for _ in range(some))


@transaction.atomic
def _together(waiting: QuerySet[Item], work: Work, at: datetime, some: int) -> int:
    items = _held(waiting, some)
    with ahead.of_matters({item.course.matter_id for item in items}), printing_together():
        for item in items:
            _try(item, work, at)
    return len(items)


@transaction.atomic
def _alone(waiting: QuerySet[Item], work: Work, at: datetime) -> int:
    items = _held(waiting, 1)
    for item in items:
        _try(item, work, at)
    return len(items)


def _held(waiting: QuerySet[Item], some: int) -> list[Item]:
    return list(
        waiting.select_for_update(skip_locked=True, of=("self",))
        .select_related("batch__made_by", "course__matter__court", "course__party")
        .select_related("course__proceeding", "course__measure")
        .order_by("place")[:some]
    )


def _try(item: Item, work: Work, at: datetime) -> None:
    item.reasons = []
    try:
        with all_or_none():
            work(item, at)
    except Unanswered as refused:
        _block(item, list(refused.errors.values()))
    except Refusal as refused:
        _block(item, [refused.message])
    except DatabaseError:
        raise
    except Exception as error:
        # One matter that cannot be worked on must not stop the others.
        logger.exception("item %s of batch %s failed", item.place, item.batch_id)
        _block(item, [f"程序出错，未作改动：{type(error).__name__}：{error}"])
    item.save(update_fields=FIELDS)


def _examine(item: Item, at: datetime) -> None:
    batch, course = item.batch, item.course
    item.version, item.papers = course.matter.version, []
    with one_reading(course.matter_id):
        view = queries.step_view(course, batch.step, batch.made_by, at)
        if not view.permitted:
            _block(item, list(view.reasons))
            return
        drawn = queries.preview(course, view.step, batch.answers, batch.made_by, at)
    item.papers = [paper.template.title for paper in drawn.values()]
    item.outcome = Outcome.READY


def _act(item: Item, at: datetime) -> None:
    try:
        taken = _take(item, item.version, at)
    except Stale:
        own = _acts_of_this_batch(item)
        if not own:
            raise
        taken = _take(item, item.version + own, at)
    item.taken, item.outcome = taken.step, Outcome.DONE


def _take(item: Item, version: int, at: datetime) -> Taken:
    return take_step(
        matter_id=item.course.matter_id,
        course_id=item.course_id,
        step=item.batch.step,
        answers=item.batch.answers,
        actor=item.batch.made_by,
        at=at,
        version=version,
    )


def _acts_of_this_batch(item: Item) -> int:
    """Return how often this batch has acted on the matter since the item was examined."""
    return Item.objects.filter(
        batch_id=item.batch_id,
        course__matter=item.course.matter_id,
        outcome=Outcome.DONE,
        version=item.version,
    ).count()


def _block(item: Item, reasons: list[str]) -> None:
    item.outcome, item.reasons, item.taken = Outcome.BLOCKED, reasons, None
