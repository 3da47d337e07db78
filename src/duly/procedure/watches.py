"""What the nightly round watches: for each kind the rows that are due, and what they say."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from duly.law.calendar import in_digits
from duly.law.mechanism.preservation import NOTICE_DAYS
from duly.law.terms import PropertyKind, Role
from duly.procedure import holding
from duly.procedure.alarms import AlarmKind, Found
from duly.procedure.models import Course, Deadline, Hold, Measure

KINDS = {
    "release": AlarmKind.RELEASE,
    "urging_month": AlarmKind.URGING,
    "defaulter_term": AlarmKind.WARNING,
    "fine_term": AlarmKind.WARNING,
    "detention_term": AlarmKind.WARNING,
    "reconsideration": AlarmKind.RECONSIDERATION,
    "repair": AlarmKind.REPAIR,
    "promise": AlarmKind.REPAIR,
    "lifting": AlarmKind.REPAIR,
}
# Days before the last one on which somebody is told; -1: once it is over.
LEADS = {"repair": 7, "promise": 7, "conclusion": NOTICE_DAYS, "release": 1, "lifting": 1}
LEADS |= {"defaulter_term": -1, "fine_term": -1, "detention_term": -1, "reconsideration": -1}
USUAL_LEAD = 3
LIMITATION_DAYS = {AlarmKind.LIMITATION_90: 90, AlarmKind.LIMITATION_30: 30}
NEARLY_A_YEAR = timedelta(days=335)
A_YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Watch:
    """A part of the round: its name, the kinds of alarm it keeps, its rows, what they say."""

    name: str
    kinds: frozenset[AlarmKind]
    rows: Callable[[date], QuerySet[Any]]
    read: Callable[[Any, date], Iterator[Found]]


def _terms(on: date) -> QuerySet[Deadline]:
    due = Q(last_date__lte=on + timedelta(days=USUAL_LEAD)) & ~Q(name__in=LEADS)
    for name, lead in LEADS.items():
        due |= Q(name=name, last_date__lte=on + timedelta(days=lead))
    latest = on + timedelta(days=max(LEADS.values()))
    return (
        Deadline.objects.filter(due, stopped_at=None, last_date__lte=latest)
        .exclude(name="limitation")
        .exclude(pk__in=holding.resting())
        .select_related("course__party")
        .order_by("pk")
    )


def _term(deadline: Deadline, _: date) -> Iterator[Found]:
    party = deadline.course.party
    whose = f"（{party.name}）" if party else ""
    yield Found(
        deadline.matter_id,
        KINDS.get(deadline.name, AlarmKind.TERM),
        f"deadline-{deadline.pk}",
        deadline.last_date,
        f"{deadline.chinese}{whose}：{in_digits(deadline.last_date)}",
        Role(deadline.owner),
    )


def _limitations(on: date) -> QuerySet[Deadline]:
    latest = on + timedelta(days=max(LIMITATION_DAYS.values()))
    return Deadline.objects.filter(name="limitation", stopped_at=None, last_date__lte=latest)


def _limitation(deadline: Deadline, on: date) -> Iterator[Found]:
    for kind, days in LIMITATION_DAYS.items():
        if deadline.last_date <= on + timedelta(days=days):
            yield Found(
                deadline.matter_id,
                kind,
                f"deadline-{deadline.pk}",
                deadline.last_date,
                f"申请执行时效至{in_digits(deadline.last_date)}届满，请提示债权人",
                Role(deadline.owner),
            )


def _in_enforcement() -> Exists:
    return Exists(Course.objects.filter(matter=OuterRef("matter"), mechanism="enforcement"))


def _owner(in_enforcement: bool) -> Role:
    return Role.ENFORCEMENT_JUDGE if in_enforcement else Role.TRIAL_JUDGE


def _preservations(on: date) -> QuerySet[Measure]:
    return (
        Measure.objects.filter(
            kind__in=[kind.value for kind in PropertyKind],
            released_date=None,
            expires_date__lte=on + timedelta(days=NOTICE_DAYS),
        )
        .annotate(in_enforcement=_in_enforcement())
        .order_by("pk")
    )


def _preservation(measure: Any, _: date) -> Iterator[Found]:
    day = in_digits(measure.expires_date)
    yield Found(
        measure.matter_id,
        AlarmKind.PRESERVATION,
        f"measure-{measure.pk}",
        measure.expires_date,
        f"{measure}（{measure.object}）至{day}届满，需要继续的应在届满前办理续行",
        _owner(measure.in_enforcement),
    )


def _long_holds(on: date) -> QuerySet[Hold]:
    long = Hold.objects.filter(end_date=None, undone_at=None, start_date__lte=on - NEARLY_A_YEAR)
    return long.annotate(in_enforcement=_in_enforcement()).order_by("pk")


def _long_hold(held: Any, _: date) -> Iterator[Found]:
    yield Found(
        held.matter_id,
        AlarmKind.HOLD,
        f"hold-{held.pk}",
        held.start_date + A_YEAR,
        f"案件自{in_digits(held.start_date)}起中止、暂缓；暂缓执行不超过一年，请核对是否恢复",
        _owner(held.in_enforcement),
    )


TERMS = Watch("terms", frozenset({*KINDS.values(), AlarmKind.TERM}), _terms, _term)
LIMITATIONS = Watch("limitations", frozenset(LIMITATION_DAYS), _limitations, _limitation)
PRESERVATIONS = Watch(
    "preservations", frozenset({AlarmKind.PRESERVATION}), _preservations, _preservation
)
HOLDS = Watch("holds", frozenset({AlarmKind.HOLD}), _long_holds, _long_hold)
ALL = (TERMS, LIMITATIONS, PRESERVATIONS, HOLDS)
