"""What a settlement gives up, and what an act is worth by agreement."""

from datetime import date, datetime

from django.utils import timezone

from duly.accounts.models import User
from duly.law.calendar import in_digits
from duly.law.money import Refused, Yuan
from duly.law.terms import ObligationKind
from duly.ledger.actions.allocation import reallocate
from duly.ledger.models import ActValuation, Obligation, Waiver
from duly.registry.models import Matter


def waive_rest(
    *, matter: Matter, waived_on: date, reason: str, by: User, at: datetime
) -> tuple[Waiver, ...]:
    """Give up what is still owed to creditors on a day (免除), once an agreement is kept.

    What is owed to the court stays owed. Raises Refused for a day to come, or without a reason.
    """
    if waived_on > timezone.localtime(at).date():
        raise Refused("waived_on", f"免除日期{in_digits(waived_on)}还没有到")
    if not reason.strip():
        raise Refused("reason", "免除应当写明依据")
    owed = matter.obligations.filter(withdrawn_at__isnull=True, creditor__isnull=False)
    waivers = tuple(
        Waiver.objects.create(
            obligation=one, waived_date=waived_on, reason=reason, recorded_by=by, recorded_at=at
        )
        for one in owed.exclude(kind=ObligationKind.ACT).order_by("pk")
    )
    reallocate(matter=matter, reason="和解协议履行完毕，其余免除", at=at)
    return waivers


def value_act(
    *,
    obligation: Obligation,
    amount: Yuan,
    agreed_on: date,
    reason: str,
    evidence: str,
    by: User,
    at: datetime,
) -> ActValuation:
    """Record what the parties agree an act is worth. Nothing is owed by it. Raises Refused."""
    if obligation.kind != ObligationKind.ACT:
        raise Refused("obligation", "只有行为义务可以折价")
    if not amount:
        raise Refused("amount", "折价应当大于零")
    if agreed_on > timezone.localtime(at).date():
        raise Refused("agreed_on", f"约定日期{in_digits(agreed_on)}还没有到")
    if not reason.strip() or not evidence.strip():
        raise Refused("reason", "折价应当写明理由和证据")
    return ActValuation.objects.create(
        obligation=obligation,
        amount_fen=amount.fen,
        agreed_date=agreed_on,
        reason=reason,
        evidence=evidence,
        recorded_by=by,
        recorded_at=at,
    )
