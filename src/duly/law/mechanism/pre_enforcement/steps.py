"""执前督促履行 (二): its states and the steps between them."""

from duly.law.calendar import Period
from duly.law.mechanism.answers import SIGNATURE, answered_yes, not_in_the_future
from duly.law.mechanism.pre_enforcement import direct, eligibility, mediators, urging
from duly.law.mechanism.pre_enforcement.facts import Facts
from duly.law.step import Ask, AskKind, Clock, Step
from duly.law.terms import Role, Term


class State(Term):
    """From the application to its archive, or to enforcement."""

    APPLIED = "applied", "待询问申请人"
    CONSENTED = "consented", "申请人同意"
    REQUESTED = "requested", "已收申请书"
    REGISTERED = "registered", "已登记待指派"
    URGING = "urging", "督促中"
    PERFORMED = "performed", "督促成功归档"
    WITHDRAWN = "withdrawn", "申请人撤回"
    TRANSFERRED = "transferred", "已转执行立案"
    FILED_DIRECTLY = "filed_directly", "直接立案执行"


FILING = frozenset({Role.FILING_CLERK})
MEDIATORS = frozenset({Role.MEDIATOR})
BEFORE_REGISTRATION = frozenset({State.APPLIED, State.CONSENTED, State.REQUESTED})
IN_URGING = frozenset({State.URGING})

URGING_MONTH = Clock(
    "urging_month", "督促期限届满", "二(二)2", Role.MEDIATOR, period=Period(months=1)
)

RECORD_CONSENT = Step[Facts](
    name="record_consent",
    chinese="询问申请人：同意执前督促",
    clause="二(二)1",
    by=FILING,
    origins=frozenset({State.APPLIED}),
    target=State.CONSENTED,
    asks=(
        Ask("asked_on", "询问日期", AskKind.DATE),
        Ask("how", "询问方式", AskKind.TEXT, hint="如：立案窗口当面询问"),
        Ask("emergency", "有转移财产、逃避执行等紧急情况", AskKind.YES_NO),
        Ask("emergency_reasons", "判断依据", AskKind.LONG_TEXT),
        Ask(
            "debtor_phone",
            "债务人电话",
            AskKind.PHONE,
            required=False,
            hint="已登记过联系方式的可以不填",
        ),
    ),
    guards=(eligibility.may_consent,),
    checks=(eligibility.consent_answers, not_in_the_future("asked_on", "询问日期")),
    cautions=(eligibility.outlasts_no_preservation,),
    issues=("urging-application",),
)

FILE_DIRECTLY = Step[Facts](
    name="file_directly",
    chinese="直接立案执行",
    clause="二(一)2",
    by=FILING,
    origins=BEFORE_REGISTRATION,
    target=State.FILED_DIRECTLY,
    asks=(
        Ask("reason", "原因", AskKind.CHOICE, choices=direct.DirectReason),
        Ask("reasons", "说明", AskKind.LONG_TEXT),
    ),
    checks=(direct.reason_is_true,),
)

RECEIVE_REQUEST = Step[Facts](
    name="receive_request",
    chinese="收到《执前督促履行申请书》",
    clause="二(二)1",
    by=FILING,
    origins=frozenset({State.CONSENTED}),
    target=State.REQUESTED,
    asks=(
        Ask("signed_on", "签署日期", AskKind.DATE),
        Ask("signer", "签署人", AskKind.NAME, hint="申请人本人，或者有授权的代理人"),
        SIGNATURE,
        Ask("evidence", "存卷", AskKind.TEXT, hint="如：正卷第3页"),
    ),
    checks=(not_in_the_future("signed_on", "签署日期"),),
)

REGISTER = Step[Facts](
    name="register",
    chinese="登记“执前调”案号",
    clause="二(二)2",
    by=FILING,
    origins=frozenset({State.REQUESTED}),
    target=State.REGISTERED,
    guards=(eligibility.eligible,),
    cautions=(eligibility.outlasts_no_preservation,),
    starts=(URGING_MONTH,),
)

ASSIGN = Step[Facts](
    name="assign",
    chinese="安排调解员",
    clause="二(二)2",
    by=FILING | {Role.FILING_HEAD},
    origins=frozenset({State.REGISTERED}),
    target=State.URGING,
    asks=(
        Ask("mediator", "调解员", AskKind.RECORD, records="mediator"),
        mediators.NO_RECUSAL,
    ),
    checks=(answered_yes("no_recusal", "调解员没有应当回避的情形", "二(三)附5", "另行安排调解员"),),
)

REPLACE = Step[Facts](
    name="replace_mediator",
    chinese="更换调解员",
    clause="二(三)附5",
    by=FILING | {Role.FILING_HEAD},
    origins=IN_URGING,
    asks=(
        Ask("mediator", "调解员", AskKind.RECORD, records="mediator"),
        Ask("reasons", "理由", AskKind.LONG_TEXT),
        mediators.NO_RECUSAL,
    ),
    checks=ASSIGN.checks,
    usual=False,
)

RECUSE = mediators.recusal(IN_URGING, State.REGISTERED)

ISSUE_NOTICE = Step[Facts](
    name="issue_notice",
    chinese="发出《执前督促履行告知书》",
    clause="二(二)3",
    by=MEDIATORS,
    origins=IN_URGING,
    issues=("urging-notice",),
    when=lambda facts: not facts.notice_issued,
)

RECORD_REFUSAL = Step[Facts](
    name="record_refusal",
    chinese="如实记录明确拒绝",
    clause="二(三)附8",
    by=MEDIATORS,
    origins=IN_URGING,
    asks=(
        Ask("party", "履行义务人", AskKind.RECORD, records="debtor"),
        Ask("on", "日期", AskKind.DATE),
        Ask("words", "拒绝的表示", AskKind.LONG_TEXT),
    ),
    guards=(urging.may_record_refusal,),
    checks=(not_in_the_future("on", "日期"),),
)

EXTEND = Step[Facts](
    name="extend",
    chinese="延长督促期限",
    clause="二(二)2",
    by=FILING | {Role.FILING_HEAD},
    origins=IN_URGING,
    asks=(
        Ask("until", "延长至", AskKind.DATE),
        Ask("reasons", "理由", AskKind.LONG_TEXT),
        Ask("consented", "申请人同意延长", AskKind.YES_NO),
    ),
    guards=(urging.may_extend,),
    checks=(
        urging.extension_is_bounded,
        answered_yes("consented", "申请人同意延长", "二(二)2", "征得申请人同意"),
    ),
    cautions=(eligibility.outlasts_no_preservation,),
    stops=("urging_month",),
    starts=(Clock("urging_month", "督促期限届满（延长）", "二(二)2", Role.MEDIATOR, ask="until"),),
    usual=False,
)

CLOSE = Step[Facts](
    name="close_performed",
    chinese="督促成功归档",
    clause="二(二)2",
    by=FILING | MEDIATORS,
    origins=IN_URGING,
    target=State.PERFORMED,
    asks=(
        Ask("confirmed", "申请人确认不必再申请强制执行", AskKind.YES_NO),
        Ask("confirmed_on", "确认日期", AskKind.DATE),
        Ask("evidence", "确认材料", AskKind.TEXT),
    ),
    guards=(urging.something_paid,),
    checks=(
        answered_yes(
            "confirmed",
            "申请人确认不必再申请强制执行",
            "二(二)2",
            "取得申请人确认；申请人仍要求执行的，转执行立案",
        ),
        not_in_the_future("confirmed_on", "确认日期"),
    ),
    cautions=(urging.rest_stays_open,),
    stops=("urging_month",),
)

TRANSFER = Step[Facts](
    name="transfer",
    chinese="督促不成，转执行立案",
    clause="二(二)2",
    by=FILING | MEDIATORS,
    origins=IN_URGING,
    target=State.TRANSFERRED,
    asks=(
        Ask("wanted", "申请人认为还需法院强制执行", AskKind.YES_NO),
        Ask("reasons", "督促经过", AskKind.LONG_TEXT),
        Ask("requests_listing", "申请人同时申请纳入失信名单", AskKind.YES_NO),
    ),
    guards=(urging.notice_was_issued, urging.still_owes, urging.has_failed),
    checks=(
        answered_yes(
            "wanted",
            "申请人认为还需法院强制执行",
            "二(二)2",
            "申请人不再要求执行的，由其撤回申请",
        ),
    ),
    issues=("transfer-record",),
    stops=("urging_month",),
)

TRANSFER_AT_ONCE = Step[Facts](
    name="transfer_at_once",
    chinese="紧急情况，立即转执行立案",
    clause="二(一)1",
    by=FILING | MEDIATORS,
    origins=IN_URGING | {State.REGISTERED},
    target=State.TRANSFERRED,
    asks=(Ask("reasons", "紧急情况", AskKind.LONG_TEXT),),
    guards=(urging.has_emergency, urging.still_owes),
    issues=("transfer-record",),
    stops=("urging_month",),
    usual=False,
)

WITHDRAW = Step[Facts](
    name="withdraw",
    chinese="申请人撤回申请",
    clause="二(二)2",
    by=FILING,
    origins=BEFORE_REGISTRATION | IN_URGING | {State.REGISTERED},
    target=State.WITHDRAWN,
    asks=(
        Ask("withdrawn_on", "撤回日期", AskKind.DATE),
        Ask("evidence", "撤回材料", AskKind.TEXT),
    ),
    checks=(not_in_the_future("withdrawn_on", "撤回日期"),),
    stops=("urging_month",),
    usual=False,
)

STEPS = (
    RECORD_CONSENT,
    FILE_DIRECTLY,
    RECEIVE_REQUEST,
    REGISTER,
    ASSIGN,
    ISSUE_NOTICE,
    RECORD_REFUSAL,
    CLOSE,
    TRANSFER,
    TRANSFER_AT_ONCE,
    EXTEND,
    REPLACE,
    RECUSE,
    WITHDRAW,
)
