"""The court's account of a matter: what arrived, what left, and for whom the rest is held."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from duly.law.money import Yuan
from duly.law.terms import AccountOwner
from duly.ledger import book, queries
from duly.ledger.models import SURPLUS, Allocation, Payment, Payout, PayoutState


@dataclass(frozen=True, slots=True)
class Share:
    """A part of an arrival that belongs to a creditor, in the order of arrival."""

    creditor_id: int
    arrived_on: date
    amount: Yuan


@dataclass(frozen=True, slots=True)
class Over:
    """A payment that brought more than was owed (待退)."""

    payment_id: int
    payer_id: int | None
    arrived_on: date
    amount: Yuan


@dataclass(frozen=True, slots=True)
class Funds:
    """The 执行案款 account of a matter, and what the court has to return.

    `short` is what was paid out beyond what arrived, after a reversal. `fees` arrived at
    the court-fee account. Surpluses are those at both accounts of the court; a creditor has
    the others, and returns them himself.
    """

    arrived: Yuan
    paid_out: Yuan
    refunded: Yuan
    fees: Yuan
    shares: tuple[Share, ...]
    paid_to: Mapping[int, Yuan]
    surpluses: tuple[Over, ...]
    at_creditors: tuple[Over, ...] = ()

    @property
    def held(self) -> Yuan:
        """What is in the account."""
        return Yuan(max(0, self.arrived.fen - self.paid_out.fen - self.refunded.fen))

    @property
    def short(self) -> Yuan:
        """What left the account beyond what arrived."""
        return Yuan(max(0, self.paid_out.fen + self.refunded.fen - self.arrived.fen))

    @property
    def creditors(self) -> tuple[int, ...]:
        """The creditors for whom something is held."""
        ids = dict.fromkeys(share.creditor_id for share in self.shares)
        return tuple(one for one in ids if self.payable_to(one))

    def payable_to(self, creditor_id: int) -> Yuan:
        """Return what is held for a creditor: never more than the account holds in all."""
        due = sum(one.amount.fen for one in self.shares if one.creditor_id == creditor_id)
        own = max(0, due - self.paid_to.get(creditor_id, Yuan(0)).fen)
        return Yuan(min(own, self.held.fen))

    def waiting_since(self, creditor_id: int) -> date | None:
        """Return the arrival of the first money held for a creditor; None where none is."""
        covered = self.paid_to.get(creditor_id, Yuan(0)).fen
        for share in self.shares:
            if share.creditor_id == creditor_id:
                covered -= share.amount.fen
                if covered < 0:
                    return share.arrived_on
        return None

    def surplus_of(self, payment_id: int) -> Yuan:
        """Return what a payment brought beyond the debt and is not yet refunded."""
        return Yuan.total(one.amount for one in self.surpluses if one.payment_id == payment_id)


def of(matter_id: int) -> Funds:
    """Return the court's account of a matter as the record stands."""
    payments = book.payments_in_force(matter_id)
    paid = Payout.objects.filter(matter_id=matter_id, state=PayoutState.PAID.value)
    payouts = list(paid.select_related("payment"))
    rows = queries.allocations(matter_id)
    to_creditors = [one for one in payouts if one.payment_id is None]
    back = [
        one
        for one in payouts
        if one.payment is not None and one.payment.arrival == AccountOwner.ENFORCEMENT_FUNDS
    ]
    return Funds(
        arrived=_sum(payments, AccountOwner.ENFORCEMENT_FUNDS),
        paid_out=Yuan.total(Yuan(one.amount_fen) for one in to_creditors),
        refunded=Yuan.total(Yuan(one.amount_fen) for one in back),
        fees=_sum(payments, AccountOwner.COURT_FEES),
        shares=_shares(rows),
        paid_to=_paid_to(to_creditors),
        surpluses=_surpluses(rows, at_creditor=False),
        at_creditors=_surpluses(rows, at_creditor=True),
    )


def _sum(payments: Iterable[Payment], arrival: AccountOwner) -> Yuan:
    return Yuan.total(Yuan(one.amount_fen) for one in payments if one.arrival == arrival)


def _shares(rows: list[Allocation]) -> tuple[Share, ...]:
    ordered = sorted(rows, key=lambda row: (row.payment.paid_date, row.payment_id, row.pk))
    return tuple(
        Share(row.obligation.creditor_id, row.payment.paid_date, Yuan(row.amount_fen))
        for row in ordered
        if row.payment.arrival == AccountOwner.ENFORCEMENT_FUNDS
        and row.obligation is not None
        and row.obligation.creditor_id is not None
    )


def _paid_to(payouts: list[Payout]) -> dict[int, Yuan]:
    sums: Counter[int] = Counter()
    for one in payouts:
        sums[one.recipient_id] += one.amount_fen
    return {recipient: Yuan(fen) for recipient, fen in sums.items()}


def _surpluses(rows: list[Allocation], *, at_creditor: bool) -> tuple[Over, ...]:
    return tuple(
        Over(row.payment_id, row.payment.payer_id, row.payment.paid_date, Yuan(row.amount_fen))
        for row in rows
        if row.bucket == SURPLUS and (row.payment.arrival == AccountOwner.CREDITOR) is at_creditor
    )
