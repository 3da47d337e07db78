"""For other people's software: signed twins of pages, and what they are verified by."""

from pathlib import Path

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt

import duly_verify
from duly.portal import links, reading, visits
from duly.portal.models import Factor, Visit
from duly.portal.pages import asking
from duly.portal.pages.asking import for_party, public

UNKNOWN, WRONG, LOCKED = 404, 422, 429


def signed(token: str) -> HttpResponse:
    """Return a signed twin as an answer."""
    return HttpResponse(token, content_type="application/jwt")


@for_party(*asking.SAFE)
def case(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Hand out the twin of the party's own page."""
    return signed(reading.case_twin(visit.link, asking.now()))


# Who asks has link and second factor in his request: no cookie of a browser is believed.
@csrf_exempt
@public(*asking.SEND)
def fetch(request: HttpRequest, token: str) -> HttpResponse:
    """Hand out the same to a program that sends link and second factor in one request."""
    link = links.find(token, asking.now())
    if link is None:
        return HttpResponse(status=UNKNOWN)
    typed, address = request.POST.get("places", ""), asking.address(request)
    try:
        cookie = visits.enter(
            link=link, by=Factor.PLACES, typed=typed, address=address, at=asking.now()
        )
    except visits.LockedOut as locked:
        seconds = max(1, int((locked.until - asking.now()).total_seconds()))
        return HttpResponse(status=LOCKED, headers={"Retry-After": str(seconds)})
    if cookie is None:
        return HttpResponse(status=WRONG)
    visits.leave(cookie)
    return signed(reading.case_twin(link, asking.now()))


@public(*asking.SAFE)
def keys(request: HttpRequest) -> HttpResponse:
    """Publish the keys of signed JSON."""
    return HttpResponse(reading.published().keys, content_type="application/jwk-set+json")


@public(*asking.SAFE)
def verifier(request: HttpRequest) -> HttpResponse:
    """Hand out the program that verifies papers and twins without a network."""
    file = Path(duly_verify.__file__)
    return HttpResponse(
        file.read_bytes(),
        content_type="text/x-python; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{file.name}"'},
    )


@public(*asking.SAFE)
def certificates(request: HttpRequest) -> HttpResponse:
    """Publish the certificates of the courts' seals; not there where no court has a seal."""
    published = reading.published().certificates
    if not published:
        raise Http404
    return HttpResponse(published, content_type="application/x-pem-file")
