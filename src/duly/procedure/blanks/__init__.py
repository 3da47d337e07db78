"""What fills each paper's blanks: recorded facts, each with where it comes from."""

from collections.abc import Callable

from duly.documents.blank import Blanks
from duly.procedure.act import Act
from duly.procedure.blanks import (
    certificate,
    commitment,
    detention,
    enforcement,
    fine,
    listing,
    objection,
    permit,
    post_judgment,
    referral,
    release,
    service,
    urging,
)
from duly.registry.models import Party

Fill = Callable[[Act, Party], Blanks]

FILL: dict[str, Fill] = {
    "payee-account-confirmation": post_judgment.account_confirmation,
    "service-address-confirmation": service.address_confirmation,
    "service-receipt": service.receipt,
    "electronic-service-proof": service.electronic_proof,
    "performance-notice": post_judgment.performance_notice,
    "urging-application": urging.application,
    "urging-notice": urging.notice,
    "transfer-record": urging.transfer_record,
    "enforcement-notice": enforcement.notice,
    "property-report-order": enforcement.report_order,
    "property-report-form": enforcement.report_form,
    "defaulter-warning": listing.warning,
    "defaulter-decision": listing.decision,
    "consumption-order": listing.consumption_order,
    "fine-warning": fine.warning,
    "fine-decision": fine.decision,
    "detention-warning": detention.warning,
    "detention-decision": detention.decision,
    "police-request": detention.police_request,
    "detention-family-notice": detention.family_notice,
    "detention-early-release": detention.early_release,
    "criminal-referral": referral.letter,
    "defaulter-release": release.deletion,
    "consumption-release": release.lifting,
    "performance-certificate": certificate.full,
    "performance-certificate-main": certificate.main,
    "performance-confirmation": certificate.confirmation,
    "certificate-revocation": certificate.revocation,
    "objection-notice": objection.notice,
    "objection-ruling": objection.ruling,
    "objection-refusal": objection.refusal,
    "correction-decision": listing.correction,
    "commitment-settlement": commitment.with_settlement,
    "commitment-repair": commitment.with_repair,
    "consumption-permit": permit.permit,
}
"""The filling of every paper that a step issues, by template id."""

FILL_IN: dict[tuple[str, str], Fill] = {
    ("commitment", "defaulter-release"): commitment.deletion,
    ("commitment", "consumption-release"): commitment.lifting,
    ("commitment", "defaulter-decision"): commitment.relisting,
    ("commitment", "consumption-order"): commitment.restriction,
}
"""Where a mechanism fills a paper in its own way, by mechanism and template id."""

APPLIES: dict[str, Callable[[Act, str], bool]] = {"commitment": commitment.applies}
"""Mechanisms that issue some of a step's papers only where there is something for them."""


def fill(act: Act, template: str, party: Party) -> Blanks:
    """Return the blanks of a paper, filled by its mechanism or in the usual way."""
    return FILL_IN.get((act.course.mechanism, template), FILL[template])(act, party)
