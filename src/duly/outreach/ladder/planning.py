"""Facts in, the next attempt and its reasons out."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from duly.law.calendar import Calendar
from duly.law.terms import Channel, Purpose
from duly.outreach.ladder.rungs import Caps, Ladder, Rung
from duly.outreach.ladder.standing import NEEDS, Facts, Outcome, Plan, Point

# Posting a letter disturbs nobody at night.
_SILENT = frozenset({Channel.POST})
_WEEK = timedelta(days=7)


def next_attempt(ladder: Ladder, facts: Facts, calendar: Calendar) -> Plan:
    """Return the next attempt of an errand, or why there is none.

    A failure leads to the next source of the same channel, then to the next channel, at
    once; an arrival without an answer to the next channel after its wait. Nobody is urged
    beyond the caps. Public notice is no channel: nobody is urged by it, and the court
    orders it by itself where service has failed otherwise (民事诉讼法 95).
    """
    if any(past.outcome is Outcome.OPEN for past in facts.past):
        return Plan(("前一次发送尚无结果，等待回执",))
    reasons: list[str] = []
    for rung in ladder.rungs[facts.purpose]:
        point, why = _untried(rung, facts)
        reasons += why
        if point is not None or (not why and rung.channel not in NEEDS):
            return _timed(ladder, facts, rung, point, tuple(reasons), calendar)
    return Plan((*reasons, _exhausted(facts.purpose)))


def _untried(rung: Rung, facts: Facts) -> tuple[Point | None, tuple[str, ...]]:
    """The next source for a channel; none with the reason, or none where none is needed."""
    tried = [past for past in facts.past if past.channel is rung.channel]
    if any(past.outcome is Outcome.ARRIVED for past in tried):
        return None, (f"{rung.channel.chinese}已到达，未获回应",)
    kind = NEEDS.get(rung.channel)
    if kind is None:
        return None, ((f"{rung.channel.chinese}已试过",) if tried else ())
    usable = [p for p in _in_order(facts) if p.kind is kind and _lawful(rung, p, facts.purpose)]
    seen = {past.point for past in tried}
    point = next((one for one in usable if one.pk not in seen), None)
    return point, () if point else (_no_point(rung, facts, bool(usable)),)


def _in_order(facts: Facts) -> list[Point]:
    """Confirmed addresses first, then in the order in which they came on record."""
    return sorted(facts.points, key=lambda point: not (point.confirmed or point.consent))


def _lawful(rung: Rung, point: Point, purpose: Purpose) -> bool:
    """Electronic service needs consent (民事诉讼法 90; 在线诉讼规则 29)."""
    return point.consent or not (purpose is Purpose.SERVICE and rung.channel is Channel.EMAIL)


def _no_point(rung: Rung, facts: Facts, had_some: bool) -> str:
    name = rung.channel.chinese
    if had_some:
        return f"{name}的各个来源均已试过"
    kind = NEEDS[rung.channel]
    if any(point.kind is kind for point in facts.points):
        return f"没有同意电子送达的记录，不以{name}送达"
    return f"没有{kind.chinese}，不能使用{name}"


def _exhausted(purpose: Purpose) -> str:
    if purpose is Purpose.URGING:
        return "各渠道均已试过；督促不以公告进行，由经办人决定是否另找联系方式或者转执行"
    if purpose is Purpose.ALERT:
        return "各渠道均已试过；由复核人自行核实账户变更"
    return "各渠道均已试过；由经办人决定留置、委托、转交或者公告送达"


def _timed(
    ladder: Ladder,
    facts: Facts,
    rung: Rung,
    point: Point | None,
    reasons: tuple[str, ...],
    calendar: Calendar,
) -> Plan:
    earliest = facts.now
    last = max(facts.past, key=lambda past: past.at, default=None)
    if last is not None and last.outcome is Outcome.ARRIVED:
        earliest = max(earliest, last.at + rung.wait)
    if facts.purpose is Purpose.URGING:
        if len(facts.urged) >= ladder.caps.in_all:
            return Plan((*reasons, f"督促已达{ladder.caps.in_all}次的上限，由经办人决定"))
        earliest = _within(ladder.caps, facts.urged, earliest)
    if rung.channel not in _SILENT:
        earliest = ladder.quiet.opening(earliest, calendar)
    return Plan((*reasons, *_why(rung, point, earliest, facts)), rung.channel, point, earliest)


def _within(caps: Caps, urged: tuple[datetime, ...], earliest: datetime) -> datetime:
    """Move a moment to the first at which one more is within the caps of a day and a week."""
    while True:
        day = [one for one in urged if one.date() == earliest.date()]
        week = sorted(one for one in urged if earliest - _WEEK < one <= earliest)
        if len(day) >= caps.a_day:
            earliest = _midnight(earliest)
        elif len(week) >= caps.a_week:
            earliest = week[-caps.a_week] + _WEEK
        else:
            return earliest


def _midnight(moment: datetime) -> datetime:
    return (moment + timedelta(days=1)).replace(hour=0, minute=0, second=0, microsecond=0)


def _why(rung: Rung, point: Point | None, earliest: datetime, facts: Facts) -> Iterator[str]:
    source = f"（{point.source}）" if point else ""
    yield f"下一渠道：{rung.channel.chinese}{source}"
    if earliest > facts.now:
        yield f"不早于{earliest:%Y-%m-%d %H:%M}：间隔、次数上限或者安静时段"
