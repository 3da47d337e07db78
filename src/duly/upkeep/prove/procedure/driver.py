"""Which event comes next: a step that may be taken, one that may not, or a jump of the clock."""

from datetime import date, timedelta
from typing import Any

from duly.law.step import Step
from duly.law.terms import MeasureKind
from duly.upkeep.prove.procedure import goals
from duly.upkeep.prove.procedure.answers import answer
from duly.upkeep.prove.procedure.door import attempt
from duly.upkeep.prove.procedure.facts import gather
from duly.upkeep.prove.procedure.matter import Matter
from duly.upkeep.prove.procedure.people import BY_ROLE, STAFF, Actor
from duly.upkeep.prove.procedure.records import Act, Course
from duly.upkeep.prove.procedure.refusal import NotTaken

JUMP = 0.12
WILD = 0.08
WRONG_HAND = 0.03
OWN = 0.25
OFTEN = ("record_service",) * 4 + ("record_contact",) * 2 + ("record_payment", "find_fact")
STAGES = frozenset({"post_judgment", "pre_enforcement", "enforcement"})
SELDOM = frozenset({"certificate", "referral", "permit", "revocation"})
REPAIRABLE = frozenset({MeasureKind.DEFAULTER_LISTING, MeasureKind.CONSUMPTION_RESTRICTION})
IDLE = frozenset({"open", "standing"})
# Steps that end much: taken less often, so that histories get far.
HASTY = {
    **dict.fromkeys(("archive",), 0.04),
    **dict.fromkeys(("refuse_repair", "propose_urgently", "withdraw_misconduct"), 0.05),
    **dict.fromkeys(("close_unsigned", "revoke_decision", "end_unexecuted", "find_wrong"), 0.2),
    **dict.fromkeys(("spare", "waive", "refuse", "return_pay_out", "file_directly"), 0.3),
    **dict.fromkeys(("conclude", "record_settlement", "set_hold", "add_party"), 0.1),
    **dict.fromkeys(("recuse", "replace_mediator", "receive_application", "transfer"), 0.2),
    **dict.fromkeys(("find_misconduct", "name_responsible", "find_abuse", "decline_request"), 0.3),
    **dict.fromkeys(("hold", "end_performed", "propose_refund"), 0.5),
}
# What brings a goal about that hangs on the record, once its course is where it starts.
PUSHED = {
    **dict.fromkeys(goals.PAID_FOR, "record_payment"),
    **dict.fromkeys(goals.EMERGENCY, "find_fact"),
}
FAVOUR = 0.5
MANY = 4
FORGOTTEN_AFTER = 6
LAST_DAY = date(2034, 12, 31)


class Event:
    """What happened: a jump, or a step tried, with what came of it."""

    __slots__ = ("act", "actor", "course", "day", "facts", "rule", "step")

    def __init__(self, day: date) -> None:
        self.day = day
        self.course: Course | None = None
        self.step: Step[Any] | None = None
        self.actor: Actor | None = None
        self.act: Act | None = None
        self.facts: Any = None
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
    event.facts = None if event.course.closed else gather(matter, event.course)
    event.step = _step(matter, event.course, event.facts)
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
        near = chance.choice(sorted(ahead)[: chance.choice((1, 3, 3, 20))])
        return near + timedelta(days=chance.choice((0, 1, 1)))
    return matter.today + timedelta(days=chance.choice((1, 1, 2, 5, 10, 30)))


def _course(matter: Matter) -> Course:
    """A running course: the way to enforcement first, then what it opens."""
    chance, running = matter.chance, list(matter.open_courses())
    if not running:
        return chance.choice(matter.courses)
    stages = [one for one in running if one.mechanism in STAGES]
    if stages and not matter.enforcement_filed and chance.random() < 0.5:
        return chance.choice(stages)
    if chance.random() < 0.22 and not matter.courses[0].closed:
        return matter.courses[0]
    busy = [one for one in running if one.mechanism not in SELDOM or one.state.value not in IDLE]
    if not busy or chance.random() < 0.05:
        return chance.choice(running)
    favoured = [one for one in running if one.mechanism in matter.favours]
    if favoured and chance.random() < FAVOUR:
        return chance.choice(favoured)
    mechanism = chance.choice(sorted({one.mechanism for one in busy}))
    return chance.choice([one for one in busy if one.mechanism == mechanism])


def _step(matter: Matter, course: Course, facts: Any) -> Step[Any]:
    """A step from here that concerns the course, mostly one that was not refused of late.

    Of two drawn it is the one that this course has taken less often.
    """
    chance = matter.chance
    table = matter.tables[course.mechanism]
    here = tuple(
        one for one in table.steps_from(course.state) if facts is not None and one.when(facts)
    )
    leaving = here or table.steps
    ways = [one for one in here if goals.leads(matter.goal, one.name)]
    if ways and chance.random() < 0.5:
        return chance.choice(ways)
    if course.mechanism == "record" and chance.random() < 0.6:
        return table.step(_often(matter))
    if course.refused and chance.random() < 0.85:
        leaving = tuple(one for one in leaving if one.name not in course.refused) or leaving
    calm = [one for one in leaving if chance.random() < _hasty(one)]
    calm = calm or [one for one in here if _hasty(one) == 1]
    one, other = chance.choice(calm or leaving), chance.choice(calm or leaving)
    if one is other:
        return one
    names = [taken.name for taken in course.taken]
    return one if names.count(one.name) <= names.count(other.name) else other


def _hasty(step: Step[Any]) -> float:
    return 0.015 if step.name.startswith("withdraw") and step.target else HASTY.get(step.name, 1)


def _often(matter: Matter) -> str:
    """The acts of every day; a repair is asked for where a measure can be repaired."""
    chance = matter.chance
    if chance.random() < 0.15 and any(
        one.released_on is None and one.kind in REPAIRABLE for one in matter.measures
    ):
        return "receive_repair"
    if chance.random() < 0.2 and "objection_notice" in matter.favours:
        return "receive_objection"
    if chance.random() < 0.1 and not matter.enforcement_filed:
        return "apply_for_rest"
    if matter.goal in PUSHED and chance.random() < 0.4 and matter.goal_is_near:
        return PUSHED[matter.goal]
    often = chance.choice(OFTEN)
    paid = sum(not one.reversed for one in matter.purse.payments)
    return "record_contact" if often == "record_payment" and paid >= MANY else often


def _actor(matter: Matter, course: Course, step: Step[Any]) -> Actor:
    chance = matter.chance
    if chance.random() < WRONG_HAND:
        return chance.choice(STAFF)
    if step.second_person and chance.random() < OWN:
        proposer = matter.proposer(course, step)
        if proposer is not None:
            return proposer
    return chance.choice(BY_ROLE[chance.choice(sorted(step.by))])


def happen(matter: Matter, event: Event) -> None:
    """Let an event happen. Raises NotTaken where the step is refused."""
    if event.course is None or event.step is None or event.actor is None:
        matter.today = event.day
        matter.version += 1
        return
    try:
        event.act = attempt(matter, event.course, event.step, event.actor, answer, event.facts)
    except NotTaken:
        _remember(matter, event.course, event.step)
        raise
    matter.version += 1


def _remember(matter: Matter, course: Course, step: Step[Any]) -> None:
    if matter.version - course.refused_at > FORGOTTEN_AFTER:
        course.refused_at, course.refused = matter.version, set()
    course.refused.add(step.name)
