"""What the steps of the warning before a fine change."""

from duly.procedure.act import Act
from duly.procedure.effects.defaulter_warning import keep_warning
from duly.procedure.effects.sanction import decision, misconduct


def collect(act: Act) -> None:
    """Record that the fine has been paid."""
    decision.end_on(act, "paid_on")


EFFECTS = {
    **misconduct.EFFECTS,
    "record_fine_paid": collect,
    "record_reconsideration": decision.apply,
    "record_upheld": decision.uphold,
    "record_changed": decision.change_fine,
    "record_revoked": decision.revoke_above,
    "revoke_decision": decision.revoke,
}
AFTERMATH = {
    "issue_warning": keep_warning,
    "warn_again": keep_warning,
    "approve_fine": decision.keep_fine,
    "spare": decision.open_again,
    "record_revoked": decision.open_again,
    "revoke_decision": decision.open_again,
    "close_fine": decision.open_again,
}
