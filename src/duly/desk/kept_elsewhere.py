"""What a court has for itself beside its settings: posts, calendars by year, the fonts found."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.conf import settings

from duly.documents.fonts import Face, FontsNotInstalled, families, kept_at
from duly.law import court_folder
from duly.law.calendar import read_notice
from duly.law.court_folder import Loaded
from duly.registry.court_files import calendar

# From the limits of the year before last to those that run into the next but one.
YEARS = range(-2, 3)


@dataclass(frozen=True, slots=True)
class Year:
    """A year of the calendar: whether its rest days are announced, by which notices, who loaded it.

    `loaded` is the newest line of the register for the year; None where it came with the program.
    """

    number: int
    announced: bool
    sources: tuple[str, ...]
    loaded: Loaded | None


@dataclass(frozen=True, slots=True)
class Typeface:
    """A part of a paper, the family in which it is printed, and the file that holds it.

    Both are empty where none is installed; `own` tells that the file is the court's.
    """

    face: Face
    family: str = ""
    file: str = ""
    own: bool = False


def years(on: date) -> list[Year]:
    """Return the years about a day as the court's calendar has them."""
    known, loaded = calendar(), _loaded()
    found = []
    for number in (on.year + away for away in YEARS):
        rows = [row for day, row in known.arranged.items() if day.year == number]
        sources = tuple(dict.fromkeys(row.source for row in rows))
        found.append(Year(number, known.is_published(number), sources, loaded.get(number)))
    return found


def _loaded() -> dict[int, Loaded]:
    """Return the newest line of the register for each year that was loaded."""
    folder = settings.DULY_LAW
    found = {}
    for row in court_folder.register(folder):
        if row.kind == "calendar" and (folder / row.file).exists():
            years = {notice.day.year for notice in read_notice(folder / row.file)}
            found.update(dict.fromkeys(years, row))
    return found


def typefaces() -> list[Typeface]:
    """Return in which family each part of a paper is printed here."""
    return list(_typefaces())


def _typefaces() -> Iterator[Typeface]:
    for face in Face:
        try:
            yield Typeface(face, families(face)[0], *kept_at(face))
        except FontsNotInstalled:
            yield Typeface(face)
