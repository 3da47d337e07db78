"""What a step's form shows: its questions with their choices, and the papers it would make."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from duly.accounts.models import User
from duly.documents.drawing import Drawn
from duly.law.calendar import Period
from duly.law.step import Ask, AskKind, Step
from duly.law.terms import Role
from duly.procedure import answers as typed_answers
from duly.procedure import authority, default_terms, papers, recording, records
from duly.procedure.act import Act
from duly.procedure.effects import carry_out
from duly.procedure.facts import gather
from duly.procedure.models import Course
from duly.procedure.refusal import Stale
from duly.registry.court_files import calendar
from duly.registry.models import Matter

# What a clerk most often means.
TODAY = frozenset(
    {"on", "acted_on", "asked_on", "paid_on", "done_on", "applied_on", "imposed_on"}
    | {"taken_on", "told_on", "ended_on", "release_on"}
)
LATER = {
    "until": Period(months=1),
    "expires_on": Period(years=1),
}


@dataclass(frozen=True, slots=True)
class Field:
    """A question of a form, with its choices as pairs of value and label."""

    ask: Ask
    options: tuple[tuple[str, str], ...]
    initial: str


def fields(course: Course, step: Step[Any], at: datetime) -> tuple[Field, ...]:
    """Return the questions of a step with choices from the record and sensible first values."""
    on = timezone.localdate(at)
    return tuple(_field(ask, course, on) for ask in step.asks)


def preview(
    course: Course, step: Step[Any], answers: Mapping[str, str], user: User, at: datetime
) -> dict[str, Drawn]:
    """Return the papers that a step would draw or issue, by the key that the form sends back.

    The step's change is made and taken back, since papers print what it puts on record.

    :raises Unanswered: if an answer or a blank is missing.
    :raises Stale: if somebody acted on the matter since it was read.
    """
    on = timezone.localdate(at)
    given = typed_answers.read(step.asks, answers, course.matter, on)
    post = authority.post_for(step, course, user, at) or min(step.by)
    act = Act(course, step, given, user, Role(post), at, gather(course, on))
    with transaction.atomic():
        # An act on the matter goes first or waits: the two never write one row at once.
        matter = Matter.objects.select_for_update().get(pk=course.matter_id)
        if matter.version != course.matter.version:
            raise Stale(recording.last_act(matter))
        carry_out(act)
        drawn = papers.preview(act, step.draws + step.issues)
        transaction.set_rollback(True)
    return drawn


def _field(ask: Ask, course: Course, on: date) -> Field:
    options = _options(ask, course, on)
    return Field(ask, options, _initial(ask, options, course, on))


def _options(ask: Ask, course: Course, on: date) -> tuple[tuple[str, str], ...]:
    if ask.kind is AskKind.RECORD:
        return records.options(ask.records, course.matter, on)
    if ask.choices is not None:
        return tuple(ask.choices.choices())
    return ()


def _initial(ask: Ask, options: tuple[tuple[str, str], ...], course: Course, on: date) -> str:
    if ask.kind is AskKind.DATE and ask.required:
        own = default_terms.suggested(ask.name, course.matter.court, on)
        term = own or LATER.get(ask.name)
        if term is not None:
            return term.reckon(on, calendar()).last_day.isoformat()
        return on.isoformat() if ask.name in TODAY else ""
    if ask.kind is AskKind.RECORD and ask.required and len(options) == 1:
        return options[0][0]
    return "0" if ask.kind is AskKind.NUMBER and ask.required else ""
