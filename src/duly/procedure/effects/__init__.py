"""What each step changes on the record, beside the state of its course.

A step without an entry here changes nothing but its state, clocks and papers. Effects
run before the papers are drawn, `AFTERMATH` after.
"""

from collections.abc import Callable

from duly.law.money import Refused as NotOnTheBooks
from duly.law.sources import BeforeFirstText
from duly.procedure import reopening
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
from duly.procedure.refusal import StepNotAllowed, Unanswered
from duly.registry.numbering import NoTypeCode

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
} | reopening.AFTERMATH


def carry_out(act: Act) -> None:
    """Change on the record what a step changes.

    :raises Unanswered: if the ledger refuses an answer; it names the field.
    :raises StepNotAllowed: if a type code is not set, or a text is not on file for a day.
    """
    effect = EFFECTS.get((act.course.mechanism, act.step.name))
    if effect is None:
        return
    try:
        effect(act)
    except NotOnTheBooks as refused:
        raise Unanswered({refused.field: refused.message}) from refused
    except (NoTypeCode, BeforeFirstText) as unset:
        raise StepNotAllowed(str(unset)) from unset
