"""Ordinary interest (一般债务利息) by the terms of the instrument."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from duly.law.money.balance import Payment, balance_on, balances, check
from duly.law.money.rates import LprTable
from duly.law.money.refused import RateNotOnFile, said
from duly.law.money.terms import Terms
from duly.law.money.yuan import Yuan, exact_text


@dataclass(frozen=True, slots=True)
class OrdinarySlice:
    """A line of the worksheet: days with one balance and one rate, `end` not counted.

    `daily` is the rate of a day as an exact fraction, `rate_because` where it comes from.
    """

    start: date
    end: date
    balance: Yuan
    daily: Fraction
    rate_because: str

    @property
    def days(self) -> int:
        """The number of days."""
        return (self.end - self.start).days

    @property
    def interest(self) -> Fraction:
        """The interest in yuan, exact."""
        return self.balance.exact * self.daily * self.days

    @property
    def because(self) -> str:
        """The line as a sentence that a party can check."""
        return (
            f"{said(self.start)}至{said(self.end)}（止日不计）共{self.days}日，本金{self.balance}，"
            f"{self.rate_because}，利息{exact_text(self.interest)}元"
        )


@dataclass(frozen=True, slots=True)
class OrdinaryWorksheet:
    """Ordinary interest, line by line.

    `per_day` is what a further day adds, exact, in yuan; None where the rate of that day
    is not on file.
    """

    slices: tuple[OrdinarySlice, ...]
    total_cap: Yuan | None
    per_day: Fraction | None

    @property
    def uncapped(self) -> Yuan:
        """The sum of the lines, rounded once, half a fen upwards."""
        return Yuan.rounded(sum((line.interest for line in self.slices), Fraction(0)))

    @property
    def ordinary(self) -> Yuan:
        """The interest owed: the sum of the lines, within the instrument's cap."""
        return self.uncapped if self.total_cap is None else min(self.uncapped, self.total_cap)

    @property
    def capped(self) -> bool:
        """Whether the instrument's cap on the sum has been reached."""
        return self.total_cap is not None and self.uncapped >= self.total_cap


def ordinary_interest(
    principal: Yuan, *, terms: Terms, payments: Sequence[Payment], until: date, lpr: LprTable
) -> OrdinaryWorksheet:
    """Return the interest that the instrument awards on a principal, up to `until`.

    法释〔2014〕8号第一条第二款: by the method the instrument sets. The first day counts, the
    day of payment does not (published example: 183 days, 915.00). `payments` are the parts
    of payments that went to this principal. Raises Refused for an impossible history,
    RateNotOnFile where a day's rate is not on file.
    """
    end = until if terms.end is None else min(until, terms.end)
    check(principal, start=min(terms.start, until), start_name="", payments=payments, until=until)
    rows = balances(
        principal,
        start=terms.start,
        payments=payments,
        until=end,
        breaks=lpr.changes() if terms.floats else (),
    )
    if rows and terms.floats:
        lpr.on(rows[0].start, field="start")
        lpr.on(rows[-1].end - date.resolution, field="until")
    slices = tuple(
        OrdinarySlice(row.start, row.end, row.amount, *terms.daily(row.start, lpr)) for row in rows
    )
    worksheet = OrdinaryWorksheet(slices, terms.total_cap, Fraction(0))
    if worksheet.capped or not terms.runs_on(until):
        return worksheet
    left = balance_on(principal, payments, until)
    return OrdinaryWorksheet(slices, terms.total_cap, _per_day(left, terms, until, lpr))


def _per_day(left: Yuan, terms: Terms, day: date, lpr: LprTable) -> Fraction | None:
    if not left:
        return Fraction(0)
    try:
        return left.exact * terms.daily(day, lpr)[0]
    except RateNotOnFile:
        return None
