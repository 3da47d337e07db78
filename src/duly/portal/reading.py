"""Where the pages read: the court's record through `query`, or, alone, what the ferry brought."""

import base64
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings

from duly.documents import queries as documents
from duly.portal import arrived, telephone
from duly.portal.models import Link
from duly.portal.query import keys, paper_for, papers, twins, verification, views_of
from duly.portal.view import View
from duly.portal.view.published import Published
from duly.portal.view.verified import Verified
from duly.registry.models import Party


@dataclass(frozen=True, slots=True)
class File:
    """The file of a paper."""

    title: str
    pdf: bytes

    @property
    def text(self) -> str:
        """The bytes as they travel."""
        return base64.b64encode(self.pdf).decode("ascii")


def view_of(link: Link, at: datetime) -> View:
    """Return what a link shows at a moment, in court time."""
    if settings.DULY_PORTAL_ALONE:
        return arrived.view_of(link)
    party = Party.objects.select_related("matter__court").get(pk=link.party_id)
    return views_of(party.matter, party, at.date())


def takes_code(link: Link) -> bool:
    """Return whether a code can be sent to the party of a link."""
    return link.takes_code if settings.DULY_PORTAL_ALONE else telephone.reaches(link)


def paper_of(link: Link, paper_id: int) -> File | None:
    """Return the file of a paper that a link may read; None for any other."""
    if settings.DULY_PORTAL_ALONE:
        kept = arrived.paper_of(link, paper_id)
        return None if kept is None else File(kept.title, base64.b64decode(kept.pdf))
    found = paper_for(link.party_id, paper_id)
    if found is None:
        return None
    signed = documents.signed_copy_of(paper_id)
    file = signed or documents.file_of(paper_id)
    name = papers.title(found, signed=signed is not None)
    return File(name, bytes(file.pdf)) if file else None


def by_code(number: str, code: str) -> Verified | None:
    """Return the paper that bears a number and a code; None unless both are right."""
    if settings.DULY_PORTAL_ALONE:
        return arrived.by_code(number, code)
    return verification.by_code(number, code)


def by_content(content: bytes) -> Verified | None:
    """Return the paper whose file consists of exactly these bytes."""
    if settings.DULY_PORTAL_ALONE:
        return arrived.by_content(content)
    return verification.by_content(content)


def case_twin(link: Link, at: datetime) -> str:
    """Return the machine-readable twin of what a link shows, signed by the court."""
    if settings.DULY_PORTAL_ALONE:
        return arrived.case_twin(link)
    return twins.of_case(link, view_of(link, at), at)


def paper_twin(found: Verified, at: datetime) -> str:
    """Return the machine-readable twin of what anyone is told of a paper, signed by the court."""
    if settings.DULY_PORTAL_ALONE:
        return arrived.paper_twin(found)
    return twins.of_paper(found, at)


def published() -> Published:
    """Return what others verify by."""
    return arrived.published() if settings.DULY_PORTAL_ALONE else keys.published()
