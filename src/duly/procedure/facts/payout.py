"""Facts for the payment of what is held at the court (案款发放), of one party."""

from datetime import date

from duly.law.mechanism.payout import Facts
from duly.law.money import Yuan
from duly.law.terms import AccountOwner, PartyRole
from duly.ledger import funds
from duly.ledger.funds import Funds, Over
from duly.procedure import payouts
from duly.procedure.models import Course
from duly.registry.models import AccountState, Party


def gather(course: Course, on: date) -> Facts:
    """Return what is held for a creditor, or is to be returned to a payer."""
    party = recipient(course)
    held = funds.of(course.matter_id)
    proposal = payouts.under_way(course)
    proposed = None if proposal is None else Yuan(proposal.amount_fen)
    if party.role != PartyRole.CREDITOR:
        return _refund(held, party, on, proposed)
    return Facts(
        on=on,
        is_refund=False,
        held=held.payable_to(party.pk),
        waiting_since=held.waiting_since(party.pk),
        account_confirmed=course.matter.payee_accounts.filter(
            owner=AccountOwner.CREDITOR.value,
            creditor=party,
            state=AccountState.CONFIRMED.value,
        ).exists(),
        proposed=proposed,
    )


def recipient(course: Course) -> Party:
    """Return the party that a pay-out course is about."""
    if course.party is None:
        raise LookupError(f"course {course.pk} pays out to nobody")
    return course.party


def first_over(held: Funds, party: Party) -> Over | None:
    """Return the first payment of a party that exceeded the debt and is not refunded."""
    own = (one for one in (*held.surpluses, *held.at_creditors) if one.payer_id == party.pk)
    return min(own, key=lambda one: (one.arrived_on, one.payment_id), default=None)


def _refund(held: Funds, party: Party, on: date, proposed: Yuan | None) -> Facts:
    over = first_over(held, party)
    return Facts(
        on=on,
        is_refund=True,
        held=Yuan(0) if over is None else over.amount,
        waiting_since=None if over is None else over.arrived_on,
        account_confirmed=True,
        proposed=proposed,
        at_creditor=over in held.at_creditors,
    )
