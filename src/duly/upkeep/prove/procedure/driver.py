"""Which event comes next: a step that may be taken, one that may not, or a jump of the clock."""

from datetime import date, timedelta
from typing import Any

from duly.law.step import Step
from duly.upkeep.prove.procedure.answers import answer
from duly.upkeep.prove.procedure.door import attempt
from duly.upkeep.prove.procedure.matter import Matter
from duly.upkeep.prove.procedure.people import BY_ROLE, STAFF, Actor
from duly.upkeep.prove.procedure.records import Act, Course

JUMP = 0.12
WILD = 0.08
WRONG_HAND = 0.03
OFTEN = ("record_service", "record_contact", "record_payment", "find_fact")
LAST_DAY = date(2034, 12, 31)


class Event:
    """What happened: a jump, or a step tried, with what came of it."""

    __slots__ = ("act", "actor", "course", "day", "rule", "step")

    def __init__(self, day: date) -> None:
        self.day = day
        self.course: Course | None = None
        self.step: Step[Any] | None = None
        self.actor: Actor | None = None
        self.act: Act | None = None
        self.rule = ""


def next_event(matter: Matter) -> Event:
    """Draw an event; the caller lets it happen."""
    chance = matter.chance
    if chance.random() < JUMP and matter.today < LAST_DAY:
        return Event(_another_day(matter))
    event = Event(matter.today)
    if chance.random() < WILD:
        event.course = chance.choice(matter.courses)
        event.step = chance.choice(matter.tables[event.course.mechanism].steps)
        event.actor = chance.choice(STAFF)
        return event
    event.course = _course(matter)
    event.step = _step(matter, event.course)
    event.actor = _actor(matter, event.course, event.step)
    return event


def _another_day(matter: Matter) -> date:
    """The day after a time limit, the last day of one, or some days later."""
    chance = matter.chance
    ahead = [
        one.last_day
        for course in matter.open_courses()
        for one in course.deadlines
        if not one.stopped and one.last_day >= matter.today
    ]
    if ahead and chance.random() < 0.6:
        return chance.choice(ahead) + timedelta(days=chance.choice((0, 1, 1)))
    return matter.today + timedelta(days=chance.choice((1, 1, 2, 5, 10, 30)))


def _course(matter: Matter) -> Course:
    running = list(matter.open_courses())
    if not running:
        return matter.chance.choice(matter.courses)
    if matter.chance.random() < 0.3 and not matter.courses[0].closed:
        return matter.courses[0]
    return matter.chance.choice(running)


def _step(matter: Matter, course: Course) -> Step[Any]:
    """A step from here: of two drawn, the one that this course has taken less often."""
    chance = matter.chance
    table = matter.tables[course.mechanism]
    leaving = table.steps_from(course.state) or table.steps
    if course.mechanism == "record" and chance.random() < 0.5:
        return table.step(chance.choice(OFTEN))
    one, other = chance.choice(leaving), chance.choice(leaving)
    if one is other:
        return one
    names = [taken.name for taken in course.taken]
    return one if names.count(one.name) <= names.count(other.name) else other


def _actor(matter: Matter, course: Course, step: Step[Any]) -> Actor:
    chance = matter.chance
    if chance.random() < WRONG_HAND:
        return chance.choice(STAFF)
    return chance.choice(BY_ROLE[chance.choice(sorted(step.by))])


def happen(matter: Matter, event: Event) -> None:
    """Let an event happen. Raises NotTaken where the step is refused."""
    matter.today = event.day
    if event.course is not None and event.step is not None and event.actor is not None:
        event.act = attempt(matter, event.course, event.step, event.actor, answer)
