"""The unpaid balance of a debt, day by day: what interest is reckoned on."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from duly.law.money.refused import Refused, said
from duly.law.money.yuan import NOTHING, Yuan


@dataclass(frozen=True, slots=True)
class Payment:
    """A payment towards the principal; it counts from its day."""

    on: date
    amount: Yuan


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of days that does not count: from `start`, up to but without `end`."""

    start: date
    end: date

    def __contains__(self, day: date) -> bool:
        return self.start <= day < self.end


@dataclass(frozen=True, slots=True)
class Balance:
    """Days with one unpaid balance: from `start`, up to but without `end`."""

    start: date
    end: date
    amount: Yuan

    @property
    def days(self) -> int:
        """The number of days."""
        return (self.end - self.start).days


def balances(
    principal: Yuan,
    *,
    start: date,
    payments: Sequence[Payment],
    until: date,
    excluded: Sequence[Stretch] = (),
    breaks: Iterable[date] = (),
) -> tuple[Balance, ...]:
    """Return the days on which something was unpaid, from `start` up to `until`.

    Broken at each payment, at each edge of an excluded stretch and at `breaks`; excluded
    days and days with nothing unpaid are left out. The input must have been checked.
    """
    marks = {start, until, *(p.on for p in payments), *breaks}
    marks.update(edge for stretch in excluded for edge in (stretch.start, stretch.end))
    days = sorted(day for day in marks if start <= day <= until)
    unpaid = _unpaid(principal, payments)
    rows = (Balance(a, b, unpaid.on(a)) for a, b in pairwise(days) if not covered(a, excluded))
    return tuple(row for row in rows if row.amount)


def balance_on(principal: Yuan, payments: Sequence[Payment], day: date) -> Yuan:
    """Return what is unpaid once the payments of that day are counted."""
    return _unpaid(principal, payments).on(day)


def covered(day: date, stretches: Iterable[Stretch]) -> bool:
    """Whether a day lies in one of the stretches."""
    return any(day in stretch for stretch in stretches)


def check(
    principal: Yuan,
    *,
    start: date,
    start_name: str,
    payments: Sequence[Payment],
    until: date,
    excluded: Sequence[Stretch] = (),
) -> None:
    """Refuse a history that cannot have happened. Raises Refused with the input's path."""
    if until < start:
        raise Refused("until", f"计算截止日{said(until)}早于{start_name}{said(start)}")
    _check_payments(principal, payments, until)
    _check_stretches(excluded)


def _check_payments(principal: Yuan, payments: Sequence[Payment], until: date) -> None:
    paid = NOTHING
    for index, payment in sorted(enumerate(payments), key=lambda pair: pair[1].on):
        if payment.on > until:
            message = f"{said(payment.on)}的还款晚于计算截止日{said(until)}"
            raise Refused(f"payments[{index}].on", message)
        paid += payment.amount
        if paid > principal:
            message = f"至{said(payment.on)}还款合计{paid}，超过本金{principal}"
            raise Refused(f"payments[{index}].amount", message)


def _check_stretches(excluded: Sequence[Stretch]) -> None:
    for index, stretch in enumerate(excluded):
        if stretch.start >= stretch.end:
            message = f"扣除期间的起日{said(stretch.start)}应当早于止日{said(stretch.end)}"
            raise Refused(f"excluded[{index}].to", message)
    ordered = sorted(enumerate(excluded), key=lambda pair: pair[1].start)
    for (_, earlier), (index, later) in pairwise(ordered):
        if later.start < earlier.end:
            message = f"自{said(later.start)}起的扣除期间与自{said(earlier.start)}起的重叠"
            raise Refused(f"excluded[{index}].from", message)


@dataclass(frozen=True, slots=True)
class _Unpaid:
    principal: Yuan
    days: tuple[date, ...]
    paid: tuple[int, ...]

    def on(self, day: date) -> Yuan:
        return Yuan(self.principal.fen - self.paid[bisect_right(self.days, day)])


def _unpaid(principal: Yuan, payments: Sequence[Payment]) -> _Unpaid:
    ordered = sorted(payments, key=lambda payment: payment.on)
    paid = [0]
    for payment in ordered:
        paid.append(paid[-1] + payment.amount.fen)
    return _Unpaid(principal, tuple(p.on for p in ordered), tuple(paid))
