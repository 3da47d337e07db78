"""A party's own papers, as they were issued."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import content_disposition_header

from duly.portal import reading
from duly.portal.models import Visit
from duly.portal.pages import asking
from duly.portal.pages.asking import for_party


@for_party(*asking.SAFE)
def paper(request: HttpRequest, visit: Visit, paper_id: int) -> HttpResponse:
    """Hand out the frozen file of a paper that the view names; any other is not there."""
    file = reading.paper_of(visit.link, paper_id)
    if file is None:
        raise Http404
    name = content_disposition_header(as_attachment=True, filename=f"{file.title}.pdf")
    return HttpResponse(
        file.pdf,
        content_type="application/pdf",
        headers={"Content-Disposition": name or "attachment"},
    )
