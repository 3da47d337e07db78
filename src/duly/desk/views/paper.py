"""One paper: its text as kept, its files, where its blanks came from, how it was served."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from duly.desk.reader import matter_for, today
from duly.desk.sources import sources
from duly.documents import queries as documents
from duly.documents.drawing import Drawn, Refused
from duly.documents.models import Paper
from duly.documents.versions import UnknownVersion
from duly.law.finding import Finding
from duly.procedure import own_wording
from duly.procedure.serving import weighed
from duly.procedure.template_versions import CHANGEABLE
from duly.registry.models import Service

TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
SIGNED = "signed"


@require_safe
def paper(request: HttpRequest, paper_id: int) -> HttpResponse:
    """Show a paper."""
    found = _paper(request, paper_id)
    on = today()
    drawn, own = _drawn(found), own_wording.of_paper(found)
    context = {
        "paper": found,
        "matter": found.matter,
        "drawn": drawn,
        "sources": sources(drawn, found.matter) if drawn else (),
        "own": own,
        "own_rows": own_wording.differs(own) if own else (),
        "reworded": _bench(found),
        "lines": found.text.split("\n") if drawn is None else (),
        "file": documents.file_of(found.pk),
        "signed": documents.signed_copy_of(found.pk),
        "services": [(service, _finding(service, on)) for service in _services(found)],
        "today": on,
    }
    return render(request, "desk/paper.html", context)


@require_safe
def download(request: HttpRequest, paper_id: int, form: str) -> HttpResponse:
    """Hand out the frozen file of an issued paper."""
    found = _paper(request, paper_id)
    content = _content(found.pk, form)
    if content is None:
        raise Http404
    ending = "pdf" if form == SIGNED else form
    name = f"{found.number}{found.title}.{ending}"
    return HttpResponse(
        content,
        content_type=TYPES[ending],
        headers={
            "Content-Disposition": content_disposition_header(as_attachment=True, filename=name)
            or "attachment",
            "Cache-Control": "private, no-store",
        },
    )


def _content(paper_id: int, form: str) -> bytes | None:
    """Return the bytes of a paper in a form; None where there are none."""
    if form == SIGNED:
        copy = documents.signed_copy_of(paper_id)
        return bytes(copy.pdf) if copy else None
    file = documents.file_of(paper_id) if form in TYPES else None
    if file is None:
        return None
    return bytes(file.pdf if form == "pdf" else file.docx)


def _paper(request: HttpRequest, paper_id: int) -> Paper:
    found = get_object_or_404(Paper.objects.select_related("recipient"), pk=paper_id)
    found.matter = matter_for(request, found.matter_id)
    return found


def _drawn(found: Paper) -> Drawn | None:
    """Return the paper with the source of each blank, only where it still says what was kept."""
    try:
        drawn = documents.drawn(found)
    except (Refused, UnknownVersion):
        return None
    return drawn if drawn.sha256 == found.sha256 else None


def _bench(found: Paper) -> str:
    """Return the address of the template's versions; empty for a paper made elsewhere."""
    if found.template not in CHANGEABLE:
        return ""
    where = {"court_id": found.matter.court_id, "template": found.template}
    return reverse("desk:template", kwargs=where)


def _services(found: Paper) -> list[Service]:
    rows = Service.objects.filter(paper_id=found.pk).select_related("party", "instrument")
    return list(rows.order_by("pk"))


def _finding(service: Service, on: date) -> Finding:
    return weighed(service, on=on).finding
