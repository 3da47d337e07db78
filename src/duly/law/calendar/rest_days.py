"""Statutory rest days (法定休假日): weekends and announced holidays, less make-up workdays."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import groupby
from typing import Self

from chinese_calendar import constants as library  # type: ignore[import-untyped]

from duly.law.calendar.notice import DayKind, NoticeRefused, NoticeRow
from duly.law.calendar.wording import in_digits, with_weekday

FIRST_YEAR, LAST_YEAR = 1949, 2999
ONE_DAY = timedelta(days=1)
SATURDAY = 5
# The library's short names, as a notice writes them in full.
_FULL_NAMES = {"清明": "清明节", "端午": "端午节", "中秋": "中秋节"}


class OutOfRange(ValueError):
    """A date before 1949 or after 2999: certainly a slip of the pen."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """What is known of rest days: the days that notices arrange, and the years they cover.

    A day in a year outside `years` is judged by weekends alone; whoever relies on it
    must say that the answer is provisional.
    """

    arranged: Mapping[date, NoticeRow]
    years: frozenset[int]

    @classmethod
    def published(cls) -> "Calendar":
        """Return the arrangements kept by the chinesecalendar library (2004 to 2026)."""
        return _published()

    def with_notice(self, rows: Iterable[NoticeRow]) -> Self:
        """Return this calendar with a court's own file laid over it, day by day.

        A year counts as published once both its 1 January and its 1 October are
        arranged as rest. A file that arranges a whole year takes the place of what was
        known of it. Raises NoticeRefused for a year arranged in part only, and for a
        make-up workday on a day that is a workday anyway.
        """
        overlay = {row.day: row for row in rows}
        whole = {year for year in {day.year for day in overlay} if _is_complete(overlay, year)}
        kept = {day: row for day, row in self.arranged.items() if day.year not in whole}
        known = type(self)(kept, self.years)
        for day, row in overlay.items():
            if row.kind is DayKind.WORK and not known.is_rest_day(day):
                raise NoticeRefused(f"{with_weekday(day)}本来就是工作日，不能列为调休上班，请核对")
        arranged = {**kept, **overlay}
        complete = {year for year in {day.year for day in overlay} if _is_complete(arranged, year)}
        _refuse_partial_years(overlay, self.years | complete)
        return type(self)(arranged, self.years | complete)

    def is_published(self, year: int) -> bool:
        """Whether the rest days of a year are on file."""
        return year in self.years

    def is_rest_day(self, day: date) -> bool:
        """Whether a day is a statutory rest day."""
        row = self.arranged.get(day)
        return day.weekday() >= SATURDAY if row is None else row.kind is DayKind.REST

    def is_make_up_workday(self, day: date) -> bool:
        """Whether a weekend day is worked to make up for a holiday (调休上班)."""
        return day.weekday() >= SATURDAY and not self.is_rest_day(day)

    def name_of(self, day: date) -> str:
        """Return what kind of day it is: 国庆节放假, 休息日, 调休上班日 or 工作日."""
        if not self.is_rest_day(day):
            return "调休上班日" if self.is_make_up_workday(day) else "工作日"
        row = self.arranged.get(day)
        return "休息日" if row is None else f"{row.holiday}放假"

    def roll_forward(self, day: date) -> date:
        """Return the day itself, or the first working day after a run of rest days."""
        while self.is_rest_day(day):
            day = next_day(day)
        return day

    def working_days_after(self, day: date, count: int) -> date:
        """Return the count-th working day after a day, which is itself not counted."""
        while count:
            day = next_day(day)
            count -= not self.is_rest_day(day)
        return day


def next_day(day: date) -> date:
    """Return the following day. Raises OutOfRange past 2999."""
    return in_range(day) + ONE_DAY


def in_range(day: date) -> date:
    """Return a date between 1949 and 2999 unchanged. Raises OutOfRange otherwise."""
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise OutOfRange(f"{in_digits(day)}不在1949年至2999年之间，请核对日期")
    return day


@cache
def _published() -> Calendar:
    rows = [
        *(_library_row(day, DayKind.REST, name) for day, name in library.holidays.items()),
        *(_library_row(day, DayKind.WORK, name) for day, name in library.workdays.items()),
    ]
    arranged = {row.day: row for row in rows}
    return Calendar(arranged, frozenset(day.year for day in library.holidays))


def _library_row(day: date, kind: DayKind, name: str) -> NoticeRow:
    chinese = library.Holiday(name).chinese
    return NoticeRow(day, kind, _FULL_NAMES.get(chinese, chinese), "chinesecalendar")


def _is_complete(arranged: Mapping[date, NoticeRow], year: int) -> bool:
    fixed = (arranged.get(date(year, 1, 1)), arranged.get(date(year, 10, 1)))
    return all(row is not None and row.kind is DayKind.REST for row in fixed)


def _refuse_partial_years(days: Iterable[date], published: frozenset[int]) -> None:
    for year, arranged in groupby(sorted(days), key=lambda day: day.year):
        # A notice may reach into the December before or the January after its year.
        if year not in published and any(2 <= day.month <= 11 for day in arranged):
            raise NoticeRefused(f"{year}年的放假安排不完整：缺少元旦或者国庆节放假，请补全后再导入")
