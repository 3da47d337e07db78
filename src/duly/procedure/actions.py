"""The door: the two functions that change a running matter. One act, one transaction."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from duly.accounts.models import User
from duly.documents.models import Paper
from duly.journal import actions as journal
from duly.law.finding import Finding
from duly.law.sources import BeforeFirstText
from duly.procedure import answers as typed_answers
from duly.procedure import clocks, consequences, handling, papers, recording
from duly.procedure.act import Act
from duly.procedure.allowing import allowed, locked
from duly.procedure.effects import AFTERMATH, carry_out
from duly.procedure.following import step_taken
from duly.procedure.impositions import impose
from duly.procedure.models import Course, StepTaken
from duly.procedure.opening import move
from duly.procedure.refusal import Refused, StepNotAllowed
from duly.procedure.registration import register_matter
from duly.work.reading import one_reading

__all__ = ["Taken", "register_matter", "take_step"]


@dataclass(frozen=True, slots=True)
class Taken:
    """A step that was taken, with the papers that came of it."""

    course: Course
    step: StepTaken
    papers: tuple[Paper, ...]


@transaction.atomic
def take_step(
    *,
    matter_id: int,
    course_id: int,
    step: str,
    answers: Mapping[str, str],
    actor: User,
    at: datetime,
    version: int,
    shown: Mapping[str, str] | None = None,
) -> Taken:
    """Take a step of a course: check, change, clocks, papers, journal, all or nothing.

    `answers` are as typed, by name of what the step asks. `version` is the matter's
    when the form was drawn. `shown` has the hash of each paper that the person saw,
    by its key, where the step decides a proposal.

    :raises Stale: if somebody changed the matter since.
    :raises StepNotAllowed: if the table has no such step from here, or not for this person.
    :raises Unanswered: if an answer is missing or breaks its rule.
    :raises Refused: if a guard or a check does not hold; it names the rule and the way out.
    """
    with one_reading(matter_id):
        course = locked(matter_id, course_id, version)
        act = allowed(course, step, actor, at)
        act.answers = typed_answers.read(act.step.asks, answers, act.matter, act.on)
        findings = _weigh(act)
        origin = course.state
        _perform(act, shown or {})
        taken = _keep(act, origin, findings)
        consequences.follow(act.matter, on=act.on, at=at)
        step_taken.send(sender=Act, act=act)
    return Taken(course, taken, tuple(act.papers))


def _weigh(act: Act) -> tuple[Finding, ...]:
    try:
        findings = tuple(guard(act.facts) for guard in act.step.guards)
        findings += tuple(check(act.facts, act.answers) for check in act.step.checks)
        cautions = tuple(caution(act.facts, act.answers) for caution in act.step.cautions)
    except BeforeFirstText as too_early:
        raise StepNotAllowed(str(too_early)) from too_early
    failed = [finding for finding in findings if not finding.met]
    if failed:
        raise Refused(failed)
    return findings + cautions


def _perform(act: Act, shown: Mapping[str, str]) -> None:
    course, step = act.course, act.step
    key = (course.mechanism, step.name)
    carry_out(act)
    clocks.stop(course, step.stops, at=act.at)
    papers.make(act, shown)
    if step.target is not None:
        move(course, step.target.value, at=act.at)
    if key in AFTERMATH:
        AFTERMATH[key](act)
    for clock in step.starts:
        clocks.start(clock, act)
    impose(act)


def _keep(act: Act, origin: str, findings: tuple[Finding, ...]) -> StepTaken:
    matter = act.matter
    matter.version += 1
    matter.save(update_fields=["version"])
    handling.note([matter], act.actor)
    entry = journal.record(
        at=act.at,
        actor_id=act.actor.pk,
        actor_name=act.actor.full_name,
        post=act.post.value,
        act=f"{act.course.mechanism}.{act.step.name}",
        matter_id=matter.pk,
        subject={"course": act.course.pk, "from": origin, "to": act.course.state},
        detail={
            "answers": recording.answers(act),
            "papers": [paper.sha256 for paper in act.papers],
            **({"acting": True} if act.acting else {}),
        },
    )
    return StepTaken.objects.create(
        course=act.course,
        name=act.step.name,
        origin=origin,
        target=act.course.state,
        at=act.at,
        actor=act.actor,
        post=act.post.value,
        answers=recording.answers(act),
        findings=recording.findings(findings),
        paper_ids=[paper.pk for paper in act.papers],
        entry_seq=entry.seq,
    )
