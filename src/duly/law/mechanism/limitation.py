"""Limitation for enforcement (申请执行时效): two years, interrupted, suspended; never a bar.

An application after it is accepted all the same; only the debtor may plead it (解释 481).
"""

from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from duly.law.calendar import Calendar, Period, in_digits
from duly.law.finding import Finding, Ground, Outcome, all_of
from duly.law.sources import cite
from duly.law.terms import InterruptionKind

TERM = Period(years=2)
LAST_MONTHS = 6
QUESTION = "是否在申请执行时效期间内"
ACCEPTED = "超过时效的申请仍应受理；被执行人对时效提出异议，经审查成立的，裁定不予执行"


@dataclass(frozen=True, slots=True)
class Interruption:
    """An act that makes the two years begin again (执行程序解释 20); `what` names the record."""

    on: date
    kind: InterruptionKind
    what: str = ""


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Days on which the applicant could not act; `last` is None while it lasts."""

    first: date
    last: date | None
    what: str


@dataclass(frozen=True, slots=True)
class Limitation:
    """Until when enforcement may be applied for, from which day that runs, and why.

    `last_day` is None while the last day to perform is not known.
    """

    since: date | None
    last_day: date | None
    provisional: bool
    because: tuple[str, ...]
    finding: Finding


def reckon(
    due_on: date | None,
    *,
    interruptions: Iterable[Interruption],
    obstacles: Iterable[Obstacle],
    on: date,
    calendar: Calendar,
) -> Limitation:
    """Return where the limitation stands on a day (民事诉讼法 250; 2021: 246).

    `due_on` is the last day to perform, of instalments that of the last one. An act within
    the period begins it anew; one before or after does not.
    """
    if due_on is None:
        return _unknown(on)
    hindered = sorted(obstacles, key=lambda one: one.first)
    since, steps = due_on, [f"履行期限的最后一日为{in_digits(due_on)}"]
    late: list[Interruption] = []
    for act in sorted(interruptions, key=lambda one: one.on):
        if act.on > _end(since, hindered, on, calendar)[0]:
            late.append(act)
        elif act.on > since:
            since = act.on
            steps.append(f"{in_digits(act.on)}{_said(act)}，时效中断，重新计算")
    last_day, provisional, reckoned = _end(since, hindered, on, calendar)
    grounds = (_ground(last_day, on), *(_too_late(act, on) for act in late))
    return Limitation(since, last_day, provisional, (*steps, *reckoned), all_of(QUESTION, grounds))


def _end(
    since: date, hindered: Sequence[Obstacle], on: date, calendar: Calendar
) -> tuple[date, bool, tuple[str, ...]]:
    """Return the last day of two years, put off by what hindered in their last six months."""
    plain = TERM.reckon(since, calendar)
    last, steps = plain.raw_last_day, list(plain.because)
    from_day = _six_months_before(plain.raw_last_day)
    counted = since
    for one in hindered:
        first = max(one.first, from_day, counted + timedelta(days=1))
        until = min(one.last or on, on)
        if first > last or until < first:
            continue
        days = (until - first).days + 1
        last, counted = last + timedelta(days=days), until
        steps.append(
            f"时效期间的最后六个月内，{in_digits(first)}至{in_digits(until)}{one.what}，"
            f"时效中止{days}日"
        )
    if last == plain.raw_last_day:
        return plain.last_day, plain.provisional, plain.because
    rolled = calendar.roll_forward(last)
    steps.append(f"最后一日为{in_digits(rolled)}")
    years = range(since.year, rolled.year + 1)
    return rolled, not all(map(calendar.is_published, years)), tuple(steps)


def _six_months_before(day: date) -> date:
    months = day.year * 12 + day.month - 1 - LAST_MONTHS
    year, month = months // 12, months % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _said(act: Interruption) -> str:
    return act.kind.chinese + (f"（{act.what}）" if act.what else "")


def _ground(last_day: date, on: date) -> Ground:
    basis = cite("申请执行时效", on=on)
    if on <= last_day:
        return Ground(basis, Outcome.MET, f"申请执行时效至{in_digits(last_day)}届满")
    return Ground(basis, Outcome.NOT_MET, f"申请执行时效已于{in_digits(last_day)}届满", ACCEPTED)


def _too_late(act: Interruption, on: date) -> Ground:
    return Ground(
        cite("超过申请执行时效", on=on),
        Outcome.UNDECIDED,
        f"{in_digits(act.on)}{_said(act)}，在时效届满以后，不发生中断",
        "是否视为放弃时效利益，由执行法官审查",
    )


def _unknown(on: date) -> Limitation:
    missing = Ground(
        cite("申请执行时效", on=on),
        Outcome.UNDECIDED,
        "履行期限的最后一日尚未查明",
        "查明生效日和履行期",
    )
    return Limitation(None, None, False, (), all_of(QUESTION, (missing,)))
