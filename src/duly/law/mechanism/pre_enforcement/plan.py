"""协商履行方案 (二(三)附6): what the parties agreed with the mediator's help, by day and amount.

It is on record and weighed on a day; the month of urging runs on, and the instrument stays
as it is.
"""

from duly.law.mechanism.answers import not_in_the_future
from duly.law.mechanism.pre_enforcement.facts import Facts
from duly.law.mechanism.pre_enforcement.steps import IN_URGING, MEDIATORS
from duly.law.mechanism.settlement_plan import LINES
from duly.law.step import Ask, AskKind, Step

PLAN = Step[Facts](
    name="record_plan",
    chinese="登记协商履行方案",
    clause="二(三)附6",
    by=MEDIATORS,
    origins=IN_URGING,
    asks=(
        Ask("agreed_on", "协商日期", AskKind.DATE),
        Ask("instalments", "履行方案", AskKind.LONG_TEXT, hint=LINES),
        Ask("evidence", "方案存卷", AskKind.TEXT, hint="如：双方签名的笔录"),
    ),
    checks=(not_in_the_future("agreed_on", "协商日期"),),
    usual=False,
)
