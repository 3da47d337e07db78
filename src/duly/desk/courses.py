"""Courses as a page arranges them: the three stages, what runs beside them, what has not begun."""

from duly.procedure.queries import CourseView, StepView

STAGES = ("post_judgment", "pre_enforcement", "enforcement")


def not_begun(view: CourseView) -> bool:
    """Whether a course beside the stages still stands where it opened, and nothing leads on yet."""
    if view.mechanism.name in (*STAGES, "release") or view.state is not view.mechanism.initial:
        return False
    return not any(leads_on(one) for one in view.steps)


def leads_on(one: StepView) -> bool:
    """Whether a step may be taken now and moves its course, or issues a paper."""
    return one.permitted and one.usual and bool(one.step.target or one.step.issues)
