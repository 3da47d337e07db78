"""拘留风险告知 (三(三)1): who may be warned of detention."""

from duly.law.finding import Finding, all_of, any_of
from duly.law.mechanism import settled, stay, warning
from duly.law.mechanism.detention_warning.facts import FLOW, NOTICE, SCOPE, Facts
from duly.law.mechanism.sanction import act, claim, refusal
from duly.law.terms import SanctionKind


def is_detainable(facts: Facts) -> Finding:
    """Return whether an act of one of the four circumstances is found and still free."""
    return any_of(
        "是否具有拘留风险告知的情形之一",
        act.found(facts.acts, SanctionKind.DETENTION, on=facts.on, reference=SCOPE),
    )


def claim_is_small_enough_to_detain(facts: Facts) -> Finding:
    """Return whether the claim is small (申请标的较小), which the clause asks besides."""
    return all_of("申请标的是否较小", (claim.is_small(facts.claim, SCOPE),))


def refuses_in_effect(facts: Facts) -> Finding:
    """Return whether the instrument binds, and refusing its kind is an act against the law."""
    return all_of(
        "法律文书是否生效并可以据以拘留",
        (
            refusal.in_effect(facts.effective, facts.on),
            refusal.reaches(facts.instrument_kind, facts.on),
        ),
    )


def still_refuses_in_face_of_detention(facts: Facts) -> Finding:
    """Return whether the debtor still has not performed (三(三)2 仍拒不履行)."""
    return all_of(
        "是否仍拒不履行",
        (refusal.still_refuses(facts.performed, facts.settlement, facts.owing, FLOW),),
    )


def may_be_warned_of_detention(facts: Facts) -> Finding:
    """Return whether the record bears out the notice: papers served, contacts made."""
    return all_of(
        "告知书所述事实是否有记录",
        (
            *warning.papers_were_served(facts.served, NOTICE),
            warning.was_contacted(facts.contacts, NOTICE),
        ),
    )


def no_settlement_holds_the_detention(facts: Facts) -> Finding:
    """Return whether no settlement is running: a debtor who keeps one does not refuse."""
    return all_of("是否没有正在履行的和解协议", (settled.none_runs(facts.settlement, FLOW),))


def no_stay_holds_the_detention(facts: Facts) -> Finding:
    """Return whether enforcement is not stayed: who need not perform now does not refuse."""
    return all_of("案件是否没有中止、暂缓", (stay.none_runs(facts.stays, FLOW),))
