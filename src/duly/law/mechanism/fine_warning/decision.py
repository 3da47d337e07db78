"""罚款决定: against whom, how much, for which acts; and what bars the president's approval.

民事诉讼法 114, 118, 119; 民诉法解释 183, 184, 193.
"""

from datetime import date

from duly.law.calendar import in_digits
from duly.law.finding import Finding, Ground, Outcome, all_of, ground
from duly.law.mechanism.fine_warning import exits, scope
from duly.law.mechanism.fine_warning.facts import Facts
from duly.law.mechanism.sanction import act
from duly.law.mechanism.sanction.proposal import Proposal, fits_debtor, read
from duly.law.money import Yuan
from duly.law.sources import cite
from duly.law.step import Answers
from duly.law.terms import SanctionKind, SanctionTarget

PERSON_RANGE = (Yuan(1), Yuan.of("100000"))
UNIT_RANGE = (Yuan.of("50000"), Yuan.of("1000000"))


def fine_is_lawful(facts: Facts, answers: Answers) -> Finding:
    """Return whether the fine proposed is within the law: target, amount and acts."""
    return all_of("拟作出的罚款是否合法", _weigh(facts, read(answers)))


def fine_is_payable(facts: Facts, answers: Answers) -> Finding:
    """Return whether the last day to pay the fine lies after today."""
    pay_by: date | None = answers.get("pay_by")
    return all_of(
        "缴纳期限是否适当",
        (
            ground(
                cite("罚款金额与拘留期限", on=facts.on),
                None if pay_by is None else pay_by > facts.on,
                met="缴纳期限晚于今天",
                not_met=f"缴纳期限{in_digits(pay_by)}不晚于今天" if pay_by else "",
                unknown="没有填写缴纳期限",
                change="填写今天以后的日期",
            ),
        ),
    )


def fine_still_stands(facts: Facts) -> Finding:
    """Return whether what the president has before him is still lawful on the day he approves.

    Where the proposal is not urgent, its warning must have run out; that a fact changed
    since the proposal bars the approval.
    """
    question = "报请的罚款是否仍然合法"
    proposal = facts.proposal
    if proposal is None:
        basis = cite("院长批准", on=facts.on)
        return all_of(
            question, (Ground(basis, Outcome.NOT_MET, "没有报请的罚款", "由执行法官报请"),)
        )
    before = () if proposal.urgent else exits.fine_warning_has_run_out(facts).grounds
    return all_of(
        question,
        (
            *before,
            *scope.claim_is_small_enough_to_fine(facts).grounds,
            *scope.refuses_what_a_fine_enforces(facts).grounds,
            *scope.no_settlement_holds_the_fine(facts).grounds,
            *scope.no_stay_holds_the_fine(facts).grounds,
            *_weigh(facts, proposal),
        ),
    )


def changed_fine_is_lawful(facts: Facts, answers: Answers) -> Finding:
    """Return whether a fine that the court above changed lies within the same range."""
    amount: Yuan | None = answers.get("amount")
    target = facts.proposal.target if facts.proposal else None
    return all_of("变更后的罚款金额是否合法", (_amount(amount, target, facts.on),))


def _weigh(facts: Facts, proposal: Proposal) -> tuple[Ground, ...]:
    return (
        fits_debtor(proposal, facts.debtor_kind, facts.on),
        _amount(proposal.amount, proposal.target, facts.on),
        *act.may_be_sanctioned(proposal.acts, facts.acts, SanctionKind.FINE, on=facts.on),
    )


def _amount(amount: Yuan | None, target: SanctionTarget | None, on: date) -> Ground:
    basis = cite("罚款金额与拘留期限", on=on)
    if amount is None or target is None:
        return Ground(basis, Outcome.UNDECIDED, "没有填写罚款的金额和对象", "填写金额和对象")
    least, most = UNIT_RANGE if target is SanctionTarget.UNIT else PERSON_RANGE
    bounds = f"{least}以上{most}以下" if target is SanctionTarget.UNIT else f"{most}以下"
    return ground(
        basis,
        least <= amount <= most,
        met=f"对{target.chinese}罚款{amount}，在{bounds}之内",
        not_met=f"对{target.chinese}的罚款应当在{bounds}，不能是{amount}",
        unknown="",
        change="更正金额",
    )
