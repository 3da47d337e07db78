"""A plan as a debtor offers it: equal monthly instalments, and what the delay costs at most."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from duly.law.calendar import Period
from duly.law.money import Yuan
from duly.portal.view import View
from duly.registry.court_files import calendar

FEWEST, MOST = 2, 24


@dataclass(frozen=True, slots=True)
class Offer:
    """Instalments by their days; `most_fen` is what the delay adds if nothing came before the
    last day, None where a further day's cost is not known."""

    rows: tuple[tuple[date, Yuan], ...]
    most_fen: int | None

    @property
    def lines(self) -> str:
        """The instalments as the court's forms take them, one a line."""
        return "\n".join(f"{day} {amount.amount:.2f}" for day, amount in self.rows)


def offer(view: View, *, first_day: date, count: int) -> Offer:
    """Return a plan for what a view says is owed; odd fen come with the last instalment."""
    each, odd = divmod(view.total_fen, count)
    days = [_months_after(first_day, month) for month in range(count)]
    fens = [each] * (count - 1) + [each + odd]
    rows = tuple((day, Yuan(fen)) for day, fen in zip(days, fens, strict=True))
    return Offer(rows, _most(view, days[-1]))


def _months_after(first: date, months: int) -> date:
    return Period(months=months).reckon(first, calendar()).last_day if months else first


def _most(view: View, last: date) -> int | None:
    per_day = view.gain.late_per_day or view.per_day
    if not per_day or view.undecided:
        return None
    days = (last - date.fromisoformat(view.on)).days
    return Yuan.rounded(Fraction(per_day.lstrip("约")) * days).fen
