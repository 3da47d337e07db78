"""Alarms: what is found due, raised once for each subject and day, cleared when it is no more."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q

from duly.law.terms import Role, Term
from duly.procedure.models import Alarm


class AlarmKind(Term):
    """What an alarm is about."""

    TERM = "term", "期限将到"
    RELEASE = "release", "解除措施"
    URGING = "urging_month", "督促期限"
    WARNING = "warning_term", "提醒限期届满"
    RECONSIDERATION = "reconsideration", "复议期限"
    REPAIR = "repair", "临时修复将满"
    LIMITATION_90 = "limitation_90", "申请执行时效九十日内届满"
    LIMITATION_30 = "limitation_30", "申请执行时效三十日内届满"
    PRESERVATION = "preservation", "保全措施将满"
    HOLD = "hold", "中止、暂缓将满一年"
    REVERSED = "reversed", "付款冲正须恢复办理"
    FAILED = "round_failed", "每日例行未能处理"
    MESSAGE = "message", "信息待处理"
    SUBMISSION = "submission", "当事人来件"


Key = tuple[str, str, date]


@dataclass(frozen=True, slots=True)
class Found:
    """Something due in a matter: what, by when, whose, in a sentence that does not age."""

    matter_id: int
    kind: AlarmKind
    subject: str
    due: date
    sentence: str
    owner: Role

    @property
    def key(self) -> Key:
        """What tells this finding from the others of its matter."""
        return (self.kind.value, self.subject, self.due)


def key(alarm: Alarm) -> Key:
    """Return what tells an alarm from the others of its matter."""
    return (alarm.kind, alarm.subject, alarm.due_date)


def standing(kinds: Iterable[AlarmKind], part: str) -> list[Alarm]:
    """Return the open alarms of some kinds, and those of failures in a part of the round."""
    about = Q(kind__in=[kind.value for kind in kinds])
    failed = Q(kind=AlarmKind.FAILED.value, subject=part)
    return list(Alarm.objects.filter(about | failed, cleared_at=None).order_by("pk"))


def settle(found: Iterable[Found], known: Iterable[Alarm], at: datetime) -> tuple[int, int]:
    """Raise what is found and not yet known, clear what is known and not found any more.

    Takes what is found in many matters at once. Returns how many were raised and cleared.
    """
    wanted = {(one.matter_id, *one.key): one for one in found}
    before = {(alarm.matter_id, *key(alarm)): alarm for alarm in known}
    raise_alarms([one for name, one in wanted.items() if name not in before], at)
    gone = [alarm.pk for name, alarm in before.items() if name not in wanted]
    if gone:
        Alarm.objects.filter(pk__in=gone, cleared_at=None).update(cleared_at=at)
    return len(wanted.keys() - before.keys()), len(gone)


def raise_alarm(found: Found, at: datetime) -> None:
    """Raise one alarm."""
    raise_alarms([found], at)


def raise_alarms(found: Iterable[Found], at: datetime) -> None:
    """Raise alarms; one that had been cleared is raised again as it was."""
    Alarm.objects.bulk_create(
        [
            Alarm(
                matter_id=one.matter_id,
                kind=one.kind.value,
                subject=one.subject,
                due_date=one.due,
                sentence=one.sentence,
                owner=one.owner.value,
                raised_at=at,
            )
            for one in found
        ],
        update_conflicts=True,
        unique_fields=["matter", "kind", "subject", "due_date"],
        update_fields=["cleared_at"],
    )


def clear(kind: AlarmKind, subject: str, *, matter_id: int, at: datetime) -> None:
    """Clear the alarms of a matter about one subject, whatever their day."""
    about = Alarm.objects.filter(matter_id=matter_id, kind=kind.value, subject=subject)
    about.filter(cleared_at=None).update(cleared_at=at)
