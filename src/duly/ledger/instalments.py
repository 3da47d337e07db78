"""An obligation in instalments on a day: which were kept, late, missed."""

from datetime import date

from duly.law.money import Bucket, Payment, PlanStanding, Row, Yuan, plan_standing
from duly.ledger import queries
from duly.ledger.models import Obligation


def instalments_on(obligation: Obligation, on: date) -> PlanStanding:
    """Return how the instalments of an obligation stand at the end of a day.

    By the days that the instrument names, before any acceleration, and by what payments
    were set against the obligation.
    """
    rows = [Row(one.due_date, Yuan(one.amount_fen)) for one in obligation.instalments.all()]
    paid = [
        Payment(row.payment.paid_date, Yuan(row.amount_fen))
        for row in queries.allocations(obligation.matter_id)
        if row.obligation_id == obligation.pk and row.bucket == Bucket.PRINCIPAL
    ]
    return plan_standing(rows, paid, on=on)
