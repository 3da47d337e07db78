"""What entries about performance change: arrivals, acts done, reversals."""

from duly.law.calendar import in_digits
from duly.law.terms import AccountOwner
from duly.ledger import actions as ledger
from duly.ledger.models import Payment
from duly.procedure.act import Act
from duly.procedure.refusal import Unanswered


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


def transfer_payment(act: Act) -> None:
    """Move money between the court's accounts; it counts from the day on which it came."""
    given = act.answers
    payment: Payment = given["payment"]
    if given["arrival"].value == payment.arrival:
        raise Unanswered({"arrival": "转入：该笔款项本来就在这一账户"})
    ledger.split_payment(
        payment=payment,
        amount=given["amount"],
        arrival=AccountOwner(given["arrival"].value),
        reason=f"{in_digits(given['moved_on'])}转付{given['amount']}至{given['arrival'].chinese}",
        evidence=given["evidence"],
        by=act.actor,
        at=act.at,
    )


EFFECTS = {
    "record_payment": record_payment,
    "record_act_performed": record_act_performed,
    "reverse_payment": reverse_payment,
    "transfer_payment": transfer_payment,
}
