"""What a changed setting would do to the running matters, before it is made (规则变更演算).

A new amount is weighed: the running courses that it could touch, by the old value and by the
new one. A new term is for what begins on or after its first day, since a term that was given
stands on a paper: shown are the terms that run, and where each would end under the new one.
Nothing of a replay is kept.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet, Sum
from django.utils import timezone

from duly.accounts.models import User
from duly.law.calendar import Period
from duly.law.mechanism import MECHANISMS
from duly.law.money import Yuan
from duly.law.step import Step
from duly.procedure.account_change import held_until
from duly.procedure.court_rules import Proposed, readable
from duly.procedure.default_terms import TERMS
from duly.procedure.facts import gather
from duly.procedure.facts.sanction import CLAIMED
from duly.procedure.models import Course, StepTaken
from duly.registry.court_files import calendar
from duly.registry.court_settings import SettingName, setting
from duly.registry.models import AccountState, Court, CourtSetting, Matter, PayeeAccount

WEIGH_CLAIMS = ("fine_warning", "detention_warning")


@dataclass(frozen=True, slots=True)
class Difference:
    """A course whose steps would differ: what rules would permit before and after."""

    course: Course
    lost: tuple[str, ...]
    gained: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Running:
    """A term that runs: given when, its last day as it stands, and what the new value makes it.

    `keeps` tells that the old last day stays; where it does not, the change moves it.
    """

    matter: Matter
    what: str
    who: str
    given_on: date
    last_day: date | None
    under_new: date | None
    keeps: bool = True

    @property
    def differs(self) -> bool:
        """Whether the new value, had it counted then, would have set another day."""
        return self.last_day != self.under_new


@dataclass(frozen=True, slots=True)
class Replay:
    """What a new value would do.

    `weighed` courses were weighed by both values, and `differences` are those that differ;
    `running` are the terms that run by the old value, `ahead` counts the courses in which the
    new one would be suggested next.
    """

    weighed: int = 0
    differences: tuple[Difference, ...] = ()
    running: tuple[Running, ...] = ()
    ahead: int = 0

    @property
    def differing(self) -> tuple[Running, ...]:
        """The running terms that the new value would have set otherwise."""
        return tuple(one for one in self.running if one.differs)

    @property
    def moved(self) -> int:
        """How many running terms the change moves."""
        return sum(not one.keeps for one in self.running)


def replay(court: Court, proposed: Proposed, *, actor: User, at: datetime) -> Replay:
    """Return what a new value would do to running matters on its first day, and how.

    :raises NotSet: as `court_rules.change` does.
    """
    today = timezone.localdate(at)
    value = readable(court, proposed, actor, today)
    if proposed.name is SettingName.SMALL_CLAIM:
        return _amount(court, proposed, value)
    if proposed.name is SettingName.ACCOUNT_HOLD:
        return Replay(running=tuple(_held(court, proposed, value)))
    if proposed.name in TERMS:
        term = TERMS[proposed.name]
        given = tuple(_given(court, term.ask, term.of(value), today))
        return Replay(running=given, ahead=_ahead(court, term.ask).count())
    return Replay()


def _amount(court: Court, proposed: Proposed, value: str) -> Replay:
    courses = list(_touched(court, proposed, value))
    before = [_permitted(course, proposed.since) for course in courses]
    with transaction.atomic():
        _set(court, proposed, value)
        after = [_permitted(course, proposed.since) for course in courses]
        transaction.set_rollback(True)
    compared = zip(courses, before, after, strict=True)
    differences = tuple(
        Difference(course, _names(old, new), _names(new, old))
        for course, old, new in compared
        if old != new
    )
    return Replay(len(courses), differences)


def _held(court: Court, proposed: Proposed, value: str) -> Iterator[Running]:
    """Return the changes of account that wait, each with its hold by both values."""
    waiting = PayeeAccount.objects.filter(
        matter__court=court, state=AccountState.PROPOSED.value
    ).select_related("matter", "creditor")
    before = {account: held_until(account, court) for account in waiting.order_by("pk")}
    with transaction.atomic():
        _set(court, proposed, value)
        after = {account: held_until(account, court) for account in before}
        transaction.set_rollback(True)
    days = int(value)
    for account, last_day in before.items():
        given = timezone.localdate(account.recorded_at)
        new = Period(working_days=days).reckon(given, calendar()).last_day if days else None
        who = account.creditor.name if account.creditor else ""
        keeps = after[account] == last_day
        yield Running(account.matter, "收款账户变更的等待期", who, given, last_day, new, keeps)


def _set(court: Court, proposed: Proposed, value: str) -> None:
    CourtSetting.objects.update_or_create(
        court=court,
        name=proposed.name.value,
        since=proposed.since,
        defaults={"value": value, "source": proposed.source},
    )


def _given(court: Court, ask: str, term: Period, today: date) -> Iterator[Running]:
    """Return the terms that were given under a question and have not run out."""
    asking = Q(pk__in=())
    for mechanism, step in _asking(ask):
        asking |= Q(course__mechanism=mechanism, name=step.name)
    acts = StepTaken.objects.filter(
        asking, course__matter__court=court, course__closed_at=None
    ).select_related("course__matter", "course__party")
    newest = {act.course_id: act for act in acts.order_by("pk")}
    for act in newest.values():
        step = MECHANISMS[act.course.mechanism].step(act.name)
        last_day = date.fromisoformat(act.answers[ask])
        if last_day >= today and not _was_left(act, step):
            who = act.course.party.name if act.course.party else ""
            new = term.reckon(act.court_day, calendar()).last_day
            yield Running(act.course.matter, step.chinese, who, act.court_day, last_day, new)


def _was_left(act: StepTaken, step: Step[Any]) -> bool:
    """Whether the course is back where the act may be done anew: what it gave counts no more."""
    state = act.course.state
    return act.target != state and state in {origin.value for origin in step.origins}


def _ahead(court: Court, ask: str) -> QuerySet[Course]:
    """Return the running courses that stand where a step asks a question."""
    stands = Q(pk__in=())
    for mechanism, step in _asking(ask):
        stands |= Q(mechanism=mechanism, state__in=[state.value for state in step.origins])
    return Course.objects.filter(stands, matter__court=court, closed_at=None)


def _asking(ask: str) -> Iterator[tuple[str, Step[Any]]]:
    """Return the steps that ask a question, each with the name of its mechanism."""
    for mechanism in MECHANISMS.values():
        for step in mechanism.steps:
            if any(one.name == ask for one in step.asks):
                yield mechanism.name, step


def _touched(court: Court, proposed: Proposed, value: str) -> QuerySet[Course]:
    """Return the running courses on which the rules could answer otherwise."""
    running = Course.objects.filter(matter__court=court, closed_at=None).select_related(
        "matter__court", "party", "proceeding", "measure"
    )
    known = setting(court, proposed.name, on=proposed.since)
    low, high = sorted((Yuan.of(known).fen if known else -1, Yuan.of(value).fen))
    claims = Matter.objects.filter(
        court=court, obligations__kind__in=CLAIMED, obligations__withdrawn_at=None
    ).annotate(claim=Sum("obligations__amount_fen"))
    between = claims.filter(claim__gt=low, claim__lte=high)
    return running.filter(mechanism__in=WEIGH_CLAIMS, matter__in=between.values("pk")).order_by(
        "pk"
    )


def _permitted(course: Course, on: date) -> tuple[Step[object], ...]:
    """Return the steps that the rules permit from here, whoever may take them."""
    mechanism = MECHANISMS[course.mechanism]
    facts = gather(course, on)
    return tuple(
        step
        for step in mechanism.steps_from(mechanism.states(course.state))
        if step.when(facts) and all(guard(facts).met for guard in step.guards)
    )


def _names(of: tuple[Step[object], ...], without: tuple[Step[object], ...]) -> tuple[str, ...]:
    return tuple(step.chinese for step in of if step not in without)
