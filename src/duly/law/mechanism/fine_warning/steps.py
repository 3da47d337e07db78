"""预罚款告知 (三(二)): the steps to the warning and to the decision."""

from duly.law.mechanism.care import needs_no_care
from duly.law.mechanism.fine_warning import decision, exits, scope
from duly.law.mechanism.fine_warning.facts import Facts
from duly.law.mechanism.fine_warning.states import State
from duly.law.mechanism.sanction import asks, proposal, steps
from duly.law.mechanism.sanction.steps import JUDGE, PRESIDENT
from duly.law.step import Ask, AskKind, Clock, Step
from duly.law.terms import Role

BEFORE_DECISION = frozenset({State.OPEN, State.WARNED})

FIND = steps.find("三(二)1", BEFORE_DECISION)

WITHDRAW = steps.withdraw("三(二)1", BEFORE_DECISION | {State.DECIDED, State.PAID})

NAME_RESPONSIBLE = steps.name_responsible("三(二)3", BEFORE_DECISION)

ISSUE_WARNING = Step[Facts](
    name="issue_warning",
    chinese="发出《预罚款通知书》",
    clause="三(二)2",
    by=JUDGE,
    origins=frozenset({State.OPEN}),
    target=State.WARNED,
    asks=asks.LAST_DAY,
    guards=(
        scope.is_finable,
        scope.claim_is_small_enough_to_fine,
        scope.refuses_what_a_fine_enforces,
        scope.no_settlement_holds_the_fine,
        scope.no_stay_holds_the_fine,
        scope.may_be_warned_of_a_fine,
    ),
    checks=(exits.fine_term_is_lawful,),
    cautions=(needs_no_care,),
    issues=("fine-warning",),
    starts=(
        Clock("fine_term", "预罚款限期届满", "三(二)3", Role.ENFORCEMENT_JUDGE, ask="last_day"),
    ),
)

WARN_AGAIN = steps.warn_again(ISSUE_WARNING, "重新发出《预罚款通知书》", State.WARNED, "fine_term")

SPARE = Step[Facts](
    name="spare",
    chinese="决定不予罚款",
    clause="三(二)2",
    by=JUDGE,
    origins=frozenset({State.WARNED, State.PROPOSED}),
    target=State.SPARED,
    asks=asks.REASONS,
    guards=(exits.may_be_spared,),
    stops=("fine_term",),
)

PROPOSAL = (
    *proposal.TARGET_ASKS,
    Ask("amount", "罚款金额（元）", AskKind.MONEY, hint="个人十万元以下；单位五万元至一百万元"),
    *proposal.ACTS,
    *proposal.FACTORS,
    Ask("pay_by", "限于何日前缴纳", AskKind.DATE),
)

PROPOSE = Step[Facts](
    name="propose_fine",
    chinese="报请罚款",
    clause="三(二)2",
    by=JUDGE,
    origins=frozenset({State.WARNED}),
    target=State.PROPOSED,
    asks=PROPOSAL,
    guards=(
        exits.fine_warning_has_run_out,
        scope.refuses_what_a_fine_enforces,
        scope.no_settlement_holds_the_fine,
        scope.no_stay_holds_the_fine,
        scope.is_finable,
        scope.claim_is_small_enough_to_fine,
    ),
    checks=(decision.fine_is_lawful, decision.fine_is_payable),
    cautions=(needs_no_care,),
    draws=("fine-decision",),
    stops=("fine_term",),
)

PROPOSE_URGENTLY = Step[Facts](
    name="propose_urgently",
    chinese="紧急情况，不经通知报请罚款",
    clause="三(二)1",
    by=JUDGE,
    origins=BEFORE_DECISION,
    target=State.PROPOSED,
    asks=(proposal.URGENT, *PROPOSAL),
    guards=(
        scope.refuses_what_a_fine_enforces,
        scope.no_settlement_holds_the_fine,
        scope.no_stay_holds_the_fine,
        scope.is_finable,
        scope.claim_is_small_enough_to_fine,
    ),
    checks=PROPOSE.checks,
    draws=PROPOSE.draws,
    stops=("fine_term",),
    usual=False,
)

RETURN = steps.send_back("三(二)2", State.PROPOSED, State.WARNED)

RETURN_UNWARNED = steps.send_back_unwarned(
    "三(二)2", "退回报请（未经通知）", State.PROPOSED, State.OPEN
)

APPROVE = Step[Facts](
    name="approve_fine",
    chinese="批准罚款，签发《罚款决定书》",
    clause="三(二)2",
    by=PRESIDENT,
    origins=frozenset({State.PROPOSED}),
    target=State.DECIDED,
    guards=(decision.fine_still_stands,),
    issues=("fine-decision",),
    second_person=frozenset({"propose_fine", "propose_urgently"}),
)
