"""What a mediator urges himself: whom to call next, and what was said before."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Prefetch
from django.utils import timezone

from duly.accounts.models import User
from duly.law.terms import Stage, Term
from duly.procedure import holding
from duly.procedure.models import Assignment, Course, Deadline
from duly.registry.models import Contact, Matter


class Turn(Term):
    """Why a call comes when it does; the order of the members is the order of the calls."""

    AGREED = "agreed", "约定今天联系"
    BROKEN = "broken", "承诺日已过"
    NEVER = "never", "还没有联系"
    AGAIN = "again", "继续督促"
    LATER = "later", "另有约定"
    DONE = "done", "今天已联系"


@dataclass(frozen=True, slots=True)
class Call:
    """A matter that a mediator urges: its month, its calls so far, and when the next is due.

    `last_day` is that of the month, or where it would be if a hold ended today; empty where
    none runs.
    """

    matter: Matter
    course: Course
    last_day: date | None
    days_left: int | None
    held: bool
    contacts: tuple[Contact, ...]
    turn: Turn

    @property
    def latest(self) -> Contact | None:
        """The newest contact."""
        return self.contacts[0] if self.contacts else None

    @property
    def is_due(self) -> bool:
        """Whether the debtor is to be called now."""
        return self.turn not in (Turn.LATER, Turn.DONE)

    @property
    def told(self) -> tuple[bool, bool]:
        """Whether the consequences, and the benefits, have been told."""
        consequences = any(one.told_consequences for one in self.contacts)
        return consequences, any(one.told_benefits for one in self.contacts)


def calls(user: User, at: datetime) -> tuple[Call, ...]:
    """Return the matters that are assigned to a mediator and in urging, the next call first."""
    on = timezone.localdate(at)
    urged = Contact.objects.filter(stage=Stage.PRE_ENFORCEMENT.value).order_by("-on", "-pk")
    courses = (
        Course.objects.filter(
            mechanism="pre_enforcement",
            state="urging",
            closed_at=None,
            pk__in=Assignment.objects.filter(mediator=user, until=None).values("course"),
        )
        .select_related("matter__court")
        .prefetch_related(
            Prefetch("deadlines", Deadline.objects.filter(name="urging_month", stopped_at=None)),
            Prefetch("matter__contacts", urged.select_related("party"), to_attr="urged"),
        )
    )
    resting = set(holding.resting())
    order = list(Turn)
    rows = [_call(course, on, resting) for course in courses]
    return tuple(sorted(rows, key=lambda row: (order.index(row.turn), row.last_day or date.max)))


def _call(course: Course, on: date, resting: set[int]) -> Call:
    contacts = tuple(course.matter.urged)  # type: ignore[attr-defined]
    term = next(iter(course.deadlines.all()), None)
    held = term is not None and term.pk in resting
    last_day = None
    if term is not None:
        last_day = holding.counted_last_day(term, on) if held else term.last_date
    left = (last_day - on).days if last_day else None
    return Call(course.matter, course, last_day, left, held, contacts, _turn(contacts, on))


def _turn(contacts: tuple[Contact, ...], on: date) -> Turn:
    if not contacts:
        return Turn.NEVER
    latest = contacts[0]
    if latest.on == on:
        return Turn.DONE
    if latest.call_again_date:
        return Turn.AGREED if latest.call_again_date <= on else Turn.LATER
    if latest.promised_date:
        return Turn.BROKEN if latest.promised_date < on else Turn.LATER
    return Turn.AGAIN
