"""What the record itself shows: service, age, performance. Written apart from the rules."""

from datetime import date, timedelta

from duly.law.service import Attempt
from duly.law.terms import PartyKind, ServiceMethod
from duly.upkeep.prove.procedure.matter import Matter
from duly.upkeep.prove.procedure.people import Person
from duly.upkeep.prove.procedure.records import Course, Paper, Taken
from duly.upkeep.prove.procedure.refusal import Violation

SIGNED_FOR = frozenset({ServiceMethod.PERSONAL, ServiceMethod.ENTRUSTED, ServiceMethod.FORWARDED})


def demand(holds: object, sentence: str) -> None:
    """Raise Violation with a sentence where something does not hold."""
    if not holds:
        raise Violation(sentence)


def received(attempt: Attempt, today: date) -> date | None:
    """Return the day on which an attempt served its paper, method by method; None if not."""
    day = _day(attempt)
    return day if day is not None and attempt.acted_on <= day <= today else None


def _day(attempt: Attempt) -> date | None:
    method = attempt.method
    if method in SIGNED_FOR:
        return attempt.signed_on
    if method is ServiceMethod.LEAVING:
        return attempt.acted_on if attempt.witnessed or attempt.recorded else None
    if method is ServiceMethod.ELECTRONIC:
        return _read(attempt) if attempt.electronic_consent else None
    if method is ServiceMethod.POSTAL:
        returned = attempt.returned_on if attempt.address_confirmed else None
        return attempt.signed_on or returned
    return None if attempt.urges else attempt.acted_on + timedelta(days=30)


def _read(attempt: Attempt) -> date | None:
    arrived, acknowledged = attempt.arrived_on, attempt.acknowledged_on
    if not attempt.other_address:
        return arrived
    return None if acknowledged and arrived and acknowledged < arrived else acknowledged


def served_with(matter: Matter, paper: Paper, person: Person) -> date | None:
    """Return the first day on which a paper was lawfully served on a party."""
    days = [
        received(one.attempt, matter.today)
        for one in matter.served
        if one.paper is paper and one.person is person
    ]
    return min((day for day in days if day is not None), default=None)


def is_adult(person: Person, on: date) -> bool:
    """Whether a person is known to be eighteen; a unit has no age."""
    if person.kind is PartyKind.UNIT:
        return True
    if person.born is None:
        return False
    born = person.born
    return (on.year - born.year, on.month, on.day) >= (18, born.month, born.day) or (
        on.year - born.year > 18
    )


def settled(matter: Matter) -> bool:
    """Whether the newest settlement was found fully performed."""
    return bool(matter.settlements) and matter.settlements[-1].performed is True


def done(matter: Matter, person: Person) -> bool:
    """Whether a debtor has performed, in money and acts, by settlement, or on the evidence."""
    return settled(matter) or matter.performed(person) is True


def newest_proposal(course: Course) -> Taken | None:
    """Return the newest step by which something was proposed in a course."""
    return next((one for one in reversed(course.taken) if one.name.startswith("propose_")), None)
