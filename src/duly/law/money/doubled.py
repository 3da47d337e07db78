"""The doubled part of the interest for delayed performance (加倍部分债务利息)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from duly.law.money.balance import Balance, Payment, Stretch, balance_on, balances, check, covered
from duly.law.money.rates import DoubledRate, doubled_rate
from duly.law.money.refused import RateNotOnFile, said
from duly.law.money.yuan import NOTHING, Yuan, exact_text


@dataclass(frozen=True, slots=True)
class Slice:
    """A line of the worksheet: days with one unpaid balance, `end` not counted.

    All lines of a worksheet have the one rate of its rule.
    """

    start: date
    end: date
    balance: Yuan
    rate: Fraction

    @property
    def days(self) -> int:
        """The number of days."""
        return (self.end - self.start).days

    @property
    def interest(self) -> Fraction:
        """The interest in yuan, exact."""
        return _interest(self.balance.fen * self.days, self.rate)

    @property
    def because(self) -> str:
        """The line as a sentence that a party can check."""
        return (
            f"{said(self.start)}至{said(self.end)}（止日不计）共{self.days}日，{self.balance}"
            f"×日万分之{exact_text(self.rate * 10000)}×{self.days}日={exact_text(self.interest)}元"
        )


@dataclass(frozen=True, slots=True)
class Worksheet:
    """The doubled part, line by line, and what each further day adds.

    `per_day` is exact, in yuan; nothing where the debt is paid or the day is excluded.
    """

    slices: tuple[Slice, ...]
    per_day: Fraction
    basis: DoubledRate

    @property
    def doubled(self) -> Yuan:
        """The doubled part, rounded once, half a fen upwards."""
        fen_days = sum(line.balance.fen * line.days for line in self.slices)
        return Yuan.rounded(_interest(fen_days, self.basis.daily))


def doubled_interest(
    principal: Yuan,
    *,
    due: date,
    payments: Sequence[Payment],
    until: date,
    excluded: Sequence[Stretch] = (),
) -> Worksheet:
    """Return the doubled part on a debt of money from its due day up to `until`.

    法释〔2014〕8号第一条至第三条: the debt without its ordinary interest × 0.000175 a day;
    the due day counts, the day of payment does not (published example: 60 days, 105.00).
    `payments` are those made towards this debt; `excluded` the stretches of article 3.
    Raises Refused for an impossible history, RateNotOnFile for days before 2014-08-01.
    """
    check(
        principal,
        start=due,
        start_name="履行期间届满之日",
        payments=payments,
        until=until,
        excluded=excluded,
    )
    basis = doubled_rate()
    rows = balances(principal, start=due, payments=payments, until=until, excluded=excluded)
    _refuse_before_rule(rows, basis)
    slices = tuple(Slice(row.start, row.end, row.amount, basis.daily) for row in rows)
    left = NOTHING if covered(until, excluded) else balance_on(principal, payments, until)
    return Worksheet(slices, _interest(left.fen, basis.daily), basis)


def _interest(fen_days: int, daily: Fraction) -> Fraction:
    """Return the interest in yuan on so many fen, each for one day."""
    return Fraction(fen_days * daily.numerator, 100 * daily.denominator)


def _refuse_before_rule(rows: Sequence[Balance], basis: DoubledRate) -> None:
    if rows and rows[0].start < basis.in_force_from:
        raise RateNotOnFile(
            "due",
            f"{said(basis.in_force_from)}以前的迟延履行利息依当时的规定计算"
            f"（{basis.source}第七条），该规定不在库中，不能计算",
        )
