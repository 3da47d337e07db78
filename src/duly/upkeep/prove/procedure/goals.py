"""What a history leans towards, so that the rarest steps are taken too in every long run.

A goal makes the steps on its way likelier where they may be taken; it opens no door.
"""

from collections.abc import Sequence

CORRECTION = ("seek_correction", "dismiss_correction", "serve_dismissal", "seek_reconsideration")
URGING = ("record_consent", "receive_request", "register", "assign")
REPAIR = (
    "record_consent",
    "find_corrected",
    "print_repair",
    "sign_repair",
    "propose_repair",
    "approve_repair",
    "lift_measures",
)
CUSTODY = ("issue_warning", "propose_detention", "approve_detention", "take_into_custody")
DETAINED = ("propose_urgently", "approve_detention")
FINED = ("propose_urgently", "approve_fine", "record_reconsideration")
LISTED = ("issue_warning", "propose_listing", "approve_listing")
CERTIFIED = ("propose_certificate", "approve_certificate")

# Each step that chance alone seldom reaches: its mechanism, and the steps on the way to it.
GOALS: dict[str, tuple[str, tuple[str, ...]]] = {
    "archive": ("record", ("note_performed",)),
    "reopen": ("record post_judgment", ("confirm_account", "note_performed", "reverse_payment")),
    "set_amount": ("record", ("set_enforcement_fee",)),
    "record_appeal": ("record", ()),
    "note_performed": ("post_judgment", ("confirm_account", "issue_notice")),
    "note_overdue": ("post_judgment", ("confirm_account", "issue_notice", "start_term")),
    "transfer_at_once": ("pre_enforcement", URGING),
    "extend": ("pre_enforcement", URGING),
    "replace_mediator": ("pre_enforcement", URGING),
    "recuse": ("pre_enforcement", URGING),
    "withdraw": ("pre_enforcement", ()),
    "withdraw_application": ("enforcement", ()),
    "close_unpublished": ("defaulter_warning", LISTED),
    "revoke_decision": ("defaulter_warning", LISTED),
    "end_unexecuted": ("detention_warning", DETAINED),
    "approve_early_release": ("detention_warning", (*CUSTODY, "propose_early_release")),
    "return_early_release": ("detention_warning", (*CUSTODY, "propose_early_release")),
    "record_changed": ("detention_warning", (*DETAINED, "record_reconsideration")),
    "record_revoked": ("fine_warning detention_warning", FINED),
    "record_upheld": ("fine_warning", FINED),
    "approve_police_request": ("detention_warning", (*DETAINED, "propose_police_request")),
    "rectify": ("listing", ("seek_correction", "uphold_inaccurate")),
    "upper_court_rectified": ("listing", (*CORRECTION,)),
    "upper_court_overturned": ("listing", (*CORRECTION,)),
    "upper_court_upheld": ("listing", (*CORRECTION,)),
    "propose_reduced": ("detention_warning", ("issue_warning",)),
    "revive": ("defaulter_warning", ("issue_warning", "hold")),
    "end_lapsed": ("commitment", REPAIR),
    "approve_restore": ("commitment", (*REPAIR, "propose_restore")),
    "return_restore": ("commitment", (*REPAIR, "propose_restore")),
    "keep_listed": ("release", ("propose_deletion",)),
    "approve_revocation": (
        "revocation certificate",
        (*CERTIFIED, "propose_revocation", "return_revocation"),
    ),
}
# Goals that begin before enforcement, and goals for which somebody has to pay.
EARLY = frozenset(
    {
        "archive",
        "reopen",
        "note_performed",
        "note_overdue",
        "transfer_at_once",
        "extend",
        "withdraw",
    }
    | {"record_appeal", "replace_mediator", "recuse"}
)
AT_URGING = frozenset({"transfer_at_once", "extend", "replace_mediator", "recuse", "withdraw"})
PAID_FOR = frozenset(
    {"archive", "reopen", "note_performed", "close_unpublished", "end_unexecuted", "keep_listed"}
    | {"approve_revocation"}
)
# Of those, the ones on whose way performance lies; the others are paid for at their step alone.
PAID_ANY_TIME = frozenset({"archive", "reopen", "keep_listed", "approve_revocation"})
# Drawn three times as often as the others.
HARD = ("keep_listed", "approve_revocation", "close_unpublished", "end_unexecuted", "end_lapsed")
LISTED_FIRST = frozenset(
    {"rectify", "upper_court_rectified", "upper_court_overturned", "upper_court_upheld"}
    | {"end_lapsed", "approve_restore", "return_restore", "keep_listed"}
)
INACCURATE = frozenset({"rectify", "upper_court_rectified"})
EMERGENCY = frozenset({"transfer_at_once"})
EXPIRED_SOON = frozenset({"end_lapsed"})
WITH_TERM = EXPIRED_SOON | {"keep_listed"}
SHARE = 0.85
WELL_PAID = 16


DRAWN = (*GOALS, *HARD, *HARD)


# Histories from this number on are lived for one step that a run has not taken: so many each.
FOR_A_STEP = 1_000_000
EACH = 100


def favoured(goal: str) -> frozenset[str]:
    """Return the mechanisms that a history with a goal favours."""
    return frozenset(GOALS[goal][0].split()) if goal in GOALS else frozenset()


def leads(goal: str, step: str) -> bool:
    """Whether a step is the goal, or on the way to it."""
    return step == goal or (goal in GOALS and step in GOALS[goal][1])


def wanted(index: int, steps: Sequence[tuple[str, str]]) -> tuple[str, str]:
    """Return the step that a history is lived for, with its mechanism; empty for most.

    `steps` are all steps of all tables, in order.
    """
    if index < FOR_A_STEP:
        return "", ""
    return steps[(index - FOR_A_STEP) // EACH]


def histories_for(step: tuple[str, str], steps: Sequence[tuple[str, str]]) -> range:
    """Return the numbers of the histories that are lived for a step."""
    first = FOR_A_STEP + steps.index(step) * EACH
    return range(first, first + EACH)
