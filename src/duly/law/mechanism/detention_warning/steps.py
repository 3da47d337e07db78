"""拘留风险告知 (三(三)): the steps to the warning and to the decision."""

from duly.law.mechanism.care import needs_no_care
from duly.law.mechanism.detention_warning import decision, exits, scope
from duly.law.mechanism.detention_warning.facts import Facts
from duly.law.mechanism.detention_warning.states import State
from duly.law.mechanism.sanction import asks, proposal, steps
from duly.law.mechanism.sanction.steps import JUDGE, PRESIDENT
from duly.law.step import Ask, AskKind, Clock, Step
from duly.law.terms import Role

BEFORE_DECISION = frozenset({State.OPEN, State.WARNED})

FIND = steps.find("三(三)1", BEFORE_DECISION)

WITHDRAW = steps.withdraw("三(三)1", BEFORE_DECISION | {State.DECIDED, State.RELEASED})

NAME_RESPONSIBLE = steps.name_responsible("三(三)3", BEFORE_DECISION)

ISSUE_WARNING = Step[Facts](
    name="issue_warning",
    chinese="发出《拘留风险告知书》",
    clause="三(三)2",
    by=JUDGE,
    origins=frozenset({State.OPEN}),
    target=State.WARNED,
    asks=asks.LAST_DAY,
    guards=(
        scope.is_detainable,
        scope.claim_is_small_enough_to_detain,
        scope.refuses_in_effect,
        scope.still_refuses_in_face_of_detention,
        scope.no_settlement_holds_the_detention,
        scope.no_stay_holds_the_detention,
        scope.may_be_warned_of_detention,
    ),
    checks=(exits.detention_term_is_lawful,),
    cautions=(needs_no_care,),
    issues=("detention-warning",),
    starts=(
        Clock(
            "detention_term", "拘留风险限期届满", "三(三)3", Role.ENFORCEMENT_JUDGE, ask="last_day"
        ),
    ),
)

WARN_AGAIN = steps.warn_again(
    ISSUE_WARNING, "重新发出《拘留风险告知书》", State.WARNED, "detention_term"
)

WAIVE = Step[Facts](
    name="waive",
    chinese="决定免除拘留",
    clause="三(三)2",
    by=JUDGE,
    origins=frozenset({State.WARNED, State.PROPOSED}),
    target=State.WAIVED,
    asks=asks.REASONS,
    guards=(exits.may_be_reduced_or_waived,),
    stops=("detention_term",),
)

PROPOSAL = (
    *proposal.TARGET_ASKS,
    Ask("days", "拘留日数", AskKind.NUMBER, hint="一日以上十五日以下"),
    *proposal.ACTS,
    *proposal.FACTORS,
    Ask("is_deputy", "是县级以上人民代表大会代表", AskKind.YES_NO),
    Ask("permission", "许可拘留的文书", AskKind.TEXT, required=False, hint="代表须填写"),
)
DETAINABLE = (
    scope.is_detainable,
    scope.claim_is_small_enough_to_detain,
    scope.refuses_in_effect,
    scope.no_stay_holds_the_detention,
)

PROPOSE = Step[Facts](
    name="propose_detention",
    chinese="报请拘留",
    clause="三(三)2",
    by=JUDGE,
    origins=frozenset({State.WARNED}),
    target=State.PROPOSED,
    asks=PROPOSAL,
    guards=(
        exits.detention_warning_has_run_out,
        scope.still_refuses_in_face_of_detention,
        scope.no_settlement_holds_the_detention,
        *DETAINABLE,
    ),
    checks=(decision.detention_is_lawful,),
    cautions=(needs_no_care,),
    draws=("detention-decision",),
    stops=("detention_term",),
)

PROPOSE_REDUCED = Step[Facts](
    name="propose_reduced",
    chinese="减轻后报请拘留",
    clause="三(三)2",
    by=JUDGE,
    origins=frozenset({State.WARNED}),
    target=State.PROPOSED,
    asks=(
        Ask("full_days", "减轻前拟拘留的日数", AskKind.NUMBER, hint="十五日以下"),
        Ask("reduced_reasons", "减轻的理由", AskKind.LONG_TEXT),
        *PROPOSAL,
    ),
    guards=(
        exits.detention_warning_has_run_out,
        exits.may_be_reduced_or_waived,
        *DETAINABLE,
    ),
    checks=(decision.detention_is_lawful, decision.reduction_is_real),
    draws=PROPOSE.draws,
    stops=("detention_term",),
    usual=False,
)

PROPOSE_URGENTLY = Step[Facts](
    name="propose_urgently",
    chinese="紧急情况，不经告知报请拘留",
    clause="三(三)1",
    by=JUDGE,
    origins=BEFORE_DECISION,
    target=State.PROPOSED,
    asks=(proposal.URGENT, *PROPOSAL),
    guards=(
        scope.still_refuses_in_face_of_detention,
        scope.no_settlement_holds_the_detention,
        *DETAINABLE,
    ),
    checks=PROPOSE.checks,
    draws=PROPOSE.draws,
    stops=("detention_term",),
    usual=False,
)

RETURN = steps.send_back("三(三)2", State.PROPOSED, State.WARNED)

RETURN_UNWARNED = steps.send_back_unwarned(
    "三(三)2", "退回报请（未经告知）", State.PROPOSED, State.OPEN
)

APPROVE = Step[Facts](
    name="approve_detention",
    chinese="批准拘留，签发《拘留决定书》",
    clause="三(三)2",
    by=PRESIDENT,
    origins=frozenset({State.PROPOSED}),
    target=State.DECIDED,
    guards=(decision.detention_still_stands,),
    issues=("detention-decision",),
    second_person=frozenset({"propose_detention", "propose_reduced", "propose_urgently"}),
)
