"""What the steps of the payee account change, in whichever course they are taken."""

from duly.procedure import account_change
from duly.procedure.act import Act
from duly.procedure.refusal import StepNotAllowed
from duly.registry import actions as registry
from duly.registry.models import AccountOwner


def keep_account(act: Act) -> None:
    """Keep the account given: confirmed if it is the first, proposed if it is a change."""
    if account_change.pending(act.matter) is not None:
        raise StepNotAllowed("已有一项账户变更等待复核，不能再提出变更")
    given = act.answers
    registry.propose_account(
        matter=act.matter,
        owner=AccountOwner.CREDITOR,
        creditor=given["creditor"],
        holder=given["holder"],
        number=given["number"],
        bank=given["bank"],
        route=given["route"],
        evidence=given["evidence"],
        by=act.actor,
        at=act.at,
    )


def decide_account(act: Act) -> None:
    """Confirm or refuse the pending change of account."""
    pending = account_change.pending(act.matter)
    if pending is None:
        raise StepNotAllowed("没有等待复核的账户变更")
    registry.decide_account(
        account=pending, confirmed=act.answers["confirmed"], by=act.actor, at=act.at
    )


EFFECTS = {
    "confirm_account": keep_account,
    "propose_account": keep_account,
    "confirm_account_change": decide_account,
}
