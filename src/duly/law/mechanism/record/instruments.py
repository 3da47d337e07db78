"""The chain of instruments: appeals, what came of them, certificates of effect."""

from duly.law.mechanism.answers import not_in_the_future
from duly.law.mechanism.record.facts import OPEN, TRIAL, Facts
from duly.law.step import Ask, AskKind, Step
from duly.law.terms import InstrumentKind, InstrumentOutcome, Role

APPEAL = Step[Facts](
    name="record_appeal",
    chinese="登记上诉",
    clause="二(三)附4",
    by=TRIAL,
    origins=OPEN,
    asks=(
        Ask("party", "上诉人", AskKind.RECORD, records="party"),
        Ask("filed_on", "上诉日期", AskKind.DATE),
    ),
    checks=(not_in_the_future("filed_on", "上诉日期"),),
    usual=False,
)

INSTRUMENT = Step[Facts](
    name="add_instrument",
    chinese="登记二审、再审文书",
    clause="二(三)附4",
    by=TRIAL | {Role.FILING_CLERK},
    origins=OPEN,
    asks=(
        Ask("number", "案号", AskKind.CASE_NUMBER, hint="如：（2026）粤01民终1234号"),
        Ask("court_name", "作出法院", AskKind.NAME, longest=60),
        Ask("kind", "文书种类", AskKind.CHOICE, choices=InstrumentKind),
        Ask("outcome", "审级结果", AskKind.CHOICE, choices=InstrumentOutcome),
        Ask("made_on", "作出日期", AskKind.DATE),
        Ask(
            "performance_days",
            "履行期（生效后几日内）",
            AskKind.NUMBER,
            required=False,
            hint="维持原判、撤回上诉的不填，沿用原文书",
        ),
        Ask("performance_date", "履行期届满日", AskKind.DATE, required=False),
    ),
    checks=(not_in_the_future("made_on", "作出日期"),),
    usual=False,
)

EFFECT = Step[Facts](
    name="record_effect",
    chinese="登记生效证明",
    clause="二(三)附4",
    by=TRIAL | {Role.FILING_CLERK},
    origins=OPEN,
    asks=(
        Ask("effective_on", "生效日期", AskKind.DATE),
        Ask("evidence", "生效证明", AskKind.TEXT, longest=120),
    ),
    checks=(not_in_the_future("effective_on", "生效日期"),),
    usual=False,
)
