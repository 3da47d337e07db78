"""What interrupts or suspends the limitation and is not on record by itself."""

from duly.law.mechanism.answers import not_in_the_future
from duly.law.mechanism.record.facts import DIVISIONS, OPEN, Facts
from duly.law.step import Ask, AskKind, Step
from duly.law.terms import InterruptionKind

INTERRUPTION = Step[Facts](
    name="record_interruption",
    chinese="登记时效中断",
    clause="前言",
    by=DIVISIONS,
    origins=OPEN,
    asks=(
        Ask("kind", "事由", AskKind.CHOICE, choices=InterruptionKind),
        Ask("on", "日期", AskKind.DATE),
        Ask("evidence", "证据", AskKind.TEXT, hint="如：催款函及签收回执"),
    ),
    checks=(not_in_the_future("on", "日期"),),
    usual=False,
)

OBSTACLE = Step[Facts](
    name="record_obstacle",
    chinese="登记时效中止",
    clause="前言",
    by=DIVISIONS,
    origins=OPEN,
    asks=(
        Ask("obstacle_from", "障碍起日", AskKind.DATE),
        Ask("obstacle_until", "障碍止日", AskKind.DATE, required=False, hint="没有消除的不填"),
        Ask("what", "不能行使请求权的原因", AskKind.TEXT, hint="不可抗力或者其他障碍"),
        Ask("evidence", "证据", AskKind.TEXT),
    ),
    checks=(not_in_the_future("obstacle_from", "障碍起日"),),
    usual=False,
)
