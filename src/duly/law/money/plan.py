"""A plan of instalments on a day: what was kept, what came late, what was missed."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from duly.law.money.balance import Payment
from duly.law.money.refused import said
from duly.law.money.schedule import Row
from duly.law.money.yuan import NOTHING, Yuan
from duly.law.terms import Term


class InstalmentState(Term):
    """How an instalment stands on a day."""

    KEPT = "kept", "按期履行"
    LATE = "late", "逾期履行"
    MISSED = "missed", "逾期未履行"
    AHEAD = "ahead", "尚未到期"


@dataclass(frozen=True, slots=True)
class InstalmentStanding:
    """One instalment on a day. `paid_on` is the day on which the last of it was paid."""

    ordinal: int
    row: Row
    paid: Yuan
    paid_on: date | None
    state: InstalmentState

    @property
    def short(self) -> Yuan:
        """What of it is not paid."""
        return self.row.amount - self.paid

    @property
    def because(self) -> str:
        """The instalment as a sentence that a party can check."""
        due = f"第{self.ordinal}期{self.row.amount}，{said(self.row.due)}届满，{self.state.chinese}"
        if self.paid_on is not None:
            return f"{due}（{said(self.paid_on)}付清）"
        return f"{due}，已付{self.paid}，尚差{self.short}"


@dataclass(frozen=True, slots=True)
class PlanStanding:
    """A plan on a day, by what was to be paid by then and what was."""

    on: date
    instalments: tuple[InstalmentStanding, ...]
    due: Yuan
    paid: Yuan

    @property
    def missed(self) -> tuple[InstalmentStanding, ...]:
        """The instalments whose day has passed without full payment."""
        return self._in(InstalmentState.MISSED)

    @property
    def late(self) -> tuple[InstalmentStanding, ...]:
        """The instalments that were paid in full after their day."""
        return self._in(InstalmentState.LATE)

    @property
    def short(self) -> Yuan:
        """What was due by the day and is not paid."""
        return self.due - min(self.due, self.paid)

    @property
    def is_performed(self) -> bool:
        """Whether every instalment is paid, late or not."""
        return all(one.short == NOTHING for one in self.instalments)

    def _in(self, state: InstalmentState) -> tuple[InstalmentStanding, ...]:
        return tuple(one for one in self.instalments if one.state is state)


def plan_standing(rows: Sequence[Row], payments: Sequence[Payment], *, on: date) -> PlanStanding:
    """Return how a plan stands at the end of a day.

    Payments up to that day fill the instalments one after another; one is kept if the sum
    paid by its own last day covers it and those before it.
    """
    arrived = sorted((p for p in payments if p.on <= on), key=lambda payment: payment.on)
    sums = list(accumulate(payment.amount.fen for payment in arrived))
    paid = sums[-1] if sums else 0
    instalments, floor = [], 0
    for ordinal, row in enumerate(rows, start=1):
        own = min(row.amount.fen, max(0, paid - floor))
        floor += row.amount.fen
        full = bisect_right(sums, floor - 1)
        paid_on = arrived[full].on if full < len(sums) else None
        state = _state(row, paid_on, on)
        instalments.append(InstalmentStanding(ordinal, row, Yuan(own), paid_on, state))
    due = Yuan.total(row.amount for row in rows if row.due <= on)
    return PlanStanding(on, tuple(instalments), due, Yuan(paid))


def _state(row: Row, paid_on: date | None, on: date) -> InstalmentState:
    if paid_on is not None:
        return InstalmentState.KEPT if paid_on <= row.due else InstalmentState.LATE
    return InstalmentState.MISSED if on > row.due else InstalmentState.AHEAD
