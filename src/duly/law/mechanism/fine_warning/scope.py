"""预罚款告知 (三(二)1): who may be warned of a fine."""

from duly.law.finding import Finding, all_of, any_of
from duly.law.mechanism import settled, stay, warning
from duly.law.mechanism.fine_warning.facts import FLOW, NOTICE, SCOPE, Facts
from duly.law.mechanism.sanction import act, claim, refusal
from duly.law.terms import SanctionKind


def is_finable(facts: Facts) -> Finding:
    """Return whether an act of one of the four circumstances is found and still free."""
    return any_of(
        "是否具有预罚款告知的情形之一",
        act.found(facts.acts, SanctionKind.FINE, on=facts.on, reference=SCOPE),
    )


def claim_is_small_enough_to_fine(facts: Facts) -> Finding:
    """Return whether the claim is small (申请标的较小), which the clause asks besides."""
    return all_of("申请标的是否较小", (claim.is_small(facts.claim, SCOPE),))


def refuses_what_a_fine_enforces(facts: Facts) -> Finding:
    """Return whether the debtor refuses to perform an effective instrument (三(二)2)."""
    return all_of(
        "是否拒不履行生效法律文书",
        (
            refusal.in_effect(facts.effective, facts.on),
            refusal.reaches(facts.instrument_kind, facts.on),
            refusal.still_refuses(facts.performed, facts.settlement, facts.owing, FLOW),
        ),
    )


def may_be_warned_of_a_fine(facts: Facts) -> Finding:
    """Return whether the record bears out the notice: papers served, contacts made."""
    return all_of(
        "通知书所述事实是否有记录",
        (
            *warning.papers_were_served(facts.served, NOTICE),
            warning.was_contacted(facts.contacts, NOTICE),
        ),
    )


def no_settlement_holds_the_fine(facts: Facts) -> Finding:
    """Return whether no settlement is running: a debtor who keeps one does not refuse."""
    return all_of("是否没有正在履行的和解协议", (settled.none_runs(facts.settlement, FLOW),))


def no_stay_holds_the_fine(facts: Facts) -> Finding:
    """Return whether enforcement is not stayed: who need not perform now does not refuse."""
    return all_of("案件是否没有中止、暂缓", (stay.none_runs(facts.stays, FLOW),))
