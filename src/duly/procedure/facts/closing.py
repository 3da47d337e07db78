"""Stages that were closed as performed, and by which step; what is owed again after a reversal."""

from datetime import date

from duly.law.mechanism.enforcement import Conclusion
from duly.procedure.facts import case_file, debt
from duly.procedure.models import Course, StepTaken
from duly.registry.models import Matter

STAGES = ("enforcement", "pre_enforcement", "post_judgment")


def closed_unpaid(matter: Matter, on: date) -> Course | None:
    """Return the last stage of a matter if it closed as performed and the debt is owed again.

    What urging left open is applied for anew (二(二)2): such a course is not reopened.
    """
    stages = [one for one in case_file.courses(matter) if one.mechanism in STAGES]
    if not stages or any(one.closed_at is None for one in stages):
        return None
    last = max(stages, key=lambda one: one.pk)
    if not _as_performed(last) or debt.performed(matter, on) is not False:
        return None
    return last


def _as_performed(course: Course) -> bool:
    closing = closing_step(course)
    if closing is None:
        return False
    if closing.name == "conclude":
        return bool(closing.answers["how"] == Conclusion.PERFORMED.value)
    return closing.name == "note_performed"


def closing_step(course: Course) -> StepTaken | None:
    """Return the step that closed a course; None while it is open."""
    if course.closed_at is None:
        return None
    taken = case_file.steps(course.matter, course=course)
    return next((one for one in reversed(taken) if one.target == course.state), None)
