"""All instalments due at once, where the instrument says so (加速到期)."""

from datetime import date, datetime

from django.utils import timezone

from duly.law.calendar import in_digits
from duly.law.money import Refused
from duly.ledger.actions.allocation import reallocate
from duly.ledger.models import Obligation


def accelerate(*, obligation: Obligation, fell_due: date, reason: str, at: datetime) -> Obligation:
    """Let every instalment that was due later fall due on a day, and reckon anew.

    Whether an instalment was missed is for the caller to find. Raises Refused where the
    instrument has no such clause, for a day still to come, and without a reason.
    """
    if not obligation.acceleration:
        raise Refused("obligation", "文书没有写明一期未履行即全部到期")
    if obligation.accelerated_date is not None:
        day = in_digits(obligation.accelerated_date)
        raise Refused("obligation", f"该项义务已于{day}全部到期")
    if fell_due > timezone.localtime(at).date():
        raise Refused("fell_due", f"{in_digits(fell_due)}还没有到")
    if not reason.strip():
        raise Refused("reason", "应当写明全部到期的理由")
    last = in_digits(obligation.due_date) if obligation.due_date else "未定"
    obligation.accelerated_date, obligation.accelerated_reason = fell_due, reason
    obligation.due_date = fell_due
    obligation.due_reason += f"；{in_digits(fell_due)}全部到期（原最后一期{last}届满）：{reason}"
    obligation.save(
        update_fields=["accelerated_date", "accelerated_reason", "due_date", "due_reason"]
    )
    reallocate(matter=obligation.matter, reason="分期履行的义务全部到期", at=at)
    return obligation
