"""A party's own papers, as they were issued."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import content_disposition_header

from duly.documents import queries as documents
from duly.portal import query
from duly.portal.models import Visit
from duly.portal.pages import asking
from duly.portal.pages.asking import for_party


@for_party(*asking.SAFE)
def paper(request: HttpRequest, visit: Visit, paper_id: int) -> HttpResponse:
    """Hand out the frozen file of a paper that the view names; any other is not there."""
    found = query.paper_for(visit.link.party_id, paper_id)
    file = documents.file_of(paper_id) if found else None
    if found is None or file is None:
        raise Http404
    name = content_disposition_header(as_attachment=True, filename=f"{found.title}.pdf")
    return HttpResponse(
        bytes(file.pdf),
        content_type="application/pdf",
        headers={"Content-Disposition": name or "attachment"},
    )
