"""What was proposed to the president, read back from the step that proposed it."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from duly.law.money import Yuan
from duly.law.terms import SanctionTarget
from duly.procedure.act import Act
from duly.procedure.facts import case_file
from duly.procedure.models import Course, Misconduct, Responsible, StepTaken

PROPOSALS = (
    "propose_fine",
    "propose_detention",
    "propose_reduced",
    "propose_urgently",
    "propose_referral",
)


def newest(course: Course) -> StepTaken | None:
    """Return the newest proposal of a course that has gone to the president."""
    return case_file.newest_step(course, *PROPOSALS)


def proposed(course: Course) -> Mapping[str, Any] | None:
    """Return the answers of the newest proposal, each of the type that it was given in."""
    taken = newest(course)
    if taken is None:
        return None
    return {name: _typed(name, value) for name, value in taken.answers.items()}


def before_the_president(act: Act) -> Mapping[str, Any]:
    """Return the proposal that an act makes, or else the one that it decides."""
    if act.step.name in PROPOSALS:
        return act.answers
    return proposed(act.course) or {}


def chosen_acts(proposal: Mapping[str, Any]) -> list[Misconduct]:
    """Return the acts that a proposal chooses, in its order."""
    names = ("act", "second_act", "third_act")
    return [proposal[name] for name in names if proposal.get(name) is not None]


def _typed(name: str, value: Any) -> Any:
    reader = _READERS.get(name)
    return value if reader is None else reader(value)


def _misconduct(value: Mapping[str, Any]) -> Misconduct:
    return Misconduct.objects.get(pk=value["id"])


_READERS: Mapping[str, Callable[[Any], Any]] = {
    "act": _misconduct,
    "second_act": _misconduct,
    "third_act": _misconduct,
    "responsible": lambda value: Responsible.objects.get(pk=value["id"]),
    "target": SanctionTarget,
    "amount": Yuan.of,
    "pay_by": date.fromisoformat,
}
