"""Do the jobs that are due, and the nightly round once a day, until told to stop."""

import logging
import signal
from collections.abc import Callable
from datetime import datetime
from threading import Event
from types import FrameType

from django.conf import settings
from django.db import close_old_connections
from django.utils.crypto import get_random_string
from django.utils.module_loading import import_string
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from duly.work import nightly

logger = logging.getLogger(__name__)
PAUSE_SECONDS = 1

Clock = Callable[[], datetime]


def run_until_told(clock: Clock, stop: Event) -> None:
    """Work in turns until the event is set; the clock is read once a turn."""
    name = get_random_string(32)
    while not stop.is_set():
        close_old_connections()
        try:
            turn(at=clock(), worker=name)
        except Exception:
            # The database may be away for a while; the worker outlives it.
            logger.exception("the worker's turn failed")
        stop.wait(PAUSE_SECONDS)


def turn(*, at: datetime, worker: str = "worker") -> None:
    """Do every job that is ready, the parts of a turn, and the nightly round at its hour."""
    # Looking first keeps an idle worker from taking the write lock every second.
    if DBTaskResult.objects.ready().exists():
        _do_jobs(worker)
    for name in settings.DULY_TURN:
        _do_part(name, at)
    if at.hour >= settings.DULY_ROUND_HOUR and not nightly.is_done(at.date()):
        nightly.run(on=at.date(), at=at)


def _do_part(name: str, at: datetime) -> None:
    try:
        import_string(name)(at=at)
    except Exception:
        # One part that fails must keep neither the others nor the round from their turn.
        logger.exception("part %s of the worker's turn failed", name)


def _do_jobs(worker: str) -> None:
    Worker(
        queue_names=["*"],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=worker,
        excluded_queue_names=[],
    ).run()


def stop_on_signals() -> Event:
    """Return an event that SIGTERM or SIGINT sets: the running job is still finished."""
    stop = Event()

    def told(signum: int, frame: FrameType | None) -> None:
        stop.set()

    signal.signal(signal.SIGTERM, told)
    signal.signal(signal.SIGINT, told)
    return stop
