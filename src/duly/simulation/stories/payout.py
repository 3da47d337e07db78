"""案款发放: what arrived at the court is proposed, approved by another, and paid out."""

from duly.law.terms import Role
from duly.simulation.case import Case
from duly.simulation.playing import Act, Story
from duly.simulation.stories.enforcement import ENFORCEMENT_CLERK, JUDGE

PAYOUT, HEAD = "payout", Role.BUREAU_HEAD


def propose(case: Case) -> Act:
    """Everything that is held for the creditor is proposed to be paid out."""
    return case.take(
        PAYOUT,
        "propose_pay_out",
        JUDGE,
        amount=lambda: f"{case.held().amount:.2f}",
        reasons="全部发放",
    )


def approve(case: Case) -> Act:
    """The head of the bureau approves."""
    return case.take(PAYOUT, "approve_pay_out", HEAD)


def pay(case: Case) -> Act:
    """The bank has paid."""
    return case.take(
        PAYOUT,
        "pay_out",
        ENFORCEMENT_CLERK,
        paid_on=case.today.isoformat(),
        reference=f"FK{case.today:%Y%m%d}{case.turn:04d}",
    )


def paid_out(case: Case) -> Story:
    """What is held goes on to the creditor, in one day."""
    yield propose(case)
    yield approve(case)
    yield pay(case)
