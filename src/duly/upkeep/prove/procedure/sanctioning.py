"""Sensible answers to what the steps of a fine, a detention or a referral ask."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from duly.law.money import Yuan
from duly.law.terms import (
    PartyKind,
    ReportBreach,
    SanctionGround,
    SanctionKind,
    SanctionTarget,
)
from duly.upkeep.prove.procedure.facts.sanctions import PROPOSALS
from duly.upkeep.prove.procedure.matter import Matter
from duly.upkeep.prove.procedure.records import Course, Deed

Given = dict[str, Any]


def target(_: Matter, course: Course, __: Given) -> SanctionTarget:
    """Whom to sanction: the debtor, or a person who answers for a unit."""
    unit = course.person is not None and course.person.kind is PartyKind.UNIT
    if not unit:
        return SanctionTarget.PERSON
    fine = course.mechanism == "fine_warning"
    return SanctionTarget.UNIT if fine else SanctionTarget.RESPONSIBLE


def responsible(matter: Matter, course: Course, given: Given) -> Any:
    """The person who answers for a unit, where one is meant."""
    if given.get("target") is not SanctionTarget.RESPONSIBLE and course.mechanism != "referral":
        return None
    return matter.chance.choice(matter.responsible) if matter.responsible else None


def deed(matter: Matter, course: Course, given: Given) -> Deed | None:
    """One of the debtor's own acts that is not chosen yet, mostly one still free."""
    kind = SanctionKind.FINE if course.mechanism == "fine_warning" else SanctionKind.DETENTION
    own = [
        one
        for one in matter.deeds
        if one.person is course.person and not one.withdrawn and one not in given.values()
    ]
    free = [one for one in own if kind not in one.sanctioned and not one.referred]
    rows: Sequence[Deed] = free if free and matter.chance.random() < 0.95 else own
    return matter.chance.choice(rows) if rows else None


def further_deed(matter: Matter, course: Course, given: Given) -> Deed | None:
    """Now and then a further act."""
    return deed(matter, course, given) if matter.chance.random() < 0.2 else None


def fine(matter: Matter, _: Course, given: Given) -> Yuan:
    """A fine within its range, at its edges too."""
    unit = given.get("target") is SanctionTarget.UNIT
    sums = (5_000_000, 100_000_000, 20_000_000) if unit else (1, 100_000, 10_000_000)
    return Yuan(matter.chance.choice(sums))


def changed_fine(matter: Matter, course: Course, given: Given) -> Yuan:
    """The amount that the court above sets."""
    proposal = course.newest(*PROPOSALS)
    return fine(matter, course, proposal.answers if proposal else given)


def breach(matter: Matter, _: Course, given: Given) -> ReportBreach | None:
    """How the duty to report was broken, where that is the ground."""
    reports = given.get("ground") is SanctionGround.PROPERTY_REPORT
    return matter.chance.choice(list(ReportBreach)) if reports else None


def days(matter: Matter, _: Course, given: Given) -> int:
    """Days of detention, fewer than the full ones."""
    return matter.chance.randrange(1, max(2, min(16, given.get("full_days") or 16)))


def custody_until(_: Matter, course: Course, given: Given) -> date:
    """The last day of custody by the decision."""
    days = course.decision.days if course.decision and course.decision.days else 1
    day: date = given["taken_on"]
    return day + timedelta(days=days)


def early(matter: Matter, course: Course, _: Given) -> date:
    """A day before the end of custody."""
    until = course.decision.until if course.decision else None
    last = (until - matter.today).days - 1 if until else 0
    return matter.today + timedelta(days=matter.chance.randint(0, max(0, last)))


def appeal_in_days(matter: Matter, course: Course, _: Given) -> date:
    """A day about the three after receipt."""
    received = course.decision and matter.served_on(course.decision.paper, course.decision.person)
    if not received:
        return matter.today
    return min(matter.today, received + timedelta(days=matter.chance.randrange(4)))
