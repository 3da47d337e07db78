"""失信规定 9–12: the steps of a listing in force, from a correction asked for to deletion.

A deletion decided here is carried out by the release of the measure: its paper, the
president's signature and the three working days are there.
"""

from duly.law.calendar import Period
from duly.law.mechanism.answers import not_in_the_future
from duly.law.mechanism.listing import rules
from duly.law.mechanism.listing.facts import CorrectionGround, DeletionGround, Facts, State
from duly.law.step import Ask, AskKind, Clock, Step
from duly.law.terms import Role

JUDGE = frozenset({Role.ENFORCEMENT_JUDGE})
OFFICE = JUDGE | {Role.ENFORCEMENT_CLERK}
CLAUSE = "三(一)2"
REASONS = Ask("reasons", "事实和理由", AskKind.LONG_TEXT)
EVIDENCE = Ask("evidence", "材料存卷", AskKind.TEXT)


def _clock(name: str, chinese: str, period: Period, since: str = "") -> Clock:
    return Clock(name, chinese, CLAUSE, Role.ENFORCEMENT_JUDGE, period=period, since=since)


RECTIFICATION = _clock("rectification", "更正信息（三个工作日内）", Period(working_days=3))

SEEK_CORRECTION = Step[Facts](
    name="seek_correction",
    chinese="收到纠正申请",
    clause=CLAUSE,
    by=OFFICE,
    origins=frozenset({State.LISTED}),
    target=State.SOUGHT,
    asks=(
        Ask("correction", "申请纠正的事由", AskKind.CHOICE, choices=CorrectionGround),
        Ask("applied_on", "收到申请日期", AskKind.DATE),
        EVIDENCE,
    ),
    checks=(not_in_the_future("applied_on", "收到申请日期"),),
    starts=(_clock("correction", "审查纠正申请（十五日）", Period(days=15), since="applied_on"),),
    usual=False,
)


def _inaccurate(facts: Facts) -> bool:
    return facts.correction is CorrectionGround.INACCURATE


def _not_inaccurate(facts: Facts) -> bool:
    return not _inaccurate(facts)


UPHOLD_INACCURATE = Step[Facts](
    name="uphold_inaccurate",
    chinese="申请成立，信息应当更正",
    clause=CLAUSE,
    by=JUDGE,
    origins=frozenset({State.SOUGHT}),
    target=State.RECTIFYING,
    asks=(REASONS,),
    when=_inaccurate,
    issues=("correction-decision",),
    stops=("correction",),
    starts=(RECTIFICATION,),
)

UPHOLD = Step[Facts](
    name="uphold_correction",
    chinese="申请成立，失信信息应当撤销、删除",
    clause=CLAUSE,
    by=JUDGE,
    origins=frozenset({State.SOUGHT}),
    target=State.DELETING,
    asks=(REASONS,),
    when=_not_inaccurate,
    issues=("correction-decision",),
    stops=("correction",),
)

DISMISS = Step[Facts](
    name="dismiss_correction",
    chinese="决定驳回纠正申请",
    clause=CLAUSE,
    by=JUDGE,
    origins=frozenset({State.SOUGHT}),
    target=State.DISMISSED,
    asks=(REASONS,),
    issues=("correction-decision",),
    stops=("correction",),
)

SERVE_DISMISSAL = Step[Facts](
    name="serve_dismissal",
    chinese="登记驳回决定送达（十日内可申请复议）",
    clause=CLAUSE,
    by=OFFICE,
    origins=frozenset({State.DISMISSED}),
    target=State.SERVED,
    asks=(Ask("served_on", "送达日期", AskKind.DATE), EVIDENCE),
    checks=(not_in_the_future("served_on", "送达日期"),),
    starts=(
        _clock("reconsideration", "当事人申请复议（十日）", Period(days=10), since="served_on"),
    ),
)

SEEK_RECONSIDERATION = Step[Facts](
    name="seek_reconsideration",
    chinese="登记复议申请，报上一级法院",
    clause=CLAUSE,
    by=OFFICE,
    origins=frozenset({State.SERVED}),
    target=State.RECONSIDERED,
    asks=(
        Ask("sought_on", "申请复议日期", AskKind.DATE),
        Ask("received_on", "上一级法院收到日期", AskKind.DATE),
        EVIDENCE,
    ),
    checks=(
        not_in_the_future("sought_on", "申请复议日期"),
        not_in_the_future("received_on", "上一级法院收到日期"),
        rules.reconsideration_in_time,
    ),
    stops=("reconsideration",),
    starts=(
        _clock("upper_court", "上一级法院决定（十五日）", Period(days=15), since="received_on"),
    ),
    usual=False,
)

LET_STAND = Step[Facts](
    name="let_stand",
    chinese="复议期满未申请，继续在册",
    clause=CLAUSE,
    by=JUDGE,
    origins=frozenset({State.SERVED}),
    target=State.LISTED,
    guards=(rules.reconsideration_is_over,),
    stops=("reconsideration",),
)

UPPER_COURT_UPHELD = Step[Facts](
    name="upper_court_upheld",
    chinese="复议维持，继续在册",
    clause=CLAUSE,
    by=JUDGE,
    origins=frozenset({State.RECONSIDERED}),
    target=State.LISTED,
    asks=(REASONS, EVIDENCE),
    stops=("upper_court",),
)

UPPER_COURT_OVERTURNED = Step[Facts](
    name="upper_court_overturned",
    chinese="复议撤销驳回决定，失信信息应当删除",
    clause=CLAUSE,
    by=JUDGE,
    origins=frozenset({State.RECONSIDERED}),
    target=State.DELETING,
    asks=(REASONS, EVIDENCE),
    when=_not_inaccurate,
    stops=("upper_court",),
)

UPPER_COURT_RECTIFIED = Step[Facts](
    name="upper_court_rectified",
    chinese="复议撤销驳回决定，信息应当更正",
    clause=CLAUSE,
    by=JUDGE,
    origins=frozenset({State.RECONSIDERED}),
    target=State.RECTIFYING,
    asks=(REASONS, EVIDENCE),
    when=_inaccurate,
    stops=("upper_court",),
    starts=(RECTIFICATION,),
)

RECTIFY = Step[Facts](
    name="rectify",
    chinese="办结更正",
    clause=CLAUSE,
    by=OFFICE,
    origins=frozenset({State.RECTIFYING}),
    target=State.LISTED,
    asks=(Ask("done_on", "办结日期", AskKind.DATE), EVIDENCE),
    checks=(not_in_the_future("done_on", "办结日期"),),
    stops=("rectification",),
)

FIND_WRONG = Step[Facts](
    name="find_wrong",
    chinese="本院发现不应纳入而纳入",
    clause=CLAUSE,
    by=JUDGE,
    origins=frozenset({State.LISTED}),
    target=State.DELETING,
    asks=(REASONS,),
    usual=False,
)

DECIDE_DELETION = Step[Facts](
    name="decide_deletion",
    chinese="决定删除失信信息（没有期限的）",
    clause=CLAUSE,
    by=JUDGE,
    origins=frozenset({State.LISTED}),
    target=State.DELETING,
    asks=(Ask("ground", "事由", AskKind.CHOICE, choices=DeletionGround), REASONS, EVIDENCE),
    guards=(rules.article_10_applies,),
    usual=False,
)

DECIDE_EARLY = Step[Facts](
    name="decide_early_deletion",
    chinese="决定提前删除（有期限的）",
    clause=CLAUSE,
    by=JUDGE,
    origins=frozenset({State.LISTED}),
    target=State.DELETING,
    asks=(REASONS, EVIDENCE),
    guards=(rules.article_2_applies,),
    usual=False,
)

TERM_OVER = Step[Facts](
    name="term_over",
    chinese="纳入期限届满，应当删除",
    clause=CLAUSE,
    by=OFFICE,
    origins=frozenset({State.LISTED}),
    target=State.DELETING,
    guards=(rules.term_has_run_out,),
    stops=("listed_until",),
)

END = Step[Facts](
    name="end",
    chinese="失信信息已删除",
    clause=CLAUSE,
    by=OFFICE,
    origins=frozenset(set(State) - {State.ENDED}),
    target=State.ENDED,
    guards=(rules.no_longer_listed,),
    usual=False,
)

STEPS = (
    SEEK_CORRECTION,
    UPHOLD,
    UPHOLD_INACCURATE,
    DISMISS,
    RECTIFY,
    SERVE_DISMISSAL,
    LET_STAND,
    UPPER_COURT_UPHELD,
    UPPER_COURT_OVERTURNED,
    UPPER_COURT_RECTIFIED,
    TERM_OVER,
    FIND_WRONG,
    DECIDE_DELETION,
    DECIDE_EARLY,
    SEEK_RECONSIDERATION,
    END,
)
