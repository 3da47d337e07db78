"""中止、暂缓 and sanctions: while enforcement stands still, nobody refuses to perform.

Every warning orders performance by a day, and every decision rests on 仍拒不履行 (三(一)2,
三(二)2, 三(三)2); neither can be said of a debtor whose enforcement the court itself has
stayed. 失信规定 10(1)(五) even deletes who is listed when enforcement is suspended.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from duly.law.calendar import in_digits
from duly.law.finding import Ground, ground
from duly.law.mechanism.warning import Warning
from duly.law.sources import clause
from duly.law.terms import HoldKind

# An outsider's objection stays enforcement against its object alone (民事诉讼法 238, 2023).
OF_ONE_THING = frozenset({HoldKind.OBJECTION})


@dataclass(frozen=True, slots=True)
class Stay:
    """A hold on a matter, from its first day to its last; `last` None while it runs."""

    kind: HoldKind
    first: date
    last: date | None = None


def none_runs(stays: Sequence[Stay], reference: str) -> Ground:
    """Return the ground that the whole enforcement is not stayed now."""
    running = next((one for one in _whole(stays) if one.last is None), None)
    return ground(
        clause(reference),
        running is None,
        met="案件没有中止、暂缓",
        not_met=f"案件自{in_digits(running.first)}起中止、暂缓（{running.kind.chinese}），"
        "其间不能认为被执行人拒不履行"
        if running
        else "",
        unknown="",
        change="等到恢复执行",
    )


def left_the_term_whole(stays: Sequence[Stay], warning: Warning | None, reference: str) -> Ground:
    """Return the ground that the term of a warning did not end while enforcement was stayed."""
    cut = warning is not None and any(
        one.first <= warning.last_day and (one.last is None or warning.issued_on <= one.last)
        for one in _whole(stays)
    )
    return ground(
        clause(reference),
        not cut,
        met="限期之内没有中止、暂缓",
        not_met="限期之内案件曾经中止、暂缓，被执行人没有得到完整的期限",
        unknown="",
        change="恢复执行后重新发出提醒，另定期限",
    )


def _whole(stays: Sequence[Stay]) -> tuple[Stay, ...]:
    return tuple(one for one in stays if one.kind not in OF_ONE_THING)
