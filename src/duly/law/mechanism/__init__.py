"""The mechanisms: for each one its rules and its table of steps, side by side."""

from typing import Any

from duly.law.mechanism import (
    certificate,
    commitment,
    defaulter_warning,
    detention_warning,
    enforcement,
    fine_warning,
    listing,
    objection_notice,
    payout,
    permit,
    post_judgment,
    pre_enforcement,
    record,
    referral,
    release,
    revocation,
)
from duly.law.step import Mechanism

MECHANISMS: dict[str, Mechanism[Any]] = {
    module.MECHANISM.name: module.MECHANISM
    for module in (
        record,
        post_judgment,
        pre_enforcement,
        enforcement,
        defaulter_warning,
        listing,
        permit,
        fine_warning,
        detention_warning,
        referral,
        objection_notice,
        commitment,
        payout,
        certificate,
        revocation,
        release,
    )
}
"""Every mechanism by name, in the order of the source; `record` first."""
