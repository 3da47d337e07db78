"""What each step changes on record in the model, besides state, clocks, papers and measures.

Every step of every table stands here, or in STATE_ONLY: a step that is new makes the proof
refuse to start.
"""

from collections.abc import Callable

from duly.upkeep.prove.procedure.effects import (
    enforcing,
    listing,
    objection,
    parties,
    promises,
    reach,
    record,
    sanction,
    urging,
)
from duly.upkeep.prove.procedure.matter import Effects, Matter
from duly.upkeep.prove.procedure.records import Act

Effect = Callable[[Matter, Act], None]

PARTS: tuple[Effects, ...] = (
    record.EFFECTS,
    reach.EFFECTS,
    parties.EFFECTS,
    urging.EFFECTS,
    enforcing.EFFECTS,
    sanction.EFFECTS,
    listing.EFFECTS,
    objection.EFFECTS,
    promises.EFFECTS,
)
EFFECTS: dict[tuple[str, str], Effect] = {
    (mechanism, step): effect
    for part in PARTS
    for mechanism, effects in part.items()
    for step, effect in effects.items()
}

STATE_ONLY: dict[str, frozenset[str]] = {
    "record": frozenset(
        {"archive", "record_agent", "print_address_confirmation", "print_service_receipt"}
        | {"value_act", "print_electronic_proof"}
    ),
    "post_judgment": frozenset({"issue_notice", "note_performed", "note_overdue"})
    | {"reissue_notice"},
    "pre_enforcement": frozenset(
        {"receive_request", "register", "issue_notice", "extend", "close_performed", "withdraw"}
        | {"record_plan"}
    ),
    "enforcement": frozenset({"issue_notice", "conclude", "propose_extension"})
    | {"approve_extension", "refuse_extension", "withdraw_application"},
    "defaulter_warning": frozenset(
        {"hold", "end_performed", "propose_listing", "propose_urgently", "return_proposal"}
        | {"return_unwarned", "approve_listing", "publish", "close_unpublished"}
        | {"revoke_decision", "request_listing", "decline_request"}
    ),
    "listing": frozenset(
        {"uphold_correction", "uphold_inaccurate", "dismiss_correction", "serve_dismissal"}
        | {"seek_reconsideration", "let_stand", "upper_court_upheld", "upper_court_overturned"}
        | {"upper_court_rectified", "rectify", "find_wrong", "decide_deletion"}
        | {"decide_early_deletion", "term_over", "end"}
    ),
    "permit": frozenset({"propose_permit", "grant_permit", "refuse_permit", "end"}),
    "fine_warning": frozenset({"propose_fine", "propose_urgently"})
    | {"return_proposal", "return_unwarned"},
    "detention_warning": frozenset(
        {"propose_detention", "propose_reduced", "propose_urgently", "return_proposal"}
        | {"return_unwarned", "propose_police_request", "approve_police_request"}
        | {"propose_early_release", "return_early_release"}
    ),
    "referral": frozenset({"propose_referral", "return_referral", "drop_referral"}),
    "objection_notice": frozenset(
        {"issue_notice", "file", "serve_act_ruling", "serve_thing_ruling", "seek_remedy"}
        | {"find_abuse"}
    ),
    "commitment": frozenset(
        {"print_pledge", "find_good_reason", "end_kept", "end_breached", "end_tolerated"}
        | {"close_unsigned", "print_repair", "find_corrected", "propose_repair"}
        | {"approve_repair", "return_repair", "refuse_repair", "propose_restore"}
        | {"return_restore"}
    ),
    "payout": frozenset(),
    "certificate": frozenset({"propose_certificate", "return_certificate"})
    | {"confirm_performance"},
    "revocation": frozenset({"propose_revocation", "return_revocation"}),
    "release": frozenset(
        {"propose_deletion", "propose_lifting", "sign_deletion", "sign_lifting", "return_release"}
        | {"keep_listed"}
    ),
}
