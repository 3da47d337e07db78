"""The money of a matter in the model: duties, payments, and what the court holds of them."""

from dataclasses import dataclass, field
from datetime import date

from duly.law.money import (
    NOTHING,
    Bucket,
    Debt,
    DebtStanding,
    LprTable,
    Payment,
    PlanStanding,
    Receipt,
    Standing,
    Yuan,
    plan_standing,
    stand,
)
from duly.law.terms import AccountOwner, ObligationKind
from duly.upkeep.prove.procedure.people import Person
from duly.upkeep.prove.procedure.records import Agreed, Duty, Paid, PaidOut

FEES = frozenset(
    {ObligationKind.COURT_FEE, ObligationKind.OTHER_COSTS, ObligationKind.ENFORCEMENT_FEE}
)
LPR = LprTable.on_file()


@dataclass(slots=True, eq=False)
class Purse:
    """Duties and payments, and where they stand on a day (kept until one of them changes)."""

    duties: list[Duty] = field(default_factory=list)
    payments: list[Paid] = field(default_factory=list)
    paid_out: list[PaidOut] = field(default_factory=list)
    changes: int = 0
    _known: tuple[int, date, Standing] | None = None
    _left: dict[str, Yuan] = field(default_factory=dict)
    _told: dict[Person | None, tuple[Yuan | None, bool | None, date | None]] = field(
        default_factory=dict
    )

    def changed(self) -> None:
        """Forget what was reckoned."""
        self.changes += 1
        self._known = None

    def standing_duties(self, person: Person | None = None) -> list[Duty]:
        """Return the duties that stand, of one debtor or of all."""
        return [
            one
            for one in self.duties
            if not one.withdrawn and (person is None or person in one.debtors)
        ]

    def stand(self, today: date) -> Standing:
        """Return where the debts stand today."""
        known = self._known
        if known is not None and known[0] == self.changes and known[1] == today:
            return known[2]
        standing = stand(self._debts(), self._receipts(today), on=today, lpr=LPR)
        self._known = (self.changes, today, standing)
        self._left = {one.debt.key: one.owing for one in standing.debts}
        self._told = {}
        return standing

    def _debts(self) -> list[Debt]:
        return [
            Debt(
                str(one.pk),
                Yuan(one.fen),
                one.due,
                bucket=Bucket.COSTS if one.kind in FEES else Bucket.PRINCIPAL,
                doubles=one.doubles,
            )
            for one in self.duties
            if one.fen is not None and not one.withdrawn and one.kind is not ObligationKind.ACT
        ]

    def _receipts(self, today: date) -> list[Receipt]:
        return [
            Receipt(
                f"{one.pk:06d}",
                one.on,
                Yuan(one.fen),
                self._towards(one),
                waives=one.waives,
            )
            for one in self.payments
            if not one.reversed and one.on <= today
        ]

    def _towards(self, payment: Paid) -> frozenset[str]:
        return frozenset(
            str(one.pk)
            for one in self.duties
            if not one.withdrawn and (payment.waives or payment.person in one.debtors)
        )

    def _of(self, person: Person | None, today: date) -> tuple[list[DebtStanding], list[Duty]]:
        duties = self.standing_duties(person) or self.standing_duties()
        wanted = {str(one.pk) for one in duties}
        debts = [one for one in self.stand(today).debts if one.debt.key in wanted]
        return debts, [one for one in duties if one.kind is ObligationKind.ACT]

    def owing(self, person: Person | None, today: date) -> Yuan | None:
        """Return what is still owed by a debtor, or in all; None while a due day is unknown."""
        return self._tell(person, today)[0]

    def performed(self, person: Person | None, today: date) -> bool | None:
        """Return whether all that a debtor answers for is done; None while it cannot be told."""
        if self._nothing_came(person, today):
            return False
        return self._tell(person, today)[1]

    def performed_on(self, person: Person, today: date) -> date | None:
        """Return the day on which the last of a debtor's debt was done; None while it is not."""
        if self._nothing_came(person, today):
            return None
        return self._tell(person, today)[2]

    def _nothing_came(self, person: Person | None, today: date) -> bool:
        """Whether money is owed and none has come: then nothing has to be reckoned."""
        if any(not one.reversed and one.on <= today for one in self.payments):
            return False
        duties = self.standing_duties(person) or self.standing_duties()
        return any(one.fen and one.kind is not ObligationKind.ACT for one in duties)

    def _tell(
        self, person: Person | None, today: date
    ) -> tuple[Yuan | None, bool | None, date | None]:
        self.stand(today)
        if person not in self._told:
            self._told[person] = self._reckon(person, today)
        return self._told[person]

    def _reckon(
        self, person: Person | None, today: date
    ) -> tuple[Yuan | None, bool | None, date | None]:
        debts, acts = self._of(person, today)
        undecided = any(one.undecided for one in debts)
        left = [self._left[one.debt.key] for one in debts]
        owing = None if undecided else Yuan.total(left)
        if not debts and not acts:
            return owing, None, None
        if any(one.done_on is None for one in acts) or any(left):
            return owing, False, None
        if undecided:
            return owing, None, None
        days = [one.settled_on for one in debts] + [one.done_on for one in acts]
        return owing, True, max((day for day in days if day is not None), default=today)

    def arrived(self, creditor: Person, today: date) -> int:
        """Return the fen that came to the court for a creditor."""
        at_court = {
            f"{one.pk:06d}"
            for one in self.payments
            if one.arrival is not AccountOwner.CREDITOR and not one.waives
        }
        own = {str(one.pk) for one in self.duties if one.creditor is creditor}
        return sum(
            one.amount.fen
            for one in self.stand(today).bookings
            if one.receipt in at_court and one.debt in own
        )

    def held_for(self, creditor: Person, today: date) -> int:
        """Return the fen that the court holds for a creditor, and still has at all."""
        own = sum(one.fen for one in self._out() if one.person is creditor)
        came = sum(
            one.fen
            for one in self.payments
            if one.arrival is not AccountOwner.CREDITOR and not one.reversed and not one.waives
        )
        has = came - sum(one.fen for one in self._out())
        return max(0, min(self.arrived(creditor, today) - own, has))

    def _out(self) -> list[PaidOut]:
        return [one for one in self.paid_out if one.refund_of is None and not one.returned]

    def surplus_of(self, person: Person, today: date) -> tuple[int, int] | None:
        """Return a payer's first excessive payment and the fen left over that are not returned."""
        refunded = {one.refund_of for one in self.paid_out if not one.returned}
        payers = {f"{one.pk:06d}": one for one in self.payments}
        for booking in self.stand(today).bookings:
            payment = payers[booking.receipt]
            if booking.debt is None and payment.person is person and payment.pk not in refunded:
                return payment.pk, booking.amount.fen
        return None

    def came_to_creditor(self, number: int) -> bool:
        """Tell whether a payment came to a creditor's own account."""
        paid = next(one for one in self.payments if one.pk == number)
        return paid.arrival is AccountOwner.CREDITOR

    def plan(self, agreed: Agreed | None, today: date) -> PlanStanding | None:
        """Return how the plan of a settlement stands, where it has one."""
        if agreed is None or not agreed.rows:
            return None
        paid = [
            Payment(one.on, Yuan(one.fen))
            for one in self.payments
            if not one.reversed and not one.waives and agreed.reached_on <= one.on <= today
        ]
        return plan_standing(agreed.rows, paid, on=today)

    def paid(self, today: date) -> Yuan:
        """Return all that arrived until today."""
        fen = sum(
            one.fen
            for one in self.payments
            if not one.reversed and not one.waives and one.on <= today
        )
        return Yuan(fen) if fen else NOTHING
