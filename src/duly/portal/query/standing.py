"""Where a matter stands for its parties: stage, instruments, running limits, measures."""

from django.db.models import Q

from duly.law.calendar import in_digits
from duly.law.terms import Stage
from duly.portal.view import Limit, MeasureTrack
from duly.procedure import holding
from duly.procedure.blanks import case
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


def stage(matter: Matter) -> Stage:
    """Return the stage that a matter is in."""
    if matter.proceedings.filter(kind="enforcement").exists():
        return Stage.ENFORCEMENT
    if matter.courses.filter(mechanism="pre_enforcement").exists():
        return Stage.PRE_ENFORCEMENT
    return Stage.POST_JUDGMENT


def number(matter: Matter) -> str:
    """Return the number that the matter bears now."""
    return case.newest_number(matter).value


def instruments(matter: Matter) -> tuple[str, ...]:
    """Return what the court decided, paper by paper: court, day, number and kind."""
    return tuple(
        f"{one.court_name}{in_digits(one.made_date)}{one.number}民事{one.get_kind_display()}"
        for one in instrument.chain(matter)
    )


def limits(matter: Matter, party: Party) -> tuple[Limit, ...]:
    """Return the limits that run for a debtor, soonest first; none that a hold keeps still."""
    his = Q(course__party=party) | Q(course__party=None)
    running = Deadline.objects.filter(his, matter=matter, stopped_at=None, name__in=TOLD)
    return tuple(
        Limit(
            name=one.name,
            label=one.chinese,
            last_day=one.last_date.isoformat(),
            provisional=one.provisional,
        )
        for one in running.exclude(pk__in=holding.resting()).order_by("last_date", "pk")
    )


def measures(matter: Matter, party: Party) -> tuple[MeasureTrack, ...]:
    """Return every measure ever taken against a debtor in the matter, with its way out."""
    taken = Measure.objects.filter(matter=matter, party=party).order_by("imposed_date", "pk")
    return tuple(_track(one) for one in taken)


def _track(measure: Measure) -> MeasureTrack:
    released = measure.released_date
    course = Course.objects.filter(measure=measure, mechanism="release").order_by("-pk").first()
    due = None
    if course is not None and released is None:
        running = course.deadlines.filter(stopped_at=None).order_by("last_date")
        due = running.values_list("last_date", flat=True).first()
    return MeasureTrack(
        kind=measure.kind,
        object=measure.object,
        imposed=measure.imposed_date.isoformat(),
        state=course.state if course else "",
        release_due=due.isoformat() if due else None,
        released=released.isoformat() if released else None,
    )
