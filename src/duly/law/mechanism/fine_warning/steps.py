"""预罚款告知 (三(二)): the steps to the warning and to the decision."""

from duly.law.mechanism.answers import not_in_the_future
from duly.law.mechanism.care import needs_no_care
from duly.law.mechanism.fine_warning import decision, exits, scope
from duly.law.mechanism.fine_warning.facts import Facts
from duly.law.mechanism.fine_warning.states import State
from duly.law.mechanism.sanction import asks, proposal
from duly.law.step import Ask, AskKind, Clock, Step
from duly.law.terms import PartyKind, Role

JUDGE = frozenset({Role.ENFORCEMENT_JUDGE})
PRESIDENT = frozenset({Role.PRESIDENT})
BEFORE_DECISION = frozenset({State.OPEN, State.WARNED})

FIND = Step[Facts](
    name="find_misconduct",
    chinese="认定妨害执行的行为",
    clause="三(二)1",
    by=JUDGE,
    origins=BEFORE_DECISION,
    asks=asks.FIND,
    checks=(not_in_the_future("committed_on", "行为日期"),),
)

WITHDRAW = Step[Facts](
    name="withdraw_misconduct",
    chinese="撤回对行为的认定",
    clause="三(二)1",
    by=JUDGE,
    origins=BEFORE_DECISION | {State.DECIDED, State.PAID},
    asks=asks.WITHDRAW,
    usual=False,
)

NAME_RESPONSIBLE = Step[Facts](
    name="name_responsible",
    chinese="登记主要负责人、直接责任人员",
    clause="三(二)3",
    by=JUDGE,
    origins=BEFORE_DECISION,
    asks=asks.RESPONSIBLE,
    when=lambda facts: facts.debtor_kind is PartyKind.UNIT,
    usual=False,
)

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

WARN_AGAIN = Step[Facts](
    name="warn_again",
    chinese="重新发出《预罚款通知书》",
    clause="三(二)2",
    by=JUDGE,
    origins=frozenset({State.WARNED}),
    asks=ISSUE_WARNING.asks,
    guards=ISSUE_WARNING.guards,
    checks=ISSUE_WARNING.checks,
    issues=ISSUE_WARNING.issues,
    stops=("fine_term",),
    starts=ISSUE_WARNING.starts,
    usual=False,
)

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

RETURN = Step[Facts](
    name="return_proposal",
    chinese="退回报请",
    clause="三(二)2",
    by=PRESIDENT,
    origins=frozenset({State.PROPOSED}),
    target=State.WARNED,
    asks=asks.REASONS,
    when=lambda facts: facts.warning is not None,
)

RETURN_UNWARNED = Step[Facts](
    name="return_unwarned",
    chinese="退回报请（未经通知）",
    clause="三(二)2",
    by=PRESIDENT,
    origins=frozenset({State.PROPOSED}),
    target=State.OPEN,
    asks=asks.REASONS,
    when=lambda facts: facts.warning is None,
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
