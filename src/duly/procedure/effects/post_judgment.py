"""What the steps of post-judgment urging change."""

from duly.ledger import actions as ledger
from duly.procedure.act import Act
from duly.procedure.effects import account
from duly.procedure.facts import instrument
from duly.procedure.opening import open_course


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


EFFECTS = {
    **account.EFFECTS,
    "start_term": start_term,
    "receive_application": receive_application,
}
