"""Days on which a court works, counted from the day of the demo."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from duly.law.calendar import Calendar

COURT_TIME = ZoneInfo("Asia/Shanghai")
OPENS, NOON, AFTERNOON, CLOSES = time(9), time(11, 50), time(14, 30), time(17, 30)
ONE_DAY = timedelta(days=1)


class Overworked(ValueError):
    """More was to be done on a day than its hours hold."""


def morning(day: date, minutes: int = 0) -> datetime:
    """Return a moment so many minutes after the court opens."""
    return datetime.combine(day, OPENS, COURT_TIME) + timedelta(minutes=minutes)


def later(moment: datetime, minutes: int) -> datetime:
    """Return a moment so many working minutes later on the same day, past the noon break.

    :raises Overworked: if the court would be closed by then.
    """
    then = moment + timedelta(minutes=minutes)
    if NOON < then.time() < AFTERNOON:
        then = datetime.combine(then.date(), AFTERNOON, COURT_TIME) + timedelta(minutes=minutes)
    if then.time() > CLOSES or then.date() != moment.date():
        raise Overworked(f"{moment:%Y-%m-%d}的事项排到了下班以后")
    return then


def workday_from(day: date, calendar: Calendar) -> date:
    """Return the day itself or the first workday after it."""
    return calendar.roll_forward(day)


def workday_before(day: date, count: int, calendar: Calendar) -> date:
    """Return the count-th workday strictly before a day."""
    while count:
        day -= ONE_DAY
        count -= not calendar.is_rest_day(day)
    return day
