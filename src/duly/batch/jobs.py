"""Jobs of a batch for the worker: some hundred items each, so that the queue is never the limit."""

from django_tasks import task

from duly.batch import output, queries, working
from duly.batch.models import Batch, Outcome
from duly.work import clock

ITEMS_A_JOB = 100


@task()
def work_on(batch_id: int) -> int:
    """Examine the next items of a batch, then act on the next. Return how many were acted on."""
    working.examine(batch_id, clock.now, ITEMS_A_JOB)
    return working.act(batch_id, clock.now, ITEMS_A_JOB)


@task()
def print_out(batch_id: int) -> int:
    """Write the files of a batch. Return how many letters there are."""
    batch = queries.known(batch_id)
    return output.write(batch, output.folder_of(batch)).letters


def enqueue(batch: Batch) -> int:
    """Put enough jobs into the queue for all that waits in a batch. Return how many."""
    waiting = batch.items.filter(outcome__in=(Outcome.CHOSEN, Outcome.READY)).count()
    jobs = -(-waiting // ITEMS_A_JOB)
    for _ in range(jobs):
        work_on.enqueue(batch.pk)
    return jobs
