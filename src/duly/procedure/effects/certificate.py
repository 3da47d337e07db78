"""What issuing and revoking a certificate changes: its record, its successor."""

from duly.procedure import reopening
from duly.procedure.act import Act
from duly.procedure.facts.defaulter_warning import debtor
from duly.procedure.facts.revocation import standing
from duly.procedure.models import Certificate
from duly.procedure.opening import open_course
from duly.procedure.refusal import StepNotAllowed


def issue(act: Act) -> None:
    """Put the certificate on record, by the number and the code that its paper bears."""
    (paper,) = act.papers
    party = debtor(act.course)
    Certificate.objects.create(
        course=act.course,
        party=party,
        paper=paper,
        number=paper.paper_number,
        code=paper.verification_code,
        issued_date=act.on,
        replaces=_revoked_before(act),
    )
    open_course(matter=act.matter, mechanism="revocation", at=act.at, party=party)


def _revoked_before(act: Act) -> Certificate | None:
    revoked = Certificate.objects.filter(
        party=debtor(act.course), revoked_date__isnull=False, replaced_by=None
    )
    return revoked.order_by("-pk").first()


def revoke(act: Act) -> None:
    """Revoke the certificate with its reasons, and let a new one be asked for."""
    party = debtor(act.course)
    certificate = standing(party)
    if certificate is None:
        raise StepNotAllowed("没有有效的证明书")
    certificate.revoked_date, certificate.revoked_reasons = act.on, act.given("reasons")
    certificate.save(update_fields=["revoked_date", "revoked_reasons"])
    open_course(matter=act.matter, mechanism="certificate", at=act.at, party=party)
    reopening.follow(act)


AFTERMATH = {"approve_certificate": issue}
REVOKED = {"approve_revocation": revoke}
