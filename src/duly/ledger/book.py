"""The record of a matter as debts and receipts, in the form that the law reckons with."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from django.db.models import Model, QuerySet, prefetch_related_objects

from duly.law.money import Bucket, Debt, Receipt, Stretch, Yuan, read_terms
from duly.law.terms import ObligationKind
from duly.ledger.models import (
    Instalment,
    Liability,
    Obligation,
    Payment,
    Payout,
    PayoutState,
    Suspension,
    Target,
    Waiver,
)
from duly.work.prepared import Prepared

WAIVED = "waiver."
Row = TypeVar("Row", bound=Model)

_OBLIGATIONS = Prepared(
    lambda matters: Obligation.objects.filter(matter_id__in=matters, withdrawn_at=None)
)
_INSTALMENTS = Prepared(
    lambda matters: Instalment.objects.filter(obligation__matter_id__in=matters)
)
_LIABILITIES = Prepared(lambda matters: Liability.objects.filter(obligation__matter_id__in=matters))
_PAYMENTS = Prepared(lambda matters: payments(*matters))
_TARGETS = Prepared(lambda matters: Target.objects.filter(payment__matter_id__in=matters))
_REFUNDS = Prepared(lambda matters: Payout.objects.filter(payment__matter_id__in=matters))
_SUSPENSIONS = Prepared(lambda matters: Suspension.objects.filter(matter_id__in=matters))
_WAIVERS = Prepared(
    lambda matters: Waiver.objects.filter(
        obligation__matter_id__in=matters, obligation__withdrawn_at=None
    )
)


@dataclass(frozen=True, slots=True)
class Record:
    """What is on record of one matter: what is ordered, what came, what was given up."""

    obligations: list[Obligation]
    payments: list[Payment]
    waivers: list[Waiver]
    excluded: tuple[Stretch, ...]

    @property
    def owed(self) -> list[Debt]:
        """The obligations as debts of money."""
        return [debt for one in self.obligations for debt in debts(one, self.excluded)]


def record(matter_id: int) -> Record:
    """Return the record of one matter."""
    return records([matter_id])[matter_id]


def records(matter_ids: Collection[int]) -> dict[int, Record]:
    """Return the records of matters, in as many questions as for one."""
    obligations = _by("matter_id", obligations_in_force(*matter_ids))
    payments = _by("matter_id", payments_in_force(*matter_ids))
    suspensions = _by("matter_id", _SUSPENSIONS(*matter_ids))
    given_up = _WAIVERS(*matter_ids)
    return {
        one: Record(
            obligations[one],
            payments[one],
            [row for row in given_up if row.obligation_id in {o.pk for o in obligations[one]}],
            _stretches(suspensions[one]),
        )
        for one in matter_ids
    }


def obligations_in_force(*matter_ids: int) -> list[Obligation]:
    """Return the obligations of matters that were not withdrawn, in the instruments' order."""
    found = _OBLIGATIONS(*matter_ids)
    parts = _by("obligation_id", _INSTALMENTS(*matter_ids))
    liable = _by("obligation_id", _LIABILITIES(*matter_ids))
    for one in found:
        one.parts = parts[one.pk]
        one.debtor_ids = frozenset(row.debtor_id for row in liable[one.pk])
    # Only an act is done or valued, and only a penalty comes of one.
    acts = [one for one in found if one.kind == ObligationKind.ACT]
    prefetch_related_objects(acts, "performance", "valuations")
    penalties = [one for one in found if one.for_act_id]
    prefetch_related_objects(penalties, "for_act__performance")
    return found


def payments_in_force(*matter_ids: int) -> list[Payment]:
    """Return the payments of matters, without reversals and without what they took away."""
    found = _PAYMENTS(*matter_ids)
    if found:
        targets = _by("payment_id", _TARGETS(*matter_ids))
        refunds = _by("payment_id", _REFUNDS(*matter_ids))
        for one in found:
            one.towards = frozenset(row.obligation_id for row in targets[one.pk])
            one.given_back = refunds[one.pk]
    return found


def payments(*matter_ids: int) -> QuerySet[Payment]:
    """Return the same, to be counted or narrowed."""
    return Payment.objects.filter(
        matter_id__in=matter_ids, reverses__isnull=True, reversed_by__isnull=True
    )


def debts(obligation: Obligation, excluded: tuple[Stretch, ...]) -> list[Debt]:
    """Return an obligation as debts of money: one for each instalment; none for an act."""
    if obligation.amount_fen is None:
        return []
    terms = obligation.interest_terms
    is_money = obligation.kind == ObligationKind.MONEY
    bucket = Bucket.PRINCIPAL if is_money or obligation.for_act_id else Bucket.COSTS
    return [
        Debt(
            key=key(obligation.pk, ordinal),
            amount=Yuan(fen),
            due=due,
            bucket=bucket,
            doubles=is_money,
            terms=None if terms is None else read_terms(terms),
            excluded=excluded,
            daily=_daily(obligation),
        )
        for ordinal, fen, due in _parts(obligation, obligation.amount_fen)
    ]


def receipts(
    payments: Iterable[Payment], owed: Sequence[Debt], *, on: date = date.max
) -> list[Receipt]:
    """Return payments as receipts, each towards the debts of the obligations it was made for.

    What was refunded of a payment up to a day counts as never paid.
    """
    return [
        Receipt(
            key=f"{payment.pk:012d}",
            on=payment.paid_date,
            amount=Yuan(payment.amount_fen - _refunded(payment, on)),
            towards=_of(payment.towards, owed),
        )
        for payment in payments
    ]


def given_up(waivers: Iterable[Waiver], owed: Sequence[Debt]) -> list[Receipt]:
    """Return what was given up, as receipts that bring no money; after the day's payments."""
    return [
        Receipt(
            key=f"{WAIVED}{row.pk:012d}",
            on=row.waived_date,
            amount=Yuan(0),
            towards=_of(frozenset({row.obligation_id}), owed),
            waives=True,
        )
        for row in waivers
    ]


def key(obligation_id: int, ordinal: int) -> str:
    """Return the name of a debt: it sorts as the obligations do."""
    return f"{obligation_id:012d}.{ordinal:04d}"


def obligation_id(debt_key: str) -> int:
    """Return the obligation that a debt belongs to."""
    return int(debt_key.partition(".")[0])


def _stretches(rows: Iterable[Suspension]) -> tuple[Stretch, ...]:
    return tuple(Stretch(row.start_date, row.end_date or date.max) for row in rows)


def _by(key: str, rows: Iterable[Row]) -> dict[int, list[Row]]:
    found: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        found[getattr(row, key)].append(row)
    return found


def _parts(obligation: Obligation, fen: int) -> list[tuple[int, int, date | None]]:
    all_due = obligation.accelerated_date or date.max
    instalments = [(i.ordinal, i.amount_fen, min(i.due_date, all_due)) for i in obligation.parts]
    return [*instalments] or [(0, fen, obligation.due_date)]


def _daily(obligation: Obligation) -> tuple[Yuan, Stretch] | None:
    """A delay penalty by the day runs until its act is performed."""
    act = obligation.for_act
    if act is None or obligation.daily_from is None:
        return None
    done = getattr(act, "performance", None)
    until = done.performed_date if done else date.max
    each = Yuan(obligation.amount_fen or 0)
    return each, Stretch(obligation.daily_from, max(until, obligation.daily_from))


def _refunded(payment: Payment, on: date) -> int:
    return sum(
        one.amount_fen
        for one in payment.given_back
        if one.state == PayoutState.PAID and one.paid_date and one.paid_date <= on
    )


def _of(obligations: frozenset[int], owed: Sequence[Debt]) -> frozenset[str]:
    return frozenset(debt.key for debt in owed if obligation_id(debt.key) in obligations)
