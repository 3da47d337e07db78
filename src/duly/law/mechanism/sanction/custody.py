"""看管: a detention as carried out: from when, until when, and whether the family knows."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from duly.law.calendar import in_digits
from duly.law.finding import Ground, Outcome, ground
from duly.law.sources import cite

LONGEST_DAYS = 15
_TIME = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")


@dataclass(frozen=True, slots=True)
class Custody:
    """The days of a detention: decided, begun and ending; `family_told` since when."""

    days: int
    from_on: date | None
    until: date | None
    family_told: bool


def fits(custody: Custody | None, taken_on: date | None, until: date | None, on: date) -> Ground:
    """Return the ground that custody ends after it begins, and lasts no longer than decided."""
    basis = cite("罚款金额与拘留期限", on=on)
    if custody is None or taken_on is None or until is None:
        return Ground(basis, Outcome.UNDECIDED, "没有填写拘留起止日期", "填写拘留起止日期")
    latest = taken_on + timedelta(days=custody.days)
    return ground(
        basis,
        taken_on < until <= latest,
        met=f"自{in_digits(taken_on)}起至{in_digits(until)}止，不超过决定的{custody.days}日",
        not_met=f"决定拘留{custody.days}日，自{in_digits(taken_on)}起最迟至{in_digits(latest)}止，"
        f"不能至{in_digits(until)}",
        unknown="",
        change="更正起止日期",
    )


def is_a_time(text: str | None, on: date) -> Ground:
    """Return the ground that a time of day is written 小时:分, like 09:30."""
    return ground(
        cite("拘留通知家属", on=on),
        None if not text else _TIME.fullmatch(text) is not None,
        met="时刻书写正确",
        not_met=f"“{text}”不是时刻",
        unknown="没有填写时刻",
        change="用二十四小时制填写，如09:30",
    )


def family_is_told(custody: Custody | None, on: date) -> Ground:
    """Return the ground that the family has been told, which is due within 24 hours."""
    return ground(
        cite("拘留通知家属", on=on),
        custody is not None and custody.family_told,
        met="已通知家属",
        not_met="尚未通知家属",
        unknown="",
        change="先通知家属并登记",
        supplied_by="detention_warning.notify_family",
    )


def has_ended(custody: Custody | None, ended_on: date | None, on: date) -> Ground:
    """Return the ground that a release at the end of the term is not before nor after it."""
    basis = cite("罚款金额与拘留期限", on=on)
    if custody is None or custody.from_on is None or custody.until is None or ended_on is None:
        return Ground(basis, Outcome.UNDECIDED, "没有登记拘留起止日期", "先登记执行拘留")
    return ground(
        basis,
        ended_on >= custody.until,
        met=f"拘留至{in_digits(custody.until)}期满",
        not_met=f"拘留至{in_digits(custody.until)}才期满",
        unknown="",
        change="期满前释放的，报请提前解除拘留",
    )


def releases_early(custody: Custody | None, release_on: date | None, on: date) -> Ground:
    """Return the ground that an early release lies from today on, and before the term's end."""
    basis = cite("提前解除拘留", on=on)
    if custody is None or custody.until is None or release_on is None:
        return Ground(basis, Outcome.UNDECIDED, "没有登记拘留起止日期", "先登记执行拘留")
    return ground(
        basis,
        on <= release_on < custody.until,
        met=f"自{in_digits(release_on)}起解除，早于{in_digits(custody.until)}期满",
        not_met=f"解除日期应当在今天以后、{in_digits(custody.until)}期满之前，"
        f"不能是{in_digits(release_on)}",
        unknown="",
        change="更正解除日期；已经期满的，登记拘留期满",
    )
