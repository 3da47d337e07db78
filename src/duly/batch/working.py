"""Working through a batch: examine what was chosen, then act, one item and one transaction at
a time.

An item is locked, worked on and marked in one transaction, so that a process that dies at any
instant has either done it and said so, or left it as it was; and two processes never do one
item, since each takes the first that nobody holds.
"""

import logging
import time
from collections.abc import Callable
from datetime import datetime

from django.db import DatabaseError, connection, transaction
from django.db.models import QuerySet

from duly.batch.models import Item, Outcome
from duly.procedure import queries
from duly.procedure.actions import take_step
from duly.procedure.refusal import Refusal, Unanswered
from duly.registry.models import Matter

logger = logging.getLogger(__name__)

GAP = 0.1

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
        began = time.monotonic()
        if not _next(waiting, work, clock()):
            break
        done += 1
        _let_others_write(time.monotonic() - began)
    return done


def _let_others_write(after: float) -> None:
    """Leave a gap after so many seconds of work: SQLite has one lock for writing and no queue.

    Whoever waits for it looks now and then, and without gaps would find it free by chance
    alone; so one look in ten succeeds.
    """
    if connection.vendor == "sqlite":
        time.sleep(after * GAP)


@transaction.atomic
def _next(waiting: QuerySet[Item], work: Work, at: datetime) -> bool:
    item = (
        waiting.select_for_update(skip_locked=True, of=("self",))
        .select_related("batch__made_by", "course__matter__court", "course__party")
        .select_related("course__proceeding", "course__measure")
        .order_by("place")
        .first()
    )
    if item is None:
        return False
    item.reasons = []
    try:
        with transaction.atomic():
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
    item.save()
    return True


def _examine(item: Item, at: datetime) -> None:
    batch, course = item.batch, item.course
    item.version, item.papers = course.matter.version, []
    view = queries.step_view(course, batch.step, batch.made_by, at)
    if not view.permitted:
        _block(item, list(view.reasons))
        return
    drawn = queries.preview(course, view.step, batch.answers, batch.made_by, at)
    item.papers = [paper.template.title for paper in drawn.values()]
    item.outcome = Outcome.READY


def _act(item: Item, at: datetime) -> None:
    matter = item.course.matter_id
    taken = take_step(
        matter_id=matter,
        course_id=item.course_id,
        step=item.batch.step,
        answers=item.batch.answers,
        actor=item.batch.made_by,
        at=at,
        version=_expected_version(item, matter),
    )
    item.taken, item.outcome = taken.step, Outcome.DONE


def _expected_version(item: Item, matter: int) -> int:
    """Return the matter's version if nobody but this batch acted since the item was examined."""
    Matter.objects.select_for_update().get(pk=matter)
    own = Item.objects.filter(
        batch_id=item.batch_id,
        course__matter=matter,
        outcome=Outcome.DONE,
        version=item.version,
    )
    return item.version + own.count()


def _block(item: Item, reasons: list[str]) -> None:
    item.outcome, item.reasons, item.taken = Outcome.BLOCKED, reasons, None
