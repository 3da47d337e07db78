"""Money out of the court's account: proposed, approved by another, paid, perhaps returned."""

from datetime import date, datetime

from django.utils import timezone

from duly.accounts.models import User
from duly.law.calendar import in_digits
from duly.law.money import Refused, Yuan
from duly.law.terms import AccountOwner
from duly.ledger import funds
from duly.ledger.actions.allocation import reallocate
from duly.ledger.models import Payment, Payout, PayoutState
from duly.registry.models import AccountState, Party, PayeeAccount


def propose_payout(
    *, recipient: Party, amount: Yuan, reason: str, by: User, at: datetime
) -> Payout:
    """Propose to pay a creditor what is held for him, into his confirmed account.

    Raises Refused without such an account, or beyond what is held for him.
    """
    account = PayeeAccount.objects.filter(
        matter_id=recipient.matter_id,
        owner=AccountOwner.CREDITOR.value,
        creditor=recipient,
        state=AccountState.CONFIRMED.value,
    ).first()
    if account is None:
        raise Refused("recipient", f"{recipient.name}没有已确认的收款账户，先确认账户")
    _within(amount, funds.of(recipient.matter_id).payable_to(recipient.pk))
    return Payout.objects.create(
        matter_id=recipient.matter_id,
        recipient=recipient,
        account=account,
        amount_fen=amount.fen,
        holder=account.holder,
        number=account.number,
        bank=account.bank,
        state=PayoutState.PROPOSED.value,
        reason=reason,
        proposed_by=by,
        proposed_at=at,
    )


def propose_refund(
    *, payment: Payment, holder: str, number: str, bank: str, reason: str, by: User, at: datetime
) -> Payout:
    """Propose to return what a payment brought beyond the debt (待退), to its payer.

    Raises Refused where the payment left nothing over, or names no payer.
    """
    over = funds.of(payment.matter_id).surplus_of(payment.pk)
    if not over:
        raise Refused("payment", "该笔付款没有多付的款项")
    if payment.payer is None:
        raise Refused("payment", "该笔付款没有登记付款人，不能退款")
    return Payout.objects.create(
        matter_id=payment.matter_id,
        recipient=payment.payer,
        payment=payment,
        amount_fen=over.fen,
        holder=holder,
        number=number,
        bank=bank,
        state=PayoutState.PROPOSED.value,
        reason=reason,
        proposed_by=by,
        proposed_at=at,
    )


def decide_payout(*, payout: Payout, approved: bool, by: User) -> Payout:
    """Approve a proposal, or send it back; approving needs another person. Raises Refused."""
    sent_back = payout.state == PayoutState.APPROVED and not approved
    if payout.state != PayoutState.PROPOSED and not sent_back:
        raise Refused("payout", "没有待审批的发放")
    if approved and payout.proposed_by_id == by.pk:
        raise Refused("payout", "提出人不能审批自己提出的发放")
    if approved:
        _still_held(payout)
    payout.state = (PayoutState.APPROVED if approved else PayoutState.REFUSED).value
    payout.decided_by = by
    payout.save(update_fields=["state", "decided_by"])
    return payout


def pay_out(*, payout: Payout, paid_on: date, reference: str, at: datetime) -> Payout:
    """Record that the bank paid an approved proposal. Raises Refused beyond what is held."""
    if payout.state != PayoutState.APPROVED:
        raise Refused("payout", "没有经批准的发放")
    if not reference.strip():
        raise Refused("reference", "应当填写银行流水号")
    if Payout.objects.filter(reference=reference).exists():
        raise Refused("reference", f"流水号{reference}已经用于另一笔发放")
    _not_ahead(paid_on, at)
    _still_held(payout)
    payout.state, payout.paid_date = PayoutState.PAID.value, paid_on
    payout.reference = reference
    payout.save(update_fields=["state", "paid_date", "reference"])
    if payout.payment_id is not None:
        reallocate(matter=payout.matter, reason="退还多付的款项", at=at)
    return payout


def return_payout(*, payout: Payout, returned_on: date, reason: str, at: datetime) -> Payout:
    """Record that the bank sent a pay-out back (退票): the money is held again. Raises Refused."""
    if payout.state != PayoutState.PAID:
        raise Refused("payout", "没有已发放的款项")
    if not reason.strip():
        raise Refused("reason", "应当写明退票原因")
    _not_ahead(returned_on, at)
    payout.state, payout.returned_date = PayoutState.RETURNED.value, returned_on
    payout.returned_reason = reason
    payout.save(update_fields=["state", "returned_date", "returned_reason"])
    if payout.payment_id is not None:
        reallocate(matter=payout.matter, reason=f"退款被银行退回：{reason}"[:200], at=at)
    return payout


def _still_held(payout: Payout) -> None:
    held = funds.of(payout.matter_id)
    if payout.payment_id is None:
        _within(Yuan(payout.amount_fen), held.payable_to(payout.recipient_id))
    else:
        _within(Yuan(payout.amount_fen), held.surplus_of(payout.payment_id))


def _within(amount: Yuan, held: Yuan) -> None:
    if not amount:
        raise Refused("amount", "发放金额应当大于零")
    if amount > held:
        raise Refused("amount", f"发放金额{amount}超过可以发放的{held}")


def _not_ahead(day: date, at: datetime) -> None:
    if day > timezone.localtime(at).date():
        raise Refused("paid_on", f"{in_digits(day)}还没有到")


def drop_payout(*, payout: Payout) -> Payout:
    """Let a proposal lapse because nothing is held any longer. Raises Refused once it is paid."""
    if payout.state not in (PayoutState.PROPOSED, PayoutState.APPROVED):
        raise Refused("payout", "该笔发放已经办结")
    payout.state = PayoutState.REFUSED.value
    payout.save(update_fields=["state"])
    return payout
