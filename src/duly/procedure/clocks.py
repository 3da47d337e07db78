"""Time limits start and stop here, each with the reckoning of its last day."""

from datetime import date, datetime, timedelta

from duly.law.calendar import Period, in_digits
from duly.law.step import Clock
from duly.law.terms import Role
from duly.procedure import holding, limitation
from duly.procedure.act import Act
from duly.procedure.facts import instrument
from duly.procedure.facts.defaulter_warning import published_after
from duly.procedure.models import Course, Deadline
from duly.registry.court_files import calendar


def start(clock: Clock, act: Act) -> Deadline | None:
    """Start a clock of a step; None where the day that it hangs on is not set."""
    if clock.period is not None:
        since = _since(clock, act)
        if since is None:
            return None
        # What lengthens a limit that still runs goes on from the act: a hold moves it.
        begins = min(since, act.on) if clock.name in act.step.stops else since
        return _reckon(clock, act.course, clock.period, since, begins)
    if clock.fact:
        return _from_fact(clock, act)
    day: date | None = act.answers.get(clock.ask)
    if day is None:
        return None
    return _keep(clock, act.course, act.on, day, (f"{act.actor}填写：{in_digits(day)}",), False)


def start_release(course: Course, period: Period, performed_on: date) -> Deadline:
    """Start the clock of a release: it runs from the day of performance."""
    clock = Clock("release", "解除措施", "三(六)2", Role.ENFORCEMENT_JUDGE)
    return _reckon(clock, course, period, performed_on)


def start_for(clock: Clock, course: Course, since: date) -> Deadline:
    """Start a clock with a period in a course that another act opens, from a day."""
    return _reckon(clock, course, clock.period or Period(), since)


def start_until(
    clock: Clock, course: Course, since: date, last_day: date, because: tuple[str, ...]
) -> Deadline:
    """Start a clock in a course that ends on a day that no rest day moves."""
    return _keep(clock, course, since, last_day, because, False)


def stop(course: Course, names: tuple[str, ...], *, at: datetime) -> None:
    """Stop the running clocks of a course that bear one of some names."""
    if names:
        course.deadlines.filter(name__in=names, stopped_at=None).update(stopped_at=at)


def _since(clock: Clock, act: Act) -> date | None:
    if not clock.since:
        return act.on
    answered: date | None = act.answers.get(clock.since)
    known: date | None = getattr(act.facts, clock.since, None)
    return answered or known


def _reckon(
    clock: Clock, course: Course, period: Period, since: date, begins: date | None = None
) -> Deadline:
    reckoned = period.reckon(since, calendar())
    first = begins or since
    return _keep(clock, course, first, reckoned.last_day, reckoned.because, reckoned.provisional)


def _from_fact(clock: Clock, act: Act) -> Deadline | None:
    return _DAYS.get(clock.fact, _known)(clock, act)


def _known(clock: Clock, act: Act) -> Deadline | None:
    """A day that the mechanism's own facts know."""
    day: date | None = getattr(act.facts, clock.fact)
    if day is None:
        return None
    return _keep(clock, act.course, min(act.on, day), day, (f"至{in_digits(day)}",), False)


def _due(clock: Clock, act: Act) -> Deadline | None:
    due = instrument.due(act.matter, on=act.on)
    if due is None:
        return None
    start_day = _earlier(due.last_day, act)
    return _keep(clock, act.course, start_day, due.last_day, due.because, due.provisional)


def _publication(clock: Clock, act: Act) -> Deadline | None:
    day = published_after(act.course, act.on)
    why = "立即公布" if day == act.on else f"宽限期后，{in_digits(day)}起可以公布"
    return _keep(clock, act.course, act.on, day, (why,), False)


def _listing_term(clock: Clock, act: Act) -> Deadline | None:
    expires = act.course.measure.expires_date if act.course.measure else None
    if expires is None:
        return None
    last_day = max(expires, act.on)
    why = f"失信期限至{in_digits(expires)}届满，届满后删除"
    return _keep(clock, act.course, act.on, last_day, (why,), False)


def _limitation(clock: Clock, act: Act) -> Deadline | None:
    known = limitation.of(act.matter, act.on)
    if known.since is None or known.last_day is None:
        return None
    return _keep(clock, act.course, known.since, known.last_day, known.because, known.provisional)


def _earlier(last_day: date, act: Act) -> date:
    known = instrument.takes_effect(act.matter, on=act.on)
    starts = known.on if known and known.on else act.on
    return min(starts, last_day)


def _keep(
    clock: Clock,
    course: Course,
    start_day: date,
    last_day: date,
    because: tuple[str, ...],
    provisional: bool,
) -> Deadline:
    deadline = Deadline.objects.create(
        course=course,
        matter_id=course.matter_id,
        name=clock.name,
        chinese=clock.chinese,
        clause=clock.clause,
        owner=clock.owner.value,
        start_date=start_day,
        last_date=last_day,
        provisional=provisional,
        because=list(because),
    )
    holding.begin_within(deadline)
    return deadline


def _family_notice(clock: Clock, act: Act) -> Deadline | None:
    """Twenty-four hours from custody: no rest day moves them (民诉法解释 180)."""
    taken_on: date = act.answers["taken_on"]
    because = (f"执行拘留：{in_digits(taken_on)}", "二十四小时，不因休息日顺延")
    return _keep(clock, act.course, taken_on, taken_on + timedelta(days=1), because, False)


_DAYS = {
    "family_notice_on": _family_notice,
    "due_on": _due,
    "limitation_on": _limitation,
    "publish_from": _publication,
    "expires_on": _listing_term,
}
