"""What the steps of post-judgment urging change."""

from duly.ledger import actions as ledger
from duly.procedure.act import Act
from duly.procedure.facts import instrument
from duly.procedure.opening import open_course
from duly.procedure.refusal import StepNotAllowed
from duly.registry import actions as registry
from duly.registry.models import AccountOwner, AccountState, PayeeAccount


def keep_account(act: Act) -> None:
    """Keep the account given: confirmed if it is the first, proposed if it is a change."""
    if _pending(act) is not None:
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
    pending = _pending(act)
    if pending is None:
        raise StepNotAllowed("没有等待复核的账户变更")
    registry.decide_account(
        account=pending, confirmed=act.answers["confirmed"], by=act.actor, at=act.at
    )


def start_term(act: Act) -> None:
    """Set the last day to perform on every obligation that the instrument orders."""
    due = instrument.due(act.matter, on=act.on)
    if due is not None:
        ledger.set_due_date(matter=act.matter, due_date=due.last_day, because=due.because)
        ledger.reallocate(matter=act.matter, reason="履行期届满日已查明", at=act.at)


def receive_application(act: Act) -> None:
    """Open the second stage on the creditor's application."""
    start_term(act)
    open_course(matter=act.matter, mechanism="pre_enforcement", at=act.at)


def _pending(act: Act) -> PayeeAccount | None:
    return act.matter.payee_accounts.filter(
        owner=AccountOwner.CREDITOR.value, state=AccountState.PROPOSED.value
    ).first()


EFFECTS = {
    "confirm_account": keep_account,
    "propose_account": keep_account,
    "confirm_account_change": decide_account,
    "start_term": start_term,
    "receive_application": receive_application,
}
