"""What a person who decides must have before him: the proposal, the facts, the warning served."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone

from duly.accounts.models import User
from duly.law.finding import Finding
from duly.law.mechanism import MECHANISMS
from duly.law.step import Step
from duly.law.terms import Role
from duly.procedure import authority, queries
from duly.procedure.models import Course, StepTaken, Warning
from duly.procedure.serving import weighed
from duly.registry.models import Fact, Service

DECIDERS = frozenset({Role.PRESIDENT, Role.BUREAU_HEAD})


@dataclass(frozen=True, slots=True)
class Served:
    """An attempt at service, and whether the law accepts it."""

    service: Service
    finding: Finding


@dataclass(frozen=True, slots=True)
class WarningServed:
    """A warning issued in the course, with every attempt to serve it."""

    warning: Warning
    services: tuple[Served, ...]


@dataclass(frozen=True, slots=True)
class Grounds:
    """All that a decision rests on."""

    proposal: StepTaken | None
    answers: tuple[tuple[str, str], ...]
    facts: tuple[Fact, ...]
    warnings: tuple[WarningServed, ...]
    alternatives: tuple[Step[Any], ...]


def decides(step: Step[Any]) -> bool:
    """Whether a step decides on what somebody else proposed."""
    return bool(step.second_person) or bool(step.by <= DECIDERS)


def grounds(course: Course, step: Step[Any], user: User, at: datetime) -> Grounds:
    """Return what a decision in a course rests on, and what else may be decided instead."""
    proposal = authority.proposed(step, course) if step.second_person else _latest(course)
    return Grounds(
        proposal,
        _answers(course, proposal),
        tuple(_facts(course)),
        tuple(_warning(one, at) for one in course.warnings.select_related("paper")),
        tuple(_alternatives(course, step, user, at)),
    )


def _latest(course: Course) -> StepTaken | None:
    return course.steps_taken.select_related("actor").order_by("-pk").first()


def _answers(course: Course, proposal: StepTaken | None) -> tuple[tuple[str, str], ...]:
    if proposal is None:
        return ()
    asks = MECHANISMS[course.mechanism].step(proposal.name).asks
    given = ((ask.chinese, proposal.answers.get(ask.name)) for ask in asks)
    return tuple((label, str(value)) for label, value in given if value not in (None, ""))


def _facts(course: Course) -> list[Fact]:
    standing = course.matter.facts.filter(withdrawn_at=None).select_related("party", "found_by")
    about = standing.filter(party__in=[course.party, None]) if course.party else standing
    return list(about.order_by("pk"))


def _warning(warning: Warning, at: datetime) -> WarningServed:
    on = timezone.localdate(at)
    services = Service.objects.filter(paper_id=warning.paper_id).select_related(
        "party", "instrument"
    )
    return WarningServed(
        warning, tuple(Served(one, weighed(one, on=on).finding) for one in services.order_by("pk"))
    )


def _alternatives(course: Course, step: Step[Any], user: User, at: datetime) -> list[Step[Any]]:
    mechanism = MECHANISMS[course.mechanism]
    others = mechanism.steps_from(mechanism.states(course.state))
    return [
        other
        for other in others
        if other.name != step.name
        and other.by & DECIDERS
        and queries.step_view(course, other.name, user, at).permitted
    ]
