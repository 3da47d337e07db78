"""Acts performed, and stretches on which the doubled part does not run."""

from datetime import date, datetime

from django.db.models import Q
from django.utils import timezone

from duly.accounts.models import User
from duly.law.calendar import in_digits
from duly.law.money import Refused
from duly.law.terms import ObligationKind
from duly.ledger.models import ActPerformance, Obligation, Suspension
from duly.registry.models import Matter


def record_act_performance(
    *, obligation: Obligation, performed_on: date, evidence: str, by: User, at: datetime
) -> ActPerformance:
    """Record that an act was performed. Raises Refused, naming the field."""
    if obligation.kind != ObligationKind.ACT:
        raise Refused("obligation", "金钱义务以付款到账为履行，不能登记为行为履行")
    if ActPerformance.objects.filter(obligation=obligation).exists():
        raise Refused("obligation", "该项行为义务已经登记为履行")
    if performed_on > timezone.localtime(at).date():
        raise Refused("performed_on", f"履行日期{in_digits(performed_on)}还没有到")
    if not evidence.strip():
        raise Refused("evidence", "应当写明履行的证据")
    return ActPerformance.objects.create(
        obligation=obligation,
        performed_date=performed_on,
        evidence=evidence,
        recorded_by=by,
        recorded_at=at,
    )


def suspend(
    *, matter: Matter, start_date: date, end_date: date | None, reason: str, at: datetime
) -> Suspension:
    """Record a stretch without doubled interest (法释〔2014〕8号第三条第三款).

    `end_date` is the first day that counts again; None while the stretch still runs. Raises
    Refused for an empty, overlapping or unexplained stretch. Call `reallocate` afterwards.
    """
    if end_date is not None and end_date <= start_date:
        raise Refused("end_date", "止日应当晚于起日")
    if not reason.strip():
        raise Refused("reason", "应当写明中止、暂缓执行的事由")
    running = Q(end_date__isnull=True) | Q(end_date__gt=start_date)
    begun = Q() if end_date is None else Q(start_date__lt=end_date)
    if Suspension.objects.filter(running & begun, matter=matter).exists():
        raise Refused("start_date", "与已登记的扣除期间重叠")
    return Suspension.objects.create(
        matter=matter, start_date=start_date, end_date=end_date, reason=reason, recorded_at=at
    )


def cancel_suspension(*, suspension: Suspension) -> None:
    """Take back a stretch recorded in error; the hold that it came from stays on record.

    Call `reallocate` afterwards.
    """
    suspension.delete()


def end_suspension(*, suspension: Suspension, end_date: date) -> Suspension:
    """Record the first day on which the doubled part runs again. Raises Refused."""
    if suspension.end_date is not None:
        raise Refused("suspension", "该扣除期间已经结束")
    if end_date <= suspension.start_date:
        raise Refused("end_date", "止日应当晚于起日")
    suspension.end_date = end_date
    suspension.save(update_fields=["end_date"])
    return suspension
