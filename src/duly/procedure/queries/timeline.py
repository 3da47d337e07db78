"""Everything that happened in a matter, newest first, with its papers."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from duly.accounts.models import User
from duly.documents.models import Paper
from duly.law.calendar import in_digits
from duly.law.mechanism import MECHANISMS
from duly.law.money import Yuan
from duly.law.step import Ask, AskKind, Step
from duly.law.terms import Role
from duly.procedure.facts import case_file
from duly.procedure.models import StepTaken
from duly.registry.models import Matter
from duly.work.prepared import Prepared

# The answers of a step that name what proves it.
PROOFS = frozenset({"evidence", "reference"})
_TAKEN = Prepared(
    lambda matters: StepTaken.objects.filter(course__matter_id__in=matters).order_by("-pk")
)


@dataclass(frozen=True, slots=True)
class Event:
    """One act: when, who in which post, what, on what answers, with which papers and proofs.

    `proofs` are what the act names as its evidence; `served` is the paper that it served.
    """

    at: datetime
    actor: str
    post: str
    what: str
    mechanism: str
    party: str
    answers: tuple[tuple[str, str], ...]
    findings: tuple[Mapping[str, Any], ...]
    papers: tuple[Paper, ...]
    entry_seq: int
    proofs: tuple[tuple[str, str], ...] = ()
    served: Paper | None = None


def timeline(matter: Matter) -> tuple[Event, ...]:
    """Return the acts of a matter, newest first."""
    taken = _TAKEN(matter.pk)
    courses = {course.pk: course for course in case_file.courses(matter)}
    actors = User.objects.in_bulk({one.actor_id for one in taken})
    for one in taken:
        one.course, one.actor = courses[one.course_id], actors[one.actor_id]
    papers = {paper.pk: paper for paper in case_file.papers(matter)}
    return tuple(_event(one, papers) for one in taken)


def answers_given(taken: StepTaken) -> tuple[tuple[str, str], ...]:
    """Return what was answered in an act, as pairs of question and answer in Chinese."""
    step = MECHANISMS[taken.course.mechanism].step(taken.name)
    return _answers(taken, step, {ask.name for ask in step.asks})


def _answers(
    taken: StepTaken, step: Step[Any], names: Collection[str]
) -> tuple[tuple[str, str], ...]:
    return tuple(
        (ask.chinese, _shown(ask, taken.answers[ask.name]))
        for ask in step.asks
        if ask.name in names and taken.answers.get(ask.name) not in (None, "")
    )


def _event(taken: StepTaken, papers: Mapping[int, Paper]) -> Event:
    mechanism = MECHANISMS[taken.course.mechanism]
    step = mechanism.step(taken.name)
    served = _served(taken, papers)
    return Event(
        at=taken.at,
        actor=taken.actor.full_name,
        post=Role(taken.post).chinese,
        what=step.chinese,
        mechanism=mechanism.chinese,
        party=taken.course.party.name if taken.course.party else "",
        answers=answers_given(taken),
        findings=tuple(taken.findings),
        papers=tuple(papers[pk] for pk in taken.paper_ids if pk in papers),
        entry_seq=taken.entry_seq,
        proofs=_answers(taken, step, PROOFS if served else PROOFS | {"what"}),
        served=served,
    )


def _served(taken: StepTaken, papers: Mapping[int, Paper]) -> Paper | None:
    """Return the paper that a service was of; an instrument bears no paper's title."""
    what = taken.answers.get("what")
    if taken.name != "record_service" or not isinstance(what, dict):
        return None
    paper = papers.get(what["id"])
    return paper if paper is not None and str(paper) == what["label"] else None


def _shown(ask: Ask, value: Any) -> str:
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, dict):
        return str(value.get("label", ""))
    if ask.choices is not None:
        return ask.choices(str(value)).chinese
    if ask.kind is AskKind.MONEY:
        return str(Yuan.of(str(value)))
    if ask.kind is AskKind.DATE:
        return in_digits(date.fromisoformat(str(value)))
    return str(value)
