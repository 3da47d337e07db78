"""Where a matter stands for its parties: stage, instruments, running limits, measures."""

from datetime import date, datetime, time, timedelta

from django.db.models import Q
from django.utils import timezone

from duly.law.calendar import in_digits
from duly.law.mechanism import release
from duly.law.terms import ProceedingKind, Stage
from duly.portal.view import Limit, MeasureTrack
from duly.procedure import holding
from duly.procedure.facts import instrument
from duly.procedure.models import Course, Deadline, Measure
from duly.registry.models import Matter, Party

# What runs for a debtor, from notices that were served on him. Inner limits of the court stay out.
TOLD = frozenset(
    {
        "performance",
        "urging_month",
        "defaulter_term",
        "fine_term",
        "detention_term",
        "settlement",
    }
)


def stage(matter: Matter, on: date) -> Stage:
    """Return the stage that a matter was in on a day."""
    if matter.proceedings.filter(kind="enforcement", filed_date__lte=on).exists():
        return Stage.ENFORCEMENT
    urged = matter.courses.filter(mechanism="pre_enforcement", opened_at__lt=_end_of(on))
    return Stage.PRE_ENFORCEMENT if urged.exists() else Stage.POST_JUDGMENT


def number(matter: Matter, on: date) -> str:
    """Return the number that the matter bore on a day."""
    filed = matter.proceedings.exclude(kind=ProceedingKind.OBJECTION.value)
    newest = filed.filter(filed_date__lte=on).order_by("-pk").first()
    if newest is not None:
        return newest.number
    first = instrument.first(matter)
    return first.number if first else ""


def instruments(matter: Matter) -> tuple[str, ...]:
    """Return what the court decided, paper by paper: court, day, number and kind."""
    return tuple(
        f"{one.court_name}{in_digits(one.made_date)}{one.number}民事{one.get_kind_display()}"
        for one in instrument.chain(matter)
    )


def limits(matter: Matter, party: Party, on: date) -> tuple[Limit, ...]:
    """Return the limits that ran for a debtor at the end of a day, soonest first.

    None that a hold kept still on that day; each ends on the day on which it did as of then.
    """
    his = Q(course__party=party) | Q(course__party=None)
    not_stopped = Q(stopped_at=None) | Q(stopped_at__gte=_end_of(on))
    running = Deadline.objects.filter(
        his, not_stopped, matter=matter, start_date__lte=on, name__in=TOLD
    )
    counting = running.exclude(pk__in=holding.rested(matter, on))
    return tuple(sorted((_limit(one, on) for one in counting), key=lambda one: one.last_day))


def _limit(deadline: Deadline, on: date) -> Limit:
    last_day, provisional = holding.last_day_as_of(deadline, on)
    return Limit(
        name=deadline.name,
        label=deadline.chinese,
        last_day=last_day.isoformat(),
        provisional=provisional,
    )


def measures(matter: Matter, party: Party, on: date) -> tuple[MeasureTrack, ...]:
    """Return every measure taken against a debtor until a day, with its way out as of then."""
    taken = Measure.objects.filter(matter=matter, party=party, imposed_date__lte=on)
    return tuple(_track(one, on) for one in taken.order_by("imposed_date", "pk"))


def _end_of(on: date) -> datetime:
    """The first moment of the next day, by the court's clock."""
    return datetime.combine(on + timedelta(days=1), time(), timezone.get_current_timezone())


def _track(measure: Measure, on: date) -> MeasureTrack:
    released = measure.released_date
    if released is not None and released > on:
        released = None
    course = _release(measure, on)
    due = None
    if course is not None and released is None:
        not_stopped = Q(stopped_at=None) | Q(stopped_at__gte=_end_of(on))
        running = course.deadlines.filter(not_stopped, start_date__lte=on).order_by("last_date")
        due = running.values_list("last_date", flat=True).first()
    return MeasureTrack(
        kind=measure.kind,
        object=measure.object,
        imposed=measure.imposed_date.isoformat(),
        state=_state(course, on) if course else "",
        release_due=due.isoformat() if due else None,
        released=released.isoformat() if released else None,
    )


def _release(measure: Measure, on: date) -> Course | None:
    opened = Course.objects.filter(measure=measure, mechanism="release", opened_at__lt=_end_of(on))
    return opened.order_by("-pk").first()


def _state(course: Course, on: date) -> str:
    """The state of a release at the end of a day: what the next step found it in."""
    since = course.steps_taken.filter(at__gte=_end_of(on)).order_by("pk").first()
    if since is not None:
        return since.origin
    ended_later = course.closed_at is not None and course.closed_at >= _end_of(on)
    return release.State.OWED.value if ended_later else course.state
