"""What a reversal undoes in the model: a stage goes on, a warning begins anew."""

from duly.law.terms import MeasureKind
from duly.upkeep.prove.procedure import courses
from duly.upkeep.prove.procedure.facts.before import closed_unpaid
from duly.upkeep.prove.procedure.matter import Matter
from duly.upkeep.prove.procedure.people import Person
from duly.upkeep.prove.procedure.records import Act
from duly.upkeep.prove.procedure.refusal import NotTaken


def reopen(matter: Matter, _: Act) -> None:
    """Put the stage that closed as performed back where it was."""
    course = closed_unpaid(matter)
    if course is None:
        raise NotTaken("nothing_to_reopen")
    course.state, course.closed = course.taken[-1].origin, False
    if course.mechanism == "enforcement":
        for debtor in matter.debtors:
            public = matter.in_force(debtor, MeasureKind.CASE_PUBLICITY)
            if not public and matter.performed_since(debtor) is None:
                courses.impose(matter, debtor, MeasureKind.CASE_PUBLICITY, None)
    warn_anew(matter)


def warn_anew(matter: Matter) -> None:
    """Begin the warning again of who was let off for a payment that is gone."""
    if not any(matter.open_courses("enforcement")):
        return
    for debtor in matter.debtors:
        if matter.performed_since(debtor) is None and _let_off(matter, debtor):
            courses.open_course(matter, "defaulter_warning", debtor)


def _let_off(matter: Matter, debtor: Person) -> bool:
    warned = [
        one
        for one in matter.courses
        if one.mechanism == "defaulter_warning" and one.person is debtor
    ]
    return (
        bool(warned)
        and warned[-1].closed
        and warned[-1].taken[-1].name in ("end_performed", "close_unpublished")
    )
