"""The court's clock: faces, commands and the worker read it; everything below is told `at`.

A demo court's day can be moved forward, so that a term of a month is walked in a minute.
"""

from datetime import date, datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.utils import timezone

FURTHEST = timedelta(days=3 * 366)


class NotMoved(ValueError):
    """The day cannot be moved so. The message says why, in Chinese."""


def now() -> datetime:
    """Return the moment, in court time."""
    return timezone.localtime() + _ahead()


def today() -> date:
    """Return the day, in court time."""
    return now().date()


def is_demo() -> bool:
    """Whether this court is a demo, whose day can be moved."""
    return _file() is not None


def move_to(day: date) -> None:
    """Move the day of a demo court forward: what is on record keeps its order.

    :raises NotMoved: for a real court, a day gone by, or one more than three years ahead.
    """
    real = timezone.localdate()
    file = _file()
    if file is None or not today() <= day <= real + FURTHEST:
        raise NotMoved("只有示范法院的日期可以往后调，最多三年")
    file.write_text(str((day - real).days), encoding="ascii")


def _ahead() -> timedelta:
    file = _file()
    if file is None or not file.exists():
        return timedelta()
    return timedelta(days=int(file.read_text(encoding="ascii")))


def _file() -> Path | None:
    return settings.DULY_DEMO_CLOCK
