"""Facts that a named person finds with reasons, and withdraws with reasons."""

from duly.law.mechanism.record.facts import EMERGENCY_FINDERS, OPEN, Facts
from duly.law.step import Ask, AskKind, Step
from duly.law.terms import FactQuestion

FINDING = Step[Facts](
    name="find_fact",
    chinese="认定事实",
    clause="三(一)2",
    by=EMERGENCY_FINDERS,
    origins=OPEN,
    asks=(
        Ask("question", "认定事项", AskKind.CHOICE, choices=FactQuestion),
        Ask("party", "涉及的被执行人", AskKind.RECORD, records="debtor"),
        Ask("holds", "是否成立", AskKind.YES_NO),
        Ask("reasons", "理由", AskKind.LONG_TEXT),
        Ask("evidence", "证据", AskKind.TEXT, required=False),
    ),
)

WITHDRAWAL = Step[Facts](
    name="withdraw_fact",
    chinese="撤回认定",
    clause="三(六)1(2)",
    by=EMERGENCY_FINDERS,
    origins=OPEN,
    asks=(
        Ask("fact", "要撤回的认定", AskKind.RECORD, records="fact"),
        Ask("reasons", "理由", AskKind.LONG_TEXT),
    ),
    usual=False,
)
