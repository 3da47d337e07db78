"""The nightly round: every part once a day, however many workers there are.

Each part stands by itself: one that fails is written down and does not stop the next.
"""

import logging
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils.module_loading import import_string

from duly.work.models import NightlyRun

logger = logging.getLogger(__name__)

# After this long a round that has not finished is taken to have died with its worker.
LEASE = timedelta(hours=1)


def run(
    *, on: date, at: datetime, parts: Sequence[str] | None = None, again: bool = False
) -> NightlyRun | None:
    """Run the round of a day, unless it was run or is running. Return its row, or None.

    `parts` are names of functions `(*, on, at) -> str`, by default those of the settings;
    each may run twice after a crash. `again` repeats a finished round.
    """
    round_of_day = _claim(on, at, again)
    if round_of_day is None:
        return None
    round_of_day.lines = [
        _line(name, on, at) for name in (settings.DULY_ROUND if parts is None else parts)
    ]
    round_of_day.finished_at = at
    round_of_day.save(update_fields=["lines", "finished_at"])
    return round_of_day


def is_done(on: date) -> bool:
    """Tell whether the round of a day has finished."""
    return NightlyRun.objects.filter(date=on, finished_at__isnull=False).exists()


def _claim(on: date, at: datetime, again: bool) -> NightlyRun | None:
    try:
        with transaction.atomic():
            return NightlyRun.objects.create(date=on, started_at=at)
    except IntegrityError:
        return _take_over(on, at, again)


def _take_over(on: date, at: datetime, again: bool) -> NightlyRun | None:
    with transaction.atomic():
        held = NightlyRun.objects.select_for_update().get(date=on)
        died = held.finished_at is None and held.started_at <= at - LEASE
        if not died and not (again and held.finished_at):
            return None
        held.started_at, held.finished_at, held.lines = at, None, []
        held.save()
    return held


def _line(name: str, on: date, at: datetime) -> dict[str, str | bool]:
    try:
        answer = str(import_string(name)(on=on, at=at))
    except Exception as error:
        logger.exception("nightly part %s failed", name)
        return {"part": name, "done": False, "answer": f"{type(error).__name__}：{error}"}
    return {"part": name, "done": True, "answer": answer}
