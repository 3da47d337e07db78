"""The record of a matter as debts and receipts, in the form that the law reckons with."""

from collections.abc import Iterable, Sequence
from datetime import date

from duly.law.money import Bucket, Debt, Receipt, Stretch, Yuan, read_terms
from duly.law.terms import ObligationKind
from duly.ledger.models import Obligation, Payment, Suspension


def obligations_in_force(matter_id: int) -> list[Obligation]:
    """Return the obligations of a matter that were not withdrawn, in the instrument's order."""
    return list(
        Obligation.objects.filter(matter_id=matter_id, withdrawn_at__isnull=True)
        .select_related("performance")
        .prefetch_related("instalments", "liabilities")
    )


def payments_in_force(matter_id: int) -> list[Payment]:
    """Return the payments of a matter, without reversals and without what they took away."""
    return list(
        Payment.objects.filter(
            matter_id=matter_id, reverses__isnull=True, reversed_by__isnull=True
        ).prefetch_related("targets")
    )


def stretches(matter_id: int) -> tuple[Stretch, ...]:
    """Return the days on which the doubled part does not run."""
    rows = Suspension.objects.filter(matter_id=matter_id)
    return tuple(Stretch(row.start_date, row.end_date or date.max) for row in rows)


def debts(obligation: Obligation, excluded: tuple[Stretch, ...]) -> list[Debt]:
    """Return an obligation as debts of money: one for each instalment; none for an act."""
    if obligation.amount_fen is None:
        return []
    terms = obligation.interest_terms
    is_money = obligation.kind == ObligationKind.MONEY
    return [
        Debt(
            key=key(obligation.pk, ordinal),
            amount=Yuan(fen),
            due=due,
            bucket=Bucket.PRINCIPAL if is_money else Bucket.COSTS,
            doubles=is_money,
            terms=None if terms is None else read_terms(terms),
            excluded=excluded,
        )
        for ordinal, fen, due in _parts(obligation, obligation.amount_fen)
    ]


def receipts(payments: Iterable[Payment], owed: Sequence[Debt]) -> list[Receipt]:
    """Return payments as receipts, each towards the debts of the obligations it was made for."""
    return [
        Receipt(
            key=f"{payment.pk:012d}",
            on=payment.paid_date,
            amount=Yuan(payment.amount_fen),
            towards=_towards(payment, owed),
        )
        for payment in payments
    ]


def key(obligation_id: int, ordinal: int) -> str:
    """Return the name of a debt: it sorts as the obligations do."""
    return f"{obligation_id:012d}.{ordinal:04d}"


def obligation_id(debt_key: str) -> int:
    """Return the obligation that a debt belongs to."""
    return int(debt_key.partition(".")[0])


def _parts(obligation: Obligation, fen: int) -> list[tuple[int, int, date | None]]:
    instalments = [(i.ordinal, i.amount_fen, i.due_date) for i in obligation.instalments.all()]
    return [*instalments] or [(0, fen, obligation.due_date)]


def _towards(payment: Payment, owed: Sequence[Debt]) -> frozenset[str]:
    made_for = {target.obligation_id for target in payment.targets.all()}
    return frozenset(debt.key for debt in owed if obligation_id(debt.key) in made_for)
