"""Courses as a page arranges them: the three stages, what runs beside them, what has not begun."""

from duly.procedure.queries import CourseView, StepView

STAGES = ("post_judgment", "pre_enforcement", "enforcement")


def not_begun(view: CourseView) -> bool:
    """Whether nobody has begun on a course beside the stages, and nothing leads on yet.

    A ground or an act that was found is a beginning, though the course has not moved.
    """
    if view.mechanism.name in (*STAGES, "release") or view.state is not view.mechanism.initial:
        return False
    if view.is_begun:
        return False
    return not any(one.permitted and leads(one) for one in view.steps)


def leads(one: StepView) -> bool:
    """Whether a step of the usual way moves its course, or issues a paper."""
    return one.usual and bool(one.step.target or one.step.issues)


def leads_on(one: StepView) -> bool:
    """Whether a step may be taken now by who looks, and leads on."""
    return one.permitted and leads(one)
