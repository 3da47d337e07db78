"""Measures against property, each with its object and last day."""

from duly.law.finding import Finding
from duly.law.mechanism.answers import not_in_the_future
from duly.law.mechanism.preservation import within_longest
from duly.law.mechanism.record.facts import OPEN, Facts
from duly.law.step import Answers, Ask, AskKind, Step
from duly.law.terms import PropertyClass, PropertyKind, Role


def lasts_no_longer_than_lawful(facts: Facts, answers: Answers) -> Finding:
    """Return whether a measure, or its renewal from today, fits the longest term (解释 485)."""
    first = answers.get("imposed_on") or facts.on
    return within_longest(
        answers.get("property_class"), first, answers.get("expires_on"), on=facts.on
    )


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
        Ask("property_class", "财产种类", AskKind.CHOICE, required=False, choices=PropertyClass),
        Ask("amount", "限额", AskKind.MONEY, required=False),
        Ask("imposed_on", "起始日期", AskKind.DATE),
        Ask("expires_on", "届满日期", AskKind.DATE),
        Ask("evidence", "裁定书及协助执行通知书", AskKind.TEXT),
    ),
    checks=(not_in_the_future("imposed_on", "起始日期"),),
    cautions=(lasts_no_longer_than_lawful,),
)

RENEWAL = Step[Facts](
    name="renew_preservation",
    chinese="续行查封、扣押、冻结",
    clause="二(三)附8",
    by=frozenset({Role.TRIAL_JUDGE, Role.ENFORCEMENT_JUDGE}),
    origins=OPEN,
    asks=(
        Ask("measure", "续行的措施", AskKind.RECORD, records="preservation"),
        Ask("property_class", "财产种类", AskKind.CHOICE, required=False, choices=PropertyClass),
        Ask("expires_on", "续行至", AskKind.DATE),
        Ask("evidence", "裁定书及协助执行通知书", AskKind.TEXT),
    ),
    cautions=(lasts_no_longer_than_lawful,),
    usual=False,
)
