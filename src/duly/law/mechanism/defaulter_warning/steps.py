"""预失信告知 (三(一)): its states and the steps between them, to listing and publication."""

from duly.law.mechanism.care import needs_no_care
from duly.law.mechanism.defaulter_warning import exits, limits, requests, scope
from duly.law.mechanism.defaulter_warning.facts import Facts, State
from duly.law.step import Ask, AskKind, Clock, Step
from duly.law.terms import DefaulterGround, MeasureKind, Role

JUDGE = frozenset({Role.ENFORCEMENT_JUDGE})
PRESIDENT = frozenset({Role.PRESIDENT})

PROPOSAL = (
    Ask("reasons", "纳入理由", AskKind.LONG_TEXT),
    Ask(
        "extra_years", "延长纳入期限（年）", AskKind.NUMBER, hint="不延长填0；只有（一）项没有期限"
    ),
    Ask("grace_months", "宽限期（月）", AskKind.NUMBER, hint="立即公布填0；可给一至三个月"),
)
PROPOSAL_CHECKS = (limits.extension_is_lawful, limits.grace_is_bounded)
DECISION = ("defaulter-decision", "consumption-order")

FIND_GROUND = Step[Facts](
    name="find_ground",
    chinese="认定失信情形",
    clause="三(一)1",
    by=JUDGE,
    origins=frozenset({State.OPEN}),
    asks=(
        Ask("ground", "情形", AskKind.CHOICE, choices=DefaulterGround),
        Ask("reasons", "事实和理由", AskKind.LONG_TEXT),
        Ask("evidence", "证据", AskKind.TEXT),
    ),
)

ISSUE_WARNING = Step[Facts](
    name="issue_warning",
    chinese="发出《预纳入失信名单提醒通知书》",
    clause="三(一)2",
    by=JUDGE,
    origins=frozenset({State.OPEN}),
    target=State.WARNED,
    asks=(Ask("last_day", "限于何日前履行", AskKind.DATE, hint="通常为十五日后"),),
    guards=(
        scope.in_scope,
        scope.may_be_listed,
        scope.may_be_warned,
        exits.still_owes,
        exits.no_stay_holds_the_listing,
    ),
    checks=(limits.term_is_lawful,),
    cautions=(needs_no_care,),
    issues=("defaulter-warning",),
    starts=(
        Clock("defaulter_term", "提醒限期届满", "三(一)3", Role.ENFORCEMENT_JUDGE, ask="last_day"),
    ),
)

WARN_AGAIN = Step[Facts](
    name="warn_again",
    chinese="重新发出提醒",
    clause="三(一)2",
    by=JUDGE,
    origins=frozenset({State.WARNED}),
    asks=ISSUE_WARNING.asks,
    guards=ISSUE_WARNING.guards,
    checks=ISSUE_WARNING.checks,
    issues=ISSUE_WARNING.issues,
    stops=("defaulter_term",),
    starts=ISSUE_WARNING.starts,
    usual=False,
)

HOLD = Step[Facts](
    name="hold",
    chinese="因和解暂缓",
    clause="三(一)2",
    by=JUDGE,
    origins=frozenset({State.WARNED}),
    target=State.HELD,
    guards=(exits.settlement_runs,),
    stops=("defaulter_term",),
)

REVIVE = Step[Facts](
    name="revive",
    chinese="违反和解，恢复提醒",
    clause="三(一)2",
    by=JUDGE,
    origins=frozenset({State.HELD}),
    target=State.WARNED,
    asks=(
        Ask("reasons", "无正当理由拒不履行和解协议的事实", AskKind.LONG_TEXT),
        Ask("evidence", "证据", AskKind.TEXT),
    ),
    guards=(exits.settlement_breached,),
)

END_PERFORMED = Step[Facts](
    name="end_performed",
    chinese="限期内履行，不纳入",
    clause="三(一)2",
    by=JUDGE,
    origins=frozenset({State.OPEN, State.WARNED, State.HELD, State.PROPOSED}),
    target=State.PERFORMED,
    guards=(exits.ends_by_performance,),
    stops=("defaulter_term",),
)

PROPOSE = Step[Facts](
    name="propose_listing",
    chinese="报请纳入失信名单",
    clause="三(一)2",
    by=JUDGE,
    origins=frozenset({State.WARNED}),
    target=State.PROPOSED,
    asks=PROPOSAL,
    guards=(
        exits.warning_has_run_out,
        exits.still_owes,
        exits.no_settlement_in_force,
        exits.no_stay_holds_the_listing,
        scope.in_scope,
        scope.may_be_listed,
    ),
    checks=PROPOSAL_CHECKS,
    cautions=(needs_no_care,),
    draws=DECISION,
    stops=("defaulter_term",),
)

PROPOSE_URGENTLY = Step[Facts](
    name="propose_urgently",
    chinese="紧急情况，不经提醒报请纳入",
    clause="三(一)1",
    by=JUDGE,
    origins=frozenset({State.OPEN, State.WARNED}),
    target=State.PROPOSED,
    asks=(Ask("urgent_reasons", "不经提醒的紧急理由", AskKind.LONG_TEXT), *PROPOSAL),
    guards=(
        exits.still_owes,
        exits.no_settlement_in_force,
        exits.no_stay_holds_the_listing,
        scope.in_scope,
        scope.may_be_listed,
    ),
    checks=PROPOSAL_CHECKS,
    cautions=(needs_no_care,),
    draws=DECISION,
    stops=("defaulter_term",),
    usual=False,
)

RETURN = Step[Facts](
    name="return_proposal",
    chinese="退回报请",
    clause="三(一)2",
    by=PRESIDENT,
    origins=frozenset({State.PROPOSED}),
    target=State.WARNED,
    asks=(Ask("reasons", "退回理由", AskKind.LONG_TEXT),),
    when=lambda facts: facts.warning is not None,
)

RETURN_UNWARNED = Step[Facts](
    name="return_unwarned",
    chinese="退回报请（未经提醒）",
    clause="三(一)2",
    by=PRESIDENT,
    origins=frozenset({State.PROPOSED}),
    target=State.OPEN,
    asks=RETURN.asks,
    when=lambda facts: facts.warning is None,
)

APPROVE = Step[Facts](
    name="approve_listing",
    chinese="签发纳入失信决定书、限制消费令",
    clause="三(一)2",
    by=PRESIDENT,
    origins=frozenset({State.PROPOSED}),
    target=State.DECIDED,
    guards=(
        exits.still_owes,
        exits.no_settlement_in_force,
        exits.no_stay_holds_the_listing,
        scope.in_scope,
        scope.may_be_listed,
    ),
    issues=DECISION,
    imposes=(MeasureKind.CONSUMPTION_RESTRICTION,),
    stops=("listing_request",),
    second_person=frozenset({"propose_listing", "propose_urgently"}),
    starts=(
        Clock("publication", "可以公布", "三(一)2", Role.ENFORCEMENT_JUDGE, fact="publish_from"),
    ),
)

PUBLISH = Step[Facts](
    name="publish",
    chinese="录入名单库并公布",
    clause="三(一)2",
    by=JUDGE,
    origins=frozenset({State.DECIDED}),
    target=State.PUBLISHED,
    asks=(Ask("evidence", "录入记录", AskKind.TEXT, hint="如：名单库流水号"),),
    guards=(
        exits.may_be_published,
        exits.no_settlement_in_force,
        exits.no_stay_holds_the_listing,
        scope.may_be_listed,
    ),
    imposes=(MeasureKind.DEFAULTER_LISTING, MeasureKind.CREDIT_NOTICE),
    stops=("publication",),
)

NOT_PUBLISHED = Step[Facts](
    name="close_unpublished",
    chinese="宽限期内履行，不公布",
    clause="三(一)2",
    by=JUDGE,
    origins=frozenset({State.DECIDED}),
    target=State.NOT_PUBLISHED,
    guards=(exits.ends_by_performance,),
    stops=("publication",),
)

REVOKE = Step[Facts](
    name="revoke_decision",
    chinese="撤回决定，不公布",
    clause="三(一)2",
    by=PRESIDENT,
    origins=frozenset({State.DECIDED}),
    target=State.NOT_PUBLISHED,
    asks=(Ask("reasons", "不应纳入的事实和理由", AskKind.LONG_TEXT),),
    stops=("publication",),
    usual=False,
)

STEPS = (
    FIND_GROUND,
    ISSUE_WARNING,
    PROPOSE,
    APPROVE,
    RETURN,
    RETURN_UNWARNED,
    PUBLISH,
    END_PERFORMED,
    NOT_PUBLISHED,
    REVOKE,
    HOLD,
    REVIVE,
    WARN_AGAIN,
    PROPOSE_URGENTLY,
    requests.REQUEST,
    requests.DECLINE,
)
