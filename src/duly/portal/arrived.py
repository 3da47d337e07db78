"""Reading where the portal stands alone: what the ferry brought, and nothing else."""

import hmac
import json

from django.db.models import Q

from duly.crypto import provider
from duly.law.identity import Malformed, verification_code
from duly.portal.models import (
    Link,
    PublishedKeys,
    PublishedMark,
    PublishedPaper,
    PublishedView,
)
from duly.portal.view import View, writing
from duly.portal.view.published import Published
from duly.portal.view.verified import Verified

KEY = "portal-mark"


def view_of(link: Link) -> View:
    """Return the newest view of a link."""
    return writing.load(PublishedView.objects.get(link=link).content)


def paper_of(link: Link, paper_id: int) -> PublishedPaper | None:
    """Return a paper that a link may read."""
    return PublishedPaper.objects.filter(link=link, paper_id=paper_id).first()


def case_twin(link: Link) -> str:
    """Return the twin of the newest view of a link."""
    twin: str = PublishedView.objects.get(link=link).twin
    return twin


def paper_twin(found: Verified) -> str:
    """Return the twin of what is told of a paper."""
    marks = PublishedMark.objects.filter(pdf_sha256=found.pdf_sha256, number=found.number)
    twin: str = marks.order_by("-pk")[0].twin
    return twin


def published() -> Published:
    """Return what others verify by; nothing before the first batch came."""
    known = PublishedKeys.objects.first() or PublishedKeys(keys='{"keys": []}')
    return Published(keys=known.keys, certificates=known.certificates)


def by_code(number: str, code: str) -> Verified | None:
    """Return the paper that bears a number and a code; None unless both are right."""
    try:
        wanted = code_digest(verification_code.check(code))
    except Malformed:
        return None
    for mark in PublishedMark.objects.filter(number=number.strip()).exclude(code=""):
        if hmac.compare_digest(mark.code, wanted):
            return _verified(mark)
    return None


def by_content(content: bytes) -> Verified | None:
    """Return the paper whose file, PDF signed or before it was signed, or DOCX, is these bytes."""
    sha256 = provider.digest(content)
    same = Q(pdf_sha256=sha256) | Q(docx_sha256=sha256) | Q(unsigned_sha256=sha256)
    same |= Q(signed_sha256=sha256)
    found = PublishedMark.objects.filter(same).first()
    return None if found is None else _verified(found)


def code_digest(code: str) -> str:
    """Return what is kept of a code outside the court."""
    return provider.mac(code.encode(), KEY)


def _verified(mark: PublishedMark) -> Verified:
    return Verified(**json.loads(mark.content))
