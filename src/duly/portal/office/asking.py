"""Who asks on the staff side, and what he may see."""

from typing import cast

from django.http import Http404, HttpRequest

from duly.accounts.models import User
from duly.portal.models import Submission
from duly.procedure import queries
from duly.registry.models import Matter, Party
from duly.work import clock


def reader(request: HttpRequest) -> User:
    """Return the person who is logged in."""
    return cast(User, request.user)


def matter_for(request: HttpRequest, matter_id: int) -> Matter:
    """Return a matter that the reader may see; any other is as if it did not exist."""
    visible = queries.visible_matters(reader(request), clock.today()).select_related("court")
    found = visible.filter(pk=matter_id).first()
    if found is None:
        raise Http404
    return found


def party_for(request: HttpRequest, matter_id: int, party_id: int) -> Party:
    """Return a party of a matter that the reader may see."""
    matter = matter_for(request, matter_id)
    found = matter.parties.filter(pk=party_id).first()
    if found is None:
        raise Http404
    found.matter = matter
    return found


def submission_for(request: HttpRequest, submission_id: int) -> tuple[Submission, Party]:
    """Return what a party of a visible matter sent in, and the party."""
    rows = Submission.objects.select_related("link")
    found = rows.filter(pk=submission_id).first()
    if found is None:
        raise Http404
    return found, party_for(request, found.link.matter_id, found.link.party_id)
