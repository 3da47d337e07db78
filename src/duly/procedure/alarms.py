"""Alarms: what is found due, raised once for each subject and day, cleared when it is no more."""

from collections.abc import Iterable, Sequence
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


def settle(found: Sequence[Found], known: Sequence[Alarm], at: datetime) -> tuple[int, int]:
    """Raise what is found and not yet known, clear what is known and not found any more."""
    wanted = {one.key for one in found}
    before = {key(alarm) for alarm in known}
    new = [one for one in found if one.key not in before]
    for one in new:
        raise_alarm(one, at)
    gone = [alarm.pk for alarm in known if key(alarm) not in wanted]
    if gone:
        Alarm.objects.filter(pk__in=gone, cleared_at=None).update(cleared_at=at)
    return len(new), len(gone)


def raise_alarm(found: Found, at: datetime) -> None:
    """Raise an alarm, or raise again one that had been cleared."""
    alarm, is_new = Alarm.objects.get_or_create(
        matter_id=found.matter_id,
        kind=found.kind.value,
        subject=found.subject,
        due_date=found.due,
        defaults={"sentence": found.sentence, "owner": found.owner.value, "raised_at": at},
    )
    if not is_new and alarm.cleared_at is not None:
        alarm.cleared_at = None
        alarm.save(update_fields=["cleared_at"])


def clear(kind: AlarmKind, subject: str, *, matter_id: int, at: datetime) -> None:
    """Clear the alarms of a matter about one subject, whatever their day."""
    about = Alarm.objects.filter(matter_id=matter_id, kind=kind.value, subject=subject)
    about.filter(cleared_at=None).update(cleared_at=at)
