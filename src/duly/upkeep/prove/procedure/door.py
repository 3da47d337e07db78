"""The door of the model: a step is taken as the table, the post and the rules allow, or refused."""

from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any

from duly.law.calendar import Period
from duly.law.finding import Finding
from duly.law.sources import BeforeFirstText
from duly.law.step import Step
from duly.law.terms import DefaulterGround, MeasureKind
from duly.upkeep.prove.procedure import clocks, courses
from duly.upkeep.prove.procedure.effects import EFFECTS
from duly.upkeep.prove.procedure.facts import gather
from duly.upkeep.prove.procedure.matter import Matter
from duly.upkeep.prove.procedure.people import Actor
from duly.upkeep.prove.procedure.records import Act, Course, Paper, Taken
from duly.upkeep.prove.procedure.refusal import NotTaken

Answering = Callable[[Matter, Course, Step[Any]], dict[str, Any]]
TWO_YEARS = 2
ALONE = frozenset({DefaulterGround.ABLE_BUT_REFUSING})


def attempt(
    matter: Matter,
    course: Course,
    step: Step[Any],
    actor: Actor,
    answering: Answering,
    facts: Any = None,
) -> Act:
    """Take a step, and return what was done. Raises NotTaken, leaving nothing changed.

    `facts` are those of the course today, where the caller has gathered them already.
    """
    _refuse_out_of_place(matter, course, step, actor)
    if facts is None:
        facts = gather(matter, course)
    if not step.when(facts):
        raise NotTaken("when")
    try:
        answers = _weigh(matter, course, step, facts, answering)
    except BeforeFirstText as too_early:
        raise NotTaken("before_first_text") from too_early
    post = min(step.by & actor.posts)
    act = Act(course, step, answers, actor, post, matter.today, facts, matter.calendar)
    _perform(matter, act)
    return act


def _weigh(
    matter: Matter, course: Course, step: Step[Any], facts: Any, answering: Answering
) -> dict[str, Any]:
    for guard in step.guards:
        _refuse(guard(facts), guard)
    answers = answering(matter, course, step)
    for check in step.checks:
        _refuse(check(facts, answers), check)
    for caution in step.cautions:
        caution(facts, answers)
    return answers


def _refuse_out_of_place(matter: Matter, course: Course, step: Step[Any], actor: Actor) -> None:
    if course.closed:
        raise NotTaken("closed")
    if course.state not in step.origins:
        raise NotTaken("state")
    if not step.by & actor.posts:
        raise NotTaken("role")
    if step.second_person and matter.proposer(course, step) is actor:
        raise NotTaken("own_proposal")


def _refuse(finding: Finding, rule: Callable[..., Finding]) -> None:
    if not finding.met:
        raise NotTaken(named(rule))


@cache
def named(rule: Callable[..., Finding]) -> str:
    """Return the name of a rule; a check that another function made goes by its maker's."""
    return getattr(rule, "__qualname__", str(rule)).split(".")[0]


def _perform(matter: Matter, act: Act) -> None:
    course, step = act.course, act.step
    origin = course.state
    _draw(matter, act)
    effect = EFFECTS.get((course.mechanism, step.name))
    if effect is not None:
        effect(matter, act)
    matter.papers.extend(act.papers)
    clocks.stop(course, step.stops)
    if step.target is not None:
        courses.move(matter, course, step.target)
    for clock in step.starts:
        clocks.start(matter, act, clock)
    _impose(matter, act)
    course.taken.append(
        Taken(step.name, origin, course.state, act.on, act.actor, act.post, act.answers)
    )
    courses.follow(matter)


def _draw(matter: Matter, act: Act) -> None:
    person = act.course.person
    persons = (person,) if person is not None else tuple(matter.debtors)
    act.papers = [Paper(matter.number(), template, act.on, persons) for template in act.step.issues]


def _impose(matter: Matter, act: Act) -> None:
    person = act.course.person
    for kind in act.step.imposes:
        expires = _listed_until(matter, act) if kind is MeasureKind.DEFAULTER_LISTING else None
        for one in [person] if person is not None else matter.debtors:
            courses.impose(matter, one, kind, expires)


def _listed_until(matter: Matter, act: Act) -> date | None:
    if act.facts.grounds == ALONE:
        return None
    newest = act.course.newest("propose_listing", "propose_urgently")
    extra = int(newest.answers.get("extra_years") or 0) if newest else 0
    decided = act.facts.decided_on or act.on
    return Period(years=TWO_YEARS + extra).reckon(decided, matter.calendar).raw_last_day
