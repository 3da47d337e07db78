"""拘留决定: against whom, how many days, for which acts; and what bars the approval.

民事诉讼法 114, 118, 119; 民诉法解释 178, 183, 184. A unit is never detained; a deputy of a
people's congress only where the permission is on record (待核).
"""

from datetime import date

from duly.law.finding import Finding, Ground, Outcome, all_of, ground
from duly.law.mechanism.detention_warning import exits, scope
from duly.law.mechanism.detention_warning.facts import FLOW, Facts
from duly.law.mechanism.sanction import act
from duly.law.mechanism.sanction.custody import LONGEST_DAYS
from duly.law.mechanism.sanction.proposal import Proposal, fits_debtor, read
from duly.law.sources import cite, clause
from duly.law.step import Answers
from duly.law.terms import SanctionKind, SanctionTarget


def detention_is_lawful(facts: Facts, answers: Answers) -> Finding:
    """Return whether the detention proposed is within the law: target, days and acts."""
    return all_of("拟作出的拘留是否合法", _weigh(facts, read(answers)))


def reduction_is_real(facts: Facts, answers: Answers) -> Finding:
    """Return whether a reduced detention has fewer days than it would have had."""
    return all_of("是否减轻了拘留期限", (_reduced(read(answers)),))


def detention_still_stands(facts: Facts) -> Finding:
    """Return whether what the president has before him is still lawful on the day he approves.

    Where the proposal is not urgent, its warning must have run out. A reduced one rests on
    performance or a settlement; any other on the debtor's refusing still.
    """
    question = "报请的拘留是否仍然合法"
    proposal = facts.proposal
    if proposal is None:
        basis = cite("院长批准", on=facts.on)
        return all_of(
            question, (Ground(basis, Outcome.NOT_MET, "没有报请的拘留", "由执行法官报请"),)
        )
    before = () if proposal.urgent else exits.detention_warning_has_run_out(facts).grounds
    return all_of(
        question,
        (
            *before,
            *scope.claim_is_small_enough_to_detain(facts).grounds,
            *scope.refuses_in_effect(facts).grounds,
            *scope.no_stay_holds_the_detention(facts).grounds,
            *_cause(facts, proposal),
            *_weigh(facts, proposal),
        ),
    )


def changed_detention_is_lawful(facts: Facts, answers: Answers) -> Finding:
    """Return whether the days that the court above set lie within the law."""
    return all_of("变更后的拘留期限是否合法", (_days(answers.get("days"), facts.on),))


def _cause(facts: Facts, proposal: Proposal) -> tuple[Ground, ...]:
    if not proposal.reduced:
        return (
            *scope.still_refuses_in_face_of_detention(facts).grounds,
            *scope.no_settlement_holds_the_detention(facts).grounds,
        )
    weighed = exits.may_be_reduced_or_waived(facts)
    met = next((one for one in weighed.grounds if one.outcome is Outcome.MET), None)
    return (met or weighed.obstacles[0], _reduced(proposal))


def _weigh(facts: Facts, proposal: Proposal) -> tuple[Ground, ...]:
    return (
        _target(proposal, facts),
        _days(proposal.days, facts.on),
        _permitted(proposal, facts.on),
        *act.may_be_sanctioned(proposal.acts, facts.acts, SanctionKind.DETENTION, on=facts.on),
    )


def _target(proposal: Proposal, facts: Facts) -> Ground:
    if proposal.target is SanctionTarget.UNIT:
        return Ground(
            cite("妨害诉讼行为", on=facts.on),
            Outcome.NOT_MET,
            "单位不能拘留",
            "改为其主要负责人或者直接责任人员，写明姓名和证件号码",
        )
    return fits_debtor(proposal, facts.debtor_kind, facts.on)


def _days(days: int | None, on: date) -> Ground:
    return ground(
        cite("罚款金额与拘留期限", on=on),
        None if days is None else 1 <= days <= LONGEST_DAYS,
        met=f"拘留{days}日，在十五日以下",
        not_met=f"拘留的期限为一日以上十五日以下，不能是{days}日",
        unknown="没有填写拘留日数",
        change="填写一日以上十五日以下的日数",
    )


def _permitted(proposal: Proposal, on: date) -> Ground:
    return ground(
        cite("代表人身自由的限制", on=on),
        not proposal.is_deputy or bool(proposal.permission),
        met=f"人民代表大会代表，已经许可：{proposal.permission}"
        if proposal.is_deputy
        else "不是县级以上人民代表大会代表",
        not_met="人民代表大会代表，没有其主席团或者常务委员会许可的记录",
        unknown="",
        change="取得许可并写明文号",
    )


def _reduced(proposal: Proposal) -> Ground:
    fewer = (
        proposal.days is not None
        and proposal.full_days is not None
        and 1 <= proposal.days < proposal.full_days <= LONGEST_DAYS
    )
    unknown = proposal.days is None or proposal.full_days is None
    return ground(
        clause(FLOW),
        None if unknown else fewer,
        met=f"由{proposal.full_days}日减为{proposal.days}日",
        not_met=f"{proposal.days}日没有少于原拟的{proposal.full_days}日，或者原拟超过十五日",
        unknown="没有填写减轻前后的日数",
        change="填写减轻前后的日数；完全免除的，决定免除拘留",
    )
