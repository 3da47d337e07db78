"""A debt divided into instalments of one size, to the fen, on the same day of each month."""

from calendar import monthrange
from datetime import date

from duly.law.money.refused import Refused
from duly.law.money.schedule import Row
from duly.law.money.yuan import NOTHING, Yuan

MOST = 60


def divide(total: Yuan, count: int, first: date, *, months: int = 1) -> tuple[Row, ...]:
    """Return a plan of `count` instalments from a first day on, every so many months.

    What does not divide evenly is added to the last one. A proposal for two parties to
    agree on: its days are the corresponding ones, not moved past rest days. Raises Refused,
    naming the field, for no debt, fewer than one or more than sixty instalments.
    """
    if total == NOTHING:
        raise Refused("total", "没有可以分期的数额")
    if not 1 <= count <= MOST:
        raise Refused("count", f"分一至{MOST}期")
    if not 1 <= months <= 12:
        raise Refused("months", "间隔一至十二个月")
    share = Yuan(total.fen // count)
    if share == NOTHING:
        raise Refused("count", "期数太多，每期不足一分")
    last = Yuan(total.fen - share.fen * (count - 1))
    days = (_later(first, months * number) for number in range(count))
    shares = (*(share for _ in range(count - 1)), last)
    return tuple(Row(day, amount) for day, amount in zip(days, shares, strict=True))


def written(rows: tuple[Row, ...]) -> str:
    """Return a plan as it is typed: a day and an amount on each line."""
    return "\n".join(f"{row.due.isoformat()} {row.amount.amount:.2f}" for row in rows)


def _later(first: date, months: int) -> date:
    """Return the corresponding day of a later month, or the last one of a shorter month."""
    years, month = divmod(first.month - 1 + months, 12)
    year, month = first.year + years, month + 1
    return date(year, month, min(first.day, monthrange(year, month)[1]))
