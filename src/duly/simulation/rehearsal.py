"""When a story must begin so that its last act comes in time: found by its dates alone."""

from collections.abc import Callable
from datetime import date, timedelta

from duly.law.calendar import Calendar
from duly.simulation import days
from duly.simulation.case import TooLate
from duly.simulation.playing import Story

TRIES = 60


class NeverInTime(ValueError):
    """However early it begins, the story does not end in time."""


def latest_beginning(tell: Callable[[date], Story], *, by: date, calendar: Calendar) -> date:
    """Return the latest workday on which a story can begin so as to end by a day.

    `tell` starts the story on a day. It is gone through without anything being done.

    :raises NeverInTime: if no day is found.
    """
    begins = days.workday_before(by + days.ONE_DAY, 1, calendar)
    for _ in range(TRIES):
        late = _late_by(tell(begins), by)
        if late <= 0:
            return _later_still(tell, begins, by, calendar)
        # Rest days stretch a story by more or less from each beginning: approach in halves.
        earlier = begins - timedelta(days=late // 2)
        begins = days.workday_before(earlier, 1, calendar)
    raise NeverInTime(f"排不进{by}以前")


def _later_still(tell: Callable[[date], Story], begins: date, by: date, calendar: Calendar) -> date:
    later = calendar.working_days_after(begins, 1)
    while later <= by and _late_by(tell(later), by) <= 0:
        begins, later = later, calendar.working_days_after(later, 1)
    return begins


def _late_by(story: Story, by: date) -> int:
    last = date.min
    try:
        for act in story:
            last = act.at.date()
    except TooLate as too_late:
        return too_late.by_days
    return (last - by).days
