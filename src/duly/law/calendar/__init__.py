"""Rest days, and periods counted by them (期间)."""

from duly.law.calendar.notice import DayKind, NoticeRefused, NoticeRow, parse_notice, read_notice
from duly.law.calendar.periods import Period, PeriodRefused, Reckoning
from duly.law.calendar.rest_days import Calendar, OutOfRange
from duly.law.calendar.wording import in_digits, in_numerals, weekday, with_weekday

__all__ = [
    "Calendar",
    "DayKind",
    "NoticeRefused",
    "NoticeRow",
    "OutOfRange",
    "Period",
    "PeriodRefused",
    "Reckoning",
    "in_digits",
    "in_numerals",
    "parse_notice",
    "read_notice",
    "weekday",
    "with_weekday",
]
