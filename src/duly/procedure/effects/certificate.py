"""What issuing and revoking a certificate changes: its number, its code, its successor."""

import secrets
from collections.abc import Callable

from duly.law.identity import verification_code
from duly.procedure.act import Act
from duly.procedure.facts.defaulter_warning import debtor
from duly.procedure.facts.revocation import standing
from duly.procedure.models import Certificate
from duly.procedure.opening import open_course
from duly.procedure.refusal import StepNotAllowed
from duly.registry.numbering import next_serial

# The certificate bears a number of its own, written like a case number: year, court, 履证,
# serial. It is no case: no proceeding is filed under it, no type code is needed.
SERIES = "履证"
draw_below: Callable[[int], int] = secrets.randbelow


def issue(act: Act) -> None:
    """Put the certificate on record: number of the court's year, and a code nobody can guess."""
    (paper,) = act.papers
    party = debtor(act.course)
    serial = next_serial(court=act.matter.court, year=act.on.year, code=SERIES)
    Certificate.objects.create(
        course=act.course,
        party=party,
        paper=paper,
        number=f"（{act.on.year}）{act.matter.court.code}{SERIES}{serial}号",
        code=verification_code.of(draw_below(verification_code.SPACE)),
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


AFTERMATH = {"approve_certificate": issue}
REVOKED = {"approve_revocation": revoke}
