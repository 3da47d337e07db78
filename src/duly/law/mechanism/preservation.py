"""Preservations and their last day: how long they may last, and urging that outlasts them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from duly.law.calendar import Calendar, Period, in_digits
from duly.law.finding import Finding, Ground, Outcome, all_of
from duly.law.sources import cite
from duly.law.terms import PropertyClass

# 解释 485 (待核): deposits a year, movables two, real property and other rights three.
LONGEST: Mapping[PropertyClass, Period] = {
    PropertyClass.DEPOSIT: Period(years=1),
    PropertyClass.MOVABLE: Period(years=2),
    PropertyClass.REAL_ESTATE: Period(years=3),
}
# How long before the last day the court is told.
NOTICE_DAYS = 30


@dataclass(frozen=True, slots=True)
class Preservation:
    """A measure on property that holds until its last day."""

    what: str
    expires_on: date


def within_longest(
    kind: PropertyClass | None, first: date | None, last: date | None, *, on: date
) -> Finding:
    """Return whether a measure lasts no longer than the law lets it; a warning, not a bar."""
    basis = cite("查封期限", on=on)
    question = "查封、扣押、冻结的期限是否适当"
    if kind is None or first is None or last is None:
        unknown = Ground(
            basis,
            Outcome.UNDECIDED,
            "财产种类或者起止日期没有填写，不能核对期限",
            "填写财产种类：存款不超过一年，动产不超过二年，不动产、其他财产权不超过三年",
        )
        return all_of(question, (unknown,))
    # The corresponding day itself: no rest day lengthens a measure.
    limit = LONGEST[kind].reckon(first, Calendar.published()).raw_last_day
    if last <= limit:
        weighed = Ground(basis, Outcome.MET, f"不超过{kind.chinese}的最长期限")
    else:
        weighed = Ground(
            basis,
            Outcome.NOT_MET,
            f"{kind.chinese}的期限不超过{LONGEST[kind]}，至迟为{in_digits(limit)}",
            "核对届满日期；需要继续的，届满前办理续行",
        )
    return all_of(question, (weighed,))


def outlasts(preservations: Sequence[Preservation], ends_on: date | None, *, on: date) -> Finding:
    """Return whether urging ends before every preservation does; a warning, not a bar.

    `ends_on` is the last day of the month of urging, or what it would be.
    """
    basis = cite("保全转入执行", on=on)
    question = "督促期限是否早于保全措施届满"
    if not preservations or ends_on is None:
        return all_of(question, (Ground(basis, Outcome.MET, "没有会先届满的保全措施"),))
    return all_of(question, [_weigh(one, ends_on, on) for one in preservations])


def _weigh(one: Preservation, ends_on: date, on: date) -> Ground:
    basis = cite("查封期限", on=on)
    day = in_digits(one.expires_on)
    if one.expires_on > ends_on:
        return Ground(basis, Outcome.MET, f"{one.what}至{day}届满，晚于督促期限")
    return Ground(
        basis,
        Outcome.NOT_MET,
        f"{one.what}将于{day}届满，不晚于督促期限届满日{in_digits(ends_on)}",
        "先办理续行查封、扣押、冻结，或者转执行立案",
    )
