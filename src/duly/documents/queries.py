"""Reading papers."""

from django.db.models import QuerySet

from duly.documents import inputs, versions
from duly.documents.court import CourtFace
from duly.documents.drawing import Drawn, draw_up
from duly.documents.models import Paper, PaperFile, PaperStatus, SignedCopy
from duly.law.sources import Shelf


def papers_of(matter_id: int) -> QuerySet[Paper]:
    """Return the papers of a matter, newest first."""
    return Paper.objects.filter(matter_id=matter_id).select_related("recipient")


def issued_of(matter_id: int, template_id: str) -> QuerySet[Paper]:
    """Return the issued papers of a template in a matter, newest first."""
    return papers_of(matter_id).filter(status=PaperStatus.ISSUED, template=template_id)


def drawn(paper: Paper, *, law: Shelf | None = None) -> Drawn:
    """Return the paper drawn again from what it was drawn from, with the source of each span.

    For an issued paper the frozen file is what counts; compare `sha256` before showing this
    instead. Raises drawing.Refused where the law on file has changed so that it could not be
    drawn today, and versions.UnknownVersion where its wording is no longer held.
    """
    court = paper.matter.court
    return draw_up(
        versions.by_hash(paper.template, paper.template_version),
        inputs.load(paper.blanks),
        on=paper.paper_date,
        court=CourtFace(court.name, court.code),
        law=law,
    )


def file_of(paper_id: int) -> PaperFile | None:
    """Return the frozen file of an issued paper, or None."""
    return PaperFile.objects.filter(paper_id=paper_id).first()


def signed_copy_of(paper_id: int) -> SignedCopy | None:
    """Return the copy of a paper that its party signed, or None."""
    return SignedCopy.objects.filter(paper_id=paper_id).first()
