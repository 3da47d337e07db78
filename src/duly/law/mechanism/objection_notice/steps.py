"""滥用执行异议 (三(四)): the states of an objection and the steps between them.

Enforcement does not stop while an objection is reviewed (执行程序解释 9).
"""

from collections.abc import Callable

from duly.law.calendar import Period
from duly.law.mechanism.answers import not_in_the_future
from duly.law.mechanism.objection_notice import rules
from duly.law.mechanism.objection_notice.facts import Facts, Ruling
from duly.law.step import Ask, AskKind, Clock, Step
from duly.law.terms import AbuseAct, ObjectionKind, Role, Term


class State(Term):
    """From receipt over the signed notice to the ruling and the end of its remedies."""

    RECEIVED = "received", "已收到，待发告知书"
    NOTIFIED = "notified", "告知书待签收"
    SIGNED = "signed", "已签收，待立案"
    FILED = "filed", "审查中"
    DECIDED = "decided", "已裁定，待送达"
    SERVED = "served", "救济期限内"
    REMEDY = "remedy", "复议或者诉讼中"
    REFUSED = "refused", "不予受理"
    WITHDRAWN = "withdrawn", "已撤回"
    ENDED = "ended", "已审结"


class NoticeReceipt(Term):
    """How the objector received the notice: signed for, or left with him (民诉法 89)."""

    SIGNED = "signed", "本人签收"
    LEFT = "left", "拒绝签收，留置送达并拍照、录像"


FILING = frozenset({Role.FILING_CLERK})
# 执行异议复议规定 11: 办理执行实施案件的人员不得参与审查, so other judges must be free to.
REVIEWERS = frozenset({Role.ENFORCEMENT_JUDGE, Role.TRIAL_JUDGE, Role.BUREAU_HEAD})
BEFORE_FILING = frozenset({State.RECEIVED, State.NOTIFIED, State.SIGNED})

ISSUE_NOTICE = Step[Facts](
    name="issue_notice",
    chinese="发出《滥用执行异议权利风险告知书》",
    clause="三(四)2",
    by=FILING,
    origins=frozenset({State.RECEIVED}),
    target=State.NOTIFIED,
    issues=("objection-notice",),
)

RECORD_SIGNATURE = Step[Facts](
    name="record_signature",
    chinese="登记告知书签收",
    clause="三(四)2",
    by=FILING,
    origins=frozenset({State.NOTIFIED}),
    target=State.SIGNED,
    asks=(
        Ask("signed_on", "签收日期", AskKind.DATE),
        Ask("how", "签收方式", AskKind.CHOICE, choices=NoticeReceipt),
        Ask("evidence", "签收凭证", AskKind.TEXT, hint="如：告知书签收联，异议卷第2页"),
    ),
    checks=(not_in_the_future("signed_on", "签收日期"), rules.signed_after_receipt),
)

FILE = Step[Facts](
    name="file",
    chinese="执行异议立案",
    clause="三(四)2",
    by=FILING,
    origins=frozenset({State.SIGNED}),
    target=State.FILED,
    guards=(rules.notice_signed, rules.may_be_filed),
    stops=("objection_filing",),
    starts=(
        Clock(
            "objection_review",
            "执行异议审查（十五日）",
            "三(四)1",
            Role.ENFORCEMENT_JUDGE,
            period=Period(days=15),
            since="received_on",
        ),
    ),
)

REFUSE = Step[Facts](
    name="refuse",
    chinese="重复异议，裁定不予受理",
    clause="三(四)3(2)",
    by=frozenset({Role.FILING_HEAD}),
    origins=BEFORE_FILING,
    target=State.REFUSED,
    asks=(
        Ask(
            "reasons",
            "理由",
            AskKind.LONG_TEXT,
            hint="写明前一异议；以不同异议人名义提出的，写明认定为同一异议的事实",
        ),
    ),
    guards=(rules.is_repeated,),
    issues=("objection-refusal",),
    usual=False,
)

WITHDRAW = Step[Facts](
    name="withdraw",
    chinese="异议人撤回异议",
    clause="三(四)2",
    by=FILING | REVIEWERS,
    origins=BEFORE_FILING | {State.FILED},
    target=State.WITHDRAWN,
    asks=(
        Ask("withdrawn_on", "撤回日期", AskKind.DATE),
        Ask("evidence", "撤回申请", AskKind.TEXT, hint="如：撤回异议申请书，异议卷第9页"),
    ),
    checks=(not_in_the_future("withdrawn_on", "撤回日期"),),
    usual=False,
)

DECIDE = Step[Facts](
    name="decide",
    chinese="裁定异议",
    clause="三(四)1",
    by=REVIEWERS,
    origins=frozenset({State.FILED}),
    target=State.DECIDED,
    asks=(
        Ask("outcome", "裁定结果", AskKind.CHOICE, choices=Ruling),
        Ask("reasons", "查明的事实和理由", AskKind.LONG_TEXT),
        Ask(
            "order",
            "撤销、改正的内容",
            AskKind.TEXT,
            required=False,
            hint="执行行为异议成立的填写，如：撤销对XX账户的冻结",
        ),
        Ask(
            "measure",
            "该标的上的查控措施",
            AskKind.RECORD,
            required=False,
            records="preservation",
            hint="案外人异议成立的选择；最终成立的，七日内解除",
        ),
    ),
    checks=(rules.order_fits_ruling, rules.measure_fits_ruling),
    issues=("objection-ruling",),
    stops=("objection_review",),
)

FIND_ABUSE = Step[Facts](
    name="find_abuse",
    chinese="认定滥用执行异议权利",
    clause="三(四)3",
    by=REVIEWERS,
    origins=BEFORE_FILING | {State.FILED, State.DECIDED, State.SERVED, State.REMEDY},
    asks=(
        Ask("act", "行为", AskKind.CHOICE, choices=AbuseAct),
        Ask("reasons", "认定的事实和理由", AskKind.LONG_TEXT),
    ),
    guards=(rules.abuse_has_consequences,),
    usual=False,
)


def _of(kind: ObjectionKind) -> Callable[[Facts], bool]:
    return lambda facts: facts.kind is kind


def _served(kind: ObjectionKind, name: str, chinese: str, limit: Clock) -> Step[Facts]:
    return Step[Facts](
        name=name,
        chinese=chinese,
        clause="三(四)1",
        by=REVIEWERS | {Role.ENFORCEMENT_CLERK},
        origins=frozenset({State.DECIDED}),
        target=State.SERVED,
        asks=(
            Ask("served_on", "裁定送达日期", AskKind.DATE),
            Ask("evidence", "送达凭证", AskKind.TEXT),
        ),
        checks=(not_in_the_future("served_on", "送达日期"),),
        when=_of(kind),
        starts=(limit,),
    )


SERVE_ACT_RULING = _served(
    ObjectionKind.ACT,
    "serve_act_ruling",
    "登记裁定送达（十日内可申请复议）",
    Clock(
        "objection_remedy",
        "当事人申请复议（十日）",
        "三(四)1",
        Role.ENFORCEMENT_JUDGE,
        period=Period(days=10),
        since="served_on",
    ),
)

SERVE_THING_RULING = _served(
    ObjectionKind.THING,
    "serve_thing_ruling",
    "登记裁定送达（十五日内可起诉）",
    Clock(
        "objection_remedy",
        "当事人提起诉讼（十五日）",
        "三(四)1",
        Role.ENFORCEMENT_JUDGE,
        period=Period(days=15),
        since="served_on",
    ),
)

SEEK_REMEDY = Step[Facts](
    name="seek_remedy",
    chinese="登记申请复议或者起诉",
    clause="三(四)1",
    by=REVIEWERS | FILING,
    origins=frozenset({State.SERVED}),
    target=State.REMEDY,
    asks=(
        Ask("sought_on", "提出日期", AskKind.DATE),
        Ask("evidence", "复议申请书或者起诉状", AskKind.TEXT),
    ),
    checks=(not_in_the_future("sought_on", "提出日期"), rules.remedy_in_time),
    stops=("objection_remedy",),
    usual=False,
)

END_REMEDY = Step[Facts](
    name="end_remedy",
    chinese="登记复议或者诉讼结果",
    clause="三(四)1",
    by=REVIEWERS,
    origins=frozenset({State.REMEDY}),
    target=State.ENDED,
    asks=(
        Ask("final_outcome", "最终结果", AskKind.CHOICE, choices=Ruling),
        Ask("evidence", "文书", AskKind.TEXT, hint="如：复议裁定的案号"),
    ),
)

END = Step[Facts](
    name="end",
    chinese="救济期限届满，审结",
    clause="三(四)1",
    by=REVIEWERS,
    origins=frozenset({State.SERVED}),
    target=State.ENDED,
    guards=(rules.remedy_is_over,),
    stops=("objection_remedy",),
)

STEPS = (
    ISSUE_NOTICE,
    RECORD_SIGNATURE,
    FILE,
    DECIDE,
    SERVE_ACT_RULING,
    SERVE_THING_RULING,
    END,
    END_REMEDY,
    REFUSE,
    WITHDRAW,
    SEEK_REMEDY,
    FIND_ABUSE,
)
