"""Nobody is forgotten in custody: who has performed is to be released, or not sought any more.

The law leaves early release to the court (民事诉讼法 118), so that no release follows by
itself; but that it is considered is due on the day after performance, rest day or not.
"""

from datetime import date, datetime, timedelta

from duly.law.calendar import in_digits
from duly.law.step import Clock
from duly.law.terms import Role
from duly.procedure import clocks
from duly.procedure.facts import case_file, debt
from duly.procedure.models import Course
from duly.registry.models import Matter

CONSIDER = Clock(
    "liberty", "已履行：审查是否解除或者不再执行拘留", "三(三)3", Role.ENFORCEMENT_JUDGE
)
NOT_DECIDED = frozenset({"open", "warned", "proposed"})
AT_STAKE = frozenset({"decided", "detained", "release_proposed"})
NEXT_DAY = timedelta(days=1)


def follow(matter: Matter, *, on: date, at: datetime) -> None:
    """Start the clock for each detained debtor who has performed, and stop it when it is over."""
    for course in case_file.running(matter, "detention_warning"):
        if course.state in NOT_DECIDED:
            continue
        since = _performed_since(course, on) if course.state in AT_STAKE else None
        watched = course.deadlines.filter(name=CONSIDER.name)
        if since is None:
            clocks.stop(course, (CONSIDER.name,), at=at)
        elif not watched.filter(stopped_at=None).exists():
            because = (f"{in_digits(since)}履行完毕", "次日，不因休息日顺延")
            clocks.start_until(CONSIDER, course, since, max(since, on) + NEXT_DAY, because)


def _performed_since(course: Course, on: date) -> date | None:
    if course.party is None:
        return None
    return debt.performed_since(course.matter, on, course.party)
