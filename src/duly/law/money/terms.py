"""The interest that an instrument awards (一般债务利息): its terms."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from duly.law.money.rates import LprTable, LprTerm
from duly.law.money.refused import Refused, said
from duly.law.money.yuan import Yuan, exact_text
from duly.law.terms import Term

TO_CONFIRM = "（LPR数据待核）"


class Per(Term):
    """The unit of time for which a rate is named."""

    DAY = "day", "日"
    MONTH = "month", "月"
    YEAR = "year", "年"


@dataclass(frozen=True, slots=True)
class Fixed:
    """A rate that the instrument names, as a fraction: 0.0005 by day, 0.06 by year."""

    rate: Decimal
    per: Per

    def yearly(self, day: date, year_days: int, lpr: LprTable, field: str) -> Fraction:
        """Return the rate by year: twelve months, or `year_days` days, to the year."""
        periods = {Per.DAY: year_days, Per.MONTH: 12, Per.YEAR: 1}[self.per]
        return Fraction(self.rate) * periods

    def caveat(self, day: date, lpr: LprTable, field: str) -> str:
        """Return nothing: the instrument itself names the rate."""
        return ""

    def __str__(self) -> str:
        return f"{self.per.chinese}利率{percent(Fraction(self.rate))}"


@dataclass(frozen=True, slots=True)
class LprMultiple:
    """A multiple of the LPR: of the day `fixed_on`, or floating where that is None."""

    multiple: Decimal
    term: LprTerm
    fixed_on: date | None = None

    def yearly(self, day: date, year_days: int, lpr: LprTable, field: str) -> Fraction:
        """Return the rate by year on a day. Raises RateNotOnFile outside the table."""
        row = lpr.on(self.fixed_on or day, field=field)
        return Fraction(self.multiple) * row.rate(self.term)

    def caveat(self, day: date, lpr: LprTable, field: str) -> str:
        """Return the warning of a rate that nobody has checked against its source."""
        return TO_CONFIRM if lpr.on(self.fixed_on or day, field=field).status == "待核" else ""

    def __str__(self) -> str:
        when = f"{said(self.fixed_on)}的" if self.fixed_on else "同期"
        return f"{when}{self.term.chinese}LPR的{exact_text(Fraction(self.multiple), 0)}倍"


Rate = Fixed | LprMultiple


@dataclass(frozen=True, slots=True)
class Terms:
    """What the instrument says of interest.

    Interest runs from `start` up to but without `end`, or until payment where `end` is
    None. `year_days` is 360 or 365: a day's interest is the yearly rate over it.
    `yearly_cap` limits the rate, `total_cap` the sum. Raises Refused for terms that
    contradict themselves.
    """

    rate: Rate
    start: date
    end: date | None = None
    year_days: int = 365
    yearly_cap: Rate | None = None
    total_cap: Yuan | None = None

    def __post_init__(self) -> None:
        if self.year_days not in (360, 365):
            raise Refused("year_days", f"一年应当按360日或者365日计，不是{self.year_days}日")
        if self.end is not None and self.end < self.start:
            raise Refused("end", f"利息止日{said(self.end)}早于起日{said(self.start)}")

    @property
    def floats(self) -> bool:
        """Whether the rate or its cap follows the LPR from day to day."""
        rates = (self.rate, self.yearly_cap)
        return any(isinstance(rate, LprMultiple) and not rate.fixed_on for rate in rates)

    def runs_on(self, day: date) -> bool:
        """Whether interest accrues on a day, if anything is unpaid."""
        return self.start <= day and (self.end is None or day < self.end)

    def daily(self, day: date, lpr: LprTable, field: str = "until") -> tuple[Fraction, str]:
        """Return the rate of one day as a fraction, and where it comes from."""
        yearly = self.rate.yearly(day, self.year_days, lpr, field)
        because = f"{self.rate}，折合年利率{percent(yearly)}"
        if self.yearly_cap is not None:
            cap = self.yearly_cap.yearly(day, self.year_days, lpr, field)
            if yearly > cap:
                because += f"，超过上限（{self.yearly_cap}），按年利率{percent(cap)}"
                yearly = cap
            because += self.yearly_cap.caveat(day, lpr, field)
        because += self.rate.caveat(day, lpr, field)
        return yearly / self.year_days, f"{because}，一年按{self.year_days}日"


def percent(rate: Fraction) -> str:
    """Return a rate in percent: 4.35%."""
    return f"{exact_text(rate * 100, 0)}%"
