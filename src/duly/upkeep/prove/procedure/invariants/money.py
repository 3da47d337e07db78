"""Money: a second book, kept from the articles alone, agrees with the product to the fen."""

from dataclasses import dataclass
from datetime import date

from duly.law.terms import AccountOwner, ObligationKind, PartyRole
from duly.upkeep.prove.procedure.invariants.evidence import demand
from duly.upkeep.prove.procedure.matter import Matter
from duly.upkeep.prove.procedure.purse import FEES
from duly.upkeep.prove.procedure.records import Act, Duty, Paid

# 日万分之一点七五, of fen, in millionths.
RATE, PARTS = 175, 1_000_000


@dataclass(slots=True)
class Line:
    """A debt in the second book: fen left, and fen-days that interest runs on."""

    duty: Duty
    left: int
    counted: date | None
    fen_days: int = 0
    doubled_gone: int = 0

    def run_to(self, day: date) -> None:
        """Count the days up to a day, each at what was left on it."""
        if self.counted is not None and day > self.counted:
            self.fen_days += self.left * (day - self.counted).days
            self.counted = day

    @property
    def doubled(self) -> int:
        """The doubled part in whole fen, half a fen upwards."""
        return (2 * self.fen_days * RATE + PARTS) // (2 * PARTS)

    @property
    def owed(self) -> int:
        """All that is left of the debt."""
        return self.left + self.doubled - self.doubled_gone


def book(matter: Matter) -> tuple[list[Line], int]:
    """Return the second book's lines and the fen paid beyond them, as of today."""
    lines = [_line(one) for one in matter.purse.duties if _is_money(one)]
    lines.sort(key=lambda line: (line.duty.due or date.max, str(line.duty.pk)))
    surplus = 0
    standing = [one for one in matter.purse.payments if not one.reversed and one.on <= matter.today]
    for paid in sorted(standing, key=lambda one: (one.on, one.pk)):
        surplus += _take(lines, paid)
    for line in lines:
        line.run_to(matter.today)
    return lines, surplus


def _is_money(duty: Duty) -> bool:
    return duty.fen is not None and not duty.withdrawn and duty.kind is not ObligationKind.ACT


def _line(duty: Duty) -> Line:
    return Line(duty, duty.fen or 0, duty.due if duty.doubles else None)


def _take(lines: list[Line], paid: Paid) -> int:
    own = [one for one in lines if paid.waives or paid.person in one.duty.debtors]
    for line in own:
        line.run_to(paid.on)
    rest = sum(one.owed for one in own) if paid.waives else paid.fen
    fees = [one for one in own if one.duty.kind in FEES]
    # The doubled part of the day of payment: what it was before this payment.
    doubled = {one.duty.pk: one.doubled - one.doubled_gone for one in own}
    for line in (*fees, *(one for one in own if one not in fees)):
        part = min(rest, line.left)
        line.left -= part
        rest -= part
    for line in own:
        part = min(rest, doubled[line.duty.pk])
        line.doubled_gone += part
        rest -= part
    return rest


def paid_and_owing_make_due(matter: Matter) -> None:
    """Paid + owing = due for every debt; and both books say the same."""
    lines, surplus = book(matter)
    standing = matter.purse.stand(matter.today)
    second = {str(one.duty.pk): one for one in lines}
    for debt in standing.debts:
        line = second[debt.debt.key]
        due = (line.duty.fen or 0) + line.doubled
        gone = sum(one.fen for one in (*debt.paid.values(), *debt.waived.values()))
        demand(gone + debt.owing.fen == due, f"debt {debt.debt.key}: {gone}+{debt.owing} is {due}")
        demand(debt.owing.fen == line.owed, f"debt {debt.debt.key}: {debt.owing} is {line.owed}")
    demand(standing.surplus.fen == surplus, f"surplus {standing.surplus} is {surplus}")
    given = sum(
        one.fen
        for one in matter.purse.payments
        if not one.reversed and not one.waives and one.on <= matter.today
    )
    booked = sum(one.amount.fen for one in standing.bookings if not one.waived)
    demand(given == booked, f"{given} fen arrived and {booked} are booked")


def never_more_paid_out_than_arrived(matter: Matter, act: Act) -> None:
    """What the court pays on or returns, it has received."""
    if act.course.mechanism != "payout" or act.step.name != "pay_out":
        return
    person = act.course.person
    at_court = sum(
        one.fen
        for one in matter.purse.payments
        if not one.reversed and not one.waives and one.arrival is not AccountOwner.CREDITOR
    )
    gone = sum(
        one.fen
        for one in matter.purse.paid_out
        if not one.returned and one.person.role is PartyRole.CREDITOR
    )
    demand(gone <= at_court, f"{gone} fen went out and {at_court} came in ({person})")


MONEY_STEPS = frozenset(
    {"record_payment", "reverse_payment", "transfer_payment", "record_return"}
    | {"end_settlement", "add_obligation", "start_term"}
    | {"withdraw_obligation", "accelerate", "set_amount", "set_delay_penalty"}
)


def the_books_agree_after_money(matter: Matter, act: Act) -> None:
    """The second book is compared whenever money moved."""
    if act.step.name in MONEY_STEPS:
        paid_and_owing_make_due(matter)


AFTER_STEP = (never_more_paid_out_than_arrived, the_books_agree_after_money)
