"""The view that a link opens today."""

from datetime import datetime

from duly.portal.models import Link
from duly.portal.query import views_of
from duly.portal.view import View
from duly.registry.models import Party


def view_of(link: Link, at: datetime) -> View:
    """Return what a link shows at a moment, in court time."""
    party = Party.objects.select_related("matter__court").get(pk=link.party_id)
    return views_of(party.matter, party, at.date())
