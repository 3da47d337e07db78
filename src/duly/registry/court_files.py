"""What the court has loaded for itself: rest days by year, published rates, articles.

Each is read again only when a file of its kind has changed.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path

from django.conf import settings

from duly.law import court_folder
from duly.law.calendar import Calendar
from duly.law.money import LprTable
from duly.law.sources import Shelf, shelf

_TRIED: ContextVar[Calendar | None] = ContextVar("tried", default=None)


def calendar() -> Calendar:
    """Return the published calendar with the court's own years laid over it."""
    return _TRIED.get() or _calendar(_files("calendar"))


@contextmanager
def tried(other: Calendar) -> Iterator[None]:
    """Let days be reckoned by another calendar for a while: what a notice would change."""
    token = _TRIED.set(other)
    try:
        yield
    finally:
        _TRIED.reset(token)


def rates() -> LprTable:
    """Return the LPR table in force here: the court's newest file, or the one in the package."""
    return _rates(_files("rates"))


def law() -> Shelf:
    """Return the law on file here: the articles in the package, and those the court loaded."""
    return _law(_files("article"))


Stamped = tuple[tuple[Path, float], ...]


def _files(kind: str) -> Stamped:
    found = court_folder.files(settings.DULY_LAW, kind)
    return tuple((path, path.stat().st_mtime) for path in found)


@cache
def _calendar(files: Stamped) -> Calendar:
    return court_folder.calendar(path for path, _ in files)


@cache
def _rates(files: Stamped) -> LprTable:
    return court_folder.rates([path for path, _ in files])


@cache
def _law(files: Stamped) -> Shelf:
    return shelf(settings.DULY_LAW if files else None)
