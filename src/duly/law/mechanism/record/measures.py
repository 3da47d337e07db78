"""Measures against property, each with its object and last day."""

from duly.law.mechanism.answers import not_in_the_future
from duly.law.mechanism.record.facts import OPEN, Facts
from duly.law.step import Ask, AskKind, Step
from duly.law.terms import PropertyKind, Role

MEASURE = Step[Facts](
    name="impose_measure",
    chinese="登记查控措施",
    clause="二(三)附8",
    by=frozenset({Role.TRIAL_JUDGE, Role.ENFORCEMENT_JUDGE}),
    origins=OPEN,
    asks=(
        Ask("party", "被执行人", AskKind.RECORD, records="debtor"),
        Ask("kind", "措施", AskKind.CHOICE, choices=PropertyKind),
        Ask("object", "财产", AskKind.TEXT, hint="如：XX银行尾号0001账户、粤A·D0001小客车"),
        Ask("amount", "限额", AskKind.MONEY, required=False),
        Ask("imposed_on", "起始日期", AskKind.DATE),
        Ask("expires_on", "届满日期", AskKind.DATE),
        Ask("evidence", "裁定书及协助执行通知书", AskKind.TEXT),
    ),
    checks=(not_in_the_future("imposed_on", "起始日期"),),
)
