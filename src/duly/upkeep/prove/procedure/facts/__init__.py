"""The facts of each mechanism, built from the record in memory, name by name."""

from collections.abc import Callable
from typing import Any

from duly.law.mechanism import (
    certificate,
    detention_warning,
    enforcement,
    fine_warning,
    payout,
    permit,
    record,
    referral,
    release,
    revocation,
)
from duly.law.mechanism.commitment.facts import Facts as CommitmentFacts
from duly.law.mechanism.defaulter_warning.facts import Facts as DefaulterFacts
from duly.law.mechanism.listing.facts import Facts as ListingFacts
from duly.law.mechanism.objection_notice.facts import Facts as ObjectionFacts
from duly.law.mechanism.post_judgment.rules import Facts as PostJudgmentFacts
from duly.law.mechanism.pre_enforcement.facts import Facts as PreEnforcementFacts
from duly.upkeep.prove.procedure.facts import before, enforcing, promises, sanctions
from duly.upkeep.prove.procedure.matter import Matter
from duly.upkeep.prove.procedure.records import Course

Builder = Callable[[Matter, Course], dict[str, Any]]

FACTS: dict[str, tuple[type[Any], Builder]] = {
    "record": (record.Facts, before.record),
    "post_judgment": (PostJudgmentFacts, before.post_judgment),
    "pre_enforcement": (PreEnforcementFacts, before.pre_enforcement),
    "enforcement": (enforcement.Facts, enforcing.enforcement),
    "defaulter_warning": (DefaulterFacts, sanctions.defaulter_warning),
    "listing": (ListingFacts, enforcing.listing),
    "permit": (permit.Facts, enforcing.permit),
    "fine_warning": (fine_warning.Facts, sanctions.fine_warning),
    "detention_warning": (detention_warning.Facts, sanctions.detention_warning),
    "referral": (referral.Facts, sanctions.referral),
    "objection_notice": (ObjectionFacts, promises.objection_notice),
    "commitment": (CommitmentFacts, promises.commitment),
    "payout": (payout.Facts, enforcing.payout),
    "certificate": (certificate.Facts, enforcing.certificate),
    "revocation": (revocation.Facts, enforcing.revocation),
    "release": (release.Facts, enforcing.release),
}


def gather(matter: Matter, course: Course) -> Any:
    """Return the facts of a course today."""
    kind, build = FACTS[course.mechanism]
    return kind(**build(matter, course))
