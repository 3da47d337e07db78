"""Finding an issued paper by its number and code, or by its very bytes."""

import hmac

from django.db.models import Q

import duly_verify
from duly.crypto import provider
from duly.documents.models import Paper, PaperFile, PaperStatus
from duly.law.identity import Malformed, verification_code
from duly.portal.view.verified import Standing, Verified
from duly.procedure.models import Certificate


def by_code(number: str, code: str) -> Verified | None:
    """Return the paper that bears a number and a code; None unless both are right."""
    try:
        wanted = verification_code.check(code)
    except Malformed:
        return None
    bearing = PaperFile.objects.select_related("paper__matter__court", "paper__recipient")
    for file in bearing.filter(paper__paper_number=number.strip()).exclude(
        paper__verification_code=""
    ):
        if hmac.compare_digest(file.paper.verification_code.encode(), wanted.encode()):
            return verified(file)
    return None


def by_content(content: bytes) -> Verified | None:
    """Return the paper whose file, PDF signed or before it was signed, or DOCX, is these bytes."""
    sha256 = provider.digest(content)
    same = Q(pdf_sha256=sha256) | Q(docx_sha256=sha256) | Q(unsigned_sha256=sha256)
    files = PaperFile.objects.select_related("paper__matter__court", "paper__recipient")
    same |= Q(paper__signed_copy__pdf_sha256=sha256)
    found = files.filter(same).first()
    return None if found is None else verified(found)


def verified(file: PaperFile) -> Verified:
    """Return what anyone is told of an issued paper."""
    paper = file.paper
    revoked = _revoked(paper)
    signature = _signature(file)
    return Verified(
        court=paper.matter.court.name,
        title=paper.title,
        number=paper.paper_number,
        case_number=paper.number,
        recipient=paper.recipient.name if paper.recipient else "",
        day=paper.paper_date.isoformat(),
        standing=_standing(paper, revoked).value,
        ended=revoked,
        pdf_sha256=file.pdf_sha256,
        docx_sha256=file.docx_sha256,
        unsigned_sha256=file.unsigned_sha256 or "",
        signer=signature.signer if signature else "",
        certificate_sha256=signature.fingerprint if signature else "",
        demo=signature is not None and duly_verify.is_demonstration(signature.certificate),
    )


def _signature(file: PaperFile) -> duly_verify.Signature | None:
    return duly_verify.check_pdf(bytes(file.pdf)) if file.unsigned_sha256 else None


def _revoked(paper: Paper) -> str | None:
    certificate = Certificate.objects.filter(paper=paper).first()
    day = certificate.revoked_date if certificate else None
    return day.isoformat() if day else None


def _standing(paper: Paper, revoked: str | None) -> Standing:
    if revoked is not None:
        return Standing.REVOKED
    return Standing.VOID if paper.status == PaperStatus.VOID else Standing.VALID
