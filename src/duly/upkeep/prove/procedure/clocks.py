"""Time limits of the model: started and stopped as the tables say."""

from datetime import date, timedelta
from typing import Any

from duly.law.mechanism.hold import why_it_stands
from duly.law.step import Clock
from duly.upkeep.prove.procedure.debtor import published_after
from duly.upkeep.prove.procedure.matter import Matter
from duly.upkeep.prove.procedure.records import Act, Course, Deadline
from duly.upkeep.prove.procedure.refusal import Unmodelled


def start(matter: Matter, act: Act, clock: Clock) -> None:
    """Start a clock of a step; nothing where the day that it hangs on is not set."""
    if clock.period is not None:
        since = _since(clock, act)
        if since is not None:
            last = clock.period.reckon(since, matter.calendar).last_day
            begins = min(since, act.on) if clock.name in act.step.stops else since
            _add(matter, act.course, clock, begins, last)
        return
    day = act.answers.get(clock.ask) if clock.ask else _known(matter, act, clock.fact)
    if day is not None:
        _add(matter, act.course, clock, min(act.on, day), day)


def keep(matter: Matter, course: Course, clock: Clock, since: date) -> None:
    """Start a clock with a period from a day."""
    if clock.period is None:
        raise Unmodelled(f"时限“{clock.chinese}”没有期间")
    _add(matter, course, clock, since, clock.period.reckon(since, matter.calendar).last_day)


def stop(course: Course, names: tuple[str, ...]) -> None:
    """Stop the running clocks of a course that bear one of some names."""
    for one in course.deadlines:
        if one.name in names:
            one.stopped = True


def _since(clock: Clock, act: Act) -> date | None:
    if not clock.since:
        return act.on
    answered: date | None = act.answers.get(clock.since)
    known: date | None = getattr(act.facts, clock.since, None)
    return answered or known


def _add(matter: Matter, course: Course, clock: Clock, since: date, last_day: date) -> None:
    table = matter.tables[course.mechanism]
    clocks = [one for step in table.steps for one in step.starts if one.name == clock.name]
    moves = not why_it_stands(clock.name, clocks or (clock,))
    course.deadlines.append(Deadline(clock.name, clock.owner, since, last_day, moves))


def _known(matter: Matter, act: Act, fact: str) -> date | None:
    if fact == "due_on":
        return matter.due()
    if fact == "limitation_on":
        return matter.limitation().last_day
    if fact == "publish_from":
        return published_after(matter, act.course, act.on)
    if fact == "expires_on" and act.course.measure is not None:
        expires = act.course.measure.expires_on
        return max(expires, act.on) if expires else None
    if fact == "family_notice_on":
        taken: date = act.answers["taken_on"]
        return taken + timedelta(days=1)
    return _of_facts(act.facts, fact)


def _of_facts(facts: Any, fact: str) -> date | None:
    if not hasattr(facts, fact):
        raise Unmodelled(f"时限所依的日期“{fact}”没有模型：在 upkeep/prove/procedure/clocks 中写明")
    day: date | None = getattr(facts, fact)
    return day
