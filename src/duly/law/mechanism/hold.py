"""Holds (中止、暂缓): which time limits move by the days held, and what stops the doubled part."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from duly.law.calendar import Calendar, in_digits, with_weekday
from duly.law.finding import Finding, all_of, ground
from duly.law.sources import cite
from duly.law.step import Clock
from duly.law.terms import HoldKind

# Limits that protect somebody, or that the law itself reckons, whatever the matter does.
STANDS = {
    "release": "已履行的人应当及时解除措施，不因中止延后",
    "lifting": "已批准的解除措施不因中止延后",
    "family_notice": "通知家属的时限不因中止延后",
    "custody": "拘留期限不因中止延长",
    "reconsideration": "复议期限由法律规定，不因中止变动",
    "objection_review": "执行异议的审查期限由法律规定，不因中止变动",
    "objection_remedy": "当事人寻求救济的期限由法律规定，不因中止变动",
    "limitation": "申请执行时效依其自己的规则中止、中断",
    "performance": "履行期由法律文书确定，不因中止变动",
}
# The month of urging moves, also where its last day was agreed (二(二)2).
MOVES = frozenset({"urging_month"})
FIXED = "届满日已经写明为某日，不因中止变动"
STOPS_DOUBLED = frozenset({HoldKind.REVIEW, HoldKind.RETRIAL})


@dataclass(frozen=True, slots=True)
class Held:
    """Days that do not count: from the first up to and with the last."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Moved:
    """Where a time limit ends after a hold, by how many days it was held, and why."""

    last_day: date
    days: int
    provisional: bool
    sentence: str


def why_it_stands(name: str, clocks: Sequence[Clock]) -> str:
    """Return why a hold leaves a time limit where it is; empty where it moves it.

    `clocks` are those of that name in the step table of its mechanism. A period moves; a day
    that a paper or a person named (限于X日前) does not.
    """
    if name in STANDS:
        return STANDS[name]
    if name in MOVES or any(clock.period is not None for clock in clocks):
        return ""
    return FIXED


def move(start: date, last_day: date, held: Held, calendar: Calendar) -> Moved:
    """Return where a limit ends that ran when the hold began, or began within it.

    It moves by the days held, of a limit that began within the hold by those after its own
    first day, and past rest days (民事诉讼法 85). One that began after the hold stays.
    """
    began_within = held.first <= start <= held.last
    first = start + timedelta(days=1) if began_within else held.first
    days = max((held.last - first).days + 1, 0)
    if not days or last_day < held.first or start > held.last:
        return Moved(last_day, 0, False, "")
    raw = last_day + timedelta(days=days)
    moved = calendar.roll_forward(raw)
    rolled = "" if moved == raw else f"，{with_weekday(raw)}为休息日，顺延"
    sentence = (
        f"{in_digits(first)}至{in_digits(held.last)}中止、暂缓{days}日，不计入期限，"
        f"届满日由{in_digits(last_day)}顺延至{in_digits(raw)}{rolled}，最后一日为{in_digits(moved)}"
    )
    years = range(last_day.year, moved.year + 1)
    return Moved(moved, days, not all(map(calendar.is_published, years)), sentence)


def while_held(first: date, reason: str, stands: str) -> str:
    """Return what is written at a limit while the hold runs: that it rests, or why it does not."""
    if stands:
        return f"{in_digits(first)}起案件中止、暂缓（{reason}）；{stands}"
    return f"{in_digits(first)}起中止、暂缓（{reason}），期限停止计算，恢复后按实际日数顺延"


def stops_doubled_interest(kind: HoldKind, *, on_debtor_request: bool, on: date) -> Finding:
    """Return whether the doubled part of the interest rests during a hold (法释〔2014〕8号 3)."""
    basis = cite("迟延履行截止与扣除", on=on)
    return all_of(
        "中止、暂缓期间是否不计算加倍部分债务利息",
        (
            ground(
                basis,
                kind in STOPS_DOUBLED,
                met=f"属于{kind.chinese}",
                not_met=f"“{kind.chinese}”不属于对生效法律文书审查或者再审",
                unknown="",
                change="只有对生效法律文书审查、再审而中止或者暂缓的期间才不计算",
            ),
            ground(
                basis,
                not on_debtor_request,
                met="不是因被执行人的申请",
                not_met="因被执行人的申请而中止、暂缓，加倍部分照常计算",
                unknown="",
                change="",
            ),
        ),
    )
