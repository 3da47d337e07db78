"""What the steps of the warning before a fine change."""

from duly.procedure.act import Act
from duly.procedure.effects.sanction import decision, misconduct


def collect(act: Act) -> None:
    """Record that the fine has been paid."""
    decision.end_on(act, "paid_on")


EFFECTS = {
    **misconduct.EFFECTS,
    **decision.EFFECTS,
    "record_fine_paid": collect,
    "record_changed": decision.change_fine,
}
AFTERMATH = {
    **decision.AFTERMATH,
    "approve_fine": decision.keep_fine,
    "spare": decision.open_again,
    "close_fine": decision.open_again,
}
