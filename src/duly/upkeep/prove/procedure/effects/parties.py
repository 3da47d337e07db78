"""What new parties, and what parties bring during enforcement, change."""

from datetime import timedelta

from duly.law.calendar import Period
from duly.law.mechanism.objection_notice.facts import object_key
from duly.law.step import Clock
from duly.law.terms import (
    CommitmentKind,
    MeasureKind,
    ObjectionKind,
    PartyKind,
    PartyRole,
    Role,
)
from duly.upkeep.prove.procedure import clocks
from duly.upkeep.prove.procedure.courses import impose, open_course, open_for_debtor
from duly.upkeep.prove.procedure.matter import Effects, Matter
from duly.upkeep.prove.procedure.opening import add_person
from duly.upkeep.prove.procedure.people import Person
from duly.upkeep.prove.procedure.records import Act, Objected, Promise
from duly.upkeep.prove.procedure.refusal import NotTaken

MOST = 6
FILING = Clock(
    "objection_filing", "执行异议立案", "三(四)2", Role.FILING_CLERK, period=Period(days=3)
)


def add_party(matter: Matter, act: Act) -> None:
    """Add a party; a joint debtor answers for what the others owe."""
    given = act.answers
    if len(matter.persons) >= MOST:
        raise NotTaken("enough_parties")
    person = add_person(matter, given["role"], given["kind"])
    if person.role is not PartyRole.DEBTOR:
        return
    if given["joint"]:
        for duty in matter.purse.duties:
            duty.debtors |= {person}
        matter.purse.changed()
    open_for_debtor(matter, person)
    if matter.enforcement_filed:
        impose(matter, person, MeasureKind.CASE_PUBLICITY)


def complete_party(matter: Matter, act: Act) -> None:
    """Complete what is known of a party: a number tells the day of birth."""
    person: Person = act.answers["party"]
    if person.kind is PartyKind.PERSON and person.born is None and act.answers["identifier"]:
        person.born = matter.today - timedelta(days=365 * 30)


def receive_objection(matter: Matter, act: Act) -> None:
    """Open the course of an objection, by a party or a third party."""
    given = act.answers
    if not matter.enforcement_filed:
        raise NotTaken("before_enforcement")
    if not object_key(given["object"]):
        raise NotTaken("object_is_nothing")
    person = given["objector"] or add_person(matter, PartyRole.THIRD_PARTY, PartyKind.PERSON)
    third = person.role is PartyRole.THIRD_PARTY
    if given["objection_kind"] is ObjectionKind.THING and not third:
        raise NotTaken("party_objects_to_thing")
    course = open_course(matter, "objection_notice", person)
    course.objected = Objected(
        person, given["objection_kind"], given["object"], given["received_on"]
    )
    clocks.keep(matter, course, FILING, given["received_on"])


def receive_repair(matter: Matter, act: Act) -> None:
    """Open the course of a temporary repair, one at a time, of measures that stand."""
    given, person = act.answers, act.answers["party"]
    if not matter.enforcement_filed:
        raise NotTaken("before_enforcement")
    if given["repair_until"] < given["repair_from"]:
        raise NotTaken("repair_ends_before")
    running = (one.promise for one in matter.open_courses("commitment"))
    if any(
        one is not None and one.person is person and one.kind is CommitmentKind.REPAIR
        for one in running
    ):
        raise NotTaken("second_repair")
    if any(not matter.in_force(person, kind) for kind in given["measures"].kinds):
        raise NotTaken("nothing_to_repair")
    course = open_course(matter, "commitment", person)
    course.promise = Promise(
        CommitmentKind.REPAIR,
        person,
        kinds=given["measures"].kinds,
        repair_from=given["repair_from"],
        repair_until=given["repair_until"],
        promised_on=given["promised_on"],
    )
    matter.promises.append(course.promise)


EFFECTS: Effects = {
    "record": {
        "add_party": add_party,
        "complete_party": complete_party,
        "receive_objection": receive_objection,
        "receive_repair": receive_repair,
    }
}
