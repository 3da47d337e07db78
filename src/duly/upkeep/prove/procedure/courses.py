"""Courses of the model begin and end here; and what follows from the record by itself."""

from datetime import date

from duly.law.mechanism.objection_notice.facts import Ruling, object_key
from duly.law.mechanism.payout import CLOCK as PAYOUT
from duly.law.mechanism.release import owed_within
from duly.law.step import Clock
from duly.law.terms import MeasureKind, ObjectionKind, PartyRole, Role, Term
from duly.upkeep.prove.procedure import clocks
from duly.upkeep.prove.procedure.debtor import ended_by_decision
from duly.upkeep.prove.procedure.matter import Matter
from duly.upkeep.prove.procedure.people import Person
from duly.upkeep.prove.procedure.records import Course, Measure, Objected

IN_ENFORCEMENT = (
    "certificate",
    "defaulter_warning",
    "fine_warning",
    "detention_warning",
    "referral",
)
STANDING_WITH = {
    MeasureKind.DEFAULTER_LISTING: "listing",
    MeasureKind.CONSUMPTION_RESTRICTION: "permit",
}


def open_course(matter: Matter, mechanism: str, person: Person | None = None) -> Course:
    """Open a course in the first state of its mechanism."""
    course = Course(matter.number(), mechanism, matter.tables[mechanism].initial, person)
    matter.courses.append(course)
    return course


def open_for_debtor(matter: Matter, debtor: Person) -> None:
    """Open what is about one debtor, and is not open."""
    for mechanism in IN_ENFORCEMENT if matter.enforcement_filed else ("certificate",):
        if not any(one.person is debtor for one in matter.open_courses(mechanism)):
            open_course(matter, mechanism, debtor)


def move(matter: Matter, course: Course, state: Term | str) -> None:
    """Put a course in a state; in a final one it closes and its time limits stop."""
    table = matter.tables[course.mechanism]
    course.state = table.states(state)
    if course.state in table.final:
        course.closed = True
        for one in course.deadlines:
            one.stopped = True


def impose(
    matter: Matter, person: Person, kind: MeasureKind, expires_on: date | None = None
) -> Measure:
    """Put a measure on record, and open the course that stands with it."""
    measure = Measure(
        matter.number(), person, kind, matter.today, expires_on, has_term=expires_on is not None
    )
    matter.measures.append(measure)
    begin(matter, measure)
    return measure


def begin(matter: Matter, measure: Measure) -> None:
    """Open the course that goes with a measure, where it has one and none is open."""
    mechanism = STANDING_WITH.get(measure.kind)
    if mechanism and not any(
        one.person is measure.person for one in matter.open_courses(mechanism)
    ):
        open_course(matter, mechanism, measure.person)


def end(matter: Matter, measure: Measure, on: date) -> None:
    """Lift a measure, and end the course that stood with it."""
    measure.released_on = on
    mechanism = STANDING_WITH.get(measure.kind)
    if matter.in_force(measure.person, measure.kind):
        return
    for course in list(matter.open_courses(mechanism)) if mechanism else ():
        if course.person is measure.person:
            move(matter, course, "ended")


def let_be_listed_again(matter: Matter, measure: Measure) -> None:
    """Open a new warning for a debtor deleted from the list who still owes."""
    if measure.kind is not MeasureKind.DEFAULTER_LISTING:
        return
    if matter.performed_since(measure.person) is not None:
        return
    if not any(one.person is measure.person for one in matter.open_courses("defaulter_warning")):
        open_course(matter, "defaulter_warning", measure.person)


def follow(matter: Matter) -> None:
    """Owe what performance lifts, take back what is not owed, and pass on what arrived."""
    released = {one.measure: one for one in matter.open_courses("release")}
    for measure in matter.measures:
        running = released.get(measure)
        if measure.released_on is None:
            _follow(matter, measure, running)
        elif running is not None:
            move(matter, running, "cancelled")
    _follow_money(matter)


def _follow(matter: Matter, measure: Measure, running: Course | None) -> None:
    since = owed_since(matter, measure)
    if since is None:
        if running is not None:
            move(matter, running, "cancelled")
    elif running is None:
        course = open_course(matter, "release", measure.person)
        course.measure = measure
        clock = Clock(
            "release",
            "解除措施",
            "三(六)2",
            Role.ENFORCEMENT_JUDGE,
            period=owed_within(measure.kind, objected=freed(matter, measure) is not None),
        )
        clocks.keep(matter, course, clock, max(since, measure.imposed_on))


def owed_since(matter: Matter, measure: Measure) -> date | None:
    """Return since when a measure is to be lifted; None while it is not."""
    performed = matter.performed_since(measure.person)
    if performed is not None:
        return performed
    certified = matter.certificate(measure.person)
    if certified is not None:
        issued = certified.newest("approve_certificate")
        return issued.on if issued else matter.today
    decided, objected = ended_by_decision(matter, measure), freed(matter, measure)
    if decided:
        return decided.on
    return objected.ended_on if objected else None


def freed(matter: Matter, measure: Measure) -> Objected | None:
    """Return the objection that finally freed the object of a measure."""
    return next(
        (
            one.objected
            for one in matter.courses
            if one.objected is not None
            and one.objected.measure is measure
            and one.objected.ended_on is not None
            and one.objected.outcome == Ruling.UPHELD.value
        ),
        None,
    )


def stays(matter: Matter, thing: str) -> bool:
    """Tell whether an upheld objection stays enforcement against a thing."""
    return any(
        one.objected.outcome == Ruling.UPHELD.value
        and one.objected.kind is ObjectionKind.THING
        and object_key(one.objected.thing) == object_key(thing)
        for one in matter.courses
        if one.objected is not None
    )


def _follow_money(matter: Matter) -> None:
    running = {one.person: one for one in matter.open_courses("payout")}
    if not running and not matter.purse.payments:
        return
    for person in matter.persons:
        if person.role is PartyRole.CREDITOR:
            waits = matter.purse.held_for(person, matter.today) > 0
        else:
            waits = matter.purse.surplus_of(person, matter.today) is not None
        if not waits and person in running:
            running[person].proposed_fen = None
            move(matter, running[person], "cancelled")
        elif waits and person not in running:
            clocks.keep(matter, open_course(matter, "payout", person), PAYOUT, matter.today)
