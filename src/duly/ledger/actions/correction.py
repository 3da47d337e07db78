"""An amount set anew with a reason: the old obligation stays on record, another takes its place."""

from datetime import datetime

from duly.law.money import Refused, Yuan
from duly.law.terms import ObligationKind
from duly.ledger.actions.allocation import reallocate
from duly.ledger.models import Liability, Obligation, Payment, Target

SET_BY_COURT = frozenset({ObligationKind.ENFORCEMENT_FEE, ObligationKind.DELAY_PENALTY})


def correct_amount(
    *, obligation: Obligation, amount: Yuan | None, reason: str, at: datetime
) -> Obligation | None:
    """Set the amount of what the court itself determines; None remits it altogether.

    Payments made for the old one count for the new one. Raises Refused for an obligation
    that the instrument orders, without a reason, or for one taken out already.
    """
    if obligation.kind not in SET_BY_COURT:
        raise Refused("obligation", "文书确定的金额不能更改；改判的，登记新的文书和义务")
    if obligation.withdrawn_at is not None:
        raise Refused("obligation", "该项已经撤回")
    if not reason.strip():
        raise Refused("reason", "更改金额应当写明理由")
    obligation.withdrawn_at, obligation.withdrawn_reason = at, reason
    obligation.save(update_fields=["withdrawn_at", "withdrawn_reason"])
    new = None if amount is None else _replacement(obligation, amount, reason, at)
    reallocate(matter=obligation.matter, reason=f"更改{obligation.description}"[:200], at=at)
    return new


def _replacement(old: Obligation, amount: Yuan, reason: str, at: datetime) -> Obligation:
    new = Obligation.objects.create(
        matter=old.matter,
        instrument=old.instrument,
        ordinal=old.instrument.obligations.count() + 1,
        kind=old.kind,
        description=old.description,
        amount_fen=amount.fen,
        creditor=old.creditor,
        liability=old.liability,
        payee=old.payee,
        due_reason=f"{old.due_reason}；{reason}",
        for_act=old.for_act,
        daily_from=old.daily_from,
        replaces=old,
        registered_at=at,
    )
    Liability.objects.bulk_create(
        Liability(obligation=new, debtor_id=row.debtor_id) for row in old.liabilities.all()
    )
    paid = Payment.objects.filter(targets__obligation=old)
    Target.objects.bulk_create(Target(payment=payment, obligation=new) for payment in paid)
    return new
