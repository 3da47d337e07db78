"""What fills each paper's blanks: recorded facts, each with where it comes from."""

from collections.abc import Callable

from duly.documents.blank import Blanks
from duly.procedure.act import Act
from duly.procedure.blanks import (
    certificate,
    enforcement,
    listing,
    post_judgment,
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
    "defaulter-release": release.deletion,
    "consumption-release": release.lifting,
    "performance-certificate": certificate.full,
    "performance-certificate-main": certificate.main,
    "performance-confirmation": certificate.confirmation,
}
"""The filling of every paper that a step issues, by template id."""
