"""What the steps of paying out what the court holds change."""

from duly.law.calendar import in_digits
from duly.ledger import actions as ledger
from duly.ledger import funds
from duly.ledger.models import Payment, Payout
from duly.procedure import payouts
from duly.procedure.act import Act
from duly.procedure.facts.payout import first_over, recipient
from duly.procedure.refusal import StepNotAllowed


def propose_pay_out(act: Act) -> None:
    """Propose to pay the creditor into his confirmed account."""
    ledger.propose_payout(
        recipient=recipient(act.course),
        amount=act.answers["amount"],
        reason=act.answers["reasons"],
        by=act.actor,
        at=act.at,
    )


def propose_refund(act: Act) -> None:
    """Propose to return what the payer's first excessive payment left over."""
    over = first_over(funds.of(act.matter.pk), recipient(act.course))
    if over is None:
        raise StepNotAllowed("没有多付的款项")
    given = act.answers
    ledger.propose_refund(
        payment=Payment.objects.get(pk=over.payment_id),
        holder=given["holder"],
        number=given["number"],
        bank=given["bank"],
        reason=given["reasons"],
        by=act.actor,
        at=act.at,
    )


def record_return(act: Act) -> None:
    """Record that the creditor returned what came to him beyond the debt: it was never paid."""
    over = first_over(funds.of(act.matter.pk), recipient(act.course))
    if over is None:
        raise StepNotAllowed("没有多付的款项")
    day = in_digits(act.answers["returned_on"])
    ledger.split_payment(
        payment=Payment.objects.get(pk=over.payment_id),
        amount=over.amount,
        arrival=None,
        reason=f"债权人已于{day}退还多收的{over.amount}",
        evidence=act.answers["evidence"],
        by=act.actor,
        at=act.at,
    )


def approve(act: Act) -> None:
    """Approve the proposal, as another person."""
    ledger.decide_payout(payout=_running(act), approved=True, by=act.actor)


def send_back(act: Act) -> None:
    """Send the proposal back with reasons."""
    ledger.decide_payout(payout=_running(act), approved=False, by=act.actor)


def pay_out(act: Act) -> None:
    """Record that the bank paid."""
    ledger.pay_out(
        payout=_running(act),
        paid_on=act.answers["paid_on"],
        reference=act.answers["reference"],
        at=act.at,
    )


def _running(act: Act) -> Payout:
    proposal = payouts.under_way(act.course)
    if proposal is None:
        raise StepNotAllowed("没有在办的发放")
    return proposal


EFFECTS = {
    "propose_pay_out": propose_pay_out,
    "propose_refund": propose_refund,
    "record_return": record_return,
    "approve_pay_out": approve,
    "return_pay_out": send_back,
    "pay_out": pay_out,
}
