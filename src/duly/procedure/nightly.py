"""The parts of the nightly round that watch running matters. They raise alarms and take no step.

Each reads only what is due, and every matter by itself: one that cannot be read gets an alarm
with the name of whoever is to look at it, and does not stop the rest. A part
that ran once, or three times, or was killed and ran again, leaves the same alarms open.
"""

import logging
from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db import transaction

from duly.accounts.queries import holders_of
from duly.law.terms import Role
from duly.procedure import alarms, watches
from duly.procedure.alarms import AlarmKind, Found
from duly.procedure.facts.rows import rows
from duly.procedure.models import Alarm, Course
from duly.procedure.watches import Watch
from duly.registry.models import Matter
from duly.work.prepared import Prepared
from duly.work.reading import of_matter

logger = logging.getLogger(__name__)

ALARMS = rows(
    Prepared(lambda matters: Alarm.objects.filter(matter_id__in=matters, cleared_at=None))
)


# Matters whose alarms are written in one transaction: an act waits no longer than that takes.
TOGETHER = 500


def watch_terms(*, on: date, at: datetime) -> str:
    """Remind of time limits, and tell which are over."""
    return _go_round(watches.TERMS, on, at)


def watch_limitations(*, on: date, at: datetime) -> str:
    """Tell of limitations that end within ninety and within thirty days."""
    return _go_round(watches.LIMITATIONS, on, at)


def watch_preservations(*, on: date, at: datetime) -> str:
    """Tell of preservations that end within thirty days."""
    return _go_round(watches.PRESERVATIONS, on, at)


def watch_holds(*, on: date, at: datetime) -> str:
    """Tell of matters that have stood still for nearly a year (解释 467)."""
    return _go_round(watches.HOLDS, on, at)


def clear_done(matter: Matter, *, on: date, at: datetime) -> None:
    """Clear the alarms of a matter that an act has answered, without waiting for the night."""
    known: list[Alarm] = of_matter(ALARMS, matter.pk)
    if not known:
        return
    for watch in watches.ALL:
        mine = [alarm for alarm in known if alarm.kind in watch.kinds]
        if mine:
            due = _read(watch, watch.rows(on).filter(matter=matter), on)
            still = {one.key for one in due}
            gone = [alarm.pk for alarm in mine if alarms.key(alarm) not in still]
            matter.alarms.filter(pk__in=gone).update(cleared_at=at)


def _go_round(watch: Watch, on: date, at: datetime) -> str:
    due: dict[int, list[Any]] = defaultdict(list)
    for row in watch.rows(on).iterator():
        due[row.matter_id].append(row)
    known: dict[int, list[Alarm]] = defaultdict(list)
    for alarm in alarms.standing(watch.kinds, watch.name):
        known[alarm.matter_id].append(alarm)
    raised = cleared = failed = 0
    found: dict[int, list[Found]] = {}
    for matter_id in sorted(due.keys() | known.keys()):
        try:
            found[matter_id] = _read(watch, due.get(matter_id, ()), on)
        except Exception as error:
            logger.exception("round: %s of matter %s", watch.name, matter_id)
            failed += 1
            _tell(watch, matter_id, error, known.get(matter_id, ()), on, at)
    matters = list(found)
    for first in range(0, len(matters), TOGETHER):
        together = matters[first : first + TOGETHER]
        with transaction.atomic():
            new, gone = alarms.settle(
                (one for matter_id in together for one in found[matter_id]),
                (alarm for matter_id in together for alarm in known.get(matter_id, ())),
                at,
            )
        raised, cleared = raised + new, cleared + gone
    told = f"提示{raised}条，消除{cleared}条"
    return f"{told}，{failed}件未能处理" if failed else told


def _read(watch: Watch, rows: Iterable[Any], on: date) -> list[Found]:
    return [found for row in rows for found in watch.read(row, on)]


def _tell(
    watch: Watch,
    matter_id: int,
    error: Exception,
    known: Iterable[Alarm],
    on: date,
    at: datetime,
) -> None:
    """Leave a failure to a person by name, once until the matter can be read again."""
    if any(alarm.kind == AlarmKind.FAILED.value for alarm in known):
        return
    owner = _owner(matter_id)
    court = Matter.objects.values_list("court__code", flat=True).get(pk=matter_id)
    holder = holders_of(owner, on, court).first()
    who = f"{owner.chinese}{holder.full_name}" if holder else f"{owner.chinese}（现无人任职）"
    sentence = f"每日例行未能处理本案（{type(error).__name__}），由{who}核对登记内容"
    found = Found(matter_id, AlarmKind.FAILED, watch.name, on, sentence, owner)
    alarms.raise_alarm(found, at)


def _owner(matter_id: int) -> Role:
    begun = set(Course.objects.filter(matter=matter_id).values_list("mechanism", flat=True))
    if "enforcement" in begun:
        return Role.ENFORCEMENT_JUDGE
    return Role.FILING_HEAD if "pre_enforcement" in begun else Role.TRIAL_JUDGE
