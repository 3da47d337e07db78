"""What each step changes on the record, beside the state of its course.

A step without an entry here changes nothing but its state, clocks and papers. Effects
run before the papers are drawn, `AFTERMATH` after.
"""

from collections.abc import Callable

from duly.procedure.act import Act
from duly.procedure.effects import (
    certificate,
    commitment,
    defaulter_warning,
    detention_warning,
    enforcement,
    fine_warning,
    objection_notice,
    payout,
    permit,
    post_judgment,
    pre_enforcement,
    record,
    referral,
    release,
)

Effect = Callable[[Act], None]

EFFECTS: dict[tuple[str, str], Effect] = {
    (mechanism, step): effect
    for mechanism, effects in (
        ("record", record.EFFECTS),
        ("post_judgment", post_judgment.EFFECTS),
        ("pre_enforcement", pre_enforcement.EFFECTS),
        ("enforcement", enforcement.EFFECTS),
        ("defaulter_warning", defaulter_warning.EFFECTS),
        ("fine_warning", fine_warning.EFFECTS),
        ("detention_warning", detention_warning.EFFECTS),
        ("referral", referral.EFFECTS),
        ("release", release.EFFECTS),
        ("objection_notice", objection_notice.EFFECTS),
        ("commitment", commitment.EFFECTS),
        ("payout", payout.EFFECTS),
    )
    for step, effect in effects.items()
}

AFTERMATH: dict[tuple[str, str], Effect] = {
    (mechanism, step): effect
    for mechanism, effects in (
        ("defaulter_warning", defaulter_warning.AFTERMATH),
        ("fine_warning", fine_warning.AFTERMATH),
        ("detention_warning", detention_warning.AFTERMATH),
        ("referral", referral.AFTERMATH),
        ("commitment", commitment.AFTERMATH),
        ("certificate", certificate.AFTERMATH),
        ("revocation", certificate.REVOKED),
        ("permit", permit.AFTERMATH),
    )
    for step, effect in effects.items()
}
