"""The term that a warning sets: later than today, and no longer than the law's longest grace."""

from datetime import date

from duly.law.calendar import Calendar, Period, in_digits
from duly.law.finding import Ground, Outcome, ground
from duly.law.sources import clause

LONGEST = Period(months=3)
FEW_DAYS = 3


def is_bounded(
    last_day: date | None, *, on: date, calendar: Calendar, reference: str
) -> tuple[Ground, ...]:
    """Return the grounds that the last day of a term lies after today, within three months.

    A term of few days, or one that ends on a rest day, is allowed and said to be so.
    """
    basis = clause(reference)
    if last_day is None:
        return (Ground(basis, Outcome.UNDECIDED, "没有填写限期", "填写限于何日前履行"),)
    longest = LONGEST.reckon(on, calendar).last_day
    return (
        ground(
            basis,
            last_day > on,
            met=f"限期至{in_digits(last_day)}{_remarks(last_day, on, calendar)}",
            not_met=f"限期{in_digits(last_day)}不晚于今天，届满时不可能已经送达",
            unknown="",
            change="填写今天以后的日期",
        ),
        ground(
            basis,
            last_day <= longest,
            met="限期不超过三个月",
            not_met="限期超过三个月",
            unknown="",
            change=f"最晚填{in_digits(longest)}",
        ),
    )


def _remarks(last_day: date, on: date, calendar: Calendar) -> str:
    short = "，不足三日，注意留足送达时间" if (last_day - on).days < FEW_DAYS else ""
    rest = "，该日为休息日，至该日终了，不顺延" if calendar.is_rest_day(last_day) else ""
    return short + rest
