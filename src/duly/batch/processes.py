"""Several processes on one batch. They are spawned: a forked child of a process that has typeset
a paper would hang."""

from multiprocessing import get_context


def work_together(batch_id: int, processes: int) -> bool:
    """Examine what was chosen and act on what is ready, until nothing waits or the batch stops.

    Return whether every process came to its end.
    """
    started = [
        get_context("spawn").Process(target=_work, args=(batch_id,)) for _ in range(processes)
    ]
    for process in started:
        process.start()
    for process in started:
        process.join()
    return all(process.exitcode == 0 for process in started)


def _work(batch_id: int) -> None:
    """Work by the court's clock, in a process that knows nothing of Django yet."""
    import django

    django.setup()
    from duly.batch import working
    from duly.work import clock

    working.examine(batch_id, clock.now)
    working.act(batch_id, clock.now)
