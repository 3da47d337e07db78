"""What the court has loaded for itself: rest days by year, and published rates."""

from functools import cache
from pathlib import Path

from django.conf import settings

from duly.law.calendar import Calendar, read_notice
from duly.law.money import LprTable, read_lpr
from duly.law.sources import Shelf, shelf


def calendar() -> Calendar:
    """Return the published calendar with the court's own years laid over it."""
    return _calendar(_files("calendar"))


def rates() -> LprTable:
    """Return the LPR table in force here: the court's newest file, or the one in the package."""
    return _rates(_files("rates"))


def law() -> Shelf:
    """Return the law on file here: the articles in the package, and those the court loaded."""
    return _law(_files("articles", "*.toml"))


Stamped = tuple[tuple[Path, float], ...]


def _files(kind: str, pattern: str = "*.csv") -> Stamped:
    folder: Path = settings.DULY_LAW / kind
    return tuple((path, path.stat().st_mtime) for path in sorted(folder.glob(pattern)))


@cache
def _calendar(files: Stamped) -> Calendar:
    known = Calendar.published()
    for path, _ in files:
        known = known.with_notice(read_notice(path))
    return known


@cache
def _rates(files: Stamped) -> LprTable:
    return read_lpr(files[-1][0]) if files else LprTable.on_file()


@cache
def _law(files: Stamped) -> Shelf:
    return shelf(settings.DULY_LAW if files else None)
