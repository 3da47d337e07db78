"""What entries about performance change: arrivals, acts done, reversals."""

from duly.ledger import actions as ledger
from duly.procedure.act import Act


def record_payment(act: Act) -> None:
    """Register an arrival; the law's order allocates it."""
    given = act.answers
    ledger.register_payment(
        matter=act.matter,
        payer=given["payer"],
        amount=given["amount"],
        paid_on=given["paid_on"],
        arrival=given["arrival"],
        creditor=given["creditor"],
        reference=given["reference"],
        evidence=given["evidence"],
        by=act.actor,
        at=act.at,
    )


def record_act_performed(act: Act) -> None:
    """Record that an act was performed."""
    given = act.answers
    ledger.record_act_performance(
        obligation=given["obligation"],
        performed_on=given["performed_on"],
        evidence=given["evidence"],
        by=act.actor,
        at=act.at,
    )


def reverse_payment(act: Act) -> None:
    """Reverse an arrival by an entry that points back to it."""
    ledger.reverse_payment(
        payment=act.answers["payment"], reason=act.answers["reason"], by=act.actor, at=act.at
    )


EFFECTS = {
    "record_payment": record_payment,
    "record_act_performed": record_act_performed,
    "reverse_payment": reverse_payment,
}
