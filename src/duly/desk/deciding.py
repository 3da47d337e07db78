"""What a person who decides must have before him: the proposal, the facts, the warning served."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from duly.accounts.models import User
from duly.documents.models import Paper
from duly.law.finding import Finding, Ground
from duly.law.mechanism import MECHANISMS
from duly.law.sources import cite
from duly.law.step import Step
from duly.law.terms import Role
from duly.procedure import account_change, authority, queries
from duly.procedure.models import Course, Misconduct, StepTaken, Warning
from duly.procedure.serving import weighed
from duly.registry.models import Fact, PayeeAccount, Service

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
    bounds: tuple[Ground, ...]
    facts: tuple[Fact, ...]
    acts: tuple[Misconduct, ...]
    warnings: tuple[WarningServed, ...]
    printed: tuple[Paper, ...]
    held_until: date | None
    accounts: tuple[PayeeAccount, ...]
    alternatives: tuple[Step[Any], ...]


def decides(step: Step[Any]) -> bool:
    """Whether a step decides on what somebody else proposed."""
    return bool(step.second_person) or bool(step.by <= DECIDERS)


def grounds(
    course: Course, step: Step[Any], findings: tuple[Finding, ...], user: User, at: datetime
) -> Grounds:
    """Return what a decision in a course rests on, and what else may be decided instead.

    `findings` are those of the step: what they say of amount and days is told apart.
    """
    proposal = authority.proposed(step, course) if step.second_person else _latest(course)
    changes = "propose_account" in step.second_person
    return Grounds(
        proposal,
        queries.answers_given(proposal) if proposal else (),
        _bounds(findings, at),
        tuple(_facts(course)),
        tuple(_acts(course)),
        tuple(_warning(one, at) for one in course.warnings.select_related("paper")),
        tuple(account_change.told_the_old(course.matter)) if changes else (),
        held_until(course, step),
        account_change.old_and_new(course.matter) if changes else (),
        tuple(_alternatives(course, step, user, at)),
    )


def _bounds(findings: tuple[Finding, ...], at: datetime) -> tuple[Ground, ...]:
    """Return the grounds that weigh amount or days against the article that bounds them."""
    basis = cite("罚款金额与拘留期限", on=timezone.localdate(at))
    return tuple(one for finding in findings for one in finding.grounds if one.basis == basis)


def _latest(course: Course) -> StepTaken | None:
    return course.steps_taken.select_related("actor").order_by("-pk").first()


def _acts(course: Course) -> list[Misconduct]:
    """Return the acts on which a sanction of this debtor may rest."""
    if course.mechanism not in ("fine_warning", "detention_warning", "referral"):
        return []
    standing = course.matter.misconducts.filter(party=course.party, withdrawn_at=None)
    return list(standing.select_related("found_by").order_by("pk"))


def held_until(course: Course, step: Step[Any]) -> date | None:
    """Return until when a change of account waits, where the step decides one."""
    if "propose_account" not in step.second_person:
        return None
    proposed = account_change.pending(course.matter)
    return account_change.held_until(proposed, course.matter.court) if proposed else None


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
