"""How the desk writes days, money and law, in the reader's language."""

from datetime import date, datetime
from fractions import Fraction

from django.utils import timezone
from django.utils.translation import gettext

from duly.law.calendar import Period, in_digits
from duly.law.money import Yuan
from duly.law.sources import Citation, clause

_WEEKDAYS = ("周一", "周二", "周三", "周四", "周五", "周六", "周日")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day(value: date) -> str:
    """Return a day as 2026年10月8日, or 8 Oct 2026 in English."""
    if in_chinese():
        return in_digits(value)
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def weekday(value: date) -> str:
    """Return the day of the week: 周四."""
    return gettext(_WEEKDAYS[value.weekday()])


def distance(value: date, today: date) -> str:
    """Return how far a day lies from today: 今天, 还有3天, 已过2天."""
    days = (value - today).days
    if days == 0:
        return gettext("今天")
    if days > 0:
        return gettext("还有%(days)d天") % {"days": days}
    return gettext("已过%(days)d天") % {"days": -days}


def day_with_distance(value: date, today: date) -> str:
    """Return a day with its weekday and distance: 2026年10月8日（周四，还有3天）."""
    return gettext("%(day)s（%(weekday)s，%(distance)s）") % {
        "day": day(value),
        "weekday": weekday(value),
        "distance": distance(value, today),
    }


def day_with_weekday(value: date) -> str:
    """Return a day with its weekday: 2026年10月8日（周四）."""
    return gettext("%(day)s（%(weekday)s）") % {"day": day(value), "weekday": weekday(value)}


def moment(value: datetime) -> str:
    """Return a moment in court time: 2026年10月8日 14:05."""
    local = timezone.localtime(value)
    return f"{day(local.date())} {local:%H:%M}"


def yuan(value: Yuan | int) -> str:
    """Return an amount as 12,345.67元 (a whole number counts fen)."""
    return str(value if isinstance(value, Yuan) else Yuan(value))


def per_day(exact: Fraction | None) -> str:
    """Return what a further day adds, to the fen: +17.50元/日. The working shows it exactly."""
    if exact is None:
        return gettext("暂时无法计算")
    return gettext("+%(amount)s/日") % {"amount": Yuan.rounded(exact)}


def period(value: Period) -> str:
    """Return a length of time: 15日, 3个工作日, 1个月."""
    parts = (
        (value.years, gettext("1年"), gettext("%(count)d年")),
        (value.months, gettext("1个月"), gettext("%(count)d个月")),
        (value.days, gettext("1日"), gettext("%(count)d日")),
        (value.working_days, gettext("1个工作日"), gettext("%(count)d个工作日")),
    )
    return " ".join(
        one if count == 1 else many % {"count": count} for count, one, many in parts if count
    )


def cited(citation: Citation) -> str:
    """Return a citation short enough for a line; the mechanism's own clauses as 机制二(二)2."""
    if citation.instrument == clause("一").instrument:
        return gettext("机制%(clause)s") % {"clause": citation.article_in_chinese}
    return citation.in_digits


def in_chinese() -> bool:
    """Whether the reader reads Chinese."""
    return gettext("今天") == "今天"
